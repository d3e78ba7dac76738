import type { Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';

/** The rule that every engine gets: a range with one threshold, ten factors of four options, three tiers. Invented. */
export const POINTS = [0, 3, 6, 10];
export const FACTORS = 10;
export const TIERS = [
  { tier: 'lighten', from: 0, to: 30, low: 0, high: 3000 },
  { tier: 'ordinary', from: 30, to: 70, low: 3000, high: 7000 },
  { tier: 'aggravate', from: 70, to: null, low: 7000, high: 10_000 },
] as const;
export const TOP = FACTORS * 10;
export const UNIT = 10_000;
export const THRESHOLD = 1_000_000;

export interface Answer {
  readonly tier: string;
  readonly min: number;
  readonly max: number;
  readonly suggestion: number;
}

/** What an engine is asked: whole 100 yuan of goods, and the option of each factor by its number from 0. */
export interface Question {
  readonly goods: number;
  readonly options: readonly number[];
}

export function questions(count: number): Question[] {
  let state = 20_261_121;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  return Array.from({ length: count }, () => ({
    goods: below(900) * UNIT,
    options: Array.from({ length: FACTORS }, () => below(POINTS.length)),
  }));
}

/** The reference, in exact integers. */
export function reference({ goods, options }: Question): Answer {
  const [min, max] =
    goods < THRESHOLD ? [5_000_000n, 10_000_000n] : [BigInt(goods) * 10n, BigInt(goods) * 20n];
  const total = options.reduce((sum, option) => sum + (POINTS[option] ?? 0), 0);
  const row = TIERS.find(({ to }) => to === null || total < to) ?? TIERS[0];
  const width = BigInt((row.to ?? TOP) - row.from);
  const share = BigInt(row.low) * width + BigInt(row.high - row.low) * BigInt(total - row.from);
  const unit = BigInt(UNIT);
  const suggestion = ((min + ((max - min) * share) / (10_000n * width)) / unit) * unit;
  return { tier: row.tier, min: Number(min), max: Number(max), suggestion: Number(suggestion) };
}

const fine = { minInclusive: true, maxInclusive: true, mode: 'shall' } as const;
const open = { additive: false, insteadOf: [], penalties: [], measures: [] };

export const rule: Rule = {
  format: 'chidu-rule/1',
  pack: {
    id: 'bench',
    version: '1',
    publisher: 'bench',
    publication: null,
    sample: true,
    from: '2020-01-01',
    to: null,
  },
  statute: {
    violation: 'bench',
    name: { zh: '基准' },
    field: 'bench',
    from: '2020-01-01',
    to: null,
    basis: { law: '示例法', article: 1 },
    prohibition: [],
    doubts: [],
    facts: [{ number: 1, id: 'goodsValue', type: 'fen', label: { zh: '货值金额' } }],
    grounds: [],
    tiers: [
      {
        ...open,
        level: 'basic',
        number: 1,
        when: [{ op: 'lt', fact: 'goodsValue', value: THRESHOLD }],
        fine: { basis: 'amount', min: 5_000_000, max: 10_000_000, ...fine },
      },
      {
        ...open,
        level: 'basic',
        number: 2,
        when: [{ op: 'ge', fact: 'goodsValue', value: THRESHOLD }],
        fine: { basis: 'multiple', of: 'goodsValue', min: [10, 1], max: [20, 1], ...fine },
      },
    ],
    factors: [],
    notes: [],
    source: { repository: 'bench', path: 'bench', commit: 'bench', verified: true },
  },
  grounds: [],
  benchmark: benchmarkOf(FACTORS, POINTS),
};

/** `factors` factors whose options weigh `points`, with three tiers over the score. */
export function benchmarkOf(factors: number, points: readonly number[]): Rule['benchmark'] {
  return {
    violation: null,
    title: { zh: '基准' },
    place: '基准',
    factors: Array.from({ length: factors }, (_, f) => ({
      number: f + 1,
      id: `f${f}`,
      label: { zh: `因素${f + 1}` },
      ordered: true,
      options: points.map((weight, o) => ({
        number: o + 1,
        id: `o${o}`,
        label: { zh: `第${o + 1}档` },
        points: weight,
        evidence: [],
      })),
    })),
    method: {
      kind: 'points-tiers',
      tiers: TIERS.map(({ tier, from, to, low, high }) => ({
        tier,
        from,
        to,
        band: { of: 'span', bp: [low, high] },
      })),
      within: 'linear',
    },
    rounding: { unit: UNIT },
  };
}

export function caseOf({ goods, options }: Question): Case {
  return {
    format: 'chidu-case/1',
    violation: 'bench',
    actDate: '2026-05-01',
    decisionDate: '2026-11-21',
    party: { kind: 'entity' },
    facts: { goodsValue: goods },
    grounds: [],
    factors: Object.fromEntries(options.map((option, f) => [`f${f}`, `o${option}`])),
  };
}
