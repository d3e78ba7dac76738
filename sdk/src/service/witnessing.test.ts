import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Signer } from '../codes/index.ts';
import {
  cosign,
  formatNote,
  formatNoteKey,
  noteKey,
  parseNote,
  parseNoteKey,
  parseReceipt,
} from '../log/index.ts';
import { AUTHORITY, answered, newSigner, type Running, runService } from './fixtures/running.ts';
import { askWitnesses } from './witnessing.ts';

const NAMES = ['justice.example', 'congress.example', 'branch.justice.example'];
const LOG = { log: '330106-2026' };

let signers: Signer[];
let at: Running;
beforeAll(async () => {
  signers = await Promise.all(NAMES.map(newSigner));
  const witnesses = NAMES.map((name, index) => ({
    key: formatNoteKey(noteKey(name, 'cosignature', (signers[index] as Signer).spki)),
    chain: index === 1 ? '人大' : '司法',
    address: `https://${name}`,
  }));
  at = await runService({ config: { witnesses, witnessQuorum: 2 } });
  answered(await at.as('officer').issueCode({ body: at.request() }));
});
afterAll(() => at.close());

async function cosigned(...witnesses: number[]): Promise<string> {
  const { text } = parseNote(answered(await at.party.checkpoint({ params: LOG }))) ?? expect.fail();
  const lines = await Promise.all(
    witnesses.map((index) =>
      cosign(text, NAMES[index] as string, signers[index] as Signer, 1_763_600_000),
    ),
  );
  return formatNote({ text, lines });
}
const cosigners = (proof: string): string[] =>
  (parseReceipt(proof)?.note.lines ?? []).slice(1).map(({ name }) => name);

it('takes good lines of known witnesses, and nothing else', async () => {
  const good = await cosigned(0);
  const hand = (body: string) => at.party.cosign({ params: LOG, body });
  expect(await hand('none')).toMatchObject({ error: 'witness-refused', at: 'note' });
  const other = good.replace('330106-2026', '330106-2025');
  expect(await hand(other)).toMatchObject({ at: 'checkpoint' });
  const stranger = await newSigner();
  const { text } = parseNote(good) ?? expect.fail();
  const strange = await cosign(text, 'stranger.example', stranger, 1);
  expect(await hand(formatNote({ text, lines: [strange] }))).toMatchObject({ at: 'signatures' });
  // A line under a witness's name by another key neither counts nor takes its place.
  const posing = await cosign(text, NAMES[1] as string, stranger, 1);
  const [line] = parseNote(good)?.lines ?? [];
  const taken = answered(await hand(formatNote({ text, lines: [posing, line ?? expect.fail()] })));
  expect(taken.witnesses).toEqual([NAMES[0]]);
  const now = answered(await at.party.checkpoint({ params: LOG }));
  expect(parseNote(now)?.lines.map(({ name }) => name)).not.toContain(NAMES[1]);
});

it('gives receipts against the first checkpoint that two chains have cosigned', async () => {
  const issued = answered(await at.as('officer').issueCode({ body: at.request() }));
  const receipt = async () =>
    answered(await at.party.receipt({ params: { codeId: issued.codeId } }));
  answered(await at.party.cosign({ params: LOG, body: await cosigned(0, 2) }));
  const size = parseReceipt(await receipt())?.checkpoint.size ?? 0;
  answered(await at.as('officer').issueCode({ body: at.request() }));
  // Two of one chain are one: it is still the newest.
  expect(parseReceipt(await receipt())?.checkpoint.size).toBeGreaterThan(size);
  answered(await at.party.cosign({ params: LOG, body: await cosigned(0, 1) }));
  const witnessed = parseReceipt(await receipt())?.checkpoint.size;
  answered(await at.as('officer').issueCode({ body: at.request() }));
  expect(parseReceipt(await receipt())?.checkpoint.size).toBe(witnessed);
  expect(cosigners(await receipt()).sort()).toEqual([NAMES[1], NAMES[0]].sort());
});

it('asks witnesses, and names those that say the log was forked', async () => {
  answered(await at.as('officer').issueCode({ body: at.request() }));
  const asked: string[] = [];
  const refusing = await askWitnesses(
    at.running.service,
    { authority: AUTHORITY, year: 2026 },
    async (address, body) => {
      asked.push(address);
      if (address.includes('congress')) return { status: 409, body: '9999\n' };
      if (address.includes('branch')) throw new Error('out of reach');
      const note = parseNote(body.slice(body.indexOf('\n\n') + 2)) ?? expect.fail('no note');
      const line = await cosign(note.text, NAMES[0] as string, signers[0] as Signer, 1_763_600_001);
      const [, lines = ''] = formatNote({ text: note.text, lines: [line] }).split('\n\n');
      return { status: 200, body: lines };
    },
  );
  expect(new Set(asked).size).toBe(3);
  expect(refusing).toEqual([NAMES[1]]);
  const checkpoint = answered(await at.party.checkpoint({ params: LOG }));
  expect(parseNote(checkpoint)?.lines.map(({ name }) => name)).toContain(NAMES[0]);
  expect(parseNoteKey(at.running.service.config.witnesses[0]?.key ?? '')).not.toBeNull();
});
