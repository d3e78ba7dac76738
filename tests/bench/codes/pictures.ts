import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeSymbol } from '@chidu/sdk/codes/draw';
import { scanCode } from '@chidu/sdk/codes/scan';
import { root } from '../../tool.ts';
import { capture, type Picture, type Rig, seeded } from './capture.ts';

/** Digits that give each version at a prefix of 31 characters. */
const VERSIONS = { 13: 700, 15: 890, 18: 1240 };
const GOOD = { blur: 0.05, noise: 5, tilt: 4, quality: 80 };
const FAIR = { blur: 0.09, noise: 10, tilt: 10, quality: 60 };
/** A telephone at 20 cm and at 12 cm from the page. */
const RIGS: Readonly<Record<string, Rig>> = {
  'good, 20 cm': { ...GOOD, pixelsPerMm: 7.5 },
  'good, 12 cm': { ...GOOD, pixelsPerMm: 12.5 },
  'fair, 20 cm': { ...FAIR, pixelsPerMm: 7.5 },
  'fair, 12 cm': { ...FAIR, pixelsPerMm: 12.5 },
};

/** Pictures of each version and rig; three versions and four rigs make 1,008. */
const EACH = 84;

type Reader = (pictures: readonly Picture[]) => Promise<readonly (string | null)[]>;

/** Share of captures that zbar, ZXing and our own reader decode to the printed address. */
export async function decodeRates(
  peer: (name: string) => Promise<Record<string, unknown>>,
): Promise<Record<string, string | number>[]> {
  const readers: Record<string, Reader> = { ZXing: await zxing(peer), ours: scan };
  if (spawnSync('zbarimg', ['--version']).status === 0) readers.zbar = zbar;
  const rows: Record<string, string | number>[] = [];
  for (const [version, digits] of Object.entries(VERSIONS)) {
    for (const [rigName, rig] of Object.entries(RIGS)) {
      const random = seeded(Number(version) * 1000 + rig.pixelsPerMm);
      const shots = Array.from({ length: EACH }, () => {
        const text = `1${Array.from({ length: digits }, () => Math.floor(random() * 10)).join('')}`;
        const symbol = codeSymbol('https://zfjd.hangzhou.gov.cn', text);
        if (symbol.version !== Number(version)) throw new Error(`version ${symbol.version}`);
        return { url: symbol.url, picture: capture(symbol, rig, random) };
      });
      const row: Record<string, string | number> = {
        what: `version ${version}, ${rigName}`,
        captures: EACH,
      };
      for (const [name, read] of Object.entries(readers)) {
        const texts = await read(shots.map(({ picture }) => picture));
        const right = shots.filter(({ url }, index) => texts[index] === url).length;
        row[`${name} %`] = Number(((100 * right) / EACH).toFixed(1));
      }
      rows.push(row);
    }
  }
  return rows;
}

const rgba = ({ grey }: Picture): Uint8ClampedArray => {
  const data = new Uint8ClampedArray(grey.length * 4).fill(255);
  for (const [at, level] of grey.entries()) data.fill(level, at * 4, at * 4 + 3);
  return data;
};

const scan: Reader = async (pictures) => {
  const texts: (string | null)[] = [];
  for (const picture of pictures) {
    const { width, height } = picture;
    texts.push(await scanCode({ width, height, data: rgba(picture) }));
  }
  return texts;
};

async function zxing(peer: (name: string) => Promise<Record<string, unknown>>): Promise<Reader> {
  const { prepareZXingModule, readBarcodes } = (await peer('zxing-wasm/reader')) as {
    prepareZXingModule: (options: object) => void;
    readBarcodes: (image: object, options: object) => Promise<{ text: string }[]>;
  };
  const wasm = readFileSync(
    `${root}tests/bench/.peers/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm`,
  );
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  return async (pictures) => {
    const texts: (string | null)[] = [];
    for (const { width, height, grey } of pictures) {
      const image = { width, height, data: rgba({ width, height, grey }), colorSpace: 'srgb' };
      const [found] = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true });
      texts.push(found?.text ?? null);
    }
    return texts;
  };
}

/** All pictures of a cell in one call of the command, told apart by their file names. */
const zbar: Reader = async (pictures) => {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-captures-'));
  const names = pictures.map(({ width, height, grey }, index) => {
    const name = join(folder, `${index}.pgm`);
    writeFileSync(
      name,
      Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), Buffer.from(grey)]),
    );
    return name;
  });
  const { stdout } = spawnSync(
    'zbarimg',
    ['--quiet', '--xml', '--set', '*.disable', '--set', 'qrcode.enable', ...names],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  rmSync(folder, { recursive: true });
  const found = new Map<string, string>();
  for (const [, href = '', content = ''] of stdout.matchAll(
    /<source href='([^']+)'>([\s\S]*?)<\/source>/g,
  )) {
    const text = /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(content)?.[1];
    if (text !== undefined) found.set(href, text);
  }
  return names.map((name) => found.get(name) ?? null);
};
