import { chinaDay } from '../../text/index.ts';
import type { Happened } from './case-history.ts';
import { type OversightEvent, type Place, placeId } from './event.ts';

/** By place, each place once. A log that is read from its start has them so already. */
export function inOrder(thread: readonly OversightEvent[]): readonly OversightEvent[] {
  if (isInOrder(thread)) return thread;
  return thread
    .toSorted((a, b) => a.year - b.year || a.index - b.index)
    .filter((event, i, all) => {
      const before = all[i - 1];
      return before === undefined || before.year !== event.year || before.index !== event.index;
    });
}

function isInOrder(thread: readonly OversightEvent[]): boolean {
  for (let i = 1; i < thread.length; i += 1) {
    const [before, event] = [thread[i - 1] as OversightEvent, thread[i] as OversightEvent];
    if (before.year > event.year || (before.year === event.year && before.index >= event.index)) {
      return false;
    }
  }
  return true;
}

export const placeOf = ({ authority, year, index }: OversightEvent): Place => ({
  authority,
  year,
  index,
});

/** Place of the entry referred to, as `placeId` writes it. */
export const referredId = ({
  authority,
  year,
  refersTo,
  refersToYear,
}: OversightEvent): string | null =>
  refersTo === null ? null : placeId({ authority, year: refersToYear ?? year, index: refersTo });

/** When and by which key an entry was made. */
export const happened = (event: OversightEvent): Happened => ({
  at: event.at,
  // Before 16:00 UTC China shows the same day: most entries, and no clock arithmetic for them.
  day: event.at.slice(11, 13) < '16' ? event.at.slice(0, 10) : chinaDay(Date.parse(event.at)),
  place: placeOf(event),
  kid: event.kid,
});
