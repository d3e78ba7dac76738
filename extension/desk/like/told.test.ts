import { readFile } from 'node:fs/promises';
import type { CaseRecord } from '@chidu/sdk/cases';
import { buildIndex, search } from '@chidu/sdk/cases/search';
import { assess, type Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import { beforeAll, expect, it } from 'vitest';
import { loadRuleBook, ruleFor } from '../rule-book.ts';
import { queryOf } from './query.ts';
import { toldOf } from './told.ts';

const packs = new URL('../../../sdk/packs/', import.meta.url);
const FACTS = '当事人未取得食品生产许可证，生产并销售预包装糕点，货值金额10,000元。';
let case_: Case;
let rule: Rule;

beforeAll(async () => {
  const book = await loadRuleBook((file) => readFile(new URL(file, packs), 'utf8'));
  const found = ruleFor(book, 'food-unlicensed-operation', '2026-09-07', '2026-11-21');
  if (!found.ok) return expect.fail(found.reason);
  rule = found.rule;
  case_ = {
    format: 'chidu-case/1',
    violation: 'food-unlicensed-operation',
    actDate: '2026-09-07',
    decisionDate: '2026-11-21',
    party: { kind: 'entity' },
    facts: { goodsValue: 1_000_000 },
    grounds: [],
    factors: Object.fromEntries(
      rule.benchmark.factors.map(({ id, options }) => [id, options[0]?.id ?? '']),
    ),
  };
});

const record = (index: number, part: Partial<CaseRecord>): CaseRecord => ({
  format: 'chidu-case-record/1',
  id: `r${index}`,
  facts: `${FACTS}另有第${index}号情节。`,
  violation: 'food-unlicensed-operation',
  statutes: [],
  factors: {},
  source: { name: '测试' },
  ...part,
});

async function told(records: readonly CaseRecord[]) {
  const query = queryOf(case_, rule, FACTS);
  const result = search([await buildIndex(records)], query, { limit: 200 });
  const hits = result.hits.flatMap((hit) => {
    const found = records[hit.row];
    return found ? [{ ...hit, field: 'food', record: found }] : [];
  });
  const found = { ...result, hits, fields: ['food'], records: records.length };
  return toldOf(query, found, { case: case_, rule, assessment: assess(case_, rule) });
}

it('sets the amounts of four ways side by side and names where they do not meet', async () => {
  const fine = (index: number) => 40_000_000 + index * 100_000;
  const records = Array.from({ length: 60 }, (_, index) =>
    record(index, { fine: fine(index), ...(index === 5 && { guiding: true }) }),
  );
  const { four } = await told(records);
  const { suggestion } = assess(case_, rule);
  const [benchmark, like, regression, guiding] = four.ways;
  expect(benchmark).toMatchObject({ way: 'benchmark', fine: suggestion, lawful: true });
  expect(like).toMatchObject({ way: 'like-cases', cases: 30, lawful: false });
  expect(regression).toMatchObject({ way: 'regression', cases: 60 });
  expect(regression?.fine).toBeGreaterThan(fine(0));
  expect(regression?.fine).toBeLessThan(fine(60));
  expect(guiding).toMatchObject({ way: 'guiding', fine: fine(5), cases: 1 });
  const apart = four.disagreements.filter(({ kind }) => kind === 'apart');
  expect(apart.map(({ between }) => between.join(' '))).toContain('benchmark regression');
});

it('takes no amount from another text of the law, from another violation or from a few', async () => {
  const { like, four } = await told([
    ...Array.from({ length: 40 }, (_, index) =>
      record(index, { fine: 40_000_000, lawVersion: '2009-06-01' }),
    ),
    record(50, { fine: 5_000_000, violation: 'food-expired-or-false-date', guiding: true }),
    record(51, { fine: 6_000_000 }),
    record(52, { fine: 6_000_000 }),
  ]);
  expect(like.spread).toBeNull();
  expect(four.ways.slice(1).map(({ fine }) => fine)).toEqual([null, null, null]);
  expect(four.disagreements).toEqual([]);
});

it('says why a case is near, and what its answer to a factor would do here', async () => {
  const [factor] = rule.benchmark.factors;
  const other = factor?.options.at(-1)?.id ?? '';
  const { like } = await told([record(1, { factors: { [factor?.id ?? '']: other } })]);
  const [first] = like.cases;
  expect(first?.reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(first?.differences.find(({ kind }) => kind === 'factor')).toMatchObject({
    id: factor?.id,
    theirs: other,
    effect: { outcome: 'fine' },
  });
});
