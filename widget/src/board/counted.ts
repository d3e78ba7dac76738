import { clientOf, EVENT_PATHS } from '@chidu/sdk/api/client';
import type { ShownFigure } from './shown.ts';
import { connectionOf, type Followed } from './source.ts';

/** What the store of a service counts of one log: there at once, while the entries behind it are still being read. */
export interface Counted {
  readonly figures: readonly ShownFigure[];
  /** The first so many entries of the log are counted. */
  readonly entries: number;
}

/**
 * Figures of the followed log. Null where the service has none or does not answer, and where they count other logs of the
 * authority too: then they are not those that the screen is going to show.
 */
export async function countedOf(of: Followed, signal: AbortSignal): Promise<Counted | null> {
  const called = await clientOf(connectionOf(of), EVENT_PATHS)
    .figures({
      body: { format: 'chidu-figures-request/1', authorities: [of.authority] },
      signal,
    })
    .catch(() => null);
  if (!called?.ok) return null;
  const { figures, read } = called.answer;
  const [log, ...others] = read;
  if (log === undefined || others.length > 0 || String(log.year) !== of.year) return null;
  return { figures: figures as readonly ShownFigure[], entries: log.next };
}

/** Figures of which the store says otherwise than the entries themselves. */
export function apart(
  counted: Counted,
  own: readonly ShownFigure[],
): readonly ShownFigure['definition'][] {
  const byId = new Map(own.map((figure) => [figure.id, figure]));
  return counted.figures.flatMap(({ id, numerator, denominator }) => {
    const found = byId.get(id);
    if (found === undefined) return [];
    const same = found.numerator === numerator && found.denominator === denominator;
    return same ? [] : [found.definition];
  });
}
