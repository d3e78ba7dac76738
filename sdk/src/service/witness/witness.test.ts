import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ed25519Signer } from '../../../../tests/conformance/signers.ts';
import { ORIGIN, TestLog, TRUSTED_LOG } from '../../log/fixtures/test-log.ts';
import { numbered } from '../../log/fixtures/test-tree.ts';
import { type LogPolicy, logPolicy } from '../../log/policy.ts';
import { proveConsistency } from '../../log/proof.ts';
import { formatWitnessRequest } from '../../log/witness-request.ts';
import { WitnessMemory, witnessServer } from './index.ts';

const log = new TestLog(numbered(100));
const options = {
  name: 'w.example',
  signer: ed25519Signer('w'),
  logs: [logPolicy(TRUSTED_LOG, ORIGIN) as LogPolicy],
};

async function request(from: number, to: number): Promise<string> {
  return formatWitnessRequest({
    oldSize: from,
    proof: await proveConsistency(from, to, log.read),
    note: await log.note(log.heads[to], { witnesses: [] }),
  });
}

describe('the witness program', () => {
  let directory: string;
  let close: () => Promise<void>;
  let post: (body: string, path?: string) => Promise<{ status: number; body: string }>;

  async function start(): Promise<void> {
    const memory = await WitnessMemory.open(directory);
    const server = witnessServer(options, memory, () => 1_000);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    close = async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await memory.close();
    };
    post = async (body, path = 'add-checkpoint') => {
      const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'POST', body });
      return { status: answer.status, body: await answer.text() };
    };
  }

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'chidu-witness-'));
    await start();
  });
  afterEach(async () => {
    await close();
    await rm(directory, { recursive: true });
  });

  it('remembers across a restart what it cosigned', async () => {
    expect((await post(await request(0, 40))).body).toMatch(/^— w\.example [A-Za-z0-9+/=]+\n$/);
    await close();
    await start();
    expect(await post(await request(0, 60))).toEqual({ status: 409, body: '40\n' });
    expect((await post(await request(40, 60))).status).toBe(200);
  });

  it('cosigns one of many that come at once from the same size', async () => {
    await post(await request(0, 10));
    const asked = await Promise.all([20, 30, 40, 50].map((size) => request(10, size)));
    const answers = await Promise.all(asked.map((body) => post(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('has its directory for itself', async () => {
    await expect(WitnessMemory.open(directory)).rejects.toMatchObject({ code: 'store-locked' });
  });

  it('does not start on a memory that was damaged or put elsewhere', async () => {
    await post(await request(0, 10));
    await close();
    const name = readdirSync(directory).find((each) => each.endsWith('.head')) as string;
    expect(name).toBe(`${encodeURIComponent(ORIGIN)}.head`);
    writeFileSync(join(directory, name), 'x'.repeat(16_384));
    await expect(WitnessMemory.open(directory)).rejects.toMatchObject({ code: 'store-damaged' });
    await rm(join(directory, name));
    await start();
  });

  it('answers rubbish with a status and nothing else', async () => {
    expect((await post('')).status).toBe(400);
    expect((await post('x'.repeat(300_000))).status).toBe(413);
    expect((await post('', 'elsewhere')).status).toBe(404);
    expect((await post('', 'health')).status).toBe(404);
  });
});
