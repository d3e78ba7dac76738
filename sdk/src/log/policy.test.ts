import { describe, expect, it } from 'vitest';
import { AT, ORIGIN, TestLog, TRUSTED_LOG, WITNESSES } from './fixtures/test-log.ts';
import { numbered } from './fixtures/test-tree.ts';
import { nodeHash } from './hash.ts';
import { type Note, parseNote } from './note.ts';
import { type LogPolicy, logPolicy, openCheckpoint } from './policy.ts';
import type { TreeHead } from './proof.ts';

const log = new TestLog(numbered(10));
const policy = logPolicy(TRUSTED_LOG, ORIGIN) as LogPolicy;
const [justice, data, bar] = WITNESSES.map(({ name }) => name) as [string, string, string];
const noteOf = async (...args: Parameters<TestLog['note']>) =>
  parseNote(await log.note(...args)) as Note;
const head = log.heads[10] as TreeHead;

describe('a policy', () => {
  it('comes from a trust list, older ones without chains too', () => {
    expect(policy).toMatchObject({ origin: ORIGIN, authority: '11330106002489128X', quorum: 2 });
    expect(policy.keys.map(({ kind }) => kind)).toEqual(['ed25519', 'sm2']);
    expect(logPolicy(TRUSTED_LOG, 'other.example/log')).toBeNull();
    const older = {
      logs: TRUSTED_LOG.logs.map(({ origin, key }) => ({ origin, key })),
      witnesses: TRUSTED_LOG.witnesses.map(({ name, key }) => ({ name, key })),
      witnessQuorum: 2,
    };
    expect(logPolicy(older, ORIGIN)).toMatchObject({
      authority: null,
      witnesses: [{ chain: justice }, { chain: data }, { chain: bar }],
    });
    const newer = { ...TRUSTED_LOG, logs: [{ origin: ORIGIN, key: 'x+00000000+BgAA' }] };
    expect(logPolicy(newer, ORIGIN)).toBeNull();
  });

  it('counts chains of command, not witnesses', async () => {
    const witnessedBy = async (...witnesses: string[]) => {
      const opened = await openCheckpoint(await noteOf(head, { witnesses }), policy);
      return opened.ok ? opened.witnessedAt : opened.error;
    };
    expect(await witnessedBy()).toBeNull();
    expect(await witnessedBy(justice)).toBeNull();
    expect(await witnessedBy(justice, data)).toBeNull();
    expect(await witnessedBy(justice, bar)).toBe(AT);
    expect(await witnessedBy(data, bar)).toBe(AT);
    expect(await witnessedBy(justice, data, bar)).toBe(AT);
    const none = await openCheckpoint(await noteOf(head), { ...policy, quorum: 0 });
    expect(none).toMatchObject({ ok: true, witnessedAt: null });
  });

  it('takes the time at which the quorum was reached', async () => {
    const one = await noteOf(head, { witnesses: [justice], at: AT - 500 });
    const two = await noteOf(head, { witnesses: [bar], at: AT + 40 });
    const late = await noteOf(head, { witnesses: [data], at: AT + 9000 });
    const lines = [...one.lines, ...two.lines.slice(2), ...late.lines.slice(2)];
    const opened = await openCheckpoint({ text: one.text, lines }, policy);
    expect(opened).toMatchObject({ ok: true, witnessedAt: AT + 40 });
  });

  it('asks for the signature of the log, and for SM2 where it is told to', async () => {
    const note = await noteOf();
    const only = (at: number) => ({ ...note, lines: note.lines.slice(at, at + 1) });
    expect(await openCheckpoint(only(0), policy)).toMatchObject({ ok: true });
    expect(await openCheckpoint(only(0), policy, { sm2: true })).toEqual({
      ok: false,
      error: 'checkpoint-unsigned',
    });
    expect(await openCheckpoint(only(1), policy, { sm2: true })).toMatchObject({ ok: false });
    expect(await openCheckpoint(note, policy, { sm2: true })).toMatchObject({ ok: true });
    expect(await openCheckpoint(only(2), policy)).toMatchObject({ error: 'checkpoint-unsigned' });
  });

  it('refuses another log, another text and a bad signature', async () => {
    const note = await noteOf();
    expect(await openCheckpoint(note, { ...policy, origin: 'other' })).toMatchObject({
      error: 'checkpoint-origin',
    });
    expect(await openCheckpoint({ ...note, text: 'no\n' }, policy)).toMatchObject({
      error: 'checkpoint-format',
    });
    const other = await noteOf({ size: 10, root: nodeHash(head.root, head.root) });
    for (const lines of [
      other.lines.slice(0, 1),
      [...note.lines.slice(0, 2), ...other.lines.slice(2)],
    ]) {
      expect(await openCheckpoint({ text: note.text, lines }, policy)).toMatchObject({
        error: 'note-signature',
      });
    }
  });
});
