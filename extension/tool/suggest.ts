import type { Adapter, AdapterField } from '../adapters/adapter.ts';
import { entryOf, type Settled, settle } from '../binder/settle.ts';
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

/** A draft of an adapter for the page, to be read and completed by a person. */
export function draftAdapter(url: string, { suggestions, pages }: Suggested): Adapter {
  const { protocol, hostname, port } = new URL(url);
  const frames = [...new Set(suggestions.map(({ frame }) => frame))];
  return {
    format: 'chidu-adapter/1',
    id: 'new-system',
    version: '1',
    title: { zh: '新系统', en: 'New system' },
    matches: [
      `${protocol === 'https:' ? 'https:' : 'http:'}//${hostname || 'localhost'}${port && `:${port}`}/*`,
    ],
    pages: frames.map((frame, index) => {
      const own = suggestions.filter((one) => one.frame === frame);
      const labels = pages.find((page) => page.frame === frame)?.labels ?? [];
      return {
        id: index === 0 ? 'detail' : `detail-${index + 1}`,
        kind: 'case' as const,
        ...pathOf(pages.find((page) => page.frame === frame)?.path),
        text: own.slice(0, 3).map(({ field, locators }) => {
          const printed = locators.flatMap((one) => (one.by === 'label' ? one.text : []));
          return [...new Set([...printed, ...entryOf(field).plain])].join('|');
        }),
        fields: own.map(
          ({ field, locators }): AdapterField => ({
            field,
            check: entryOf(field).check,
            locators: [...locators],
          }),
        ),
        labels: [...labels],
      };
    }),
    samples: [],
  };
}

/** Without what differs from case to case: the query, and runs of digits. */
function pathOf(path: string | undefined): { path?: string } {
  if (path === undefined || !path.startsWith('/')) return {};
  return { path: `${path.replace(/[?#].*$/, '').replace(/\d{2,}/g, '*')}*` };
}
