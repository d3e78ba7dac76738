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

const answersOf = once(({ factors, method }: Benchmark) => {
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
    return { id, number, label, answers: new Map(answers), unanswered: idle ? first : undefined };
  });
});

/**
 * The options that the officer chose. Where points decide, a factor whose options all weigh the same need not be
 * answered; in a table of conditions every factor counts.
 */
export function chosen(case_: Case, { benchmark }: Rule): Chosen {
  const means = POINTS_MEAN[benchmark.method.kind];
  const options: Option[] = [];
  const numbers: Numbers[] = [];
  const undecided: Undecided[] = [];
  const steps: TraceStep[] = [];
  let total = 0;
  let answered = 0;
  let last = 0;
  let sorted = true;
  for (const { id, number, label, answers, unanswered } of answersOf(benchmark)) {
    const given = Object.hasOwn(case_.factors, id) ? case_.factors[id] : undefined;
    if (given === undefined) {
      if (unanswered) {
        total += unanswered.points;
        options.push(unanswered);
      } else undecided.push({ reason: 'factor-missing', at: `factors.${id}`, fields: { label } });
      continue;
    }
    answered += 1;
    const answer = answers.get(given);
    if (!answer) {
      const fields = { label, option: given };
      undecided.push({ reason: 'option-unknown', at: `factors.${id}`, fields });
      continue;
    }
    total += answer.option.points;
    options.push(answer.option);
    steps.push(answer.step);
    numbers.push(answer.numbers);
    if (number < last) sorted = false;
    last = number;
  }
  const named = Object.keys(case_.factors);
  for (const id of named.length === answered ? [] : named)
    if (!benchmark.factors.some((factor) => factor.id === id))
      undecided.push({ reason: 'factor-unknown', at: `factors.${id}` });
  const complete = undecided.length === 0;
  return {
    options: complete ? options : null,
    points: complete && (means === 'points' || means === 'percent') ? total : null,
    numbers: sorted ? numbers : numbers.sort(([a], [b]) => a - b),
    undecided,
    steps,
  };
}
