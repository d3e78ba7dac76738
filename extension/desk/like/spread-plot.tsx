import type { Spread } from '@chidu/sdk/cases/explain';
import type { Range } from '@chidu/sdk/discretion';
import { formatFen, formatFenShort } from '@chidu/sdk/text';
import type { Language } from '../../platform/settings.ts';
import { LIKE_WORDS } from './words.ts';

interface Props {
  readonly spread: Spread;
  readonly range: Range | null;
  readonly suggestion: number | null;
  readonly language: Language;
}

const WIDTH = 360;
const LEFT = 8;
const INNER = WIDTH - 2 * LEFT;

/** The fines of like cases on one line, with the lawful range and the suggestion of this case. */
export function SpreadPlot({ spread, range, suggestion, language }: Props) {
  const words = LIKE_WORDS[language];
  const { count, least, lowerQuarter, middle, upperQuarter, most: heaviest, fines } = spread;
  const most = Math.max(range?.max ?? 0, suggestion ?? 0, heaviest, 1);
  // Only where things are drawn: the numbers beside it stay whole fen.
  const x = (fen: number): number => LEFT + (fen / most) * INNER;
  const told = [
    words.count(count),
    words.fines(formatFen(least), formatFen(heaviest)),
    words.middle(formatFen(middle)),
    ...(suggestion === null ? [] : [words.ours(formatFen(suggestion))]),
  ];
  return (
    <figure class="spread">
      <svg viewBox={`0 0 ${WIDTH} 58`} role="img" aria-label={told.join('；')}>
        {range && (
          <rect
            class="lawful"
            x={x(range.min)}
            y="20"
            width={Math.max(x(range.max) - x(range.min), 1)}
            height="16"
          />
        )}
        <rect
          class="half"
          x={x(lowerQuarter)}
          y="23"
          width={Math.max(x(upperQuarter) - x(lowerQuarter), 1)}
          height="10"
        />
        {fines.map(({ id, fine }) => (
          <circle key={id} cx={x(fine)} cy="28" r="3" />
        ))}
        {suggestion !== null && (
          <path class="ours" d={`M${x(suggestion)} 19l-5 -8h10z M${x(suggestion)} 19v20`} />
        )}
        <text x={LEFT} y="52">
          0
        </text>
        <text class="right" x={WIDTH - LEFT} y="52">
          {formatFenShort(most)}
        </text>
      </svg>
      <figcaption class="source">{told.join('；')}</figcaption>
    </figure>
  );
}
