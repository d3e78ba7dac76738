import type { Label } from '../../deadlines/index.ts';
import { falseDiscovery, moreThanTheRest, type Rate, rateOf } from '../statistics/index.ts';

/** One case, whether the risk came about in it, and what may be tied to it: names of categories only. */
export interface RiskRow {
  readonly id: string;
  readonly risk: boolean;
  readonly indicators: Readonly<Record<string, string>>;
}

/** A value of an indicator under which the risk is more frequent than elsewhere. */
export interface Tie {
  readonly indicator: string;
  readonly value: string;
  /** Cases with the risk among those with the value, and among the others. */
  readonly here: Rate;
  readonly elsewhere: Rate;
  readonly q: number;
  /**
   * Indicators within whose values the difference shrinks below half of itself, or turns round: what is tied to the risk may be
   * these, and the value only goes with them.
   */
  readonly confoundedBy: readonly string[];
  readonly warning: Label;
}

const FEWEST = 20;
const MOST_Q = 0.01;
/** The risk is at least half as frequent again. */
const LEAST_RATIO = 1.5;

const WARNING: Label = {
  zh: '关联不是原因：是否为原因，须由人核对案件后判断。',
  en: 'A tie is no cause: whether it is one, only a person who reads the cases can say.',
};

/**
 * 溯源: which indicators are tied to a risk. Every value met in at least 20 cases is asked about (Fisher's exact test, corrected for all
 * of them), and each answer is looked at again inside the values of every other indicator (Mantel and Haenszel's weights).
 */
export function tiedTo(rows: readonly RiskRow[]): Tie[] {
  const names = [...new Set(rows.flatMap(({ indicators }) => Object.keys(indicators)))].sort();
  const asked = names.flatMap((indicator) => {
    const values = [...new Set(rows.flatMap((row) => row.indicators[indicator] ?? []))].sort();
    return values.flatMap((value) => {
      const counts = countsOf(rows, indicator, value);
      const enough = counts.inside >= FEWEST && counts.outside >= FEWEST;
      return enough ? [{ indicator, value, counts, p: moreThanTheRest(counts) }] : [];
    });
  });
  const qs = falseDiscovery(asked.map(({ p }) => p));
  return asked
    .flatMap(({ indicator, value, counts }, i): Tie[] => {
      const q = qs[i] ?? 1;
      const { hits, inside, otherHits, outside } = counts;
      if (q > MOST_Q || hits * outside < LEAST_RATIO * otherHits * inside) return [];
      const plain = hits / inside - otherHits / outside;
      const confoundedBy = names.filter(
        (other) => other !== indicator && within(rows, indicator, value, other) < plain / 2,
      );
      const warning =
        confoundedBy.length === 0
          ? WARNING
          : {
              zh: `该关联在“${confoundedBy.join('”“')}”相同的案件中明显减弱，可能由其引起。${WARNING.zh}`,
              en: `It fades among cases alike in ${confoundedBy.join(', ')}, which may be what it comes from. ${WARNING.en}`,
            };
      return [
        {
          indicator,
          value,
          here: rateOf(hits, inside),
          elsewhere: rateOf(otherHits, outside),
          q,
          confoundedBy,
          warning,
        },
      ];
    })
    .sort(
      (a, b) =>
        a.confoundedBy.length - b.confoundedBy.length ||
        a.q - b.q ||
        (`${a.indicator} ${a.value}` < `${b.indicator} ${b.value}` ? -1 : 1),
    );
}

function countsOf(rows: readonly RiskRow[], indicator: string, value: string) {
  const here = rows.filter((row) => row.indicators[indicator] === value);
  const elsewhere = rows.filter(
    ({ indicators }) => indicators[indicator] !== undefined && indicators[indicator] !== value,
  );
  const hits = (side: readonly RiskRow[]) => side.filter(({ risk }) => risk).length;
  return {
    hits: hits(here),
    inside: here.length,
    otherHits: hits(elsewhere),
    outside: elsewhere.length,
  };
}

/** The difference of risks inside the values of another indicator, by Mantel and Haenszel's weights; 0 where none can be compared. */
function within(rows: readonly RiskRow[], indicator: string, value: string, other: string): number {
  let sum = 0;
  let weights = 0;
  for (const like of Map.groupBy(rows, ({ indicators }) => indicators[other]).values()) {
    const { hits, inside, otherHits, outside } = countsOf(like, indicator, value);
    if (inside === 0 || outside === 0) continue;
    const weight = (inside * outside) / (inside + outside);
    sum += weight * (hits / inside - otherHits / outside);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}
