import type { FieldId } from '../adapters/adapter.ts';
import type { WriteOrder, WriteResult } from '../write/write-field.ts';
import { allAdapters } from './adapter-store.ts';
import { ask } from './scripting.ts';

/**
 * Writes a text into the one control of a field in the frames of a tab: only in the answer to the officer's click.
 * `adapter` is the one that read the case. More than one frame with such a control: nothing is written anywhere.
 */
export async function writeBack(
  tab: number,
  adapter: string,
  field: FieldId,
  text: string,
): Promise<WriteResult> {
  const found = (await allAdapters()).find(({ id }) => id === adapter);
  if (!found) return 'no-place';
  const order: WriteOrder = { adapter: found, field, text };
  const target = { tabId: tab, allFrames: true };
  const frames = await ask(target, '/write.js', hasPlace, order).catch(() => []);
  const [frame] = frames;
  if (!frame) return 'no-place';
  if (frames.length > 1) return 'ambiguous';
  const [answer] = await ask(
    { tabId: tab, frameIds: [frame.frameId] },
    '/write.js',
    writeNow,
    order,
  ).catch(() => []);
  return answer?.result ?? 'no-place';
}

/** Carried into the page as text, as those of `page-calls.ts`. */
const hasPlace = (order: WriteOrder): true | null => globalThis.chiduHasPlace?.(order) ?? null;
const writeNow = async (order: WriteOrder): Promise<WriteResult | null> =>
  (await globalThis.chiduWrite?.(order)) ?? null;
