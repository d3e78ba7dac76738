import type { BrowserContext } from 'playwright-core';
import type { Album } from './album.ts';
import type { Checks } from './checks.ts';
import { comes } from './waiting.ts';

/** World, view, and what the picture shows of it. */
const PICTURES = [
  ['county', 'overview', '执法总览：每个数字都能点开', 'every number opens to what it counts'],
  ['district', 'process', '全程监督：超期的排在最前', 'what is past its period comes first'],
  ['county', 'liaison', '法治联动：线索在哪里、等谁', 'where clues are and who has to act'],
  ['district', 'statistics', '统计分析：任何一格都能点开', 'every cell opens to its cases'],
  ['district', 'alerts', '智慧预警：规则、阈值和问题', 'rules, thresholds, and what they ask'],
  ['district', 'law', '法律服务：违法行为及其依据', 'violations and what they rest on'],
  ['district', 'society', '社会监督：小数隐去', 'small numbers are hidden'],
  ['district', 'appraisal', '评议考核：公式公开', 'the formula is in the open'],
] as const;

/** The supervision body's screen as it stands on a desk, with logs of places that do not exist; `site` has their boards. */
export async function photographBoard(
  context: BrowserContext,
  album: Album,
  checks: Checks,
  site: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const [world, view, zh, en] of PICTURES) {
    await page.goto(`${site}/${world}`);
    const board = page.locator('chidu-board');
    await board.evaluate((element, name) => element.setAttribute('view', name), view);
    await board.evaluate((element) => (element as unknown as { ready: Promise<unknown> }).ready);
    checks.true(`看板：${view}`, await comes(page, `chidu-board [data-shown=${view}]`, 'visible'));
    await page.locator('chidu-board [data-figure], chidu-board table').first().waitFor();
    album.add(`board-${view}`, { zh, en: `The board: ${en}` }, await page.screenshot());
  }
  await page.close();
}
