/** Signs the checkpoints of an authority's logs: `signer-program MEMORY KEY…`, started by `chidu serve`. */
import { readFile } from 'node:fs/promises';
import { FileSigner, serveSigner } from '@chidu/sdk/service/store';
import { readSigner } from '../keys/signer-file.ts';

const [memory = '', ...keys] = process.argv.slice(2);
const signers = await Promise.all(
  keys.map(async (path) => readSigner(await readFile(path, 'utf8'))),
);
serveSigner(new FileSigner(memory, signers));
