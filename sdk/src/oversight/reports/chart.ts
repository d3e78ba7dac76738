import { mulDiv } from '../../text/index.ts';
import { type Html, h } from './html.ts';

export interface Bar {
  readonly label: string;
  /** Null is not shown, and the place says so. */
  readonly value: number | null;
}

const WIDTH = 640;
const LABEL = 200;
const HEIGHT = 26;

/**
 * Bars side by side, each with its number: nothing has to be read off a scale. `alternative` says in words what they show; the
 * same numbers stand in a table beside it.
 */
export function bars(id: string, title: string, alternative: string, of: readonly Bar[]): Html {
  const most = Math.max(1, ...of.map(({ value }) => value ?? 0));
  const room = WIDTH - LABEL - 90;
  const height = of.length * HEIGHT + 8;
  return h(
    'figure',
    {},
    h(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${height}`,
        width: WIDTH,
        height,
        role: 'img',
        'aria-labelledby': `${id}-t ${id}-d`,
      },
      h('title', { id: `${id}-t` }, title),
      h('desc', { id: `${id}-d` }, alternative),
      of.map(({ label, value }, i) => {
        const y = i * HEIGHT + 4;
        const width = value === null ? 0 : mulDiv(room, value, most, 'down');
        return [
          h('text', { x: LABEL - 8, y: y + 15, 'text-anchor': 'end' }, shortened(label)),
          h('rect', { x: LABEL, y, width, height: HEIGHT - 8, fill: '#444' }),
          h('text', { x: LABEL + width + 6, y: y + 15 }, value ?? '不公开'),
        ];
      }),
    ),
    h('figcaption', {}, title),
  );
}

const shortened = (label: string): string =>
  [...label].length > 13 ? `${[...label].slice(0, 12).join('')}…` : label;
