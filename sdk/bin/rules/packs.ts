import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSignedText, readSignedPack } from '@chidu/sdk/codes';
import {
  type BenchmarkPack,
  type FactDefinition,
  type GroundPack,
  loadBenchmarkPack,
  loadGroundPack,
  loadStatutePack,
  makeRule,
  type Rule,
  type Statute,
  type StatutePack,
} from '@chidu/sdk/rules';
import { type Echo, importBenchmark } from '@chidu/sdk/rules/workbook';
import { readXlsx } from '@chidu/sdk/sheets';
import { chinaDay, parseJsonStrict } from '@chidu/sdk/text';
import type { CommandIo } from '../command.ts';
import { Faults, taken } from './faults.ts';
import type { Options } from './options.ts';
import { trustList } from './trust-list.ts';

export interface Packs {
  readonly statutes: StatutePack;
  readonly grounds: GroundPack;
  readonly benchmark: BenchmarkPack;
}

/** The packs that the options name; what they leave out is what comes with the SDK, the sample included. */
export async function packsOf(options: Options, io: CommandIo): Promise<Packs> {
  const { statutes, grounds, benchmark } = options;
  return {
    statutes: taken(loadStatutePack(await json(statutes, 'statutes', io))),
    grounds: taken(loadGroundPack(await json(grounds, 'grounds', io))),
    benchmark:
      benchmark === undefined
        ? taken(
            loadBenchmarkPack(await json(undefined, 'sample-benchmark', io), { allowSample: true }),
          )
        : (await benchmarkFile(benchmark, options, io)).pack,
  };
}

/** A benchmark from JSON, from a workbook or from a signed text, told apart by their bytes. */
export async function benchmarkFile(
  path: string,
  options: Options,
  io: CommandIo,
): Promise<{ pack: BenchmarkPack; echoes: readonly Echo[] }> {
  const allowSample = options.sample;
  const bytes = await fileBytes(path, io);
  if (parseSignedText(bytes) !== null) {
    const value = await signedValue(path, bytes, options, io);
    return { pack: taken(loadBenchmarkPack(value, { allowSample })), echoes: [] };
  }
  if (!isWorkbook(bytes)) {
    return { pack: taken(loadBenchmarkPack(parsed(bytes), { allowSample })), echoes: [] };
  }
  const imported = importBenchmark(taken(readXlsx(bytes)), {
    allowSample,
    facts: await factRegistry(io),
  });
  if (!imported.ok) throw new Faults(imported.issues);
  return { pack: imported.value, echoes: imported.echoes };
}

/** The pack of a signed text whose signature counts by the trust list; no signature is passed over in silence. */
async function signedValue(
  path: string,
  bytes: Uint8Array,
  options: Options,
  io: CommandIo,
): Promise<unknown> {
  const trust = await trustList(options, io);
  if (trust === null) {
    const message = 'signed: --trust and --roots say whose signature counts';
    throw new Faults([{ code: 'pack-unlisted', at: path, message }]);
  }
  const read = await readSignedPack(bytes, trust, chinaDay(io.now()));
  if (read.ok) return read.value;
  const { error, fields } = read;
  throw new Faults([{ code: error, at: path, message: 'the signature does not count', fields }]);
}

/** Every fact that conditions may name. */
export async function factRegistry(io: CommandIo): Promise<readonly FactDefinition[]> {
  return ((await json(undefined, 'facts', io)) as { facts: FactDefinition[] }).facts;
}

export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The Rule of an entry, or null where the benchmark has no table for it. */
export function ruleOf(statute: Statute, { benchmark, grounds }: Packs): Rule | null {
  const made = makeRule(statute, benchmark, grounds);
  if (made.ok) return made.value;
  if (made.issues.every((one) => one.code === 'no-benchmark')) return null;
  throw new Faults(made.issues);
}

/** Names an entry: the violation and the first day of its text. */
export function entryId({ violation, from }: Statute): string {
  return `${violation}@${from}`;
}

export async function fileBytes(path: string, io: CommandIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, path));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Faults([{ code: 'json', at: path, message }]);
  }
}

/** Strict JSON of a file: no key twice. */
export function parsed(bytes: Uint8Array): unknown {
  return taken(parseJsonStrict(new TextDecoder().decode(bytes)));
}

async function json(path: string | undefined, shipped: string, io: CommandIo): Promise<unknown> {
  const own = () => fileURLToPath(import.meta.resolve(`@chidu/sdk/packs/${shipped}.json`));
  return parsed(await fileBytes(path ?? own(), io));
}
