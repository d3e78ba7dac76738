import { describe, expect, it } from 'vitest';
import { type AuditOptions, auditLog } from './audit.ts';
import { hostedFiles } from './fixtures/hosted-log.ts';
import {
  AT,
  AUTHORITY,
  entryOf,
  filledLog,
  ORIGIN,
  TestLog,
  TRUSTED_LOG,
  WITNESSES,
} from './fixtures/test-log.ts';
import type { Leaf } from './leaf.ts';
import { logPolicy } from './policy.ts';
import { parseTilePath } from './tile.ts';

const log = filledLog(400);
const policyOf = (origin: string) => logPolicy(TRUSTED_LOG, origin);
const audit = (files: Map<string, Uint8Array>, change: Partial<AuditOptions> = {}) =>
  auditLog({ get: async (path) => files.get(path) ?? null, policyOf, ...change });

/** Codes and places of what an audit of these files finds. */
const faultsOf = async (...args: Parameters<typeof audit>) =>
  (await audit(...args)).faults.map(({ code, at }) => `${code}: ${at}`);

describe('an audit', () => {
  it('makes every hash anew and finds nothing where all holds', async () => {
    const progress: number[] = [];
    const report = await audit(await hostedFiles(log), {
      onProgress: (done) => progress.push(done),
    });
    expect(report).toMatchObject({
      checkpoint: { origin: ORIGIN, size: 801 },
      cosignatures: [{ name: WITNESSES[0].name }, { name: WITNESSES[2].name }],
      witnessedAt: AT,
      entries: 801,
      types: { opened: 1, issued: 400, 'first-viewed': 400 },
      faults: [],
      faultCount: 0,
    });
    expect(progress).toEqual([256, 512, 768, 801]);
  });

  it('holds for an empty log and for full tiles', async () => {
    for (const size of [0, 1, 256, 512, 768]) {
      expect(await faultsOf(await hostedFiles(log, size))).toEqual([]);
    }
  });

  it('takes a full tile and bundle for a partial one that is gone', async () => {
    const files = await hostedFiles(log, 600);
    const later = await hostedFiles(log, 801);
    for (const path of [...files.keys()].filter((each) => each.includes('.p/88'))) {
      files.delete(path);
      const full = path.replace('.p/88', '');
      files.set(full, later.get(full) as Uint8Array);
    }
    expect(await faultsOf(files)).toEqual([]);
  });

  it('goes on from an older checkpoint, whatever its size', async () => {
    const files = await hostedFiles(log);
    for (const size of [0, 1, 255, 256, 500, 801]) {
      const since = await log.note(log.heads[size]);
      expect(await faultsOf(files, { since })).toEqual([]);
    }
    const other = filledLog(400, (leaf, index) =>
      index === 3 ? { ...leaf, time: leaf.time + 1 } : leaf,
    );
    const since = await other.note(other.heads[500]);
    expect(await faultsOf(files, { since })).toEqual([
      'audit-since: the first 500 entries are others',
    ]);
    expect(await faultsOf(await hostedFiles(log, 400), { since: await log.note() })).toEqual([
      'audit-since: 400 entries, 801 before',
    ]);
  });

  it('names what is missing or altered, by path', async () => {
    const whole = await hostedFiles(log);
    for (const path of whole.keys()) {
      const without = new Map(whole);
      without.delete(path);
      expect(await faultsOf(without)).toEqual([`audit-missing: ${path}`]);
      if (path === 'checkpoint' || path.includes('entries')) continue;
      const flipped = (whole.get(path) as Uint8Array).slice();
      flipped[69] = (flipped[69] as number) ^ 1;
      // The third hash of the tile.
      const { level, index } = parseTilePath(path) ?? {};
      const place = level === 0 ? `, entry ${(index ?? 0) * 256 + 2}` : '';
      expect(await faultsOf(new Map(whole).set(path, flipped))).toEqual([
        `audit-tile: ${path}${place}`,
      ]);
    }
    const short = (whole.get('tile/entries/001') as Uint8Array).slice(0, -1);
    expect(await faultsOf(new Map(whole).set('tile/entries/001', short))).toEqual([
      'audit-bundle: tile/entries/001',
    ]);
  });

  it('believes listed keys only, and counts witnesses', async () => {
    const files = await hostedFiles(log);
    expect(await faultsOf(files, { policyOf: () => null })).toEqual([`audit-unlisted: ${ORIGIN}`]);
    const few = await hostedFiles(log, 801, { witnesses: [WITNESSES[0].name] });
    expect(await faultsOf(few)).toEqual([`audit-unwitnessed: ${ORIGIN}`]);
    const text = new TextDecoder().decode(files.get('checkpoint'));
    const forged = new TextEncoder().encode(text.replace('\n801\n', '\n800\n'));
    expect(await faultsOf(new Map(files).set('checkpoint', forged))).toEqual([
      `note-signature: ${ORIGIN}`,
    ]);
    const rubbish = new TextEncoder().encode('<!doctype html>\n\n');
    expect(await faultsOf(new Map(files).set('checkpoint', rubbish))).toEqual([
      'checkpoint-format: checkpoint',
    ]);
    // A log whose SM2 key is listed signs with it too: an audit asks for both.
    const single = text.split('\n').filter((line, at, all) => !(at > 4 && all.indexOf(line) === 5));
    const without = new TextEncoder().encode(single.join('\n'));
    expect(await faultsOf(new Map(files).set('checkpoint', without))).toEqual([
      'checkpoint-unsigned: checkpoint',
    ]);
  });

  it.each<[string, number, Partial<Leaf>]>([
    ['audit-opened: entry 0', 0, entryOf('ab'.repeat(32), { time: 1 })],
    ['audit-opened: entry 9', 9, { type: 'opened' }],
    ['audit-authority: entry 9', 9, { authority: '113301060024891280' }],
    ['audit-time: entry 10', 9, { time: AT }],
    ['audit-refers: entry 9', 9, { refersTo: 9 }],
    ['audit-twice: entry 9', 9, { codeId: '0'.repeat(64) }],
    ['audit-closed: entry 10', 9, { type: 'closed' }],
  ])('finds what no tree can show: %s', async (fault, at, change) => {
    const odd = filledLog(5, (leaf, index) => (index === at ? { ...leaf, ...change } : leaf));
    expect((await faultsOf(await hostedFiles(odd)))[0]).toBe(fault);
  });

  it('finds an entry that is no leaf', async () => {
    const odd = filledLog(5);
    odd.append(new TextEncoder().encode('张三'));
    odd.add({ type: 'closed', time: AT, authority: AUTHORITY });
    expect(await faultsOf(await hostedFiles(odd))).toEqual(['leaf-cbor: entry 11']);
  });

  it('stops where it is told to, and where the host is out of reach', async () => {
    const files = await hostedFiles(log);
    await expect(audit(files, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
    const get = async (path: string) => {
      if (path.includes('001')) throw new Error('out of reach');
      return files.get(path) ?? null;
    };
    await expect(audit(files, { get })).rejects.toThrow('out of reach');
  });

  it('lists a hundred faults and counts the rest', async () => {
    const odd = new TestLog(Array.from({ length: 300 }, () => new Uint8Array(1)));
    const report = await audit(await hostedFiles(odd));
    expect([report.faults.length, report.faultCount]).toEqual([100, 300]);
  });
});
