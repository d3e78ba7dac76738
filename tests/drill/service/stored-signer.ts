import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '@chidu/sdk/codes';
import { newKeyFile, readSigner } from '../../../sdk/bin/keys/signer-file.ts';

/** The log's key of a drill, the same for each process that gets the same folder. */
export async function storedSigner(folder: string): Promise<Signer> {
  const path = join(folder, 'log.key');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, newKeyFile('ed25519'));
  }
  return readSigner(readFileSync(path, 'utf8'));
}
