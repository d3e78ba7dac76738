import { CompactSign, compactVerify, generateKeyPair } from 'peer:jose';
import { sm2 } from 'peer:sm-crypto';
import { keyRing, type Signer, signCode, verifyCode } from '@chidu/sdk/codes';
import { verifySignature } from '../../../sdk/src/codes/signature.ts';
import { verifyEd25519 } from '../../../sdk/src/codes/software/ed25519.ts';
import { verifyEs256 } from '../../../sdk/src/codes/software/es256.ts';
import { ed25519Signer, es256Signer, sm2Signer } from '../../conformance/signers.ts';
import { typicalPayload } from '../../conformance/typical.ts';

const ROUNDS = 60;

/** Median milliseconds of each way to verify; runs in Node and in a page. */
export async function timings(): Promise<Record<string, number>> {
  const message = crypto.getRandomValues(new Uint8Array(356));
  const result: Record<string, number> = {};
  const signers = {
    ES256: es256Signer('bench'),
    Ed25519: ed25519Signer('bench'),
    SM2: sm2Signer('bench'),
  };
  for (const [name, signer] of Object.entries(signers)) {
    const signature = await signer.sign(message);
    result[`${name} signature`] = await p50(() =>
      verifySignature(signer.alg, signer.spki, message, signature),
    );
    result[`${name} typical code, whole`] = await p50(await wholeCode(signer));
  }
  const without = [
    ['ES256', signers.ES256, verifyEs256, 65],
    ['Ed25519', signers.Ed25519, verifyEd25519, 32],
  ] as const;
  for (const [name, signer, verify, bytes] of without) {
    const signature = await signer.sign(message);
    const key = signer.spki.slice(-bytes);
    result[`${name} signature, without WebCrypto`] = await p50(() =>
      verify(key, message, signature),
    );
  }
  for (const alg of ['ES256', 'EdDSA']) {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const jws = await new CompactSign(message).setProtectedHeader({ alg }).sign(privateKey);
    result[`jose 6.2.17, ${alg} JWS`] = await p50(async () =>
      Boolean(await compactVerify(jws, publicKey)),
    );
  }
  const pair = sm2.generateKeyPairHex();
  const bytes = Array.from(message);
  const signed = sm2.doSignature(bytes, pair.privateKey, { hash: true });
  result['sm-crypto 0.5.8, SM2'] = await p50(() =>
    sm2.doVerifySignature(bytes, signed, pair.publicKey, { hash: true }),
  );
  return result;
}

async function wholeCode(signer: Signer): Promise<() => Promise<boolean>> {
  const key = {
    authorities: null,
    role: 'authority',
    notBefore: 20260101,
    notAfter: 20261231,
    revokedAt: null,
  };
  const keys = keyRing([{ ...key, alg: signer.alg, spki: signer.spki }]);
  const { text } = await signCode(typicalPayload, signer);
  return async () => (await verifyCode(text, keys)).ok;
}

/** The median of rounds after a few to warm up; a page's clock is coarse, so each round repeats for 5 ms or more. */
async function p50(verify: () => boolean | Promise<boolean>): Promise<number> {
  let repeats = 1;
  const round = async (): Promise<number> => {
    const started = performance.now();
    for (let turn = 0; turn < repeats; turn++) {
      if (!(await verify())) throw new Error('a good signature was refused');
    }
    return performance.now() - started;
  };
  while ((await round()) < 5) repeats *= 2;
  const times: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) times.push((await round()) / repeats);
  return times.sort((a, b) => a - b)[ROUNDS / 2] as number;
}
