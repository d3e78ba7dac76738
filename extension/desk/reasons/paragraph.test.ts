import { readFileSync } from 'node:fs';
import { assess, type Case } from '@chidu/sdk/discretion';
import { makeRule, type Rule, statuteAt } from '@chidu/sdk/rules';
import { expect, it } from 'vitest';
import { reasonsParagraph } from './paragraph.ts';

const pack = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../sdk/packs/${name}`, import.meta.url), 'utf8'));

function ruleOf(violation: string): Rule {
  const found = statuteAt(pack('statutes.json'), violation, '2026-09-10');
  if (!found.ok) throw new Error(found.reason);
  const made = makeRule(found.statute, pack('sample-benchmark.json'), pack('grounds.json'));
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}
const rule = ruleOf('food-expired-or-false-date');
const subject: Case = {
  format: 'chidu-case/1',
  violation: rule.statute.violation,
  actDate: '2026-09-10',
  decisionDate: '2026-11-22',
  party: { kind: 'entity' },
  facts: { goodsValue: 300_000, serious: false },
  grounds: [],
  factors: Object.fromEntries(
    rule.benchmark.factors.map(({ id, options }) => [id, options[1]?.id ?? '']),
  ),
};
const assessment = assess(subject, rule);
const base = { assessment, departure: '', documentKind: 1 } as const;

it('says law, range, grounds, every factor, tier and amount, in the order of a notice', () => {
  const fine = assessment.suggestion ?? expect.fail('no suggestion');
  const text = reasonsParagraph({ ...base, fine }) ?? '';
  const order = [
    '当事人的行为属于',
    '法定罚款幅度为',
    '没有法定的不予、减轻、从轻或者从重处罚情节',
    '综合考虑下列裁量因素',
    ...rule.benchmark.factors.map(({ label }) => label.zh),
    '处罚对应法定罚款上下限之差的',
    '本局拟对当事人处罚款人民币',
    '大写：',
  ].map((part) => text.indexOf(part));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(text).toContain('不得用于实际案件');
  expect(text).not.toMatch(/undefined|null|证据/);
});

it('gives a departure in the words of the officer, and none that he did not write', () => {
  const fine = (assessment.suggestion ?? 0) + 100_000;
  expect(reasonsParagraph({ ...base, fine })).not.toContain('按上述基准计算为');
  const text = reasonsParagraph({ ...base, fine, departure: '当事人已停业，继续危害的可能较小。' });
  expect(text).toContain('当事人已停业，继续危害的可能较小。综上');
});

it('decides in a decision, and is silent while nothing is decided', () => {
  const fine = assessment.suggestion ?? 0;
  expect(reasonsParagraph({ ...base, fine, documentKind: 3 })).toContain('本局决定对当事人');
  const open = assess({ ...subject, factors: {} }, rule);
  expect(reasonsParagraph({ ...base, assessment: open, fine: undefined })).toBeNull();
});
