import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCode } from '@chidu/sdk/codes';
import { annexPage, codeSymbol, MODULE_MM, QUIET_ZONE } from '@chidu/sdk/codes/draw';
import { describe, expect, it } from 'vitest';
import { sm2Signer } from '../conformance/signers.ts';
import { typicalPayload } from '../conformance/typical.ts';
import { openBrowser } from './browser.ts';

const CHROMIUM = '/usr/bin/chromium';
const tools = ['pdftoppm', 'pdfinfo', 'zbarimg'].every(
  (name) => spawnSync(name, ['-h']).error === undefined,
);

describe.runIf(existsSync(CHROMIUM) && tools)('the annex page, printed at 100 %', () => {
  it('is one A4 page whose code has true millimetres and is read at 150 and 300 dpi', async () => {
    const { text, checkCode } = await signCode(typicalPayload, sm2Signer('annex'));
    const symbol = codeSymbol('https://zfjd.hangzhou.gov.cn', text);
    const caption = {
      checkCode,
      host: 'zfjd.hangzhou.gov.cn',
      document: typicalPayload.document,
      phone: '12345',
    };
    const folder = mkdtempSync(join(tmpdir(), 'chidu-annex-'));
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('annex.html'), annexPage(symbol, caption, '甲市市场监督管理局'));
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`file://${file('annex.html')}`);
      await page.pdf({ path: file('annex.pdf'), preferCSSPageSize: true, printBackground: false });
    } finally {
      await browser.close();
    }
    const info = execFileSync('pdfinfo', [file('annex.pdf')], { encoding: 'utf8' });
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/);

    for (const dpi of [150, 300]) {
      execFileSync('pdftoppm', ['-r', String(dpi), '-gray', file('annex.pdf'), file(`at${dpi}`)]);
      const image = file(`at${dpi}-1.pgm`);
      const read = execFileSync('zbarimg', ['--quiet', '--raw', image], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(read.trim()).toBe(symbol.url);
    }
    // The frame stands at 25 mm and the symbol 10 mm inside it, behind its quiet zone.
    const side = measureSide(readFileSync(file('at300-1.pgm')), 25 + 10 + QUIET_ZONE * MODULE_MM);
    expect(Math.abs(side - symbol.modules * MODULE_MM)).toBeLessThan(0.2);
  });
});

/**
 * Height of the symbol in millimetres, from the top of the upper finder pattern to the bottom of the lower one, along
 * the first column of modules: the first and the last dark run of seven modules.
 */
function measureSide(pgm: Buffer, leftMm: number): number {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  const [columns, rows] = [Number(header?.[1]), Number(header?.[2])];
  const pixels = pgm.subarray(pgm.length - columns * rows);
  const perMm = 300 / 25.4;
  const x = Math.round((leftMm + MODULE_MM / 2) * perMm);
  const isDark = (y: number): boolean => (pixels[y * columns + x] ?? 255) < 128;
  const finders: [top: number, bottom: number][] = [];
  for (let y = 0; y < rows; y++) {
    if (!isDark(y)) continue;
    const top = y;
    while (isDark(y)) y++;
    if (Math.abs((y - top) / perMm - 7 * MODULE_MM) < 0.2) finders.push([top, y]);
  }
  return ((finders.at(-1)?.[1] ?? 0) - (finders[0]?.[0] ?? 0)) / perMm;
}
