import type { Adapter, AdapterField } from '../adapters/adapter.ts';
import type { PageProposals } from '../suggest/propose.ts';
import { entryOf, type Suggestion } from './settle.ts';

/** A field with the places it is to be read from. */
export type Bound = Pick<Suggestion, 'field' | 'locators' | 'frame'>;

/** A draft of an adapter for the page, to be read and completed by a person. */
export function draftAdapter(
  url: string,
  bound: readonly Bound[],
  pages: readonly PageProposals[],
): Adapter {
  const { protocol, hostname, port } = new URL(url);
  const frames = [...new Set(bound.map(({ frame }) => frame))];
  return {
    format: 'chidu-adapter/1',
    id: 'new-system',
    version: '1',
    title: { zh: '新系统', en: 'New system' },
    matches: [
      `${protocol === 'https:' ? 'https:' : 'http:'}//${hostname || 'localhost'}${port && `:${port}`}/*`,
    ],
    pages: frames.map((frame, index) => {
      const own = bound.filter((one) => one.frame === frame);
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
