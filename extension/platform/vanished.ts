import { browser } from 'wxt/browser';
import { saltedDigests } from './digest.ts';
import { appendHistory, docketsAt, historyOf } from './docket-store.ts';

/**
 * Cases that were read at the addresses of this tab and at no other address of theirs, in systems that give each case an
 * address of its own. Called where the tab shows no case. What is found goes into the history, once.
 */
export async function vanishedCases(tab: number): Promise<readonly string[]> {
  const frames = await browser.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, func: () => location.href })
    .catch(() => []);
  const addresses = frames.flatMap(({ result }) => (result ? [result] : []));
  const digests = await saltedDigests(addresses);
  const found: string[] = [];
  for (const address of new Set(digests.values())) {
    const [docket, ...others] = await docketsAt([address]);
    // An address that has shown several cases belongs to none of them.
    if (!docket || others.length > 0) continue;
    found.push(docket.caseNumber);
    const last = (await historyOf(docket.caseNumber)).at(-1);
    if (last?.what.event !== 'number-vanished')
      await appendHistory(docket.caseNumber, new Date().toISOString(), {
        event: 'number-vanished',
        address,
      });
  }
  return found;
}
