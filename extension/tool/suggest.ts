import { type Settled, settle } from '../binder/settle.ts';
import type { PageProposals } from '../suggest/propose.ts';
import type { OpenPage } from './open-pages.ts';

/** When a page is done, in milliseconds. */
export interface Patience {
  /** It has offered the same for so long. */
  readonly still: number;
  /** Values may arrive seconds after the page itself. */
  readonly least: number;
  readonly most: number;
}

const PATIENCE: Patience = { still: 1500, least: 2500, most: 15_000 };
const STEP_MS = 300;

export interface Suggested extends Settled {
  readonly pages: readonly PageProposals[];
}

/** What a page offers once it has come to rest. */
export async function suggestPage(
  page: OpenPage,
  { still, least, most }: Patience = PATIENCE,
): Promise<Suggested> {
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
    if ((now - since >= still && now - started >= least) || now - started >= most)
      return { ...settled, pages };
    await new Promise((done) => setTimeout(done, STEP_MS));
  }
}
