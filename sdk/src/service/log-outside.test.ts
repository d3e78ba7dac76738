import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KeyRing, keyRing } from '../codes/index.ts';
import {
  auditLog,
  type Checkpoint,
  decideWitness,
  formatNoteKey,
  hostedTiles,
  type LogPolicy,
  logOrigin,
  logPolicy,
  noteKey,
  proveGrowth,
} from '../log/index.ts';
import { logReader, verify } from '../verdict/index.ts';
import { AUTHORITY, answered, newSigner, type Running, runService } from './fixtures/running.ts';
import { askWitnesses } from './witnessing.ts';

const ORIGIN = logOrigin({ host: 'fxjd.example.gov.cn', region: '330106', year: 2026 });
const LOG = { authority: AUTHORITY, year: 2026 };
const WITNESSES = ['justice.example.gov.cn', 'bar.example.org'];

let at: Running;
let trusted: Parameters<typeof logPolicy>[0];
let keys: KeyRing;
const policyOf = (origin: string) => logPolicy(trusted, origin);
/** By witness: its answers over HTTP, as its program gives them. */
const witnesses = new Map<string, (body: string) => ReturnType<typeof decideWitness>>();

/** What anyone can read below the log's address. */
const get = async (path: string): Promise<Uint8Array | null> => {
  const answer = await at.running.fetch(
    new Request(`http://service/supervision-log/330106-2026/${path}`),
  );
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const witnessed = () =>
  askWitnesses(
    at.running.service,
    LOG,
    (address, body) => witnesses.get(address)?.(body) ?? expect.fail(address),
  );

beforeAll(async () => {
  const signers = await Promise.all(WITNESSES.map(newSigner));
  const listed = WITNESSES.map((name, index) => ({
    name,
    chain: name,
    key: formatNoteKey(noteKey(name, 'cosignature', signers[index]?.spki as Uint8Array)),
  }));
  at = await runService({
    config: {
      witnesses: listed.map(({ name, key }) => ({ key, address: `https://${name}` })),
      witnessQuorum: 2,
      limits: { issuePerDay: 1_000 },
    },
  });
  const spki = at.logKeys.get(AUTHORITY)?.spki as Uint8Array;
  trusted = {
    logs: [{ origin: ORIGIN, key: formatNoteKey(noteKey(ORIGIN, 'ed25519', spki)) }],
    witnesses: listed,
    witnessQuorum: 2,
  };
  const logs = [policyOf(ORIGIN) as LogPolicy];
  for (const [index, name] of WITNESSES.entries()) {
    const kept = new Map<string, Checkpoint>();
    const signer = signers[index] as (typeof signers)[number];
    witnesses.set(`https://${name}`, async (body) => {
      const now = Math.floor(at.clock.now / 1000);
      const answer = await decideWitness(
        body,
        { name, signer, logs },
        (origin) => kept.get(origin) ?? null,
        now,
      );
      if (answer.keep !== null) kept.set(ORIGIN, answer.keep);
      return answer;
    });
  }
  const [, code] = [...at.authorities][0] as [string, (typeof signers)[number]];
  keys = keyRing([
    {
      alg: code.alg,
      spki: code.spki,
      role: 'authority',
      authorities: [AUTHORITY],
      notBefore: 20260101,
      notAfter: 20271231,
      revokedAt: null,
    },
  ]);
});
afterAll(() => at.close());

/** What the widget finds of a code, with nothing but the public routes and the trust list. */
async function found(text: string): Promise<string> {
  const reader = logReader({
    policyOf,
    loadReceipt: async () => {
      const { proofs } = answered(await at.party.proofs({ body: { code: text } }));
      const issued = proofs.find(({ kind }) => kind === 'issued');
      return issued ? { bytes: new TextEncoder().encode(issued.proof), from: 'service' } : null;
    },
    loadGrowth: (_, from, to) => proveGrowth(from, to, hostedTiles(get)),
  });
  const { steps } = await verify(text, {
    trust: { keys, against: '', nextUpdate: null },
    loadRule: async () => null,
    now: () => new Date(at.clock.now),
    ...reader,
  });
  const finding = steps.find(({ id }) => id === 'log')?.finding;
  return finding?.state === 'pass' ? 'pass' : `${finding?.state} ${finding?.code}`;
}

it('lets a reader prove a code, once witnesses have seen it, and an auditor everything', async () => {
  const first = answered(await at.as('officer').issueCode({ body: at.request() }));
  expect(await found(first.text)).toBe('unknown log-unwitnessed');
  expect((await auditLog({ get, policyOf })).faults).toEqual([
    { code: 'audit-unwitnessed', at: ORIGIN },
  ]);

  expect(await witnessed()).toEqual([]);
  expect(await found(first.text)).toBe('pass');
  const report = await auditLog({ get, policyOf });
  expect(report.faults).toEqual([]);
  expect(report.types).toMatchObject({ opened: 1, issued: 1 });

  // Past the border of a tile: entries enough that the printed head and the receipt lie in different tiles.
  for (let batch = 0; batch < 16; batch++) {
    await Promise.all(
      Array.from({ length: 16 }, async () =>
        answered(await at.as('officer').issueCode({ body: at.request() })),
      ),
    );
  }
  const last = answered(await at.as('officer').issueCode({ body: at.request() }));
  expect(await witnessed()).toEqual([]);
  expect(await found(last.text)).toBe('pass');
  expect(await found(first.text)).toBe('pass');
  const again = await auditLog({ get, policyOf, since: report.note });
  expect(again.faults).toEqual([]);
  expect(again.entries).toBeGreaterThan(256);
});
