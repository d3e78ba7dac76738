/** A signer of checkpoints in a process of its own: `signer-program.ts MEMORY`. */
import { FileSigner, serveSigner } from '../../../sdk/src/service/store/index.ts';
import { storedSigner } from './stored-signer.ts';

const [memory = ''] = process.argv.slice(2);
serveSigner(new FileSigner(memory, [await storedSigner(memory)]));
