import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPages, type Pages } from '../../extension/tool/open-pages.ts';
import { suggestPage } from '../../extension/tool/suggest.ts';
import { HELD_OUT } from './pages/held-out.ts';
import { type LegacyServer, serveLegacy } from './pages/serve.ts';

let pages: Pages;
let server: LegacyServer;
beforeAll(async () => {
  [pages, server] = await Promise.all([openPages(), serveLegacy()]);
});
afterAll(async () => {
  await pages.close();
  await server.close();
});

const tally = { bound: 0, asked: 0 };

test.each(HELD_OUT)('binds no field wrong on a page it was not made for: $name', async (kind) => {
  server.show(kind.draw(kind.lines, { frame: '', swap: false }));
  const page = await pages.open(`${server.origin}/aj/`);
  const { suggestions, withheld } = await suggestPage(page);
  await page.close();
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
});

test('binds four of five fields on such pages', () => {
  console.info(`bound ${tally.bound} of ${tally.asked}`);
  expect(tally.bound / tally.asked).toBeGreaterThanOrEqual(0.8);
});
