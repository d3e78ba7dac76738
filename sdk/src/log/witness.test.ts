import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ed25519Signer } from '../../../tests/conformance/signers.ts';
import { askWitness } from './ask-witness.ts';
import { type Checkpoint, formatCheckpoint } from './checkpoint.ts';
import { ORIGIN, TestLog, TRUSTED_LOG } from './fixtures/test-log.ts';
import { numbered } from './fixtures/test-tree.ts';
import { growthFault } from './growth.ts';
import { checkNote, type Note, parseNote, parseNoteLines } from './note.ts';
import { noteKey } from './note-key.ts';
import { type LogPolicy, logPolicy } from './policy.ts';
import { proveConsistency, type TreeHead } from './proof.ts';
import { decideWitness, type WitnessOptions } from './witness.ts';
import { formatWitnessRequest, parseWitnessRequest } from './witness-request.ts';

const signer = ed25519Signer('w');
const key = noteKey('w.example', 'cosignature', signer.spki);
const policy = logPolicy(TRUSTED_LOG, ORIGIN) as LogPolicy;
const options: WitnessOptions = { name: 'w.example', signer, logs: [policy] };
const honest = new TestLog(numbered(60));
const forked = new TestLog([...numbered(9), new Uint8Array(), ...numbered(60)]);
const headOf = (log: TestLog, size: number) => log.heads[size] as TreeHead;

/** A witness with a memory, as the program keeps it in a file. */
function witness() {
  const kept = new Map<string, Checkpoint>();
  const post = async (body: string) => {
    const answer = await decideWitness(body, options, (origin) => kept.get(origin) ?? null, 1_000);
    if (answer.keep !== null) kept.set(answer.keep.origin, answer.keep);
    return answer;
  };
  return { kept, post };
}

async function request(log: TestLog, from: number, to: number): Promise<string> {
  return formatWitnessRequest({
    oldSize: from,
    proof: from <= to ? await proveConsistency(from, to, log.read) : [],
    note: await log.note(headOf(log, to), { witnesses: [] }),
  });
}

describe('a witness', () => {
  it('cosigns what grew, and answers as C2SP has it', async () => {
    const { post, kept } = witness();
    const first = await post(await request(honest, 0, 10));
    expect([first.status, kept.get(ORIGIN)?.size]).toEqual([200, 10]);
    const lines = parseNoteLines(first.body) ?? [];
    const text = formatCheckpoint({ origin: ORIGIN, ...headOf(honest, 10) });
    expect(await checkNote({ text, lines }, [key])).toEqual({
      ok: true,
      signatures: [{ key, time: 1_000 }],
    });
    expect((await post(await request(honest, 10, 33))).status).toBe(200);
    expect((await post(await request(honest, 33, 33))).status).toBe(200);

    const behind = await post(await request(honest, 10, 60));
    expect(behind).toMatchObject({ status: 409, body: '33\n', contentType: 'text/x.tlog.size' });
    expect((await post(await request(honest, 33, 20))).status).toBe(400);
    expect((await post(await request(forked, 33, 50))).status).toBe(422);
    expect((await post(await request(forked, 33, 33))).status).toBe(409);
    expect(kept.get(ORIGIN)?.size).toBe(33);
  });

  it('knows its logs and their keys', async () => {
    const { post } = witness();
    const good = await request(honest, 0, 10);
    expect((await post(good.replaceAll(ORIGIN, 'x.example/log'))).status).toBe(404);
    const [head] = good.split('\n— ');
    const other = await honest.note(headOf(honest, 11), { witnesses: [] });
    expect((await post(`${head}\n— ${other.split('\n— ')[1]}\n`)).status).toBe(403);
    expect((await post(`${head}\n— someone AAAAAAAA\n`)).status).toBe(403);
    const proof = [new Uint8Array(32)];
    const note = await honest.note(headOf(honest, 10));
    expect((await post(formatWitnessRequest({ oldSize: 0, proof, note }))).status).toBe(422);
    for (const bad of ['', 'old 0\n', 'old -1\n\nx\n', good.slice(4), `old 00${good.slice(5)}`]) {
      expect((await post(bad)).status).toBe(400);
    }
    const long = `old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${note}`;
    expect(parseWitnessRequest(long)).toBeNull();
    expect(parseWitnessRequest(good)).not.toBeNull();
  });

  it('never cosigns two trees that do not agree, whatever it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 60 }), fc.nat({ max: 60 }))),
        async (asked) => {
          const { post, kept } = witness();
          let last: Checkpoint | null = null;
          for (const [fork, from, to] of asked) {
            const log = fork ? forked : honest;
            const { status } = await post(await request(log, from, to));
            const now = kept.get(ORIGIN) ?? null;
            if (status === 200 && last !== null && now !== null) {
              const proof = await proveConsistency(last.size, now.size, log.read);
              expect(growthFault(last, now, proof)).toBeNull();
            }
            last = now;
          }
        },
      ),
      { seed: 6962, numRuns: 40 },
    );
  });
});

describe('a log that asks', () => {
  const ask = async (
    log: TestLog,
    size: number,
    oldSize: number,
    post: Parameters<typeof askWitness>[2]['post'],
  ) =>
    askWitness(parseNote(await log.note(headOf(log, size), { witnesses: [] })) as Note, size, {
      key,
      oldSize,
      prove: (from) => proveConsistency(from, size, log.read),
      post,
    });

  it('gets a checked cosignature, also when it had forgotten the size', async () => {
    const { post } = witness();
    expect(await ask(honest, 10, 0, post)).toMatchObject({ ok: true, time: 1_000 });
    expect(await ask(honest, 20, 10, post)).toMatchObject({ ok: true });
    expect(await ask(honest, 60, 0, post)).toMatchObject({ ok: true });
    expect(await ask(honest, 40, 60, post)).toMatchObject({ ok: false, status: 409, body: '60\n' });
    expect(await ask(forked, 61, 60, post)).toMatchObject({ ok: false, status: 422 });
  });

  it('does not believe an answer that is no cosignature of its checkpoint', async () => {
    const { post } = witness();
    const of10 = await post(await request(honest, 0, 10));
    for (const body of [of10.body, '', 'rubbish', '— w.example AAAAAAAA\n']) {
      expect(await ask(honest, 11, 0, async () => ({ status: 200, body }))).toMatchObject({
        ok: false,
      });
    }
  });
});

it('lets no head follow on a larger one, another log or a fork', async () => {
  const at = (log: TestLog, size: number) => ({ origin: ORIGIN, ...headOf(log, size) });
  const proof = await proveConsistency(20, 40, honest.read);
  expect(growthFault(null, at(honest, 20), [])).toBeNull();
  expect(growthFault(at(honest, 20), at(honest, 40), proof)).toBeNull();
  expect(growthFault(at(honest, 40), at(honest, 20), proof)).toBe('growth-smaller');
  expect(growthFault(at(honest, 20), at(forked, 40), proof)).toBe('growth-fork');
  expect(growthFault(at(honest, 20), at(honest, 40), [])).toBe('growth-fork');
  expect(growthFault({ ...at(honest, 20), origin: 'x' }, at(honest, 40), proof)).toBe(
    'growth-origin',
  );
});
