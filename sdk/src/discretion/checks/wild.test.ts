import { describe, expect, it } from 'vitest';
import { ChiduError } from '../../errors.ts';
import { loadRule, type Method } from '../../rules/index.ts';
import { differenceOf } from '../compare/index.ts';
import { CASE } from '../fixtures/food-122.ts';
import { type Random, random } from '../fixtures/random.ts';
import { whatStillMatters, whatWouldChange } from '../outlook/index.ts';
import { offerTrials } from '../trials/index.ts';
import { checkRule } from './check-rule.ts';
import { soundRule } from './fixtures/mutants.ts';
import { messageOf } from './messages.ts';

const KINDS: Method['kind'][] = [
  'points-tiers',
  'percent-sum',
  'base-adjust',
  'grid',
  'band-table',
];
const NUMBERS = [0, 1, -1, 2, 5, 100, 3000, 10_000, 1e12, Number.MAX_SAFE_INTEGER];
const NAMES = ['f0', 'o0', 'goodsValue', 'refusal', 'lt', 'ge', 'eq', 'waive'];

/** Changes one thing anywhere in the data, with no regard for sense. */
function disturb(data: unknown, { pick, below, chance }: Random): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(data);
  const [node, key] = pick(places);
  const value = node[key];
  if (typeof value === 'number' || value === null) node[key] = pick(NUMBERS);
  else if (typeof value === 'boolean') node[key] = !value;
  else if (typeof value === 'string' && chance(0.3)) node[key] = pick(NAMES);
  else if (Array.isArray(value) && value.length > 0) value.splice(below(value.length), 1);
}

describe('any rule that loads', () => {
  it('is proved without a throw and without the calculator disagreeing', () => {
    const rnd = random(20261121);
    let loaded = 0;
    for (let n = 0; n < 500; n++) {
      const before = soundRule(rnd.pick(KINDS));
      const { statute, benchmark, grounds, ...rest } = structuredClone(before);
      const parts = { statute, benchmark, grounds };
      for (let k = 0; k <= rnd.below(4); k++) disturb(parts, rnd);
      const result = loadRule({ ...rest, ...parts });
      if (!result.ok) continue;
      loaded++;
      const rule = result.value;
      for (const finding of checkRule(rule)) {
        expect(finding.code, JSON.stringify([finding, rule])).not.toBe('proof-disagrees');
        expect(messageOf(finding, rule).zh).not.toMatch(/undefined|NaN/);
      }
      for (const ask of [
        () => whatStillMatters({ ...CASE, facts: {}, factors: {} }, rule),
        () => whatWouldChange(CASE, rule),
        () => differenceOf(before, rule),
        () => offerTrials(rule),
      ]) {
        try {
          ask();
        } catch (error) {
          expect(error).toBeInstanceOf(ChiduError);
        }
      }
    }
    expect(loaded).toBeGreaterThan(60);
  });
});
