import { type KeyEntry, type KeyRing, keyId, toHex } from '../codes/index.ts';
import type { Service } from './service.ts';

/** Keys of the trust list, and with them those that this service signs codes with, listed already or not. */
export async function ownKeys({ trust, config, signerOf }: Service): Promise<KeyRing> {
  const ring = new Map<string, KeyEntry>(await trust.keys());
  for (const { code } of config.authorities) {
    const { alg, spki } = signerOf(code);
    const kid = toHex(keyId(spki));
    const window = { notBefore: 1000_01_01, notAfter: 9999_12_31, revokedAt: null };
    ring.set(
      kid,
      ring.get(kid) ?? { alg, spki, authorities: [code], role: 'authority', ...window },
    );
  }
  return ring;
}
