import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { ed25519Signer, sm2Signer } from '../../../tests/conformance/signers.ts';
import { ALGORITHMS } from '../codes/algorithm.ts';
import { decodeBase64 } from '../codes/base64.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { GO_COSIGNATURE, GO_NOTE } from './fixtures/published.ts';
import { EMPTY_ROOT } from './hash.ts';
import {
  checkNote,
  cosign,
  formatNote,
  formatNoteLine,
  type Note,
  parseNote,
  parseNoteLines,
  signNote,
} from './note.ts';
import { formatNoteKey, type NoteKey, noteKey, parseNoteKey } from './note-key.ts';

const keyOf = (text: string) => parseNoteKey(text) as NoteKey;
const noteOf = (text: string) => parseNote(text) as Note;

describe('against notes that Go wrote', () => {
  it('reads, checks and writes its note byte for byte', async () => {
    const key = keyOf(GO_NOTE.key);
    expect(key).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3', kind: 'ed25519' });
    expect(formatNoteKey(key)).toBe(GO_NOTE.key);
    const note = noteOf(GO_NOTE.note);
    expect(await checkNote(note, [key])).toEqual({ ok: true, signatures: [{ key, time: null }] });
    const seed = decodeBase64(GO_NOTE.seed);
    const signer = {
      alg: ALGORITHMS.Ed25519,
      spki: key.spki,
      sign: async (message: Uint8Array) => ed25519.sign(message, seed),
    };
    const line = await signNote(note.text, key.name, signer);
    expect(formatNote({ text: note.text, lines: [line] })).toBe(GO_NOTE.note);
  });

  it('checks a cosignature and reads its time', async () => {
    const key = keyOf(GO_COSIGNATURE.key);
    expect(key.kind).toBe('cosignature');
    const note = noteOf(GO_COSIGNATURE.note);
    expect(await checkNote(note, [key])).toEqual({
      ok: true,
      signatures: [{ key, time: 0x6a6cbe50 }],
    });
    const grown = { ...note, text: note.text.replace('\n42\n', '\n43\n') };
    expect(await checkNote(grown, [key])).toMatchObject({ ok: false, error: 'note-signature' });
  });

  it('refuses what Go refuses', () => {
    const [text = '', line = ''] = GO_NOTE.note.split('\n\n');
    for (const bad of [
      `${text}\n`,
      `${text}\n\n`,
      GO_NOTE.note.slice(0, -1),
      `\u0001${GO_NOTE.note}`,
      GO_NOTE.note.replace('PeterNeumann', 'Bad Name'),
      GO_NOTE.note.replace('PeterNeumann', 'Bad+Name'),
      GO_NOTE.note.replace('PeterNeumann', 'Bad\u00a0Name'),
      `${GO_NOTE.note}Unexpected line.\n`,
      GO_NOTE.note.replace('x08go', 'x08g'),
      `${text}\n\n${line.repeat(101)}`,
    ]) {
      expect(parseNote(bad)).toBeNull();
    }
    expect(parseNote(`${text}\n\n${line.repeat(100)}`)?.lines).toHaveLength(100);
    for (const bad of [
      // Another length, and another kind, each with the key id that goes with it.
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      GO_NOTE.key.toUpperCase(),
      GO_NOTE.key.replace('c74f20a3', 'c74f20a4'),
      GO_NOTE.key.replace('PeterNeumann', 'Peter Neumann'),
      'PeterNeumann+c74f20a3',
      '',
    ]) {
      expect(parseNoteKey(bad)).toBeNull();
    }
    for (let at = 0; at < GO_NOTE.key.length; at++) {
      expect(parseNoteKey(GO_NOTE.key.slice(0, at) + GO_NOTE.key.slice(at + 1))).toBeNull();
    }
  });
});

const ORIGIN = 'log.example.gov.cn/supervision-log/330106-2026';
const text = formatCheckpoint({ origin: ORIGIN, size: 0, root: EMPTY_ROOT });
const log = ed25519Signer('log');
const sm2 = sm2Signer('log');
const witness = ed25519Signer('witness');

describe('a checkpoint', () => {
  it('is signed with Ed25519 and SM2 and cosigned with the time', async () => {
    const lines = [
      await signNote(text, ORIGIN, log),
      await signNote(text, ORIGIN, sm2),
      await cosign(text, 'justice.example', witness, 1_800_000_000),
    ];
    const keys = [
      noteKey(ORIGIN, 'ed25519', log.spki),
      noteKey(ORIGIN, 'sm2', sm2.spki),
      noteKey('justice.example', 'cosignature', witness.spki),
    ];
    for (const key of keys) expect(parseNoteKey(formatNoteKey(key))).toEqual(key);
    const note = noteOf(formatNote({ text, lines }));
    expect(note).toEqual({ text, lines });
    expect(parseNoteLines(lines.map(formatNoteLine).join(''))).toEqual(lines);
    expect(await checkNote(note, keys)).toEqual({
      ok: true,
      signatures: keys.map((key, at) => ({ key, time: at === 2 ? 1_800_000_000 : null })),
    });
    expect(await checkNote(note, [])).toEqual({ ok: true, signatures: [] });
  });

  it('is refused when a known key signed something else, whichever it is', async () => {
    const other = text.replace('\n0\n', '\n1\n');
    const cases = [
      [await signNote(other, ORIGIN, log), noteKey(ORIGIN, 'ed25519', log.spki)],
      [await signNote(other, ORIGIN, sm2), noteKey(ORIGIN, 'sm2', sm2.spki)],
      [await cosign(other, 'w', witness, 7), noteKey('w', 'cosignature', witness.spki)],
    ] as const;
    for (const [line, key] of cases) {
      expect(await checkNote({ text, lines: [line] }, [key])).toEqual({
        ok: false,
        error: 'note-signature',
        at: key.name,
      });
    }
  });

  it('binds the time of a cosignature', async () => {
    const key = noteKey('w', 'cosignature', witness.spki);
    const line = await cosign(text, 'w', witness, 1_800_000_000);
    const signature = line.signature.slice();
    signature[7] = (signature[7] as number) ^ 1;
    const changed = { text, lines: [{ ...line, signature }] };
    expect(await checkNote(changed, [key])).toMatchObject({ ok: false });
    const short = { text, lines: [{ ...line, signature: signature.slice(0, 70) }] };
    expect(await checkNote(short, [key])).toMatchObject({ ok: false });
  });

  it('is read strictly', () => {
    expect(parseCheckpoint(text)).toEqual({ origin: ORIGIN, size: 0, root: EMPTY_ROOT });
    expect(parseCheckpoint(`${text}an extension\n`)?.size).toBe(0);
    for (const bad of [
      text.slice(0, -1),
      text.replace('\n0\n', '\n00\n'),
      text.replace('\n0\n', '\n-1\n'),
      text.replace('\n0\n', '\n9007199254740992\n'),
      text.replace(ORIGIN, ''),
      text.replace('=', ''),
      `${text}\n`,
      'origin\n0\n',
      '',
    ]) {
      expect(parseCheckpoint(bad)).toBeNull();
    }
  });
});
