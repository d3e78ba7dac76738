import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { proveConsistency } from '@chidu/sdk/log';
import { encodeBase64 } from '../../sdk/src/codes/base64.ts';
import { hostedFiles } from '../../sdk/src/log/fixtures/hosted-log.ts';
import {
  filledLog,
  type TestLog,
  TRUSTED_LOG,
  WITNESSES,
} from '../../sdk/src/log/fixtures/test-log.ts';

export const about =
  "Go's packages tlog and note read a log of Chidu: signatures, every tile, every entry, proofs.";

/** Sizes at the borders of tiles and of their levels, the last with three levels. */
const SIZES = [1, 2, 255, 256, 257, 1000, 5001, 65_535, 65_536, 66_001];
/** Where Debian's golang-golang-x-mod-dev puts its sources. */
const GOPATH = '/usr/share/gocode';

export async function run(say: (line: string) => void): Promise<void> {
  const missing = lacking();
  if (missing !== null) {
    say(`SKIPPED: no ${missing} (Debian: golang-go, golang-golang-x-mod-dev)`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'chidu-go-'));
  try {
    const log = filledLog(33_000);
    for (const size of SIZES) await writeLog(folder, log, size);
    const witnesses = WITNESSES.map(({ name }) => name);
    const keys = [
      TRUSTED_LOG.logs[0]?.key,
      ...TRUSTED_LOG.witnesses
        .filter(({ name }) => witnesses.includes(name as never))
        .map(({ key }) => key),
    ];
    writeFileSync(join(folder, 'keys'), keys.join('\n'));
    writeFileSync(join(folder, 'sizes'), SIZES.join('\n'));
    say(read(folder));
    say('and now with one bit of one tile changed:');
    const tile = join(folder, '66001/tile/0/100');
    const changed = log.tile({ level: 0, index: 100, width: 256 }).slice();
    changed[0] = (changed[0] as number) ^ 1;
    writeFileSync(tile, changed);
    say(`refused: ${refusal(folder)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lacking(): string | null {
  if (spawnSync('go', ['version']).status !== 0) return 'go';
  const sources = 'src/golang.org/x/mod/sumdb/tlog';
  return existsSync(join(GOPATH, sources)) ? null : 'golang.org/x/mod';
}

/** What a host of the log has at one size, with receipts and proofs of growth beside it. */
async function writeLog(folder: string, log: TestLog, size: number): Promise<void> {
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(folder, String(size), name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const witnesses = WITNESSES.map(({ name }) => name);
  for (const [path, bytes] of await hostedFiles(log, size, { witnesses })) put(path, bytes);
  const step = Math.max(1, Math.floor(size / 40));
  for (let index = 0; index < size; index += step) {
    put(`receipts/${index}`, await log.receipt(index, size));
  }
  put(`receipts/${size - 1}`, await log.receipt(size - 1, size));
  for (const from of SIZES.filter((each) => each <= size)) {
    const proof = await proveConsistency(from, size, log.read);
    put(`growth/${from}`, proof.map(encodeBase64).join('\n'));
  }
}

const goRun = (folder: string) =>
  spawnSync('go', ['run', join(import.meta.dirname, 'go-reader/main.go'), folder], {
    encoding: 'utf8',
    env: { ...process.env, GO111MODULE: 'off', GOPATH, GOCACHE: join(tmpdir(), 'chidu-go-cache') },
  });

function read(folder: string): string {
  const { status, stdout, stderr } = goRun(folder);
  if (status !== 0) throw new Error(`Go does not accept the log: ${stderr}`);
  return stdout.trimEnd();
}

function refusal(folder: string): string {
  const { status, stderr } = goRun(folder);
  if (status === 0) throw new Error('Go accepts an altered tile');
  return stderr.trim();
}
