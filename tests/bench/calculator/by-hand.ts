import type { Assessment, Case } from '@chidu/sdk/discretion';
import { type Answer, FACTORS, POINTS, rule, THRESHOLD, TIERS, TOP, UNIT } from './rule.ts';

/** The suggestion of this one rule and nothing else: the physical limit to measure a general engine against. */
export function byHand(
  goods: Float64Array,
  options: readonly Uint8Array[],
  suggestion: Float64Array,
): void {
  const points = Int32Array.from([0, ...POINTS]);
  const shares = Float64Array.from({ length: TOP + 1 }, (_, total) => {
    const row = TIERS.find(({ to }) => to === null || total < to) ?? TIERS[0];
    const width = (row.to ?? TOP) - row.from;
    // All widths divide 1,200, so that the share of every total is a whole number of 12,000,000ths.
    return (row.low * width + (row.high - row.low) * (total - row.from)) * (1200 / width);
  });
  const [a, b, c, d, e, f, g, h, i, j] = options;
  if (!a || !b || !c || !d || !e || !f || !g || !h || !i || !j || options.length !== FACTORS)
    throw new Error('ten factors');
  for (let n = 0; n < goods.length; n += 1) {
    const total =
      (points[a[n] as number] as number) +
      (points[b[n] as number] as number) +
      (points[c[n] as number] as number) +
      (points[d[n] as number] as number) +
      (points[e[n] as number] as number) +
      (points[f[n] as number] as number) +
      (points[g[n] as number] as number) +
      (points[h[n] as number] as number) +
      (points[i[n] as number] as number) +
      (points[j[n] as number] as number);
    const value = goods[n] as number;
    const min = value < THRESHOLD ? 5_000_000 : value * 10;
    const span = value < THRESHOLD ? 5_000_000 : value * 10;
    const exact = min * 12_000_000 + span * (shares[total] as number);
    suggestion[n] = Math.floor(exact / (12_000_000 * UNIT)) * UNIT;
  }
}

/** The bare answer of this one rule to a Case, without a trace: below this nothing comes that reads a Case by its names. */
export function answerByHand(): (subject: Case) => Answer {
  const weights = rule.benchmark.factors.map(({ id, options }) => ({
    id,
    points: new Map(options.map((option) => [option.id, option.points])),
  }));
  return ({ facts, factors }) => {
    let total = 0;
    for (const { id, points } of weights) total += points.get(factors[id] as string) as number;
    const base = facts.goodsValue as number;
    const min = base < THRESHOLD ? 5_000_000 : base * 10;
    const max = base < THRESHOLD ? 10_000_000 : base * 20;
    const [light, ordinary, heavy] = TIERS;
    const { tier, from, to, low, high } =
      total < light.to ? light : total < ordinary.to ? ordinary : heavy;
    const width = (to ?? TOP) - from;
    const exact = ((max - min) * (low * width + (high - low) * (total - from))) / (10_000 * width);
    return { tier, min, max, suggestion: Math.floor((min + Math.floor(exact)) / UNIT) * UNIT };
  };
}

/**
 * The whole Assessment of this one rule put together by hand, all that does not change taken from `model`: what
 * making these objects alone takes, below which no engine with this trace can come.
 */
