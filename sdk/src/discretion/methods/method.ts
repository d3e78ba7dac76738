import type { Benchmark, Option, Ratio, Tier } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import type { TraceStep } from '../trace.ts';
import type { Facts } from '../truth.ts';

/** What a method is given: the option chosen for each factor of the benchmark, in its order. */
export interface Answers {
  readonly benchmark: Benchmark;
  readonly options: readonly Option[];
  readonly facts: Facts;
  /** The tier that grounds or a person fixed: the method then only places the case inside it. */
  readonly fixed: Tier | null;
}

/** Where a method puts a case on the lawful span. */
export interface Placed {
  readonly tier: Tier;
  /** The tier's band in basis points of the span. */
  readonly bp: readonly [number, number];
  /** The exact place, as a share of the span, inside the band. */
  readonly share: Ratio;
  readonly step: TraceStep;
}

export const nowhere = (fields: Record<string, unknown>): Undecided => ({
  reason: 'no-benchmark-tier',
  at: 'benchmark.method',
  fields,
});

export const sum = (options: readonly Option[]) =>
  options.reduce((total, option) => total + option.points, 0);
