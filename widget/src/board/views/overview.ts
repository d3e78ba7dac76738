import { remedyFigures } from '@chidu/sdk/oversight';
import { boardFigures, matterFigures } from '@chidu/sdk/oversight/board';
import type { Asked, Views } from '../shown.ts';
import type { Known } from './known.ts';
import { mattersHere } from './matters-here.ts';

export function overview(known: Known, asked: Asked): Views['overview'] {
  const { clues, supervisions } = mattersHere(known, asked);
  return {
    figures: boardFigures(known.cases).map(known.keep),
    matters: matterFigures(clues, supervisions).map(known.keep),
    remedies: remedyFigures(known.cases.map(({ history }) => history)).map(known.keep),
  };
}
