import {
  type BenchmarkPack,
  type GroundPack,
  loadBenchmarkPack,
  loadGroundPack,
  loadStatutePack,
  makeRule,
  type Rule,
  type Statute,
  type StatutePack,
  statuteAt,
} from '@chidu/sdk/rules';

/** The packs this desk decides by. */
export interface RuleBook {
  readonly statutes: StatutePack;
  readonly benchmarks: BenchmarkPack;
  readonly grounds: GroundPack;
}

/** Why there is no Rule for a case: each is shown as it is, none is bridged by a neighbour. */
export type NoRule =
  | { readonly reason: 'unknown-violation' }
  | {
      readonly reason: 'not-in-force';
      readonly periods: readonly { readonly from: string; readonly to: string | null }[];
    }
  | { readonly reason: 'no-benchmark' };

export type RuleFound =
  | { readonly ok: true; readonly rule: Rule }
  | ({ readonly ok: false } & NoRule);

/** Loads the packs that ship with the extension. @throws Error naming pack and first fault; such a build is broken. */
export async function loadRuleBook(read: (file: string) => Promise<string>): Promise<RuleBook> {
  const [statutes, benchmarks, grounds] = await Promise.all([
    pack(read, 'statutes.json', loadStatutePack),
    pack(read, 'sample-benchmark.json', (value) => loadBenchmarkPack(value, { allowSample: true })),
    pack(read, 'grounds.json', loadGroundPack),
  ]);
  return { statutes, benchmarks, grounds };
}

type Loader<T> = (
  value: unknown,
) =>
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly { readonly message: string }[] };

async function pack<T>(
  read: (file: string) => Promise<string>,
  file: string,
  load: Loader<T>,
): Promise<T> {
  const loaded = load(JSON.parse(await read(file)));
  if (!loaded.ok) throw new Error(`${file}: ${loaded.issues[0]?.message}`);
  return loaded.value;
}

/**
 * The Rule for a violation: the law at the end of the act; where there was none yet, the law at the decision
 * (行政处罚法 37). The assessment says which, and that both must be compared where they differ.
 */
export function ruleFor(
  book: RuleBook,
  violation: string,
  actDate: string,
  decisionDate: string,
): RuleFound {
  const atAct = statuteAt(book.statutes, violation, actDate);
  const found = atAct.ok ? atAct : statuteAt(book.statutes, violation, decisionDate);
  if (!found.ok)
    return found.reason === 'unknown-violation'
      ? { ok: false, reason: 'unknown-violation' }
      : { ok: false, reason: 'not-in-force', periods: found.periods };
  const made = makeRule(found.statute, book.benchmarks, book.grounds);
  return made.ok ? { ok: true, rule: made.value } : { ok: false, reason: 'no-benchmark' };
}

/** One entry for each violation, for choosing: the newest text names it. */
export function violations({ statutes }: RuleBook): readonly Statute[] {
  const newest = new Map<string, Statute>();
  for (const statute of statutes.statutes) {
    const known = newest.get(statute.violation);
    if (!known || known.from < statute.from) newest.set(statute.violation, statute);
  }
  return [...newest.values()];
}

/** Violations whose name or article fits what was typed, best first: every word must be found. */
export function searchViolations(
  all: readonly Statute[],
  query: string,
  language: 'zh' | 'en',
): readonly Statute[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter((statute) => {
    const text =
      `${statute.name.zh} ${statute.name[language] ?? ''} ${statute.basis.law}${statute.basis.article} ${statute.violation}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
