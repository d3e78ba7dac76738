import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type CborValue,
  type CheckedCode,
  payloadLabels,
  readTrustList,
  type TrustList,
  type TrustRoots,
  toHex,
  verifyCode,
} from '@chidu/sdk/codes';
import type { Step, Trust } from '@chidu/sdk/verdict';
import type { Command, CommandIo } from '../command.ts';
import { readKeysFile } from '../keys-file.ts';

export const summary = 'Check supervision codes, one on each line of standard input.';

export const usage = `Usage: chidu verify --json [--keys FILE] < codes
       chidu verify --json --trust LIST --roots FILE [--rules FOLDER] [--now TIME] < codes
       chidu verify --json --evidence FILE --roots FILE [--now TIME]

Answers one line of JSON for each line of input:
  {"ok":…,"error":…,"id":…,"checkCode":…,"payload":…,"steps":[…]}
"ok" says only that the first group of checks passed; the steps say the rest.

  --keys FILE     keys in place of a trust list, for conformance runs: a JSON array of
                  {"alg","spki","notBefore","notAfter","revokedAt","authorities"?,"role"?}
  --trust LIST    a signed trust list
  --roots FILE    the root keys it must be signed with
  --rules FOLDER  Rules as <hash>.json
  --evidence FILE an evidence file, checked again with the given roots; the answer has one member
                  more, "changed": the steps that the file says were found otherwise
  --now TIME      the time of the check, RFC 3339. Without it the clock decides whether the list
                  is stale, and the answers carry no time, so that they can be compared.
`;

/** Exit code 0 when every line was answered, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const options = readOptions(args);
  if (options === null) {
    io.err(usage);
    return 2;
  }
  let check: (line: string) => Promise<string>;
  try {
    if (options.evidence !== undefined) {
      io.out(`${await checkEvidence(options.evidence, options, io)}\n`);
      return 0;
    }
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
  readonly evidence?: string;
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
        evidence: file,
      },
    });
    const { json, keys, trust, roots, now, evidence } = values;
    if (now !== undefined && Number.isNaN(Date.parse(now))) return null;
    const list = trust ?? evidence;
    const whole = (list === undefined) === (roots === undefined);
    const sources = [keys, trust, evidence].filter((source) => source !== undefined).length;
    return json && whole && sources <= 1 ? values : null;
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
  const trust =
    options.trust === undefined || options.roots === undefined
      ? NO_TRUST
      : (await readTrust(await read(options.trust), options.trust, options.roots, time, io)).trust;
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
    return answer(await verifyCode(line, trust.keys ?? new Map()), timed(steps, now));
  };
}

const NO_TRUST: Trust = { keys: null, why: 'trust-missing', against: '' };

async function readTrust(
  bytes: Uint8Array,
  name: string,
  roots: string,
  now: number,
  io: CommandIo,
): Promise<{ readonly trust: Trust; readonly list: TrustList | null }> {
  const pinned = JSON.parse(await readFile(resolve(io.cwd, roots), 'utf8')) as TrustRoots;
  const list = await readTrustList(bytes, { roots: pinned, now, sm2: true });
  if (!list.ok) {
    io.err(`chidu verify: ${name} is refused: ${list.error} ${JSON.stringify(list.fields)}\n`);
    return { trust: { keys: null, why: 'trust-refused', against: name }, list: null };
  }
  const { seq, issued, nextUpdate } = list.list;
  const against = `list ${seq} of ${issued}, ${name}`;
  return { trust: { keys: list.keys, against, nextUpdate }, list: list.list };
}

/** An evidence file checked again: nothing in it is believed but what the given roots have signed. */
async function checkEvidence(
  path: string,
  { roots = '', now }: Options,
  io: CommandIo,
): Promise<string> {
  const { changedSince, loadersOf, logReader, readEvidence, verify } = await import(
    '@chidu/sdk/verdict'
  );
  const { logPolicy } = await import('@chidu/sdk/log');
  const evidence = readEvidence(new Uint8Array(await readFile(resolve(io.cwd, path))));
  if (evidence === null) throw new Error(`${path} is no evidence file`);
  const time = now === undefined ? io.now() : Date.parse(now);
  const { trustList, fromLog, ...loaders } = loadersOf(evidence);
  const { trust, list } =
    trustList === null
      ? { trust: NO_TRUST, list: null }
      : await readTrust(trustList, path, roots, time, io);
  const fromReader =
    fromLog && list
      ? logReader({ ...fromLog, sm2: true, policyOf: (origin) => logPolicy(list, origin) })
      : {};
  const verdict = await verify(evidence.code, {
    trust,
    ...loaders,
    ...fromReader,
    now: () => new Date(time),
  });
  const line = answer(
    await verifyCode(evidence.code, trust.keys ?? new Map(), fromReader),
    timed(verdict.steps, now),
  );
  return `${line.slice(0, -1)},"changed":${JSON.stringify(changedSince(evidence, verdict))}}`;
}

/** Without a time that was handed in, steps carry none, so that the same input gives the same bytes. */
const timed = (steps: readonly Step[], now: string | undefined): readonly unknown[] =>
  steps.map(({ at, ...step }) => (now === undefined ? step : { ...step, at }));

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
