import type { FieldId } from '../adapters/adapter.ts';
import { allAdapters } from './adapter-store.ts';
import { pointAt } from './page-calls.ts';
import { ask } from './scripting.ts';

/** Shows in the frames of a tab where a field was read; null takes the mark away. Answers how many places are shown. */
export async function pointOut(
  tab: number,
  adapter: string | null,
  field: FieldId | null,
): Promise<number> {
  const found = (await allAdapters()).find(({ id }) => id === adapter);
  const order = found && field !== null ? { adapter: found, field } : null;
  const answers = await ask(
    { tabId: tab, allFrames: true },
    '/pointer.js',
    pointAt,
    order,
    // A page that may not be touched has nothing to show.
  ).catch(() => []);
  return answers.reduce((sum, { result }) => sum + result, 0);
}
