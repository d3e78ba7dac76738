import type { LogPlace } from '../../api/index.ts';
import type { Service } from '../service.ts';
import { yearOf } from '../store/log/year.ts';
import type { CodeRow } from '../store/records/codes.ts';
import { objections, steps } from '../store/records/objections.ts';
import { isShown } from './shown.ts';

/** An entry of the log that is about a code. */
export interface CodeEntry {
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly place: LogPlace;
}

/** The entries about a code that its holder is shown, the oldest first: from rows, without reading the log. */
export async function entriesOf(
  { database }: Service,
  row: CodeRow,
  numbers: readonly string[],
): Promise<CodeEntry[]> {
  const { authority, codeId } = row;
  const { reader } = database;
  const place = (year: number, index: number): LogPlace => ({ authority, year, index });
  const found: CodeEntry[] = [
    { kind: 'issued', at: row.createdAt, place: place(row.year, row.logIndex) },
  ];
  if (row.firstViewedAt !== null && row.firstViewedIndex !== null) {
    const year = yearOf(row.firstViewedAt);
    found.push({
      kind: 'first-viewed',
      at: row.firstViewedAt,
      place: place(year, row.firstViewedIndex),
    });
  }
  for (const objection of await objections.ofCode(reader, authority, codeId)) {
    if (!isShown(objection, numbers)) continue;
    const { year, logIndex, receivedAt, number } = objection;
    found.push({ kind: 'objected', at: receivedAt, place: place(year, logIndex) });
    for (const step of await steps.of(reader, authority, number)) {
      found.push({ kind: step.step, at: step.at, place: place(step.year, step.logIndex) });
    }
  }
  return found.sort((a, b) => a.place.year - b.place.year || a.place.index - b.place.index);
}
