import { expect, test } from 'vitest';
import { CASE, RULE } from '../../discretion/fixtures/food-122.ts';
import { assess } from '../../discretion/index.ts';
import type { CaseRecord } from '../record.ts';
import { buildIndex, search } from '../search/index.ts';
import { fourWays } from './four-ways.ts';
import { likeCases } from './like-cases.ts';
import { spreadOf } from './spread.ts';

const told =
  '当事人未取得食品经营许可，在租用的厂房内加工熟食制品并向周边小店批发，现场有卤煮锅具和包装袋。';
const [factor] = RULE.benchmark.factors;
const mine = CASE.factors[factor?.id ?? ''];
const other = factor?.options.find(({ id }) => id !== mine);

const record = (id: string, more: Partial<CaseRecord>): CaseRecord => ({
  format: 'chidu-case-record/1',
  id,
  facts: told,
  violation: RULE.statute.violation,
  statutes: [],
  factors: {},
  source: { name: '测试' },
  ...more,
});
const records = [
  record('a', {
    fine: 5_000_000,
    factors: { [factor?.id ?? '']: other?.id ?? '' },
    lawVersion: '2021-04-29',
  }),
  record('b', { facts: `${told}另查明无前科。`, fine: 6_000_000 }),
  record('c', {
    facts: '当事人在夜市摆摊出售烧烤，没有办理小摊贩登记，执法人员责令补办。',
    fine: 9_000_000,
  }),
  record('d', { facts: '当事人网店销售未经许可生产的糕点，许可证编号系伪造。', fine: 8_000_000 }),
];
const query = { facts: told, violation: RULE.statute.violation, factors: CASE.factors };

test('why, where it differs, and what the difference would do, as the calculator has it', async () => {
  const index = await buildIndex(records);
  const answer = likeCases(
    query,
    search([index], query, { limit: 30 }),
    ({ row }) => records[row],
    {
      standing: { case: CASE, rule: RULE },
    },
  );
  expect(answer.nearness).toBe('near');
  const [first] = answer.cases;
  expect(first?.record.id).toBe('a');
  expect(first?.copies).toEqual(['b']);
  expect(first?.reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(first?.law).toEqual({ applied: '2021-04-29', present: RULE.statute.from });
  const difference = first?.differences.find(({ kind }) => kind === 'factor');
  expect(difference).toMatchObject({ id: factor?.id, mine, theirs: other?.id });
  const now = assess(CASE, RULE);
  const then = assess(
    { ...CASE, factors: { ...CASE.factors, [factor?.id ?? '']: other?.id ?? '' } },
    RULE,
  );
  expect(difference?.effect).toEqual({
    points: (then.points ?? 0) - (now.points ?? 0),
    suggestion: then.suggestion === null ? null : then.suggestion - (now.suggestion ?? 0),
    outcome: then.outcome,
    tier: then.tier,
  });
  expect(difference?.effect?.points).not.toBe(0);
  // The first was decided under another text of the law, which knew other amounts.
  expect(answer.spread).toMatchObject({
    count: 3,
    least: 6_000_000,
    middle: 8_000_000,
    most: 9_000_000,
  });
  expect(answer.own?.range).toEqual(now.range);
});

test('for a matter that the library does not hold the answer is that nothing is near', async () => {
  const index = await buildIndex(records);
  const stranger = {
    facts: '甲乙双方因房屋租赁押金返还发生争议，租客诉至法院要求出租人承担违约责任。',
  };
  const answer = likeCases(stranger, search([index], stranger), ({ row }) => records[row]);
  expect(answer).toMatchObject({ nearness: 'none', cases: [], spread: null, own: null });
});

test('an unknown is neither agreement nor difference', async () => {
  const index = await buildIndex(records);
  const answer = likeCases(query, search([index], query), ({ row }) => records[row]);
  const plain = answer.cases.find(({ record: { id } }) => id === 'd');
  expect(plain?.differences.some(({ kind }) => kind === 'factor')).toBe(false);
  expect(answer.cases[0]?.differences.find(({ kind }) => kind === 'factor')?.effect).toBeNull();
});

test('without words the structure still finds cases, and they are not called near', async () => {
  const index = await buildIndex(records);
  const { facts: _, ...bare } = query;
  const answer = likeCases(bare, search([index], bare), ({ row }) => records[row]);
  expect(answer.nearness).toBe('unsure');
  expect(answer.cases.length).toBeGreaterThan(0);
});

test('without a word of the facts, what the structure finds is shown and not sure', async () => {
  const index = await buildIndex(records);
  const wordless = { violation: RULE.statute.violation, factors: CASE.factors };
  const answer = likeCases(wordless, search([index], wordless), ({ row }) => records[row]);
  expect(answer.nearness).toBe('unsure');
  expect(answer.cases.length).toBeGreaterThan(0);
});

test('a spread is made of fines that were given, and of none that is not known', () => {
  expect(
    spreadOf([record('x', { fine: 1 }), record('y', {}), record('z', { fine: 3 })]),
  ).toBeNull();
  const four = [10, 20, 30, 40].map((fine) => record(String(fine), { fine }));
  expect(spreadOf(four)).toMatchObject({
    lowerQuarter: 10,
    middle: 20,
    upperQuarter: 30,
    most: 40,
  });
});

test('four ways stand side by side and their disagreement has a name', () => {
  const assessment = { suggestion: 100, range: { min: 50, max: 200 }, band: { min: 80, max: 120 } };
  const { ways, disagreements } = fourWays({
    assessment,
    spread: spreadOf([90, 100, 110].map((fine) => record(String(fine), { fine }))),
    prediction: { fine: 300, low: 250, high: 350, cases: 900 },
    guiding: [record('g', { fine: 130, guiding: true })],
  });
  expect(ways.map(({ way, fine, lawful }) => [way, fine, lawful])).toEqual([
    ['benchmark', 100, true],
    ['like-cases', 100, true],
    ['regression', 300, false],
    ['guiding', 130, true],
  ]);
  expect(disagreements).toContainEqual({
    between: ['benchmark', 'regression'],
    kind: 'apart',
    by: 200,
  });
  expect(disagreements).not.toContainEqual(
    expect.objectContaining({ between: ['benchmark', 'like-cases'] }),
  );
  const alone = fourWays({ assessment: null, spread: null, prediction: null, guiding: [] });
  expect(alone.ways.every(({ fine }) => fine === null)).toBe(true);
  expect(alone.disagreements).toEqual([]);
});
