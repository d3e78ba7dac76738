import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { jsonBody, signText } from '@chidu/sdk/codes';
import type { CommandIo } from '../command.ts';
import { readSigner } from '../keys/signer-file.ts';
import type { Options } from './options.ts';
import { benchmarkFile, fileBytes } from './packs.ts';

/** A sound benchmark → the same as a signed text, for other bodies. What is not sound is not signed. */
export async function sign(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  const { key, out } = options;
  if (file === undefined || more.length > 0 || key === undefined || out === undefined) return 2;
  const { pack } = await benchmarkFile(file, options, io);
  const signer = readSigner(new TextDecoder().decode(await fileBytes(key, io)));
  const bytes = await signText(jsonBody(pack), [signer]);
  await writeFile(resolve(io.cwd, out), bytes);
  io.err(`${pack.id} ${pack.version}: ${pack.benchmarks.length} tables signed\n`);
  return 0;
}
