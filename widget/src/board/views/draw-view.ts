import type { Asked, ViewName, Views } from '../shown.ts';
import { alertsView } from './alerts.ts';
import { appraisal } from './appraisal.ts';
import type { Known } from './known.ts';
import { law } from './law.ts';
import { liaison } from './liaison.ts';
import { overview } from './overview.ts';
import { process } from './process.ts';
import { society } from './society.ts';
import { statistics } from './statistics.ts';

/** What a view shows, of everything that is known and of what is asked. */
export function drawView<Name extends ViewName>(
  name: Name,
  known: Known,
  asked: Asked,
): Views[Name] {
  const draw: { [N in ViewName]: () => Views[N] } = {
    overview: () => overview(known, asked),
    process: () => process(known),
    liaison: () => liaison(known, asked),
    statistics: () => statistics(known, asked),
    alerts: () => alertsView(known),
    law: () => law(known),
    society: () => society(known),
    appraisal: () => appraisal(known, asked),
  };
  return draw[name]();
}
