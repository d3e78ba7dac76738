import { readFile } from 'node:fs/promises';
import {
  type BenchmarkPack,
  canonicalRule,
  type GroundPack,
  type Loaded,
  loadBenchmarkPack,
  loadGroundPack,
  loadStatutePack,
  makeRule,
  type Rule,
  ruleHash,
  type StatutePack,
  statuteAt,
} from '@chidu/sdk/rules';
import { parseJsonStrict } from '@chidu/sdk/text';

/** The published packs, and every Rule that can be made of them, by its hash. */
export interface RuleBook {
  readonly statutes: StatutePack;
  readonly benchmarks: BenchmarkPack;
  readonly grounds: GroundPack;
  /** Canonical JSON by SHA-256, 64 hexadecimal digits. */
  readonly byHash: ReadonlyMap<string, string>;
}

/** @throws Error naming pack and fault: the packs of this repository are broken. */
export async function openRuleBook(): Promise<RuleBook> {
  const [statutes, benchmarks, grounds] = await Promise.all([
    pack('statutes.json', loadStatutePack),
    pack('sample-benchmark.json', (value) => loadBenchmarkPack(value, { allowSample: true })),
    pack('grounds.json', loadGroundPack),
  ]);
  const byHash = new Map<string, string>();
  for (const statute of statutes.statutes) {
    const rule = made(makeRule(statute, benchmarks, grounds), statute.violation);
    byHash.set(await ruleHash(rule), canonicalRule(rule));
  }
  return { statutes, benchmarks, grounds, byHash };
}

/** The Rule for a violation under the law of a day. @throws Error where there is none. */
export function ruleOn(book: RuleBook, violation: string, day: string): Rule {
  const found = statuteAt(book.statutes, violation, day);
  if (!found.ok) throw new Error(`${violation}, ${day}: ${found.reason}`);
  return made(makeRule(found.statute, book.benchmarks, book.grounds), violation);
}

async function pack<T>(file: string, load: (value: unknown) => Loaded<T>): Promise<T> {
  const url = new URL(import.meta.resolve(`@chidu/sdk/packs/${file}`));
  return made(load(made(parseJsonStrict(await readFile(url, 'utf8')), file)), file);
}

function made<T>(loaded: Loaded<T>, what: string): T {
  if (loaded.ok) return loaded.value;
  const [first] = loaded.issues;
  throw new Error(`${what}: ${first?.at} ${first?.message}`);
}
