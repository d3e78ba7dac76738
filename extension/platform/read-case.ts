import { judgePage } from '../judge/judge-page.ts';
import type { PageReading } from '../locate/reading.ts';
import { allAdapters } from './adapter-store.ts';
import { readNow } from './page-calls.ts';
import { ask } from './scripting.ts';

/** What every frame of a tab shows now; null where the tab may not be read at all. */
export async function readFrames(tab: number): Promise<readonly PageReading[] | null> {
  try {
    const adapters = await allAdapters();
    const answers = await ask({ tabId: tab, allFrames: true }, '/reader.js', readNow, null);
    return answers.flatMap(({ result }) => {
      const adapter = adapters.find(({ id }) => id === result.adapter);
      return (adapter && judgePage(result, adapter)) ?? [];
    });
  } catch {
    return null;
  }
}
