import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Adapter } from '../../extension/adapters/adapter.ts';
import { judgePage } from '../../extension/judge/judge-page.ts';
import { mergeFrames } from '../../extension/judge/merge-frames.ts';
import type { PageReading, PageTexts } from '../../extension/locate/reading.ts';
import { type OpenPage, openPages, type Pages } from '../../extension/tool/open-pages.ts';
import { html } from './pages/line.ts';
import { type LegacyServer, serveLegacy } from './pages/serve.ts';

/** Documents rather than forms: boxes inside sentences, and print windows that a script writes. */
let pages: Pages;
let server: LegacyServer;
beforeAll(async () => {
  [pages, server] = await Promise.all([openPages(), serveLegacy()]);
});
afterAll(async () => {
  await pages.close();
  await server.close();
});

/** Digits or Chinese numerals up to 元, and 角 behind it; a comma of the sentence ends it. */
const AMOUNT = '([\\d,.]+[万亿]?元|[一-龥]{1,16}元(?:整|[一-龥]角)?)';
const sentence = (pattern: string) => [{ by: 'sentence' as const, pattern }];
const ADAPTER: Adapter = {
  format: 'chidu-adapter/1',
  id: 'paper',
  version: '1',
  title: { zh: '文书', en: 'Paper' },
  matches: ['http://127.0.0.1/*'],
  pages: [
    {
      id: 'report',
      kind: 'case',
      text: ['调查终结报告'],
      fields: [
        {
          field: 'party',
          check: { as: 'text', pattern: '.{2,40}' },
          locators: sentence('当事人(.{2,40}?)于\\d{4}年'),
        },
        {
          field: 'actDate',
          check: { as: 'day' },
          locators: sentence('于(\\d{4}年\\d{1,2}月\\d{1,2}日)'),
        },
        {
          field: 'facts.goodsValue',
          check: { as: 'fen' },
          locators: sentence(`货值金额(?:共计)?(?:人民币)?${AMOUNT}`),
        },
        {
          field: 'facts.illegalGains',
          check: { as: 'fen' },
          locators: sentence(`违法所得(?:共计)?(?:人民币)?${AMOUNT}`),
        },
      ],
    },
    {
      id: 'notice',
      kind: 'notice',
      text: ['行政处罚告知书', '陈述'],
      fields: [
        {
          field: 'documentNumber',
          check: { as: 'text', pattern: '.{2,20}〔\\d{4}〕\\d{1,6}号' },
          locators: sentence('告知书([^〔]{2,20}〔\\d{4}〕\\d{1,6}号)'),
        },
        {
          field: 'fine',
          check: { as: 'fen' },
          locators: sentence(`罚款(?:人民币)?${AMOUNT}`),
        },
      ],
      slot: { by: 'end' },
    },
  ],
  samples: [],
};

const read = async (page: OpenPage): Promise<readonly PageReading[]> =>
  (await page.ask<PageTexts | null>(`readPage(document, ${JSON.stringify(ADAPTER)}, '')`)).flatMap(
    (one) => (one && judgePage(one, ADAPTER)) ?? [],
  );

const REPORT = (amount: string, gains: string): string =>
  html(
    '调查终结报告',
    `<h2>调查终结报告</h2><form><p>　　当事人<input name="a" value="兰汀市虚谷食品有限公司">于<input name="y" size="4" value="2026">年<input name="m" size="2" value="2">月<input name="d" size="2" value="7">日销售超过保质期的糕点<input name="n" value="12">袋，货值金额共计人民币<input name="h" value="${amount}">元，违法所得<u>${gains}</u>，有现场笔录为证。</p><label><input type="checkbox" checked>已核对</label></form>`,
    '<meta charset="utf-8">',
  );

test.each([
  ['37,500.00', '2600.5元', 3_750_000, 260_050],
  ['3.75万', '零元', 3_750_000, 0],
  ['叁万柒仟伍佰', '贰仟陆佰元伍角', 3_750_000, 260_050],
  ['约三万', '2600.5元', null, 260_050],
])('reads boxes and amounts inside sentences: %s and %s', async (amount, gains, goods, illegal) => {
  server.show({ '': { html: REPORT(amount, gains) } });
  const page = await pages.open(`${server.origin}/aj/`);
  const merged = mergeFrames(await read(page));
  await page.close();
  const value = (field: Parameters<typeof merged.get>[0]) => {
    const reading = merged.get(field);
    return reading?.state === 'read' ? reading.value : null;
  };
  expect(value('party')).toBe('兰汀市虚谷食品有限公司');
  expect(value('actDate')).toBe('2026-02-07');
  expect(value('facts.goodsValue')).toBe(goods);
  expect(value('facts.illegalGains')).toBe(illegal);
});

test('reads a print window that a script writes, and writes again', async () => {
  const paper = (fine: string): string =>
    `<h1>行政处罚告知书</h1><p>兰市监罚告〔2026〕31号</p><p>本局拟对你单位罚款人民币${fine}。你单位可以陈述、申辩。</p>`;
  server.show({
    '': {
      html: html(
        '案件',
        `<button onclick="const w = window.open('', 'dy'); w.document.open(); w.document.write('<body>' + window.paper + '</body>'); w.document.close();">打印</button><script>window.paper = ${JSON.stringify(paper('12,800.00元')).replaceAll('<', '\\x3c')};</script>`,
        '<meta charset="utf-8">',
      ),
    },
  });
  const page = await pages.open(`${server.origin}/aj/`);
  const [opened] = await Promise.all([page.page.waitForEvent('popup'), page.page.click('button')]);
  const window = await pages.look(opened);
  const fine = async () => {
    const [reading] = await read(window);
    const found = reading?.fields.find(({ field }) => field === 'fine');
    return found?.state === 'read' ? found.value : found?.state;
  };
  expect(await fine()).toBe(1_280_000);
  await page.page.evaluate((next) => {
    (globalThis as unknown as { paper: string }).paper = next;
  }, paper('壹万伍仟元整'));
  await page.page.click('button');
  expect(await fine()).toBe(1_500_000);
  await page.close();
});
