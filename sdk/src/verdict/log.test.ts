import { beforeAll, describe, expect, it } from 'vitest';
import { type CodePayload, readTrustList, toHex } from '../codes/index.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import {
  AT,
  AUTHORITY,
  entryOf,
  type NoteOptions,
  ORIGIN,
  TestLog,
  TRUSTED_LOG,
  WITNESSES,
} from '../log/fixtures/test-log.ts';
import { numbered } from '../log/fixtures/test-tree.ts';
import { type GrowthProof, proveGrowth } from '../log/growth-proof.ts';
import type { Leaf } from '../log/leaf.ts';
import { logPolicy } from '../log/policy.ts';
import type { TreeHead } from '../log/proof.ts';
import {
  type Evidence,
  type LogEvidence,
  loadersOf,
  readEvidence,
  writeEvidence,
} from './evidence.ts';
import { type SignedCase, signedCase } from './fixtures/signed-case.ts';
import { type LogMemory, type LogReaderOptions, logReader } from './log.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';
import type { Trust } from './verify-with.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const BEFORE = 300;
const SIZE = 700;

/** A log in which the code stands at index 400, and heads of which the code saw that of 300. */
function logWith(leaf: Leaf, count = SIZE): TestLog {
  const log = new TestLog(numbered(400));
  log.add(leaf);
  for (const entry of numbered(count - 401)) log.append(entry);
  return log;
}

const headOf = (log: TestLog, size: number) => log.heads[size] as TreeHead;
const policyOf = (origin: string) => logPolicy(TRUSTED_LOG, origin);
const bytes = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  from: 'fxjd.example.gov.cn',
});

function remembering(kept: Checkpoint | null = null): LogMemory & { kept: Checkpoint | null } {
  return {
    kept,
    async read() {
      return this.kept;
    },
    async write(checkpoint) {
      this.kept = checkpoint;
    },
  };
}

