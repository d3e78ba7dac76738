import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StatutePack } from '../../rules/index.ts';
import type { CaseRecord } from '../record.ts';
import { findProvisions, shelve } from './find-provisions.ts';
import { parseLaw } from './law-text.ts';
import { knownViolations, proposeViolations } from './propose.ts';

const pack = JSON.parse(
  readFileSync(new URL('../../../packs/statutes.json', import.meta.url), 'utf8'),
) as StatutePack;
const known = knownViolations(pack);
const DAY = '2026-03-01';

/** Facts worded for this test alone. */
const TOLD: readonly (readonly [string, string])[] = [
  [
    '执法人员发现冷柜内待售的酸奶已超过保质期九天，当事人经营超过保质期的食品。',
    'food-expired-or-false-date',
  ],
  ['餐馆后厨用超过保质期的面粉作原料制作馒头出售给食客。', 'food-expired-raw-material'],
  ['当事人没有食品经营许可证，在自建房里从事卤味生产经营活动。', 'food-unlicensed-operation'],
  ['当事人在宣传册广告中称其产品为国家级、最佳，使用绝对化用语。', 'ad-absolute-terms'],
  ['当事人为承揽业务向采购经理支付回扣，系商业贿赂，款项由单位账户支出。', 'uc-bribery-entity'],
  ['前员工将客户名单和配方带到新公司使用，权利人称其侵犯商业秘密。', 'uc-trade-secret'],
  ['当事人销售的运动鞋侵犯他人注册商标专用权，经权利人鉴定为假货。', 'tm-infringement'],
  ['药店出售的医用口罩和血糖试纸过期，属于经营过期的医疗器械。', 'dev-expired'],
  ['美容院自行配制面膜并给顾客使用，部分化妆品超过使用期限。', 'cos-expired-or-self-mixed'],
  ['小区电梯轿厢内没有张贴安全说明和警示标志。', 'se-elevator-warning-signs'],
];

test('without a library the names of the violations already put the right one among the first three', () => {
  const ranks = TOLD.map(([facts, violation]) =>
    proposeViolations(facts, known, DAY).proposals.findIndex((one) => one.violation === violation),
  );
  expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThanOrEqual(8);
  expect(ranks.filter((rank) => rank >= 0 && rank < 3)).toHaveLength(TOLD.length);
});

test('facts of another world are not called sure', () => {
  for (const facts of [
    '被告人酒后驾车被交警查获。',
    '双方因租房押金发生争执。',
    '今日天气晴，气温回升。',
  ])
    expect(proposeViolations(facts, known, DAY).sure).toBe(false);
});

test('the text is the one in force on the day of the act, or none', () => {
  const facts = '当事人作虚假或者引人误解的商业宣传，欺骗、误导消费者。';
  const on = (day: string) =>
    proposeViolations(facts, known, day).proposals.find(
      ({ violation }) => violation === 'uc-false-promotion',
    );
  expect(on('2024-05-01')?.statute?.basis).toMatchObject({ law: '反不正当竞争法', article: 20 });
  expect(on('2025-10-14')?.statute?.basis.article).toBe(20);
  expect(on('2025-10-15')?.statute?.basis.article).toBe(25);
  expect(on('2015-01-01')?.statute).toBeNull();
});

test('what like cases were decided as outweighs words, and they are named', () => {
  const record = (id: string): CaseRecord => ({
    format: 'chidu-case-record/1',
    id,
    facts: '略',
    violation: 'food-no-purchase-check',
    statutes: [],
    factors: {},
    source: { name: '测试' },
  });
  const like = ['a', 'b'].map((id) => ({
    hit: { index: 0, row: 0, id, score: 0.5, parts: [] },
    record: record(id),
  }));
  const { proposals, sure } = proposeViolations('当事人拿不出进货票据。', known, DAY, like);
  expect(proposals[0]).toMatchObject({ violation: 'food-no-purchase-check', cases: ['a', 'b'] });
  expect(sure).toBe(true);
});

const LAW = `# 示范市场管理条例

（2024年3月1日示范市人民代表大会通过）

## 第一章　总则

**第一条** 为了规范市场秩序，制定本条例。

第二条　经营者应当亮证经营。
经营者不得有下列行为：
（一）缺斤短两；
（二）使用未经检定的计量器具。

第二条之一　网络经营者参照前条执行。

第十条　本条例自2024年7月1日起施行。
`;

test('a plain text of a law is read to article, paragraph and item', () => {
  const law = parseLaw(LAW);
  expect(law).toMatchObject({ law: '示范市场管理条例', from: '2024-07-01', to: null });
  expect(law.provisions.map(({ article, paragraph, item }) => [article, paragraph, item])).toEqual([
    ['1', 1, null],
    ['2', 1, null],
    ['2', 2, 1],
    ['2', 2, 2],
    ['2-1', 1, null],
    ['10', 1, null],
  ]);
  expect(law.provisions[3]?.text).toBe('经营者不得有下列行为：使用未经检定的计量器具。');
  for (const [text, line] of [
    ['', 'line 1'],
    ['某法\n没有条文', 'line 1'],
    ['某法\n第三条 甲\n第二条 乙', 'line 3'],
  ] as const)
    expect(() => parseLaw(text)).toThrowError(
      expect.objectContaining({ code: 'statute-text', at: line }),
    );
});

test('the provision that fits is found in the text of the day, and a law without days is named', async () => {
  const later = parseLaw(LAW.replace('第二条　', '第三条　').replace('第二条之一', '第三条之一'), {
    from: '2026-01-01',
  });
  const first = { ...parseLaw(LAW), to: '2026-01-01' };
  const undated = { ...parseLaw(LAW), law: '无日期条例', from: null };
  const shelf = await shelve([first, later, undated]);
  const facts = '当事人在菜市场使用未经检定的电子秤，该计量器具没有合格证。';
  const at = (day: string) => findProvisions(shelf, facts, day);
  expect(at('2025-06-01').found[0]).toMatchObject({
    provision: { article: '2', paragraph: 2, item: 2 },
    from: '2024-07-01',
  });
  expect(at('2026-06-01').found[0]).toMatchObject({
    provision: { article: '3', paragraph: 2, item: 2 },
    from: '2026-01-01',
  });
  expect(at('2020-01-01').found).toEqual([]);
  expect(at('2025-06-01').undated).toEqual(['无日期条例']);
});
