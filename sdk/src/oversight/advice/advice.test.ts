import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE } from '../../discretion/fixtures/food-122.ts';
import { type BenchmarkPack, loadBenchmarkPack } from '../../rules/index.ts';
import { canonicalJson } from '../../text/index.ts';
import { type Advice, type AdviceAnswer, loadAdvice, loadAdviceAnswer } from './advice.ts';
import { advise } from './advise.ts';
import { lighterPoints } from './change-points.ts';
import { disputesOf } from './disputes.ts';
import { draftBenchmark } from './draft-benchmark.ts';
import { disputedWorld, HASH, ruleOf } from './fixtures/disputed-world.ts';
import { hotPoints } from './hot-points.ts';
import { pointId } from './point.ts';

const options = { today: '2026-11-22', ruleOf };
const HOT = { option: { disputed: 0.3, upheld: 0.8 }, clause: 0.15 };

describe('disputes', () => {
  const world = disputedWorld(1, 600, HOT);
  const { points } = disputesOf(world);
  const by = new Map(points.map((one) => [pointId(one.point), one]));

  it('have every case in which the point was in play below the line', () => {
    const violation = 'food-unlicensed-operation';
    const grave = world.filter(({ codes }) => codes[0]?.issued?.factors[0]?.[1] === 3);
    const of = by.get(`${violation}/option/1/3`);
    expect(of?.objected.denominator).toBe(grave.length);
    const disputed = grave.filter(({ objections }) =>
      objections.some((one) =>
        one.disputed?.some((point) => point.kind === 'factor' && point.factor === 1),
      ),
    );
    expect(of?.of.objected).toEqual(disputed.map(({ id }) => id).sort());
    expect(of?.of.upheld).toEqual(
      disputed
        .filter(({ objections }) => objections[0]?.result === 'upheld')
        .map(({ id }) => id)
        .sort(),
    );
    expect(by.get(`${violation}/amount`)?.objected.denominator).toBe(600);
    expect(by.get(`${violation}/clause/食品安全法/122/1/`)?.objected.denominator).toBe(600);
  });

  it('count a case once, however often it was issued or disputed', () => {
    const twice = world.map((one) => ({
      ...one,
      codes: [...one.codes, ...one.codes],
      objections: [...one.objections, ...one.objections],
    }));
    expect(canonicalJson(disputesOf(twice))).toBe(canonicalJson(disputesOf(world)));
  });

  it('count what was erased apart', () => {
    const erased = world.map((one, i) =>
      i < 3
        ? { ...one, codes: one.codes.map((code) => ({ ...code, issued: null })), objections: [] }
        : one,
    );
    expect(disputesOf(erased)).toMatchObject({ cases: 600, unread: 3 });
  });
});

describe('hot points', () => {
  it('are the planted ones: recall and precision over twenty worlds', () => {
    let [found, right] = [0, 0];
    const planted = [
      'food-unlicensed-operation/clause/食品安全法/122/1/',
      'food-unlicensed-operation/option/1/3',
    ];
    for (let seed = 100; seed < 120; seed++) {
      const ids = hotPoints(disputesOf(disputedWorld(seed, 600, HOT))).hot.map(({ dispute }) =>
        pointId(dispute.point),
      );
      found += ids.length;
      right += ids.filter((id) => planted.includes(id)).length;
    }
    expect(right / (20 * planted.length)).toBeGreaterThanOrEqual(0.95);
    expect(right / found).toBeGreaterThanOrEqual(0.9);
  });

  it('are none in worlds without a plant', () => {
    for (let seed = 200; seed < 230; seed++)
      expect(hotPoints(disputesOf(disputedWorld(seed, 600))).hot).toEqual([]);
  });

  it('are none where numbers are small, and these are counted', () => {
    const { hot, tested, tooFew } = hotPoints(disputesOf(disputedWorld(1, 25, HOT)));
    expect([hot, tested]).toEqual([[], 0]);
    expect(tooFew).toBeGreaterThan(5);
  });

  it('look at rates: what is used ten times as often is not hot for being disputed ten times as often', () => {
    const plain = disputedWorld(7, 2000);
    const { points } = disputesOf(plain);
    const counts = points.map(({ objected }) => objected.numerator);
    expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts));
    expect(hotPoints(disputesOf(plain)).hot).toEqual([]);
  });
});

