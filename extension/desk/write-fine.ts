import { writeBack } from '../platform/write-back.ts';
import type { WriteResult } from '../write/write-field.ts';
import { amountIn } from './amount-in.ts';
import type { Readings } from './use-desk.ts';

/** The unit of the page's one box for the fine; null where it has none that could be read. */
export function writtenUnit(readings: Readings): string | null {
  const fine = readings.get('fine');
  return fine && (fine.state === 'read' || fine.state === 'empty' || fine.state === 'refused')
    ? fine.found.unit
    : null;
}

/**
 * Writes the fine into the page in the page's own unit, and believes only what the page then reads as: 12800 kept under
 * 万元 would be a fine ten thousand times too high.
 */
export async function writeFine(
  tab: number,
  readings: Readings,
  reread: () => Promise<Readings>,
  fen: number,
): Promise<WriteResult> {
  const unit = writtenUnit(readings);
  if (unit === null) return 'no-place';
  const adapter = readings.get('fine')?.adapter ?? '';
  const result = await writeBack(tab, adapter, 'fine', amountIn(fen, unit));
  if (result !== 'kept') return result;
  const after = (await reread()).get('fine');
  return after?.state === 'read' && after.value === fen ? 'kept' : 'not-kept';
}
