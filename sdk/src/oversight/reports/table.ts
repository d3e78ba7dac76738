import { type Child, type Html, h } from './html.ts';

/** Heads of columns, then rows whose first cell is the head of the row. Numbers stand right. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Child[])[],
): Html {
  return h(
    'table',
    {},
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([first = null, ...rest]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, first),
          rest.map((cell) => h('td', typeof cell === 'string' ? {} : { class: 'n' }, cell)),
        ),
      ),
    ),
  );
}
