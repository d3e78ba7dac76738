import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type CborValue,
  type CheckedCode,
  type KeyRing,
  payloadLabels,
  readTrustList,
  type TrustRoots,
  toHex,
  verifyCode,
} from '@chidu/sdk/codes';
import type { Trust } from '@chidu/sdk/verdict';
import type { Command, CommandIo } from '../command.ts';
import { readKeysFile } from '../keys-file.ts';

export const summary = 'Check supervision codes, one on each line of standard input.';

const USAGE = `Usage: chidu verify --json [--keys FILE] < codes
       chidu verify --json --trust LIST --roots FILE [--rules FOLDER] [--now TIME] < codes

Answers one line of JSON for each line of input:
  {"ok":…,"error":…,"id":…,"checkCode":…,"payload":…,"steps":[…]}
"ok" says only that the first group of checks passed; the steps say the rest.

  --keys FILE     keys in place of a trust list, for conformance runs: a JSON array of
                  {"alg","spki","notBefore","notAfter","revokedAt","authorities"?,"role"?}
  --trust LIST    a signed trust list
  --roots FILE    the root keys it must be signed with
  --rules FOLDER  Rules as <hash>.json
  --now TIME      the time of the check, RFC 3339. Without it the clock decides whether the list
                  is stale, and the answers carry no time, so that they can be compared.
`;

/** Exit code 0 when every line was answered, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const options = readOptions(args);
  if (options === null) {
    io.err(USAGE);
    return 2;
  }
  let check: (line: string) => Promise<string>;
  try {
    check = await checker(options, io);
  } catch (error) {
    io.err(`chidu verify: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const lines = new TextDecoder().decode(await io.stdin()).split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) io.out(`${await check(line)}\n`);
  return 0;
};

interface Options {
  readonly keys?: string;
  readonly trust?: string;
  readonly roots?: string;
  readonly rules?: string;
  readonly now?: string;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const file = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        keys: file,
        trust: file,
        roots: file,
        rules: file,
        now: file,
      },
    });
    const { json, keys, trust, roots, now } = values;
    if (now !== undefined && Number.isNaN(Date.parse(now))) return null;
    const whole = (trust === undefined) === (roots === undefined);
    return json && whole && (keys === undefined || trust === undefined) ? values : null;
  } catch {
    return null;
  }
}

async function checker(
  options: Options,
  io: CommandIo,
): Promise<(line: string) => Promise<string>> {
  const read = (path: string) => readFile(resolve(io.cwd, path));
  if (options.keys !== undefined) {
    const keys = readKeysFile((await read(options.keys)).toString());
    return async (line) => answer(await verifyCode(line, keys), []);
  }
  const { verify } = await import('@chidu/sdk/verdict');
  const { rules, now } = options;
  const time = now === undefined ? io.now() : Date.parse(now);
  const trust = await readTrust(options, io, time, read);
  return async (line) => {
    const { steps } = await verify(line, {
      trust,
      now: () => new Date(time),
      loadRule: async (hash) => {
        if (rules === undefined) return null;
        const path = `${rules}/${hash}.json`;
        return read(path).then(
          (bytes) => ({ bytes, from: path }),
          () => null,
        );
      },
    });
    const timed = steps.map(({ at, ...step }) => (now === undefined ? step : { ...step, at }));
    return answer(await verifyCode(line, trust.keys ?? new Map()), timed);
  };
}

async function readTrust(
  { trust, roots }: Options,
  io: CommandIo,
  now: number,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Trust> {
  if (trust === undefined || roots === undefined) {
    return { keys: null, why: 'trust-missing', against: '' };
  }
  const list = await readTrustList(await read(trust), {
    roots: JSON.parse(new TextDecoder().decode(await read(roots))) as TrustRoots,
    now,
    sm2: true,
  });
  if (!list.ok) {
    io.err(`chidu verify: ${trust} is refused: ${list.error} ${JSON.stringify(list.fields)}\n`);
    return { keys: null, why: 'trust-refused', against: trust };
  }
  const { seq, issued, nextUpdate } = list.list;
  return {
    keys: list.keys satisfies KeyRing,
    against: `list ${seq} of ${issued}, ${trust}`,
    nextUpdate,
  };
}

/** One line, its members in the order that the protocol gives. */
function answer(code: CheckedCode, steps: readonly unknown[]): string {
  const labels = code.ok ? payloadLabels(code.payloadBytes) : null;
  const members = [
    `"ok":${code.ok}`,
    `"error":${JSON.stringify(code.ok ? null : code.error)}`,
    `"id":${JSON.stringify(code.id)}`,
    `"checkCode":${JSON.stringify(code.checkCode)}`,
    `"payload":${json(labels)}`,
    `"steps":${JSON.stringify(steps)}`,
  ];
  return `{${members.join(',')}}`;
}

/** CBOR as JSON: bytes as hex, integers in full, keys of maps as text. */
function json(value: CborValue): string {
  if (value instanceof Uint8Array) return JSON.stringify(toHex(value));
  if (value instanceof Map) {
    const members = [...value].map(
      ([key, each]) => `${JSON.stringify(keyText(key))}:${json(each)}`,
    );
    return `{${members.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

const keyText = (key: CborValue): string =>
  typeof key === 'string' ? key : json(key).replaceAll('"', '');
