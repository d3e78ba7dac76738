import { type CodePayload, keyRing, type Signer, signCode } from '@chidu/sdk/codes';
import { codeSymbol } from '@chidu/sdk/codes/draw';
import { ed25519Signer, es256Signer, sm2Signer } from '../conformance/signers.ts';
import { typicalPayload } from '../conformance/typical.ts';
import { seeded } from './codes/capture.ts';
import { mutations, tally } from './codes/mutations.ts';
import { decodeRates } from './codes/pictures.ts';
import { speeds } from './codes/speed.ts';

export const about =
  'Supervision codes: mutations refused, sizes and QR versions, time to verify, captures decoded.';

export const peers = { jose: '6.2.17', 'sm-crypto': '0.5.8', 'zxing-wasm': '3.1.4' };

/** Of a bit over 200,000 mutations, SM2 gets few: each that reaches the signature takes a millisecond. */
const MUTATIONS = { fast: 29_000, sm2: 700 };

export async function run(peer: (name: string) => Promise<Record<string, unknown>>) {
  const rows: Record<string, string | number>[] = [];
  for (const part of [speeds, () => decodeRates(peer), sizes, refusals]) {
    const started = performance.now();
    const found = await part();
    console.error(`${found.length} rows in ${Math.round((performance.now() - started) / 1000)} s`);
    rows.push(...found);
  }
  return rows;
}

const ring = (signers: readonly Signer[]) =>
  keyRing(
    signers.map(({ alg, spki }) => ({
      alg,
      spki,
      authorities: null,
      role: 'authority',
      notBefore: 20260101,
      notAfter: 20261231,
      revokedAt: null,
    })),
  );

async function refusals() {
  const groups = [
    { count: MUTATIONS.fast, signers: [ed25519Signer('bench'), es256Signer('bench')] },
    { count: MUTATIONS.sm2, signers: [sm2Signer('bench')] },
  ];
  const rows: Record<string, string | number>[] = [];
  for (const [what, mutate] of Object.entries(mutations)) {
    const total = { tried: 0, accepted: 0, uncoded: 0 };
    for (const { count, signers } of groups) {
      const samples = await Promise.all(
        signers.map(async (signer) => {
          const { text, bytes } = await signCode(typicalPayload, signer);
          return { text, body: bytes };
        }),
      );
      const result = await tally(mutate, samples, ring(signers), count, seeded(count));
      total.tried += result.tried;
      total.accepted += result.accepted;
      total.uncoded += result.uncoded;
    }
    rows.push({ what: `mutations: ${what}`, ...total });
  }
  return rows;
}

/** Labels 1, 3 to 6 and 9 to 12. */
const { document, issued, rule, violation, tier, range, fine } =
  typicalPayload as Required<CodePayload>;
const minimal: CodePayload = { document, issued, rule, violation, tier, range, fine };

const rich: CodePayload = {
  ...typicalPayload,
  authority: '11330106002489123X',
  factors: Array.from(
    { length: 12 },
    (_, index) => [index + 1, (index % 5) + 1, 10 * index] as const,
  ),
  officer: 1204,
  replyBy: 20261122,
  channels: [1, 2, 3, 4],
  logHead: { size: 10_000_019, root: new Uint8Array(12).fill(0x5a) },
  documentKind: 2,
};

async function sizes() {
  const rows: Record<string, string | number>[] = [];
  const signers = {
    Ed25519: ed25519Signer('bench'),
    ES256: es256Signer('bench'),
    SM2: sm2Signer('bench'),
  };
  for (const [content, payload] of Object.entries({ minimal, typical: typicalPayload, rich })) {
    for (const [name, signer] of Object.entries(signers)) {
      const { text, bytes } = await signCode(payload, signer);
      const { version, modules } = codeSymbol('https://zfjd.hangzhou.gov.cn', text);
      rows.push({
        what: `size: ${content}, ${name}`,
        bytes: bytes.length,
        digits: text.length,
        version,
        modules,
      });
    }
  }
  return rows;
}
