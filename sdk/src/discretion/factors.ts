import type { Option, Rule } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { POINTS_MEAN } from './methods/index.ts';
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

/**
 * The options that the officer chose. Where points decide, a factor whose options all weigh the same need not be
 * answered; in a table of conditions every factor counts.
 */
export function chosen(case_: Case, { benchmark }: Rule): Chosen {
  const means = POINTS_MEAN[benchmark.method.kind];
  const options: Option[] = [];
  const numbers: [number, number, number][] = [];
  const undecided: Undecided[] = [];
  const steps: TraceStep[] = [];
  let total = 0;
  let answered = 0;
  let last = 0;
  let sorted = true;
  for (const { id, number, label, options: offered } of benchmark.factors) {
    const answer = Object.hasOwn(case_.factors, id) ? case_.factors[id] : undefined;
    if (answer !== undefined) answered += 1;
    const option = answer === undefined ? undefined : optionOf(offered, answer);
    if (option) {
      total += option.points;
      options.push(option);
      if (number < last) sorted = false;
      last = number;
      numbers.push([number, option.number, option.points]);
      const { points } = option;
      steps.push({ step: 'factor', number, label, option: option.label, points, means });
    } else if (answer !== undefined) {
      const at = `factors.${id}`;
      undecided.push({ reason: 'option-unknown', at, fields: { label, option: answer } });
    } else {
      const [first, ...others] = offered;
      const idle = means !== 'answer' && others.every(({ points }) => points === first?.points);
      if (!first || !idle)
        undecided.push({ reason: 'factor-missing', at: `factors.${id}`, fields: { label } });
      else {
        total += first.points;
        options.push(first);
      }
    }
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

function optionOf(offered: readonly Option[], id: string): Option | undefined {
  for (const option of offered) if (option.id === id) return option;
  return undefined;
}
