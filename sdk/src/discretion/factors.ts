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
  for (const { id, label, answers, unanswered } of questionsOf(benchmark)) {
    // What every object inherits is no id of an option, so an answer that is found is the case's own.
    const answer = answers.get(factors[id] as string);
    if (answer) {
      answered.push(answer);
      options.push(answer.option);
      total += answer.option.points;
      continue;
    }
    const given = Object.hasOwn(factors, id) ? factors[id] : undefined;
    if (given !== undefined) {
      const fields = { label, option: given };
      undecided.push({ reason: 'option-unknown', at: `factors.${id}`, fields });
    } else if (unanswered) {
      options.push(unanswered);
      total += unanswered.points;
    } else undecided.push({ reason: 'factor-missing', at: `factors.${id}`, fields: { label } });
  }
  const named = Object.keys(factors);
  if (named.length > answered.length)
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
