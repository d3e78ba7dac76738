import type { Benchmark, Option, Rule } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { POINTS_MEAN } from './methods/index.ts';
import { once } from './once.ts';
import type { TraceStep } from './trace.ts';

export interface Chosen {
  /** One option per factor in the order of the benchmark; null while one that can matter is not answered. */
  readonly options: readonly Option[] | null;
  /** Their sum where the method adds them up. */
  readonly points: number | null;
  readonly numbers: readonly (readonly [factor: number, option: number, points: number])[];
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

type FactorStep = Extract<TraceStep, { step: 'factor' }>;
type Numbers = readonly [factor: number, option: number, points: number];

/** What an answer comes to: the same objects for every case, so they are frozen. */
interface Answer {
  readonly option: Option;
  readonly step: FactorStep;
  readonly numbers: Numbers;
}

const questionsOf = once(({ factors, method }: Benchmark) => {
  const means = POINTS_MEAN[method.kind];
  return factors.map(({ id, number, label, options }) => {
    const [first, ...others] = options;
    const idle = means !== 'answer' && others.every(({ points }) => points === first?.points);
    const answers = options.map((option): [string, Answer] => {
      const { points } = option;
      const step = { step: 'factor', number, label, option: option.label, points, means } as const;
      const numbers: Numbers = [number, option.number, points];
      return [option.id, { option, step: Object.freeze(step), numbers: Object.freeze(numbers) }];
    });
    return { id, label, answers: new Map(answers), unanswered: idle ? first : undefined };
  });
});

/** A code lists factors by number; most benchmarks have them in that order. */
const ascending = once(({ factors }: Benchmark) =>
  factors.every(({ number }, i) => number > (factors[i - 1]?.number ?? 0)),
);

/**
 * The options that the officer chose. Where points decide, a factor whose options all weigh the same need not be
 * answered; in a table of conditions every factor counts.
 */
export function chosen({ factors }: Case, { benchmark }: Rule): Chosen {
  const means = POINTS_MEAN[benchmark.method.kind];
  const options: Option[] = [];
  const answered: Answer[] = [];
  const undecided: Undecided[] = [];
  let total = 0;
  let known = 0;
  for (const { id, label, answers, unanswered } of questionsOf(benchmark)) {
    const given = Object.hasOwn(factors, id) ? factors[id] : undefined;
    if (given !== undefined) known += 1;
    const answer = given === undefined ? undefined : answers.get(given);
    const option = given === undefined ? unanswered : answer?.option;
    if (answer) answered.push(answer);
    if (option) {
      options.push(option);
      total += option.points;
    } else
      undecided.push(
        given === undefined
          ? { reason: 'factor-missing', at: `factors.${id}`, fields: { label } }
          : { reason: 'option-unknown', at: `factors.${id}`, fields: { label, option: given } },
      );
  }
  const named = Object.keys(factors);
  if (named.length > known)
    for (const id of named)
      if (!benchmark.factors.some((factor) => factor.id === id))
        undecided.push({ reason: 'factor-unknown', at: `factors.${id}` });
  const complete = undecided.length === 0;
  const numbers = answered.map((answer) => answer.numbers);
  return {
    options: complete ? options : null,
    points: complete && (means === 'points' || means === 'percent') ? total : null,
    numbers: ascending(benchmark) ? numbers : numbers.sort(([a], [b]) => a - b),
    undecided,
    steps: answered.map(({ step }) => step),
  };
}