describe('advice', () => {
  const world = disputedWorld(1, 600, HOT);
  const given = advise(world, options);
  const amend = async (): Promise<Advice> => {
    const { advice } = await given;
    return advice.find(({ kind }) => kind === 'amend') ?? expect.fail('no advice to amend');
  };

  it('names point, bands, evidence and sample, and proposes what was tried', async () => {
    const advice = await amend();
    expect(advice.point).toEqual({
      kind: 'option',
      violation: 'food-unlicensed-operation',
      factor: 1,
      option: 3,
    });
    expect(advice.label.zh).toBe('未取得食品生产经营许可从事食品生产经营活动：危害后果“较重”');
    expect(advice.benchmark).toEqual({ pack: 'sample-bench', version: '1', rule: HASH });
    expect(advice.evidence).toHaveLength(advice.sample.objected.numerator);
    expect(advice.band.tiers.reduce((sum, { cases }) => sum + cases, 0)).toBe(
      advice.evidence.length,
    );
    // What the answers led to is 45 points; steps from 60 to 30 are 52, 45, 37, 30.
    expect(advice.proposal).toEqual({ factor: 1, option: 3, from: 60, to: 45 });
    expect(advice.trial).toMatchObject({
      cases: 600,
      compared: 600,
      heavier: 0,
      fit: { after: 0 },
    });
    expect(advice.trial?.fit.before).toBeGreaterThan(0);
    // With the longer duration the points stay in the open tier above 70, whose end they had reached.
    const moved = world.filter(({ codes }) => {
      const [harm, duration] = codes[0]?.issued?.factors ?? [];
      return harm?.[1] === 3 && duration?.[1] === 1;
    });
    expect(advice.trial?.lighter).toBe(moved.length);
    expect(BigInt(advice.trial?.after ?? 0)).toBeLessThan(BigInt(advice.trial?.before ?? 0));
    expect(advice.text.zh).toContain('由60调整为45');
  });

  it('does not say that most objections hold where a third does', async () => {
    const third = disputedWorld(1, 3000, { option: { disputed: 0.4, upheld: 0.4 } });
    const { advice } = await advise(third, { ...options, ruleOf: () => null });
    const amended = advice.filter(({ kind }) => kind === 'amend');
    expect(amended.length).toBeGreaterThan(0);
    for (const { sample, text } of amended) {
      expect(2 * sample.upheld.numerator).toBeLessThan(sample.upheld.denominator);
      expect(text.zh).toContain('异议成立的比例较高');
      expect(`${text.zh} ${text.en}`).not.toMatch(/多数成立|most objections/i);
    }
  });

  it('is on the version in use last, whatever the cases are called', async () => {
    const newest = world
      .filter(({ objections }) => objections.length > 0)
      .flatMap(({ codes }) => codes[0]?.at ?? [])
      .sort();
    // From the middle on another version; case numbers run the other way.
    const change = newest[newest.length >> 1] ?? '';
    const renamed = world.map((one, i) => ({
      ...one,
      id: `z-${String(world.length - i).padStart(4, '0')}`,
      codes: one.codes.map((code) => ({
        ...code,
        issued: code.issued && {
          ...code.issued,
          benchmark: { pack: 'sample-bench', version: code.at < change ? '1' : '2' },
        },
      })),
    }));
    const { advice } = await advise(renamed, options);
    expect(advice.length).toBeGreaterThan(0);
    for (const { benchmark } of advice) expect(benchmark.version).toBe('2');
  });

  it('asks for a better explanation where objections do not hold', async () => {
    const { advice } = await given;
    expect(advice.filter(({ kind }) => kind === 'explain')).toMatchObject([
      { point: { kind: 'clause', law: '食品安全法', article: 122 }, proposal: null, trial: null },
    ]);
  });

  it('proposes no figure without the Rule, on too small a library, or where nobody knows what was right', async () => {
    const without = await advise(world, { ...options, ruleOf: () => null });
    const small = await advise(world, { ...options, library: () => [] });
    const undecided = world.map((one) => ({
      ...one,
      codes: one.codes.map((code) => ({ ...code, decided: null })),
    }));
    for (const { advice } of [without, small, await advise(undecided, options)]) {
      expect(advice.length).toBeGreaterThan(0);
      for (const { proposal, trial } of advice) expect([proposal, trial]).toEqual([null, null]);
    }
  });

  it('is none in a small log', async () => {
    expect((await advise(world.slice(0, 25), options)).advice).toEqual([]);
  });

  it('is the same bytes in any order', async () => {
    expect(canonicalJson(await advise(world.toReversed(), options))).toBe(
      canonicalJson(await given),
    );
  });

  it('is what its format says', async () => {
    for (const advice of (await given).advice)
      expect(loadAdvice(JSON.parse(JSON.stringify(advice)))).toEqual({ ok: true, value: advice });
    const advice = await amend();
    expect(loadAdvice({ ...advice, trial: null })).toMatchObject({
      issues: [{ code: 'contradiction', at: '/trial' }],
    });
    expect(loadAdvice({ ...advice, extra: 1 })).toMatchObject({
      issues: [{ code: 'unknown-field', at: '/extra' }],
    });
  });

  it('of version 1 stays readable', () => {
    const kept = JSON.parse(
      readFileSync(new URL('fixtures/advice-1.json', import.meta.url), 'utf8'),
    );
    expect(loadAdvice(kept.advice)).toMatchObject({ ok: true });
    for (const answer of kept.answers) expect(loadAdviceAnswer(answer)).toMatchObject({ ok: true });
  });
});

