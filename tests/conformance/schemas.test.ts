import { readFileSync } from 'node:fs';
import {
  approveKey,
  jsonBody,
  keyRequest,
  parseSignedText,
  readStatusList,
  readTrustList,
  signText,
  statusListBody,
} from '@chidu/sdk/codes';
import { auditLog, readLogKeys } from '@chidu/sdk/log';
import { readEvidence, verify, writeEvidence } from '@chidu/sdk/verdict';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { misfit, type Schema } from '../../widget/src/json-schema.ts';
import { ed25519Signer, es256Signer } from './signers.ts';

const schemaOf = (name: string): Schema =>
  JSON.parse(
    readFileSync(new URL(`../../sdk/docs/formats/${name}.schema.json`, import.meta.url), 'utf8'),
  );
const json = (bytes: Uint8Array): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(parseSignedText(bytes)?.body ?? bytes));

const NOW = new Date('2026-11-21T03:00:00Z');
const HEAD = {
  period: '2026',
  seq: 1,
  issued: '2026-11-20T00:00:00Z',
  nextUpdate: '2026-12-01T00:00:00Z',
};
const ODD = [null, -1, 0.5, 'x', '', true, [], {}, undefined];

const isBase64 = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value);

let signed: SignedCase;
beforeAll(async () => {
  signed = await signedCase();
});

/** Each member in turn made odd: schema and reader must agree on what is still of the format. */
async function agree(
  schema: Schema,
  value: Record<string, unknown>,
  accepts: (changed: Record<string, unknown>) => Promise<boolean>,
): Promise<number> {
  let refused = 0;
  for (const name of [...Object.keys(value), 'alien']) {
    for (const odd of ODD) {
      const changed = JSON.parse(JSON.stringify({ ...value, [name]: odd })) as Record<
        string,
        unknown
      >;
      const fits = misfit(schema, changed) === null;
      expect([name, odd, await accepts(changed)]).toEqual([name, odd, fits]);
      if (!fits) refused++;
    }
  }
  return refused;
}

describe('the published schemas', () => {
  it('say of a trust list what its reader says', async () => {
    const holders = ['one', 'two'].map(ed25519Signer);
    const hex = (signer: (typeof holders)[number]) => Buffer.from(signer.spki).toString('hex');
    const roots = {
      format: 'chidu-roots/1',
      quorum: 2,
      seqFloor: 0,
      holders: holders.map((signer, index) => ({
        name: String(index),
        ed25519: hex(signer),
        sm2: hex(signer),
      })),
    } as const;
    expect(misfit(schemaOf('roots'), roots)).toBeNull();
    const list = json(signed.list);
    expect(misfit(schemaOf('trust-list'), list)).toBeNull();
    const refused = await agree(schemaOf('trust-list'), list, async (changed) => {
      const read = await readTrustList(await signText(jsonBody(changed), holders), {
        roots,
        now: NOW.getTime(),
      });
      // Keys of authorities that are not listed are a fault that no schema can name.
      return read.ok || read.fields.at === '/keys/0';
    });
    expect(refused).toBeGreaterThan(50);
  });

  it('say of a status list what its reader says', async () => {
    const list = await readTrustList(signed.list, { roots: signed.roots, now: NOW.getTime() });
    if (!list.ok) throw new Error(list.error);
    const body = json(statusListBody({ authority: signed.authority, ...HEAD }, [], 16));
    expect(misfit(schemaOf('status-list'), body)).toBeNull();
    const refused = await agree(schemaOf('status-list'), body, async (changed) => {
      const bytes = await signText(jsonBody(changed), [signed.signer]);
      const read = await readStatusList(bytes, { keys: list.keys, now: NOW.getTime() });
      // Bits that do not fill the list, and a list of another authority, are faults that no schema can name.
      const unfilled = read.ok || (read.fields.at === '/bits' && isBase64(changed.bits));
      return unfilled || (!read.ok && read.error === 'status-key');
    });
    expect(refused).toBeGreaterThan(40);
  });

  it('fit a key request and its approval', async () => {
    const officer = es256Signer('officer');
    const request = await keyRequest(
      { authority: signed.authority, officer: 17, made: HEAD.issued },
      officer,
    );
    expect(misfit(schemaOf('key-request'), json(request))).toBeNull();
    const window = { notBefore: 20261128, notAfter: 20271127 };
    const approval = await approveKey(
      request,
      { role: 'officer', ...window, approved: HEAD.issued },
      ed25519Signer('approver'),
    );
    expect(misfit(schemaOf('key-approval'), json(approval))).toBeNull();
  });

  it('say of an evidence file what its reader says', async () => {
    const verdict = await verify(signed.text, {
      trust: { keys: null, why: 'trust-missing', against: '' },
      loadRule: async () => null,
      now: () => NOW,
    });
    const file = json(
      writeEvidence({
        code: signed.text,
        verdict,
        trustList: signed.list,
        rule: null,
        statusList: null,
        made: NOW,
      }),
    );
    expect(misfit(schemaOf('evidence'), file)).toBeNull();
    const refused = await agree(
      schemaOf('evidence'),
      file,
      async (changed) => readEvidence(new TextEncoder().encode(JSON.stringify(changed))) !== null,
    );
    expect(refused).toBeGreaterThan(30);
  });

  it('say of log keys what their reader says', async () => {
    const kept = JSON.parse(
      readFileSync(
        new URL('../../sdk/src/log/fixtures/kept/log-keys-1.json', import.meta.url),
        'utf8',
      ),
    );
    expect(misfit(schemaOf('log-keys'), kept)).toBeNull();
    const refused = await agree(
      schemaOf('log-keys'),
      kept,
      async (changed) => !('at' in readLogKeys(changed)),
    );
    expect(refused).toBeGreaterThan(25);
  });

  it('fit every kept leaf, and the report of an audit', async () => {
    const leaves: { leaf: unknown }[] = JSON.parse(
      readFileSync(
        new URL('../../sdk/src/log/fixtures/kept/leaves-1.json', import.meta.url),
        'utf8',
      ),
    );
    for (const { leaf } of leaves) expect(misfit(schemaOf('log-leaf'), leaf)).toBeNull();
    const report = await auditLog({ get: async () => null, policyOf: () => null });
    expect(misfit(schemaOf('log-audit'), report)).toBeNull();
    const checkpoint = { origin: 'x', size: 1, root: 'ab'.repeat(32) };
    expect(misfit(schemaOf('log-audit'), { ...report, checkpoint })).toBeNull();
  });
});
