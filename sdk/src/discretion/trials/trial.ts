import { ChiduError } from '../../errors.ts';
import type { Rule, Tier } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import type { Assessment, Range } from '../assessment.ts';
import type { Case } from '../case.ts';

/** What a trial may state; what it leaves out is not looked at. */
export interface Expected {
  readonly outcome?: Assessment['outcome'];
  readonly tier?: Tier | null;
  readonly points?: number | null;
  readonly range?: Range | null;
  readonly band?: Range | null;
  readonly suggestion?: number | null;
}

/** A case and what a Rule must make of it: the examples that go with a benchmark. */
export interface Trial {
  readonly name: string;
  readonly case: Case;
  readonly expect: Expected;
}

export interface TrialResult {
  readonly name: string;
  readonly passed: boolean;
  /** What was expected and what came out, where they differ. */
  readonly faults: readonly {
    readonly field: string;
    readonly expected: unknown;
    readonly found: unknown;
  }[];
}

/** Runs trials through `assess`. A trial that expects nothing cannot fail and counts as failed. */
export function runTrials(rule: Rule, trials: readonly Trial[]): TrialResult[] {
  return trials.map(({ name, case: case_, expect }) => {
    const fields = Object.keys(expect) as (keyof Expected)[];
    const found = attempt(case_, rule);
    if (fields.length === 0)
      return {
        name,
        passed: false,
        faults: [{ field: 'expect', expected: 'something', found: 'nothing' }],
      };
    const faults = fields.flatMap((field) => {
      const got = found instanceof ChiduError ? found.code : found[field];
      const same = JSON.stringify(got) === JSON.stringify(expect[field]);
      return same ? [] : [{ field, expected: expect[field], found: got }];
    });
    return { name, passed: faults.length === 0, faults };
  });
}

/** Everything that a trial can state about an assessment. */
export function expectedOf(assessment: Assessment): Required<Expected> {
  const { outcome, tier, points, range, band, suggestion } = assessment;
  return { outcome, tier, points, range, band, suggestion };
}

function attempt(case_: Case, rule: Rule): Assessment | ChiduError {
  try {
    return assess(case_, rule);
  } catch (error) {
    if (error instanceof ChiduError) return error;
    throw error;
  }
}
