import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenPage, openPages, type Pages } from '../../extension/tool/open-pages.ts';
import { suggestPage } from '../../extension/tool/suggest.ts';
import { readTool } from '../tool.ts';
import { FURTHER } from './pages/further-kinds.ts';
import { HELD_OUT } from './pages/held-out.ts';
import { type LegacyServer, serveLegacy } from './pages/serve.ts';

let pages: Pages;
let server: LegacyServer;
let page: OpenPage;
beforeAll(async () => {
  [pages, server] = await Promise.all([openPages(), serveLegacy()]);
  page = await pages.open('about:blank');
});
afterAll(async () => {
  await pages.close();
  await server.close();
});

/** These pages are whole when they have loaded: nothing arrives later. */
const AT_ONCE = { still: 0, least: 0, most: 0 };

const tally = { bound: 0, asked: 0 };

test.each([...HELD_OUT, ...FURTHER])(
  'binds no field wrong on a page it was not made for: $name',
  async (kind) => {
    server.show(kind.draw(kind.lines, { frame: '', swap: false }));
    await page.page.goto(`${server.origin}/aj/`);
    const { suggestions, withheld } = await suggestPage(page, AT_ONCE);
    const asked = kind.lines.filter(({ field }) => field !== null);
    const missed = asked.filter((one) => !suggestions.some(({ field }) => field === one.field));
    console.info(
      `${kind.name}: ${suggestions.length} of ${asked.length}`,
      JSON.stringify({ missed: missed.map(({ label }) => label), withheld }),
    );
    for (const { field, reads, label } of suggestions)
      expect(reads, `${field} at ${label}`).toBe(asked.find((one) => one.field === field)?.meant);
    tally.bound += suggestions.length;
    tally.asked += asked.length;
  },
);

test('binds four of five fields on such pages', () => {
  console.info(`bound ${tally.bound} of ${tally.asked}`);
  expect(tally.bound / tally.asked).toBeGreaterThanOrEqual(0.8);
});

