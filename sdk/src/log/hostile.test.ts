import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ed25519Signer } from '../../../tests/conformance/signers.ts';
import { auditLog } from './audit.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { hostedFiles } from './fixtures/hosted-log.ts';
import { filledLog, ORIGIN, TestLog, TRUSTED_LOG } from './fixtures/test-log.ts';
import { numbered } from './fixtures/test-tree.ts';
import { parseNote, parseNoteLines } from './note.ts';
import { parseNoteKey } from './note-key.ts';
import { openReceipt } from './open-receipt.ts';
import { parseLogOrigin } from './origin.ts';
import { type LogPolicy, logPolicy } from './policy.ts';
import { proveConsistency } from './proof.ts';
import { parseReceipt } from './receipt.ts';
import { decideWitness } from './witness.ts';
import { formatWitnessRequest } from './witness-request.ts';

const SEED = { seed: 6962, numRuns: 800 };
const policyOf = (origin: string) => logPolicy(TRUSTED_LOG, origin);
const log = new TestLog(numbered(40));

/** A text with some of it cut out, doubled, swapped or replaced. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((cuts) =>
      cuts.reduce(
        (whole, [at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length),
        text,
      ),
    );

it('nothing a stranger sends makes a reader throw', async () => {
  const receipt = await log.receipt(7);
  const key = TRUSTED_LOG.logs[0]?.key as string;
  const texts = fc.oneof(fc.string({ unit: 'binary' }), damaged(receipt), damaged(key));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      for (const parse of [
        parseNote,
        parseNoteLines,
        parseNoteKey,
        parseReceipt,
        parseCheckpoint,
        parseLogOrigin,
      ]) {
        expect(() => parse(text)).not.toThrow();
      }
      const opened = await openReceipt(text, policyOf);
      // Damage behind the last signature of a known key, or in the name of an unknown one, changes nothing that counts.
      if (opened.ok) expect(opened.entry.checkpoint).toEqual({ origin: ORIGIN, ...log.heads[40] });
    }),
    SEED,
  );
});

it('no damaged request is cosigned as another head', async () => {
  const request = formatWitnessRequest({
    oldSize: 10,
    proof: await proveConsistency(10, 40, log.read),
    note: await log.note(log.heads[40], { witnesses: [] }),
  });
  const options = {
    name: 'w.example',
    signer: ed25519Signer('w'),
    logs: [policyOf(ORIGIN) as LogPolicy],
  };
  const last = () => ({ origin: ORIGIN, ...(log.heads[10] as (typeof log.heads)[number]) });
  await fc.assert(
    fc.asyncProperty(damaged(request), async (text) => {
      const { status, keep } = await decideWitness(text, options, last, 1_000);
      if (status === 200) expect(keep).toEqual({ origin: ORIGIN, ...log.heads[40] });
      else expect(keep).toBeNull();
    }),
    SEED,
  );
});

it('a host of rubbish gets faults, never an answer that all holds', async () => {
  const files = await hostedFiles(filledLog(200));
  const paths = [...files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.uint8Array({ maxLength: 9000 }),
      fc.nat(),
      async (path, rubbish, at) => {
        const whole = files.get(path) as Uint8Array;
        const flipped = whole.slice();
        const place = at % flipped.length;
        flipped[place] = (flipped[place] as number) ^ (1 << (at % 8));
        for (const bytes of [rubbish, flipped]) {
          const served = new Map(files).set(path, bytes);
          const get = async (each: string) => served.get(each) ?? null;
          const { faultCount, checkpoint } = await auditLog({ get, policyOf });
          const same = Buffer.from(bytes).equals(whole);
          // A flipped bit in a line of the checkpoint may make it the line of a key that nobody knows.
          const lines = path === 'checkpoint' && checkpoint !== null;
          expect(faultCount > 0 || same || lines).toBe(true);
        }
      },
    ),
    { seed: 6962, numRuns: 60 },
  );
});
