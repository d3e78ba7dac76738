import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveConsistency } from '@chidu/sdk/log';
import { expect, it } from 'vitest';
import { TestLog, TRUSTED_LOG } from '../src/log/fixtures/test-log.ts';
import { numbered } from '../src/log/fixtures/test-tree.ts';
import { formatWitnessRequest } from '../src/log/witness-request.ts';
import { newKeyFile } from './keys/signer-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidu-witness-'));
writeFileSync(join(folder, 'key'), newKeyFile('ed25519'));
const log = new TestLog(numbered(30));

/** Starts `chidu witness` and answers its address. */
async function start() {
  const args = ['--name', 'w.example', '--key', 'key', '--dir', 'memory', '--port', '0'];
  const logs = TRUSTED_LOG.logs.flatMap(({ key }) => ['--log', key]);
  const main = join(import.meta.dirname, 'main.ts');
  const program = ['--conditions=development', main, 'witness', ...args, ...logs];
  const child = spawn(process.execPath, program, { cwd: folder });
  let said = '';
  for await (const part of child.stderr) {
    said += part;
    const [address] = /http:\/\/\S+/.exec(said) ?? [];
    if (address !== undefined) return { child, address };
  }
  throw new Error(said);
}

it('cosigns over HTTP, stops when it is told to, and remembers', async () => {
  const request = async (from: number, to: number) =>
    formatWitnessRequest({
      oldSize: from,
      proof: await proveConsistency(from, to, log.read),
      note: await log.note(log.heads[to], { witnesses: [] }),
    });
  for (const [from, to] of [
    [0, 10],
    [10, 30],
  ] as const) {
    const { child, address } = await start();
    const body = await request(from, to);
    const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringMatching(/^— w\.example /),
    ]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }
});
