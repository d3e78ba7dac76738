import type { Assessment, Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';

/** A case that Node assessed once and for all: `sdk/src/discretion/fixtures/golden/`. */
export interface Golden {
  readonly name: string;
  readonly case: Case;
  readonly rule: Rule;
  readonly assessment: Assessment;
  readonly zh: readonly string[];
}
