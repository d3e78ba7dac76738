import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { build } from '../build.ts';
import { openBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';

const DIST = new URL('../../widget/dist/', import.meta.url);

/** Invented: a small number is hidden, and with it what would give it back. */
const PUBLICATION = {
  format: 'chidu-public/1',
  k: 10,
  before: '2026-11-01',
  rows: [
    { id: 'food', zh: '食品', en: 'Food' },
    { id: 'price', zh: '价格', en: 'Prices' },
  ],
  columns: [
    { id: 'lighten', zh: '从轻', en: 'Lighter' },
    { id: 'ordinary', zh: '一般', en: 'Ordinary' },
  ],
  cells: [
    [null, null],
    [null, null],
  ],
  rowTotals: [40, 37],
  columnTotals: [44, 33],
  total: 77,
};

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

it('stands on the page of somebody else, with nothing but leave to load it', async () => {
  build('widget');
  const authority = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const { pathname } = new URL(request.url ?? '/', 'http://authority');
    if (pathname === '/open/2026-10.json') return response.end(JSON.stringify(PUBLICATION));
    response.setHeader('content-type', 'text/javascript');
    response.end(await readFile(new URL(pathname.slice('/chidu/'.length), DIST)));
  });
  const from = `http://localhost:${await listening(authority)}`;
  const newspaper = createServer((_, response) => {
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${from}; style-src 'none'; connect-src ${from}; require-trusted-types-for 'script'`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh"><title>newspaper</title><h1>某报</h1>
<script type="module" src="${from}/chidu/chidu-board.js"></script>
<chidu-board public publication="${from}/open/2026-10.json"></chidu-board>`);
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(`http://127.0.0.1:${await listening(newspaper)}/`);
    await page.locator('chidu-board table').waitFor();
    const cells = await page.locator('chidu-board td').allInnerTexts();
    expect(cells.filter((cell) => cell === '隐去')).toHaveLength(4);
    expect(cells).toEqual(expect.arrayContaining(['40', '37', '44', '33', '77']));
    expect(await complaints()).toEqual([]);
  } finally {
    await browser.close();
    authority.close();
    newspaper.close();
  }
});