describe('what is proposed', () => {
  it('never lies below the next lighter option, and nothing lies below the lightest', () => {
    expect(lighterPoints(RULE.benchmark, 1, 3).map(({ to }) => to)).toEqual([52, 45, 37, 30]);
    expect(lighterPoints(RULE.benchmark, 1, 1)).toEqual([]);
    expect(lighterPoints(RULE.benchmark, 9, 1)).toEqual([]);
    const unordered = structuredClone(RULE.benchmark);
    for (const factor of unordered.factors) factor.ordered = false;
    expect(lighterPoints(unordered, 1, 3)).toEqual([]);
  });
});

describe('an answer', () => {
  const PACK: BenchmarkPack = {
    format: 'chidu-benchmark/1',
    id: 'sample-bench',
    version: '1',
    title: { zh: '示例裁量基准', en: 'Sample benchmark' },
    sample: false,
    publisher: { name: '示例市市场监督管理局' },
    publication: { number: '示市监规〔2026〕1号', date: '2026-01-01' },
    from: '2026-01-01',
    to: null,
    benchmarks: [RULE.benchmark],
  };
  const names = { version: '2-draft', from: '2027-01-01' };
  const world = advise(disputedWorld(1, 600, HOT), options);
  const adopted = async (part: Partial<AdviceAnswer> = {}) => {
    const advice =
      (await world).advice.find(({ proposal }) => proposal) ?? expect.fail('no proposal');
    const answer: AdviceAnswer = {
      format: 'chidu-advice-answer/1',
      advice: advice.id,
      answer: 'adopt',
      reason: '异议多数成立',
      by: 'kid-head',
      on: '2026-12-01',
      until: null,
      ...part,
    };
    return { advice, answer };
  };

  it('that adopts becomes a draft, which is loaded only as a sample', async () => {
    const { advice, answer } = await adopted();
    const draft = draftBenchmark(PACK, advice, answer, names);
    if (!draft.ok) return expect.fail(JSON.stringify(draft.issues));
    const { benchmarks, ...pack } = draft.value;
    expect(pack).toMatchObject({
      version: '2-draft',
      sample: true,
      publication: null,
      title: { zh: '示例裁量基准（草案）' },
    });
    expect(loadBenchmarkPack(draft.value)).toMatchObject({
      ok: false,
      issues: [{ code: 'unpublished' }],
    });
    expect(loadBenchmarkPack(draft.value, { allowSample: true })).toMatchObject({ ok: true });
    // The table for all violations stands; that of the advice's violation is added and differs in one figure.
    expect(benchmarks[0]).toEqual(RULE.benchmark);
    expect(benchmarks[1]?.violation).toBe('food-unlicensed-operation');
    expect(benchmarks[1]?.factors[0]?.options.map(({ points }) => points)).toEqual([0, 30, 45]);
    expect(PACK.benchmarks[0]?.factors[0]?.options[2]?.points).toBe(60);
  });

  it('that rejects or defers, or speaks of another advice, makes no draft', async () => {
    for (const part of [
      { answer: 'reject' },
      { answer: 'defer', until: '2027-06-01' },
      { advice: 'other' },
    ] as const) {
      const { advice, answer } = await adopted(part);
      expect(draftBenchmark(PACK, advice, answer, names)).toMatchObject({
        ok: false,
        issues: [{ code: 'contradiction' }],
      });
    }
  });

  it('makes no draft of a pack that has moved on', async () => {
    const { advice, answer } = await adopted();
    const next = { ...PACK, version: '2' };
    expect(draftBenchmark(next, advice, answer, names)).toMatchObject({
      issues: [{ code: 'unknown-reference', at: '/benchmark' }],
    });
    const changed = structuredClone(PACK);
    const option = changed.benchmarks[0]?.factors[0]?.options[2];
    if (option) option.points = 50;
    expect(draftBenchmark(changed, advice, answer, names)).toMatchObject({
      issues: [{ code: 'unknown-reference', at: '/proposal' }],
    });
  });

  it('gives its reason, and a day where it defers', async () => {
    const { answer } = await adopted();
    expect(loadAdviceAnswer(answer)).toEqual({ ok: true, value: answer });
    expect(loadAdviceAnswer({ ...answer, reason: ' ' })).toMatchObject({
      issues: [{ at: '/reason' }],
    });
    expect(loadAdviceAnswer({ ...answer, answer: 'defer' })).toMatchObject({
      issues: [{ code: 'contradiction', at: '/until' }],
    });
    expect(loadAdviceAnswer({ ...answer, until: '2027-01-01' })).toMatchObject({
      issues: [{ at: '/until' }],
    });
    expect(loadAdviceAnswer({ ...answer, answer: 'defer', until: '2027-01-01' })).toMatchObject({
      ok: true,
    });
  });
});
