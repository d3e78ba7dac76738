import type { Assessment, Range } from '@chidu/sdk/discretion';
import type { DecisionStrings } from '../strings/decision-zh.ts';
import type { Strings } from '../strings/zh.ts';

const WIDTH = 320;
const EDGE = 8;

/**
 * Where the fine lies: the law's range as a bar, its bands with their names, and a mark. Drawn in amounts, so distances
 * are true. The sentence under it says the same in words, for everybody who does not see the drawing or would rather read.
 */
export function RangeDrawing(props: {
  readonly t: Strings;
  readonly d: DecisionStrings;
  readonly lawful: Range;
  readonly bands: Assessment['bands'];
  readonly band: Range;
  readonly tier: NonNullable<Assessment['tier']>;
  readonly fine: number;
}) {
  const { t, d, lawful, band, fine, tier } = props;
  const inside = fine >= band.min && fine <= band.max;
  const between = (range: Range) => t.steps.range(t.moneyShort(range.min), t.moneyShort(range.max));
  const sentence =
    tier === 'mitigate'
      ? d.decision.below(between(lawful), t.moneyShort(lawful.min), t.moneyShort(fine))
      : (inside ? d.decision.drawing : d.decision.outside)(
          between(lawful),
          t.steps.tierNames[tier],
          between(band),
          t.moneyShort(fine),
        );

  const from = Math.min(lawful.min, band.min, fine);
  const to = Math.max(lawful.max, band.max, fine);
  if (from === to) return <p>{sentence}</p>;
  const x = (amount: number) => EDGE + ((amount - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const bands = tier === 'mitigate' ? [...props.bands, { tier, range: band }] : props.bands;
  const inner = [...new Set(bands.flatMap(({ range }) => [range.min, range.max]))].filter(
    (amount) => amount !== from && amount !== to && amount + 1 !== lawful.min,
  );
  return (
    <figure class="drawing">
      <svg viewBox={`0 0 ${WIDTH} 104`} role="img" aria-label={sentence}>
        <rect
          class="lawful"
          x={x(lawful.min)}
          y="34"
          width={Math.max(1, x(lawful.max) - x(lawful.min))}
          height="28"
        />
        {bands.map(({ tier: name, range }) => (
          <g key={name} class={name === tier ? 'band own' : 'band'}>
            <rect
              x={x(range.min)}
              y="34"
              width={Math.max(1, x(range.max) - x(range.min))}
              height="28"
            />
            <text x={(x(range.min) + x(range.max)) / 2} y="53" text-anchor="middle">
              {t.steps.tierNames[name]}
            </text>
          </g>
        ))}
        <text x={EDGE} y="78" text-anchor="start">
          {t.moneyShort(from)}
        </text>
        <text x={WIDTH - EDGE} y="78" text-anchor="end">
          {t.moneyShort(to)}
        </text>
        {inner.map((amount) => (
          <g key={amount}>
            <line x1={x(amount)} y1="62" x2={x(amount)} y2="86" />
            <text x={x(amount)} y="98" text-anchor="middle">
              {t.moneyShort(amount)}
            </text>
          </g>
        ))}
        <path class="mark" d={`M${x(fine) - 6} 22h12l-6 11z`} />
        <line class="mark" x1={x(fine)} y1="30" x2={x(fine)} y2="62" />
        <text class="mark-text" x={x(fine)} y="16" text-anchor={anchor(x(fine))}>
          {t.moneyShort(fine)}
        </text>
      </svg>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}

/** A label near an end stays inside the drawing. */
const anchor = (x: number) => (x < 60 ? 'start' : x > WIDTH - 60 ? 'end' : 'middle');