describe('the log step', () => {
  let signed: SignedCase;
  let id: string;
  let log: TestLog;

  beforeAll(async () => {
    const prefix = new TestLog(numbered(400));
    const logHead = { size: BEFORE, root: headOf(prefix, BEFORE).root.slice(0, 12) };
    signed = await signedCase({ meta: { logHead } });
    id = signed.id;
    log = logWith(entryOf(id));
  });

  const growthOf =
    (source: TestLog) =>
    async (_: string, from: number, to: number): Promise<GrowthProof> =>
      proveGrowth(from, to, source.read);

  const reader = (text: string, change: Partial<LogReaderOptions> = {}) =>
    logReader({
      policyOf,
      loadReceipt: async () => bytes(text),
      loadGrowth: growthOf(log),
      ...change,
    });

  async function check(
    options: Parameters<typeof logReader>[0] | ReturnType<typeof reader>,
    subject: SignedCase = signed,
    now = NOW,
  ) {
    const read = await readTrustList(subject.list, { roots: subject.roots, now: now.getTime() });
    if (!read.ok) throw new Error(read.error);
    const trust: Trust = { keys: read.keys, against: '', nextUpdate: null };
    const verdict = await verify(subject.text, {
      trust,
      loadRule: async () => null,
      now: () => now,
      ...('log' in options ? options : logReader(options)),
    });
    const of = (id: string) => verdict.steps.find((step) => step.id === id);
    const word = (id: string) => {
      const finding = of(id)?.finding;
      return finding?.state === 'pass' ? 'pass' : `${finding?.state} ${finding?.code}`;
    };
    return { log: word('log'), key: word('key'), against: of('log')?.against };
  }

  it('passes a code that is logged, witnessed and continued', async () => {
    const memory = remembering();
    const read = reader(await log.receipt(400), { memory });
    expect(await check(read)).toEqual({
      log: 'pass',
      key: 'pass',
      against: `${ORIGIN} · 400 of 700 · ${WITNESSES[0].name} · ${WITNESSES[2].name} · fxjd.example.gov.cn`,
    });
    expect(memory.kept).toEqual({ origin: ORIGIN, ...headOf(log, SIZE) });
    const { entry } = await read.log(id, {} as CodePayload, AUTHORITY);
    expect(entry).toMatchObject({ index: 400, witnessedAt: AT, leaf: { type: 'issued' } });
  });

  it('tells a log that cannot be asked from one that answers no', async () => {
    const unreachable = async () => {
      throw new Error('offline');
    };
    const good = await log.receipt(400);
    expect(await check(reader(good, { loadReceipt: unreachable }))).toMatchObject({
      log: 'unknown log-unreachable',
    });
    expect(await check(reader(good, { loadReceipt: async () => null }))).toMatchObject({
      log: 'fail log-absent',
    });
    expect(await check(reader('<!doctype html>'))).toMatchObject({ log: 'unknown log-unreadable' });
    expect(await check(reader(good, { policyOf: () => null }))).toMatchObject({
      log: 'unknown log-unlisted',
    });
  });

  it('finds an entry about something else', async () => {
    const others: Partial<Leaf>[] = [
      { codeId: 'ab'.repeat(32) },
      { type: 'decided' },
      { authority: '113301060024891280' },
    ];
    for (const change of others) {
      const other = logWith(entryOf(id, change));
      const read = reader(await other.receipt(400), { loadGrowth: growthOf(other) });
      expect(await check(read)).toMatchObject({ log: 'fail log-entry' });
    }
    const rubbish = new TestLog(numbered(401));
    const read = reader(await rubbish.receipt(400), { loadGrowth: growthOf(rubbish) });
    expect(await check(read)).toMatchObject({ log: 'fail log-entry' });
  });

  it('finds a proof or a signature that does not fit', async () => {
    const text = await log.receipt(400);
    const moved = text.replace('index 400', 'index 401');
    expect(await check(reader(moved))).toMatchObject({ log: 'fail log-root' });
    const longer = await log.receipt(400, 650);
    const mixed = text.replace(/\n\n[\s\S]*/, longer.slice(longer.indexOf('\n\n')));
    expect(await check(reader(mixed))).toMatchObject({ log: 'fail log-root' });
    const grown = text.replace('\n700\n', '\n701\n');
    expect(await check(reader(grown))).toMatchObject({ log: 'fail log-signature' });
  });

  it('misses witnesses of enough chains of command', async () => {
    const by = async (options: NoteOptions) =>
      (await check(reader(await log.receipt(400, SIZE, options)))).log;
    expect(await by({ witnesses: [] })).toBe('unknown log-unwitnessed');
    expect(await by({ witnesses: [WITNESSES[0].name, WITNESSES[1].name] })).toBe(
      'unknown log-unwitnessed',
    );
    expect(await by({ witnesses: WITNESSES.map(({ name }) => name) })).toBe('pass');
    const unasked = reader(await log.receipt(400, SIZE, { witnesses: [] }), {
      policyOf: () => logPolicy({ ...TRUSTED_LOG, witnessQuorum: 0 }, ORIGIN),
    });
    expect((await check(unasked)).log).toBe('pass');
  });

  it('finds a log that is not the one printed in the code', async () => {
    const rewritten = new TestLog([new Uint8Array(), ...numbered(400).slice(1)]);
    rewritten.add(entryOf(id));
    const read = reader(await rewritten.receipt(400), { loadGrowth: growthOf(rewritten) });
    expect((await check(read)).log).toBe('fail log-head');
    const late = await signedCase({ meta: { logHead: { size: 401, root: new Uint8Array(12) } } });
    const held = logWith(entryOf(late.id));
    const early = reader(await held.receipt(400), { loadGrowth: growthOf(held) });
    expect((await check(early, late)).log).toBe('fail log-head');
  });

  it('finds a log that is not the one seen before, larger or smaller', async () => {
    const unheaded = await signedCase();
    const log = logWith(entryOf(unheaded.id));
    const text = await log.receipt(400);
    const other = logWith(entryOf(unheaded.id, { time: 5 }), 900);
    for (const size of [650, 700, 900]) {
      const memory = remembering({ origin: ORIGIN, ...headOf(other, size) });
      // Whichever of the two trees the host shows the growth of.
      for (const source of size > SIZE ? [other] : [log, other]) {
        const read = reader(text, { memory, loadGrowth: growthOf(source) });
        expect((await check(read, unheaded)).log).toBe('fail log-fork');
        expect(memory.kept?.size).toBe(size);
      }
    }
    // A host that lost entries cannot show how it grew to what was seen.
    const memory = remembering({ origin: ORIGIN, ...headOf(other, 900) });
    expect((await check(reader(text, { memory }), unheaded)).log).toBe('unknown log-growth');
    const continued = logWith(entryOf(unheaded.id), 900);
    for (const size of [100, 650, 700, 900]) {
      const memory = remembering({ origin: ORIGIN, ...headOf(continued, size) });
      const read = reader(text, { memory, loadGrowth: growthOf(continued) });
      expect((await check(read, unheaded)).log).toBe('pass');
      expect(memory.kept?.size).toBe(Math.max(size, SIZE));
    }
  });

  it('says when nothing shows how the log grew', async () => {
    const text = await log.receipt(400);
    const nothing: LogReaderOptions['loadGrowth'][] = [
      undefined,
      async () => null,
      () => Promise.reject(new Error('offline')),
    ];
    for (const loadGrowth of nothing) {
      const memory = remembering();
      const options = { policyOf, loadReceipt: async () => bytes(text), memory };
      const read = logReader(loadGrowth ? { ...options, loadGrowth } : options);
      expect((await check(read)).log).toBe('unknown log-growth');
      expect(memory.kept).toBeNull();
    }
    const lies: Partial<GrowthProof>[] = [
      { from: 299 },
      { to: 699 },
      { root: 'xx' },
      { root: toHex(new Uint8Array(32)) },
      { proof: [] },
      { proof: ['ab'] },
    ];
    for (const lie of lies) {
      const loadGrowth = async (_: string, from: number, to: number) => ({
        ...(await proveGrowth(from, to, log.read)),
        ...lie,
      });
      expect((await check(reader(text, { loadGrowth }))).log).toBe('fail log-head');
    }
  });

  it('finds the same again from an evidence file, without a network', async () => {
    const receipt = await log.receipt(400);
    const growth = [await proveGrowth(BEFORE, SIZE, log.read)];
    const verdict = { steps: [], codeId: id, checkCode: null, kid: null } as unknown as Verdict;
    const parts = { code: signed.text, verdict, trustList: signed.list, made: NOW };
    const written = (kept: LogEvidence | null) =>
      writeEvidence({ ...parts, rule: null, statusList: null, log: kept });
    const again = async (kept: LogEvidence | null) => {
      const file = readEvidence(written(kept));
      const { fromLog } = loadersOf(file as Evidence);
      return fromLog && (await check({ ...fromLog, policyOf })).log;
    };
    expect(await again({ receipt, growth })).toBe('pass');
    expect(await again({ receipt, growth: [] })).toBe('unknown log-growth');
    expect(await again({ receipt: receipt.replace('index 400', 'index 399'), growth })).toBe(
      'fail log-root',
    );
    expect(await again(null)).toBeNull();
    const old = JSON.parse(new TextDecoder().decode(written(null)));
    delete old.log;
    expect(readEvidence(new TextEncoder().encode(JSON.stringify(old)))).not.toBeNull();
    old.log = { receipt, growth: [{ ...growth[0], proof: ['zz'] }] };
    expect(readEvidence(new TextEncoder().encode(JSON.stringify(old)))).toBeNull();
  });

  it('saves a code of a key that was revoked later, and no other', async () => {
    const revoked = await signedCase({ revokedAt: 20261123 });
    const logged = logWith(entryOf(revoked.id));
    // 20:00 UTC on the 21st is the 22nd in China; 16:00 UTC on the 22nd is the 23rd.
    const at = async (time: string, options: NoteOptions = {}) => {
      const text = await logged.receipt(400, SIZE, { at: Date.parse(time) / 1000, ...options });
      const read = reader(text, { loadGrowth: growthOf(logged) });
      return (await check(read, revoked)).key;
    };
    expect(await at('2026-11-21T20:00:00Z')).toBe('pass');
    expect(await at('2026-11-22T15:59:59Z')).toBe('pass');
    expect(await at('2026-11-22T16:00:00Z')).toBe('fail key-revoked');
    expect(await at('2026-11-21T20:00:00Z', { witnesses: [WITNESSES[0].name] })).toBe(
      'fail key-revoked',
    );
    const none = reader('', { loadReceipt: async () => null });
    expect((await check(none, revoked)).key).toBe('fail key-revoked');
  });
});
