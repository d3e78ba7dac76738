import type { Rule } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import type { TraceStep } from './trace.ts';

export interface Score {
  /** Null while a factor that can change it is not answered. */
  readonly points: number | null;
  readonly chosen: readonly (readonly [factor: number, option: number, points: number])[];
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

/** The officer's options turned into points. A factor whose options all weigh the same need not be answered. */
export function score(case_: Case, rule: Rule): Score {
  const chosen: [number, number, number][] = [];
  const undecided: Undecided[] = [];
  const steps: TraceStep[] = [];
  let total = 0;
  for (const factor of rule.benchmark.factors) {
    const id = Object.hasOwn(case_.factors, factor.id) ? case_.factors[factor.id] : undefined;
    const at = `factors.${factor.id}`;
    if (id === undefined) {
      const [first, ...others] = factor.options;
      if (first && others.every((option) => option.points === first.points)) total += first.points;
      else undecided.push({ reason: 'factor-missing', at, fields: { label: factor.label } });
      continue;
    }
    const option = factor.options.find((candidate) => candidate.id === id);
    if (option === undefined) {
      undecided.push({ reason: 'option-unknown', at, fields: { option: id } });
      continue;
    }
    total += option.points;
    chosen.push([factor.number, option.number, option.points]);
    steps.push({
      step: 'factor',
      number: factor.number,
      label: factor.label,
      option: option.label,
      points: option.points,
      total,
    });
  }
  for (const id of Object.keys(case_.factors))
    if (!rule.benchmark.factors.some((factor) => factor.id === id))
      undecided.push({ reason: 'factor-unknown', at: `factors.${id}` });
  chosen.sort(([a], [b]) => a - b);
  return { points: undecided.length === 0 ? total : null, chosen, undecided, steps };
}
