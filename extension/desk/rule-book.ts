import {
  type BenchmarkPack,
  type GroundPack,
  loadRule,
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
  | { readonly reason: 'no-benchmark' | 'broken-rule' };

export type RuleFound =
  | { readonly ok: true; readonly rule: Rule }
  | ({ readonly ok: false } & NoRule);

const FORMATS = {
  'statutes.json': 'chidu-statutes/1',
  'sample-benchmark.json': 'chidu-benchmark/1',
  'grounds.json': 'chidu-grounds/1',
} as const;

/**
 * Loads the packs that ship with the extension. They were held against their schemas when this build was tested; to do it
 * again for all 278 entries would cost a tenth of a second at every opening, so only the Rule that is used is (`ruleFor`).
 * @throws Error naming the pack whose format this build does not know.
 */
export async function loadRuleBook(read: (file: string) => Promise<string>): Promise<RuleBook> {
  const [statutes, benchmarks, grounds] = await Promise.all([
    pack<StatutePack>(read, 'statutes.json'),
    pack<BenchmarkPack>(read, 'sample-benchmark.json'),
    pack<GroundPack>(read, 'grounds.json'),
  ]);
  return { statutes, benchmarks, grounds };
}

async function pack<T extends { readonly format: string }>(
  read: (file: string) => Promise<string>,
  file: keyof typeof FORMATS,
): Promise<T> {
  const value: T = JSON.parse(await read(file));
  if (value.format !== FORMATS[file]) throw new Error(`${file}: ${value.format}`);
  return value;
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
  if (!made.ok) return { ok: false, reason: 'no-benchmark' };
  const sound = loadRule(made.value);
  return sound.ok ? { ok: true, rule: sound.value } : { ok: false, reason: 'broken-rule' };
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
