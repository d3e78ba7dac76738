import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Album } from './album.ts';

it('numbers its pictures, shows them in order, and keeps none of an earlier tour', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-album-'));
  try {
    writeFileSync(join(folder, '09-old.png'), '');
    const album = new Album(folder);
    album.add('case', { zh: '案件', en: 'The case' }, Uint8Array.of(1));
    const last = album.add('paper', { zh: '告知书', en: 'The notice' }, Uint8Array.of(2));
    expect([...readFileSync(last)]).toEqual([2]);
    expect(readFileSync(album.close(), 'utf8')).toMatch(
      /01-case\.png.*案件.*The case.*02-paper\.png.*告知书.*The notice/s,
    );
    expect(existsSync(join(folder, '09-old.png'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
