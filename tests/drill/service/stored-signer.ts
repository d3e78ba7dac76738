import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Signer, webCryptoSigner } from '@chidu/sdk/codes';

const ED25519 = { name: 'Ed25519' };

/** The log's key of a drill, the same for each process that gets the same folder. */
export async function storedSigner(folder: string): Promise<Signer> {
  const path = join(folder, 'key.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const pair = await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify']);
    const { privateKey } = pair as Parameters<typeof webCryptoSigner>[0];
    writeFileSync(path, JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey)));
  }
  const { d, ...open } = JSON.parse(readFileSync(path, 'utf8'));
  const load = (jwk: JsonWebKey, use: 'sign' | 'verify') =>
    crypto.subtle.importKey('jwk', { ...jwk, key_ops: [use] }, ED25519, true, [use]);
  return webCryptoSigner({
    privateKey: await load({ ...open, d }, 'sign'),
    publicKey: await load(open, 'verify'),
  });
}
