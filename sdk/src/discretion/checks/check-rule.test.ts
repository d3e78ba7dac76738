import { describe, expect, it } from 'vitest';
import type { Rule } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import { RULE } from '../fixtures/food-122.ts';
import { checkRule } from './check-rule.ts';
import type { FindingCode } from './finding.ts';
import { soundRule } from './fixtures/mutants.ts';
import { messageOf } from './messages.ts';

/** A rule with the values at these JSON pointers replaced. */
function planted(changes: Record<string, unknown>, base: Rule = RULE): Rule {
  const rule = structuredClone(base);
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.slice(1).split('/');
    const key = path.pop() ?? '';
    const parent = path.reduce<unknown>(
      (node, step) => (node as Record<string, unknown>)[step],
      rule,
    );
    (parent as Record<string, unknown>)[key] = value;
  }
  return rule;
}

const ROWS = '/benchmark/method/tiers';
const FACTORS = '/benchmark/factors';
const TIERS = '/statute/tiers';
const [, multiple] = RULE.statute.tiers;
const five = [0, 1, 2, 3, 4].map((f) => ({
  ...soundRule('base-adjust').benchmark.factors[0],
  number: f + 1,
  id: `f${f}`,
  options: [9973, 9967].map((points, o) => ({
    number: o + 1,
    id: `o${o}`,
    label: { zh: `档${o}` },
    points,
    evidence: [],
  })),
}));

const FAULTS: [FindingCode, string, Record<string, unknown>, Rule?][] = [
  ['duplicate', `${FACTORS}/1`, { [`${FACTORS}/1/number`]: 1 }],
  ['unknown-name', `${TIERS}/0/when/0`, { [`${TIERS}/0/when/0/fact`]: 'turnover' }],
  ['unknown-name', `${TIERS}/1/fine/of`, { [`${TIERS}/1/fine/of`]: 'turnover' }],
  ['unknown-name', `${TIERS}/1/insteadOf`, { [`${TIERS}/1/insteadOf`]: [9] }],
  [
    'unknown-name',
    '/benchmark/method/rows/2/when/1',
    { '/benchmark/method/rows/2/when/1/fact': 'f9' },
    soundRule('band-table'),
  ],
  [
    'unknown-name',
    '/benchmark/method/rows/0/when/0',
    { '/benchmark/method/rows/0/when/0/value': 'o9' },
    soundRule('band-table'),
  ],
  ['inexact', '', { [`${ROWS}/2/from`]: 70, [`${ROWS}/1/to`]: 70, [`${ROWS}/0/from`]: -(2 ** 52) }],
  ['empty-domain', '/statute/facts/0', { '/statute/facts/0/min': 5, '/statute/facts/0/max': 4 }],
  ['never-in-force', '/pack', { '/pack/to': '2025-01-01' }],
  ['unpublished', '/pack/publication', { '/pack/sample': false }],
  ['other-violation', '/benchmark/violation', { '/benchmark/violation': 'other' }],
  ['cells-without-tier', TIERS, { [TIERS]: [RULE.statute.tiers[0]] }],
  ['tiers-compete', TIERS, { [`${TIERS}/1/when`]: [] }],
  ['range-inverted', TIERS, { [`${TIERS}/0/fine/min`]: 20_000_000 }],
  ['range-empty', TIERS, { [TIERS]: [{ ...multiple, when: [] }] }],
  ['score-gap', '/benchmark/method', { [`${ROWS}/1/from`]: 31 }],
  ['score-overlap', `${ROWS}/1`, { [`${ROWS}/0/to`]: 31 }],
  ['score-needs-ground', '/benchmark/method', { [`${ROWS}/0/tier`]: 'mitigate' }],
  ['tier-unreachable', `${ROWS}/1`, { [`${ROWS}/0/to`]: 61, [`${ROWS}/1/from`]: 61 }],
  ['tier-absent', '/benchmark/method', { [`${ROWS}/2/tier`]: 'ordinary' }],
  [
    'nothing-suggested',
    '/benchmark/method',
    { [`${TIERS}/0/fine/min`]: null, [`${ROWS}/0/band/bp`]: [0, 0] },
  ],
  ['band-inverted', `${ROWS}/1`, { [`${ROWS}/1/band/bp`]: [7000, 3000] }],
  ['option-order', `${FACTORS}/0/options/2`, { [`${FACTORS}/0/options/2/points`]: 20 }],
  [
    'score-order',
    '/benchmark/method',
    { [`${ROWS}/1/band/bp`]: [7000, 10_000], [`${ROWS}/2/band/bp`]: [3000, 7000] },
  ],
  ['fact-drop', TIERS, { [`${TIERS}/1/fine/min`]: [1, 1], [`${TIERS}/1/fine/max`]: [2, 1] }],
  ['fact-cliff', TIERS, {}],
  ['joint-gap', `${ROWS}/1`, { [`${ROWS}/1/band/bp`]: [4000, 7000] }],
  ['joint-overlap', `${ROWS}/1`, { [`${ROWS}/1/band/bp`]: [2000, 7000] }],
  ['bands-untiled', `${ROWS}/1`, { [`${ROWS}/1/band/bp`]: [3500, 7000] }, soundRule('percent-sum')],
  ['options-same', `${FACTORS}/0`, { [`${FACTORS}/0/options/1/points`]: 0 }],
  ['factor-idle', `${FACTORS}/1`, { [`${FACTORS}/1/options/1/points`]: 0 }],
  ['factor-never-moves-tier', `${FACTORS}/1`, { [`${FACTORS}/1/options/1/points`]: 5 }],
  ['rows-same', `${ROWS}/1`, { [`${ROWS}/1/tier`]: 'lighten', [`${ROWS}/1/band/bp`]: [0, 3000] }],
  ['ground-idle', '/grounds/0', { '/grounds/0/effect': [] }],
  ['ground-never', '/grounds/0', { '/grounds/0/when': { op: 'lt', fact: 'goodsValue', value: 0 } }],
  [
    'ground-always',
    '/grounds/4',
    { '/grounds/4/when': { op: 'ge', fact: 'goodsValue', value: 0 } },
  ],
  ['grounds-bind-both-ways', '/grounds', {}],
  ['nothing-below-minimum', TIERS, { [`${TIERS}/0/fine/min`]: null }],
  ['unit-exceeds-band', '/benchmark/rounding/unit', { '/benchmark/rounding/unit': 3_000_000 }],
  ['option-jumps-tiers', `${FACTORS}/0/options/1`, { [`${FACTORS}/0/options/1/points`]: 75 }],
  ['factor-outweighs', `${FACTORS}/0`, {}],
  [
    'too-many-scores',
    FACTORS,
    { [`${FACTORS}/0/options/1/points`]: 1, [`${FACTORS}/0/options/2/points`]: 2_000_000_000 },
  ],
  ['score-inexact', '/benchmark/method', { [FACTORS]: five }, soundRule('base-adjust')],
  [
    'score-gap',
    '/benchmark/method',
    { '/benchmark/method/rows/grades/2/to': 3 },
    soundRule('grid'),
  ],
  [
    'score-overlap',
    '/benchmark/method',
    { '/benchmark/method/rows/0/when': [] },
    soundRule('band-table'),
  ],
];

