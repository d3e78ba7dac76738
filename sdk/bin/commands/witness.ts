import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNoteKey, noteKey, parseNoteKey } from '@chidu/sdk/log';
import { WitnessMemory, witnessServer } from '@chidu/sdk/service/witness';
import type { Command } from '../command.ts';
import { readSigner } from '../keys/signer-file.ts';

export const summary = 'Watch supervision logs and cosign their checkpoints.';

export const usage = `Usage: chidu witness --name NAME --key KEY --dir FOLDER --log VKEY [--log VKEY …]
                     [--port 8620] [--host 127.0.0.1]

Serves POST /add-checkpoint (C2SP tlog-witness) and GET /health, and cosigns what grew out of the
checkpoint it cosigned last. FOLDER keeps that checkpoint; it must never be restored from a copy.

  --name NAME   name of the witness, an address without scheme: justice.example.gov.cn
  --key KEY     key file or device file, Ed25519, used for nothing else
  --log VKEY    note verification key of a log; its name is the origin. A log with two keys is
                given twice
  --dir FOLDER  what is remembered; one process only
  --print-key   write the witness's own verification key, for trust lists, and end
`;

/** Exit code 0 when stopped by a signal, 1 where it cannot start, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const options = readOptions(args);
  if (options === null) {
    io.err(usage);
    return 2;
  }
  try {
    const { name, dir } = options;
    const signer = readSigner(await readFile(resolve(io.cwd, options.key), 'utf8'));
    const own = formatNoteKey(noteKey(name, 'cosignature', signer.spki));
    if (options['print-key']) {
      io.out(`${own}\n`);
      return 0;
    }
    const keys = options.log.map((text) => {
      const key = parseNoteKey(text);
      if (key === null) throw new Error(`not a note verification key: ${text}`);
      return key;
    });
    const origins = [...new Set(keys.map((key) => key.name))];
    const logs = origins.map((origin) => ({
      origin,
      keys: keys.filter((key) => key.name === origin),
    }));
    const memory = await WitnessMemory.open(resolve(io.cwd, dir));
    const server = witnessServer({ name, signer, logs }, memory, () => Math.floor(io.now() / 1000));
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(Number(options.port), options.host, listening);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : options.port;
    io.err(`chidu witness: ${own}\n`);
    io.err(`chidu witness: watching ${origins.join(', ')} on http://${options.host}:${port}\n`);
    await new Promise<void>((stopped) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped());
    });
    await new Promise((closed) => server.close(closed));
    await memory.close();
    return 0;
  } catch (error) {
    io.err(`chidu witness: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        key: { type: 'string' },
        dir: { type: 'string', default: '' },
        log: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '8620' },
        host: { type: 'string', default: '127.0.0.1' },
        'print-key': { type: 'boolean', default: false },
      },
    });
    const { name, key, dir, log, port } = values;
    const whole = values['print-key'] || (dir !== '' && log.length > 0);
    return name && key && whole && /^\d{1,5}$/.test(port) ? { ...values, name, key } : null;
  } catch {
    return null;
  }
}