/** Whole pages with something in them that leads astray, and all that may be bound on them. */
const TRAPS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  // A search form and a list of cases: none of them is the case.
  list: {},
  // A group of a person and of an entity of which one is empty; dates of signatures; an amount in running text.
  'approval-form': {
    caseNumber: '甲市监立〔2026〕88号',
    party: '丙县丁商贸有限公司',
    legalRepresentative: '甄丁',
    address: '丙县大街1号',
    cause: '涉嫌经营超过保质期食品案',
    illegalFacts: '2026年3月1日，执法人员检查发现……货值金额约3000元。',
    caseSource: '投诉举报',
    filedDate: '2026-03-03',
  },
  // A vague amount, a dash, an empty day; the confiscated gains beside the gains.
  refusals: {
    caseNumber: 'A2026-001',
    party: '戊店',
    cause: '未明码标价',
    penaltyBasis: '《价格法》第四十二条',
    fine: 1_500_000,
    confiscated: 200_000,
    closedDate: '2026-05-01',
  },
  decision: {
    decisionNumber: '甲市监处罚〔2026〕15号',
    party: '己市庚超市',
    partyCode: '92330000MA2ABCDE1X',
    legalRepresentative: '甄庚',
    address: '己市路2号',
    penaltyBasis: '《食品安全法》第一百二十四条。',
  },
  // The code of the authority beside the party, days to come, the same name twice.
  publicity: {
    caseName: '辛公司虚假宣传案',
    decisionNumber: '甲市监处〔2026〕9号',
    party: '辛公司',
    partyKind: 'entity',
    legalRepresentative: '甄辛',
    cause: '虚假宣传',
    illegalFacts: '当事人对商品作虚假宣传。',
    penaltyBasis: '《反不正当竞争法》第二十条',
    penaltyKind: '罚款',
    penaltyContent: '罚款20000元',
    fine: 2_000_000,
    department: '甲市市场监督管理局',
    decisionDate: '2026-04-01',
  },
  // A label beside a label, a unit chosen from a list, a day that does not exist.
  mixed: {
    caseNumber: '癸案〔2026〕7号',
    party: '癸公司',
    'facts.goodsValue': 120_000,
    'facts.illegalGains': 350_000,
    stage: '调查取证',
  },
  // Labels in one cell with their boxes, without a colon.
  'same-cell': {
    caseNumber: 'A案〔2026〕3号',
    party: '丙公司',
    cause: '无照经营',
    'facts.goodsValue': 10_000,
    'facts.illegalGains': 2_000,
  },
  // Numbers before the labels, and the colon in a cell of its own.
  'colon-cell': { caseNumber: 'A案〔2026〕6号', party: '己公司', cause: '价格欺诈' },
  // An amount in characters and in digits, a zero that is one, an empty cell.
  'amount-twice': {
    caseNumber: 'A案〔2026〕9号',
    party: '壬公司',
    penaltyBasis: '《食品安全法》第一百二十四条',
    'facts.goodsValue': 3_000_000,
    'facts.illegalGains': 0,
  },
  // Other cases with the same labels, other people, values that are no more.
  'other-cases': {
    caseNumber: '甲市监案〔2026〕1号',
    party: '甲店',
    cause: '虚假宣传',
    fine: 100_000,
  },
  // Rows that do not apply, a dialog that is not open, words for nothing; a closed tab is read.
  'not-in-use': {
    caseNumber: '乙市监案〔2026〕2号',
    party: '乙店',
    'facts.goodsValue': 50_000,
    'facts.illegalGains': 10_000,
    'facts.illegalTurnover': 60_000,
    filedDate: '2026-05-05',
  },
  // A unit that the page states once, over all amounts.
  'unit-note': { caseNumber: '丙市监案〔2026〕3号', fine: 500_000, 'facts.adFee': 6000 },
  // A drawn select with its list, a count of characters, heads over values twice in one table.
  'drawn-form': {
    caseNumber: '丁市监案〔2026〕4号',
    party: '丁店',
    partyKind: 'individual',
    partyCode: '91330000MA2TEST07X',
    address: '丁市东街1号',
    cause: '价格欺诈',
    illegalFacts: '当事人销售的肥料不合格。',
    fine: 500_000,
  },
  // Links behind values, the authority's address and head, the last penalty in a column, what a template left.
  'beside-values': {
    caseNumber: '戊市监案〔2026〕5号',
    party: '戊店',
    partyCode: '91330000MA2TEST09X',
    cause: '过度包装',
    'facts.goodsValue': 1_200_000,
    'facts.illegalGains': 20_000,
    fine: 5_280_000,
  },
  // A choice of kinds beside the label of the party.
  'kind-beside': { caseNumber: '己市监案〔2026〕6号' },
  // Papers of other proceedings, a table of the yardstick, a frame under the title of other cases.
  'other-steps': { caseNumber: '庚市监案〔2026〕7号', party: '庚店' },
};

test.each(Object.entries(TRAPS))(
  'binds what is certain and nothing else: %s',
  async (name, meant) => {
    await page.page.goto(String(new URL(`./pages/traps/${name}.html`, import.meta.url)));
    const { suggestions } = await suggestPage(page, AT_ONCE);
    expect(Object.fromEntries(suggestions.map(({ field, reads }) => [field, reads]))).toEqual(
      meant,
    );
  },
);

test('says what to do about a page that cannot be reached, without a stack', () => {
  const { exit, all } = readTool([
    'node',
    '--conditions=development',
    'extension/tool/adapter.ts',
    'suggest',
    'http://127.0.0.1:9/aj/detail.jsp',
    '--json',
  ]);
  expect(exit).toBe(2);
  expect(all).toContain('page-unreachable: http://127.0.0.1:9/aj/detail.jsp (ERR_');
  expect(all).toContain('save the page there as HTML');
  expect(all).not.toMatch(/^\s+at /m);
});