describe('a planted fault', () => {
  it.each(FAULTS)('%s at %s', (code, at, changes, base) => {
    const findings = checkRule(planted(changes, base));
    expect(findings.map((finding) => `${finding.code} ${finding.at}`)).toContain(`${code} ${at}`);
    expect(findings.map((finding) => finding.code)).not.toContain('proof-disagrees');
  });
});

describe('findings', () => {
  it('on the sound sample are notes only', () => {
    expect(checkRule(RULE).map(({ level }) => level)).not.toContain('error');
    expect(checkRule(RULE).map(({ level }) => level)).not.toContain('warning');
  });

  it('carry cases that the public assess accepts and that show what is said', () => {
    const rule = planted({ [`${ROWS}/1/from`]: 31 });
    const gap = checkRule(rule).find(({ code }) => code === 'score-gap');
    expect(gap?.fields).toMatchObject({ from: 30, to: 30, sums: 1 });
    const [case_] = gap?.witness ?? [];
    if (!case_) throw new Error('a gap has a witness');
    expect(assess(case_, rule)).toMatchObject({ outcome: 'undecided', points: 30 });
    expect(assess(case_, RULE)).toMatchObject({ outcome: 'fine', tier: 'ordinary' });
  });

  it('do not speak of a gap that no score reaches', () => {
    const rule = planted({ [`${ROWS}/0/to`]: 10, [`${ROWS}/1/from`]: 25 });
    expect(checkRule(rule).map(({ code }) => code)).not.toContain('score-gap');
  });

  it('come at every load in the same order with the same bytes', () => {
    expect(JSON.stringify(checkRule(RULE))).toBe(JSON.stringify(checkRule(structuredClone(RULE))));
  });

  it('say that a proof was not attempted instead of falling silent', () => {
    const facts = Array.from({ length: 20 }, (_, i) => ({
      number: i + 1,
      id: i === 0 ? 'goodsValue' : `fact${i}`,
      type: i === 0 ? 'fen' : 'bool',
      label: { zh: `事实${i}` },
    }));
    const when = facts.slice(1).map(({ id }) => ({ op: 'eq', fact: id, value: true }));
    const rule = planted({ '/statute/facts': facts, [`${TIERS}/1/when`]: when });
    expect(checkRule(rule)).toContainEqual(
      expect.objectContaining({ code: 'too-many-cells', fields: { cells: 2 ** 20 } }),
    );
  });
});

describe('every message', () => {
  it.each(FAULTS)('of %s at %s reads in both languages', (code, _, changes, base) => {
    const rule = planted(changes, base);
    for (const finding of checkRule(rule).filter((one) => one.code === code)) {
      const { zh, en } = messageOf(finding, rule);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
