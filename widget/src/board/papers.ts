import type { Issue } from '@chidu/sdk/errors';
import { loadOrganisation, type Organisation } from '@chidu/sdk/oversight';
import { ALERT_THRESHOLDS, loadThresholds, type Thresholds } from '@chidu/sdk/oversight/alerts';
import { type AppraisalFormula, loadFormula } from '@chidu/sdk/oversight/indicators';
import {
  type LegalReviews,
  loadLegalReviews,
  loadOfficers,
  loadPublicity,
  type OfficerRegister,
  type PublicityRegister,
} from '@chidu/sdk/oversight/registers';
import {
  type BenchmarkPack,
  type Loaded,
  loadBenchmarkPack,
  loadStatutePack,
  type StatutePack,
} from '@chidu/sdk/rules';

/** What is shown beside the entries: files of the supervision body, as parsed JSON. */
export interface Papers {
  readonly organisation?: unknown;
  readonly thresholds?: unknown;
  readonly formula?: unknown;
  /** `chidu-statutes/1`: names and articles of violations. */
  readonly statutes?: unknown;
  /** `chidu-benchmark/1`, each: what the coverage of benchmarks is told of. */
  readonly benchmarks?: readonly unknown[];
  /** What the rates rest on beside the log. */
  readonly officers?: unknown;
  readonly publicity?: unknown;
  readonly reviews?: unknown;
  /** `YYYY-MM-DD`: the day to judge by. */
  readonly today: string;
}

/** The same, read: null where none was handed in or where it has a fault. */
export interface Equipment {
  readonly organisation: Organisation | null;
  readonly thresholds: Thresholds;
  readonly formula: AppraisalFormula | null;
  /** Of the texts in force on the day, by violation. */
  readonly statutes: ReadonlyMap<string, StatuteRow>;
  /** The whole book, with the packs whose coverage of it is shown; null where there are none. */
  readonly coverage: {
    readonly statutes: StatutePack;
    readonly benchmarks: readonly BenchmarkPack[];
  } | null;
  readonly officers: OfficerRegister | null;
  readonly publicity: PublicityRegister | null;
  readonly reviews: LegalReviews | null;
  readonly today: string;
  /** What is wrong with a file; it is left out. */
  readonly issues: readonly Issue[];
}

/** What names and filters need of an entry of the statute book. */
export interface StatuteRow {
  readonly violation: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly to: string | null;
  readonly basis: { readonly law: string; readonly article: number };
  readonly summary?: string;
}

export function readPapers(papers: Papers): Equipment {
  const issues: Issue[] = [];
  const take = <T>(value: unknown, load: (value: unknown) => Loaded<T>): T | null => {
    if (value === undefined || value === null) return null;
    const loaded = load(value);
    if (loaded.ok) return loaded.value;
    issues.push(...loaded.issues);
    return null;
  };
  const { today } = papers;
  const rows = (papers.statutes as { statutes?: readonly StatuteRow[] } | undefined)?.statutes;
  const organisation = take(papers.organisation, loadOrganisation);
  const benchmarks = (papers.benchmarks ?? []).flatMap(
    (pack) => take(pack, (value) => loadBenchmarkPack(value, { allowSample: true })) ?? [],
  );
  // The whole book is checked only where something is worked out with it: names are wanted at once.
  const book = benchmarks.length === 0 ? null : take(papers.statutes, loadStatutePack);
  return {
    organisation,
    thresholds: take(papers.thresholds, loadThresholds) ?? ALERT_THRESHOLDS,
    formula: take(papers.formula, (value) => loadFormula(value, { allowSample: true })),
    statutes: new Map(
      (rows ?? [])
        .filter(({ from, to }) => from <= today && (to === null || to > today))
        .map((row) => [row.violation, row]),
    ),
    coverage: book && { statutes: book, benchmarks },
    officers: take(papers.officers, (value) => loadOfficers(value, organisation ?? undefined)),
    publicity: take(papers.publicity, loadPublicity),
    reviews: take(papers.reviews, loadLegalReviews),
    today,
    issues,
  };
}
