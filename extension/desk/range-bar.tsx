import type { Assessment, Range } from '@chidu/sdk/discretion';
import { formatFen, formatFenShort } from '@chidu/sdk/text';
import type { Language } from '../platform/settings.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly range: Range;
  readonly bands: Assessment['bands'];
  readonly tier: Assessment['tier'];
  readonly suggestion: number | null;
  /** What the officer proposes, where it differs. */
  readonly fine: number | null;
  readonly language: Language;
}

const WIDTH = 360;
const LEFT = 6;
const INNER = WIDTH - 2 * LEFT;

/** The lawful range drawn to scale, with the bands of the benchmark and the place of this case in it. */
export function RangeBar({ range, bands, tier, suggestion, fine, language }: Props) {
  const words = WORDS[language];
  // Only where things are drawn: the numbers beside it stay whole fen.
  const x = (fen: number): number =>
    range.max === range.min
      ? WIDTH / 2
      : LEFT + ((fen - range.min) / (range.max - range.min)) * INNER;
  const text = [
    `${words.range}：${formatFen(range.min)}–${formatFen(range.max)}`,
    ...bands.map(
      (band) =>
        `${words.tier[band.tier]} ${formatFen(band.range.min)}–${formatFen(band.range.max)}`,
    ),
    suggestion === null ? '' : `${words.suggestion} ${formatFen(suggestion)}`,
    fine === null ? '' : `${words.fine} ${formatFen(fine)}`,
  ];
  return (
    <figure class="bar">
      <svg viewBox={`0 0 ${WIDTH} 66`} role="img" aria-label={text.filter(Boolean).join('；')}>
        {bands.map((band) => {
          const from = x(band.range.min);
          const width = Math.max(x(band.range.max) - from, 1);
          return (
            <g
              key={band.tier}
              class={band.tier === tier ? 'band here' : 'band'}
              data-tier={band.tier}
            >
              <rect x={from} y="22" width={width} height="20" />
              <text x={from + width / 2} y="36">
                {words.tier[band.tier]}
              </text>
            </g>
          );
        })}
        <text class="end" x={LEFT} y="58">
          {formatFenShort(range.min)}
        </text>
        <text class="end right" x={WIDTH - LEFT} y="58">
          {formatFenShort(range.max)}
        </text>
        {fine !== null && <path class="fine" d={`M${x(fine)} 42v8m-4 0h8`} />}
        {suggestion !== null && (
          <g class="place">
            <path d={`M${x(suggestion)} 21l-6 -9h12z M${x(suggestion)} 21v22`} />
            <text x={Math.min(Math.max(x(suggestion), 46), WIDTH - 46)} y="9">
              {formatFenShort(suggestion)}
            </text>
          </g>
        )}
      </svg>
    </figure>
  );
}
