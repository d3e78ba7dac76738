import { describe, expect, it } from 'vitest';
import type { BenchmarkPack, StatutePack } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { type Decision, leftUndecided, reachOfPack, usageOf } from './index.ts';

const assessment = assess({ ...CASE, factors: { harm: 'grave', duration: 'short' } }, RULE);
const { band, suggestion } = assessment;
if (!band || suggestion === null) throw new Error('the sample case has a suggestion');

const ORIGIN: StatutePack['origin'] = {
  sha256: '0'.repeat(64),
  records: 2,
  otherVersions: 0,
  tiers: 4,
  fines: 4,
  otherVersionTiers: 0,
  otherVersionFines: 0,
};

function decision(part: Partial<Decision>): Decision {
  return { assessment, decided: suggestion, reason: null, group: '甲', ...part };
}

describe('the use of discretion', () => {
  it('tells departures, their reasons and places outside the band apart', () => {
    const { all } = usageOf([
      decision({}),
      decision({ decided: band.min, reason: '当事人经营困难' }),
      decision({ decided: band.max, reason: '  ' }),
      decision({ decided: band.max + 1 }),
      decision({ decided: null, reason: '集体讨论决定' }),
    ]);
    expect(all).toMatchObject({
      cases: 5,
      compared: 4,
      asSuggested: 1,
      lighter: 1,
      heavier: 2,
      outsideBand: 1,
      reasoned: 2,
      unreasoned: 2,
      notFined: 1,
      finedAnyway: 0,
    });
  });

  it('puts each fine into its tenth of the band, ends included', () => {
    const span = band.max - band.min;
    const at = (tenth: number) => band.min + Math.floor((span * tenth) / 10) + 1;
    const { all } = usageOf([
      decision({ decided: band.min }),
      ...[1, 5, 9].map((tenth) => decision({ decided: at(tenth) })),
      decision({ decided: band.max }),
    ]);
    expect(all.place).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(all.placeByTier).toEqual({ ordinary: all.place });
  });

  it('counts a fine where none was due', () => {
    const waived = assess({ ...CASE, grounds: ['minor-corrected-no-harm'] }, RULE);
    const { all } = usageOf([decision({ assessment: waived, decided: 1_000_000 })]);
    expect(all).toMatchObject({ cases: 1, compared: 0, finedAnyway: 1 });
  });

  it('says nothing about a group of few cases but its number', () => {
    const many = Array.from({ length: 10 }, () => decision({}));
    const usage = usageOf([...many, decision({ group: '乙' })]);
    expect(Object.keys(usage.groups)).toEqual(['甲']);
    expect(usage.small).toEqual({ 乙: 1 });
    expect(usage.all.cases).toBe(11);
  });
});

describe('what stays undecided', () => {
  it('is told by reason and place, most frequent first', () => {
    const open = [
      assess({ ...CASE, factors: {} }, RULE),
      assess({ ...CASE, factors: { harm: 'some' } }, RULE),
      assess(CASE, RULE),
      null,
    ];
    const report = leftUndecided(
      open.map((one) => ({ violation: CASE.violation, assessment: one })),
    );
    expect(report).toMatchObject({ cases: 4, undecided: 3 });
    expect(report.reasons.map(({ reason, at, cases }) => [reason, at, cases])).toEqual([
      ['factor-missing', 'factors.duration', 2],
      ['factor-missing', 'factors.harm', 1],
      ['no-rule', 'rule', 1],
    ]);
  });

  it('is known of a pack before any case', () => {
    const { statute, benchmark } = RULE;
    const statutes: StatutePack = {
      format: 'chidu-statutes/1',
      id: 'book',
      version: '1',
      title: { zh: '示例' },
      origin: ORIGIN,
      notes: [],
      statutes: [statute, { ...statute, violation: 'other' }],
    };
    const pack: BenchmarkPack = {
      format: 'chidu-benchmark/1',
      id: 'pack',
      version: '1',
      title: { zh: '示例' },
      sample: true,
      publisher: { name: '示例' },
      publication: null,
      from: '2026-01-01',
      to: null,
      benchmarks: [{ ...benchmark, violation: statute.violation }],
    };
    const own = [statute.violation];
    expect(reachOfPack(statutes, pack)).toEqual({ own, general: [], none: ['other'] });
    const general = { ...pack, benchmarks: [...pack.benchmarks, benchmark] };
    expect(reachOfPack(statutes, general)).toEqual({ own, general: ['other'], none: [] });
  });
});
