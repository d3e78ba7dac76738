import { type Settled, settle } from '../binder/settle.ts';
import type { PageProposals } from '../suggest/propose.ts';
import type { OpenPage } from './open-pages.ts';

/** A page is done when it has offered the same for this long; values may arrive seconds after the page itself. */
const STILL_MS = 1500;
const LEAST_MS = 2500;
const STEP_MS = 300;

export interface Suggested extends Settled {
  readonly pages: readonly PageProposals[];
}

/** What a page offers once it has come to rest, at the latest after `most` milliseconds. */
export async function suggestPage(page: OpenPage, most = 15_000): Promise<Suggested> {
  const started = Date.now();
  let last = '';
  let since = started;
  for (;;) {
    const pages = await page.ask<PageProposals>('proposePage(document)');
    const settled = settle(pages);
    const now = Date.now();
    const text = JSON.stringify(settled);
    if (text !== last) since = now;
    last = text;
    if ((now - since >= STILL_MS && now - started >= LEAST_MS) || now - started >= most)
      return { ...settled, pages };
    await new Promise((done) => setTimeout(done, STEP_MS));
  }
}
