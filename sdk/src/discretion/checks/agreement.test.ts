import { describe, expect, it } from 'vitest';
import type { Method } from '../../rules/index.ts';
import { random } from '../fixtures/random.ts';
import { checkRule } from './check-rule.ts';
import type { FindingCode } from './finding.ts';
import { bruteForce, rowsSeen } from './fixtures/brute-force.ts';
import { mutant, soundRule } from './fixtures/mutants.ts';
import { free } from './proof.ts';
import { scaleOf } from './scale.ts';

const KINDS: Method['kind'][] = [
  'points-tiers',
  'percent-sum',
  'base-adjust',
  'grid',
  'band-table',
];
const MUTANTS = 80;

/** Findings that enumeration can see. */
const COMPARED: readonly FindingCode[] = [
  'tiers-compete',
  'cells-without-tier',
  'range-empty',
  'range-inverted',
  'score-gap',
  'score-needs-ground',
  'outside-statute',
  'nothing-suggested',
  'option-order',
  'score-order',
  'unit-exceeds-band',
  'option-jumps-tiers',
  'factor-never-moves-tier',
];

describe.each(KINDS)('%s', (kind) => {
  it('is sound as it stands: the proof finds no error', () => {
    const findings = checkRule(soundRule(kind));
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it(`agrees with brute force on ${MUTANTS} mutants`, () => {
    const { below } = random(20261121 + KINDS.indexOf(kind));
    const counts = new Map<FindingCode, number>();
    for (let i = 0; i < MUTANTS; i++) {
      const rule = mutant(soundRule(kind), below);
      const findings = checkRule(rule);
      const codes = findings.map(({ code, level }) =>
        code === 'option-order' && level === 'warning' ? 'proof-disagrees' : code,
      );
      const proved = new Set<FindingCode>(codes);
      // an idle factor moves no tier either
      if (proved.has('factor-idle')) proved.add('factor-never-moves-tier');
      if (proved.has('score-inexact')) proved.add('score-gap');
      const seen = bruteForce(rule);
      for (const code of COMPARED) {
        expect(`${code} ${proved.has(code)}`, JSON.stringify(rule, null, 1)).toBe(
          `${code} ${seen.has(code)}`,
        );
        if (seen.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      expect(findings.filter(({ code }) => code === 'proof-disagrees')).toEqual([]);
      const rows = rowsSeen(rule);
      const unseen = scaleOf(rule.benchmark).rows.filter(
        ({ key, tier }) => free(tier) && !rows.has(key),
      );
      const unreached = findings.filter(({ code }) => code === 'tier-unreachable');
      expect(unreached.map(({ at }) => at)).toEqual(unseen.map(({ at }) => at));
    }
    expect(counts.size).toBeGreaterThan(4);
  });
});
