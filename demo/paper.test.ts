import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeSymbol, pngCode } from '@chidu/sdk/codes/draw';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeCodes } from './paper.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidu-paper-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('reads the text of a code from its picture', async () => {
  const symbol = codeSymbol('http://localhost:8734', `1${'0123456789'.repeat(60)}`);
  const file = join(folder, 'code.png');
  await writeFile(file, pngCode(symbol, 5));
  expect(await decodeCodes(file)).toEqual([symbol.url]);
});

it('finds nothing where there is no code, and says when there is no picture', async () => {
  const file = join(folder, 'blank.png');
  const blank = { ...codeSymbol('http://localhost', `1${'0'.repeat(60)}`), dark: () => false };
  await writeFile(file, pngCode(blank, 5));
  expect(await decodeCodes(file)).toEqual([]);
  await expect(decodeCodes(join(folder, 'none.png'))).rejects.toThrow();
});
