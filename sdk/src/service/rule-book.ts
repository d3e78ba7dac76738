import {
  canonicalRule,
  type Loaded,
  loadBenchmarkPack,
  loadGroundPack,
  loadStatutePack,
  makeRule,
  type Rule,
  ruleHash,
} from '../rules/index.ts';
import { parseJsonStrict } from '../text/index.ts';

/** The Rules that codes may be issued by, by hash. */
export interface RuleBook {
  readonly byHash: ReadonlyMap<string, { readonly rule: Rule; readonly text: string }>;
}

/** Packs as texts. */
export interface PackTexts {
  readonly statutes: readonly string[];
  readonly benchmarks: readonly string[];
  readonly grounds: string;
  readonly allowSample: boolean;
}

/**
 * Every Rule that the packs make: each statute entry with each benchmark that has a table for it.
 * @throws {Error} naming the fault: a service does not start on packs that are broken.
 */
export async function openRuleBook(texts: PackTexts): Promise<RuleBook> {
  const grounds = made(loadGroundPack(json(texts.grounds)));
  const statutes = texts.statutes.map((text) => made(loadStatutePack(json(text))));
  const benchmarks = texts.benchmarks.map((text) =>
    made(loadBenchmarkPack(json(text), { allowSample: texts.allowSample })),
  );
  const byHash = new Map<string, { rule: Rule; text: string }>();
  for (const benchmark of benchmarks) {
    for (const statute of statutes.flatMap((pack) => pack.statutes)) {
      const rule = makeRule(statute, benchmark, grounds);
      if (!rule.ok && rule.issues.some(({ code }) => code === 'no-benchmark')) continue;
      const frozen = made(rule);
      byHash.set(await ruleHash(frozen), { rule: frozen, text: canonicalRule(frozen) });
    }
  }
  return { byHash };
}

/** May a code be issued by this Rule on this day: is its benchmark in force? The statute may be that of the act. */
export const isCurrent = ({ pack, statute }: Rule, day: string): boolean =>
  pack.from <= day && (pack.to === null || day < pack.to) && statute.from <= day;

function json(text: string): unknown {
  return made(parseJsonStrict(text));
}

function made<T>(loaded: Loaded<T> | { ok: true; value: T }): T {
  if (loaded.ok) return loaded.value;
  const [first] = loaded.issues;
  throw new Error(`pack: ${first?.at} ${first?.message}`);
}