export function assessmentByHand(model: (subject: Case) => Assessment, subject: Case) {
  const at = (goodsValue: number) => model({ ...subject, facts: { goodsValue } });
  const kinds = [at(0), at(THRESHOLD)].map(({ statuteTiers, trace }) => {
    const step = trace.steps.findIndex(({ step }) => step === 'statute-tier');
    const range = trace.steps[step + 2] as Extract<(typeof trace.steps)[number], { step: 'range' }>;
    return { statuteTiers, tiers: trace.steps.slice(step, step + 2), range };
  });
  const large = at(900 * UNIT);
  const [law, benchmark, facts, grounds, frame] = large.trace.steps;
  if (facts?.step !== 'facts' || !facts.facts[0]) throw new Error('not the trace that is meant');
  const [read] = facts.facts;
  const [heavy, ...others] = large.flags;
  const flagSteps = others.map((flag) => ({ step: 'flag', flag }));
  const factors = rule.benchmark.factors.map(({ number, label, options }) =>
    options.map(({ id, number: option, label: text, points }) => ({
      id,
      points,
      step: { step: 'factor', number, label, option: text, points, means: 'points' },
      numbers: [number, option, points],
    })),
  );
  const rows = Array.from({ length: TOP + 1 }, (_, points) => {
    const index = TIERS.findIndex(({ to }) => to === null || points < to);
    const { tier, from, to, low, high } = TIERS[index] ?? TIERS[0];
    const width = (to ?? TOP) - from;
    return {
      index,
      tier,
      bp: [low, high],
      share: [low * width + (high - low) * (points - from), 10_000 * width],
      step: { step: 'points-tier', points, tier, from, to, fixed: false },
    };
  });
  const none: never[] = [];
  const floor = (a: number, num: number, den: number) => Math.floor((a * num) / den);

  return ({ facts, factors: given }: Case) => {
    const base = facts.goodsValue as number;
    const small = base < THRESHOLD;
    const kind = kinds[small ? 0 : 1] as (typeof kinds)[number];
    const range = small ? { min: 5_000_000, max: 10_000_000 } : { min: base * 10, max: base * 20 };
    const { multiple } = kind.range;
    const steps: unknown[] = [
      law,
      benchmark,
      { step: 'facts', facts: [{ id: read.id, label: read.label, type: read.type, value: base }] },
      grounds,
      frame,
      kind.tiers[0],
      kind.tiers[1],
      multiple
        ? { ...kind.range, range, multiple: { ...multiple, base, counted: base } }
        : { ...kind.range, range },
    ];
    const numbers: unknown[] = [];
    let points = 0;
    let factor = 0;
    for (const id in given) {
      for (const answer of factors[factor] ?? []) {
        if (answer.id !== given[id]) continue;
        points += answer.points;
        steps.push(answer.step);
        numbers.push(answer.numbers);
        break;
      }
      factor += 1;
    }
    const span = range.max - range.min;
    const bands: { tier: string; range: { min: number; max: number } }[] = [];
    for (const { tier, low, high } of TIERS) {
      const min = range.min + Math.ceil((span * low) / 10_000);
      bands.push({ tier, range: { min, max: range.min + floor(span, high, 10_000) } });
    }
    const { index, tier, bp, share, step } = rows[points] as (typeof rows)[number];
    const band = bands[index]?.range ?? range;
    const exact = range.min + floor(span, share[0] ?? 0, share[1] ?? 1);
    const down = Math.floor(exact / UNIT) * UNIT;
    const suggestion = down >= band.min ? down : Math.min(down + UNIT, band.max);
    steps.push(step, { step: 'band', tier, bp, band });
    steps.push({ step: 'suggestion', share, unit: UNIT, suggestion });
    let flags: unknown[] = others.slice(-1);
    if (suggestion >= 10_000_000) {
      const fields = { why: 'fine', fine: suggestion, threshold: 10_000_000 };
      const flag = { id: heavy?.id, cite: heavy?.cite, fields };
      flags = [flag, ...others];
      steps.push({ step: 'flag', flag }, ...flagSteps);
    } else steps.push(flagSteps.at(-1));
    return {
      format: 'chidu-assessment/1',
      outcome: 'fine',
      undecided: none,
      statuteTiers: kind.statuteTiers,
      range,
      fineMode: 'shall',
      points,
      tier,
      band,
      bands,
      suggestion,
      penalties: none,
      confiscations: none,
      measures: none,
      persons: none,
      flags,
      facts: [[1, base]],
      factors: numbers,
      sample: true,
      trace: { format: 'chidu-trace/1', steps },
    };
  };
}
