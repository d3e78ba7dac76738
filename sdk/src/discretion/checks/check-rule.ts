import { ChiduError } from '../../errors.ts';
import type { Rule } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import type { Case } from '../case.ts';
import { containment } from './containment.ts';
import { factOrder } from './fact-order.ts';
import type { Draft, Finding, Replayed } from './finding.ts';
import { groundConflicts } from './ground-conflicts.ts';
import { idle } from './idle.ts';
import { joints } from './joints.ts';
import { optionOrder } from './option-order.ts';
import { type Proof, proofOf } from './proof.ts';
import { rounding } from './rounding.ts';
import { scoreTiers } from './score-tiers.ts';
import { sensitivity } from './sensitivity.ts';
import { statuteCells } from './statute-cells.ts';
import { structure } from './structure.ts';

const PROOFS: readonly ((proof: Proof) => Draft[])[] = [
  statuteCells,
  scoreTiers,
  containment,
  optionOrder,
  factOrder,
  joints,
  idle,
  groundConflicts,
  rounding,
  sensitivity,
];

/**
 * Checks 1 to 12 on one Rule. Every finding that speaks of cases has been replayed through `assess`; one whose replay
 * shows something else is reported as `proof-disagrees`. With faults of structure the rest is not attempted.
 */
export function checkRule(rule: Rule): Finding[] {
  try {
    const proof = proofOf(rule);
    const faults = structure(proof);
    const drafts = faults.some(({ code }) => code !== 'unpublished')
      ? faults
      : [...faults, ...PROOFS.flatMap((check) => check(proof))];
    return drafts.map((draft) => confirmed(draft, rule));
  } catch (error) {
    if (!(error instanceof ChiduError)) throw error;
    // The calculator refuses the same figures: nothing can be computed with them, so nothing can be proved.
    const fields = { refused: error.code };
    return [{ check: 'structure', code: 'inexact', level: 'error', at: '', fields, witness: [] }];
  }
}

function confirmed({ shows, ...finding }: Draft, rule: Rule): Finding {
  if (!shows || shows(finding.witness.map((case_) => replay(case_, rule)))) return finding;
  const { code, check, ...rest } = finding;
  return {
    ...rest,
    check,
    code: 'proof-disagrees',
    level: 'error',
    fields: { code, ...rest.fields },
  };
}

function replay(case_: Case, rule: Rule): Replayed {
  try {
    return assess(case_, rule);
  } catch (error) {
    if (error instanceof ChiduError) return error;
    throw error;
  }
}
