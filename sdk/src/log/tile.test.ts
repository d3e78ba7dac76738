import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbered, TestTree } from './fixtures/test-tree.ts';
import {
  bundlePath,
  decodeBundle,
  encodeBundle,
  growTile,
  parseTilePath,
  rowsOf,
  tileIn,
  tilePath,
  tileRoot,
  tilesFilled,
  tilesOf,
} from './tile.ts';

it('writes the paths of the specification', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 0, index: 273, width: 112 })).toBe('tile/0/273.p/112');
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
  expect(bundlePath({ index: 1_000, width: 256 })).toBe('tile/entries/x001/000');
});

it('reads every path that it writes, and no other spelling', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 63 }),
      fc.maxSafeNat(),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        const tile = { level, index, width };
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
        expect(parseTilePath(bundlePath(tile))).toEqual({ ...tile, level: 'entries' });
      },
    ),
    { seed: 6962 },
  );
  for (const path of [
    'tile/0/1',
    'tile/00/001',
    'tile/64/001',
    'tile/0/x000/001',
    'tile/0/x001/x234/067.p/256',
    'tile/0/x001/x234/067.p/0',
    'tile/0/x001/x234/067.p/012',
    'tile/data/001',
    'tile/0/123/456/078',
    'tile/-1/001',
    '/tile/0/001',
    'tile/0/001/',
    `tile/0/${'x001/'.repeat(6)}001`,
  ]) {
    expect(parseTilePath(path)).toBeNull();
  }
});

it('counts the tiles of 70,000 entries as the specification does', () => {
  const tiles = [...tilesOf(70_000)];
  const at = (level: number) => tiles.filter((tile) => tile.level === level);
  expect([at(0).length, at(1).length, at(2).length, tiles.length]).toEqual([274, 2, 1, 277]);
  expect(at(0).at(-1)?.width).toBe(112);
  expect(at(1).map(({ width }) => width)).toEqual([256, 17]);
  expect(at(2)[0]?.width).toBe(1);
  for (const tile of tiles) expect(tileIn(70_000, tile.level, tile.index)).toEqual(tile);
  expect(tileIn(70_000, 0, 274)).toBeNull();
  expect([...tilesOf(256)]).toEqual([
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
});

it('says which tiles became full', () => {
  expect(tilesFilled(0, 255)).toEqual([]);
  expect(tilesFilled(255, 256)).toEqual([{ level: 0, index: 0, width: 256 }]);
  expect(tilesFilled(256, 256)).toEqual([]);
  expect(tilesFilled(65_535, 65_537)).toEqual([
    { level: 0, index: 255, width: 256 },
    { level: 1, index: 0, width: 256 },
  ]);
});

it('has the root of a full tile one level up', () => {
  const tree = new TestTree(numbered(512));
  const tile = tree.tile({ level: 0, index: 1, width: 256 });
  expect(tree.tile({ level: 1, index: 0, width: 2 }).slice(32)).toEqual(tileRoot(tile));
});

it('grows a tile by what is behind it, and takes over what was hashed', () => {
  const whole = new TestTree(numbered(256)).tile({ level: 0, index: 0, width: 256 });
  let tile: Uint8Array = whole.slice(0, 32);
  for (let width = 1; width < 256; ) {
    rowsOf(tile);
    const wider = Math.min(256, width + 1 + (width % 7));
    tile = growTile(tile, whole.slice(32 * width, 32 * wider));
    width = wider;
    expect(rowsOf(tile)).toEqual(rowsOf(whole.slice(0, 32 * width)));
  }
  expect(tile).toEqual(whole);
  expect(tileRoot(tile)).toEqual(tileRoot(whole));
});

it('packs and unpacks bundles', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
      const bytes = encodeBundle(entries);
      expect(decodeBundle(bytes)).toEqual(entries);
      if (bytes.length > 0) expect(decodeBundle(bytes.slice(0, -1))).not.toEqual(entries);
    }),
    { seed: 6962 },
  );
  expect(decodeBundle(Uint8Array.of(0))).toBeNull();
  expect(decodeBundle(Uint8Array.of(0, 2, 1))).toBeNull();
  expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError);
});
