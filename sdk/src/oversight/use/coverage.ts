import { reachOfPack } from '../../discretion/usage/index.ts';
import {
  type BenchmarkPack,
  type Statute,
  type StatutePack,
  statuteAt,
} from '../../rules/index.ts';
import { within } from '../../text/index.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { Exercise } from './exercise.ts';

/** One violation of the statute book, with the standard that serves it. */
export interface ClauseCoverage {
  readonly violation: string;
  readonly name: Statute['name'];
  readonly field: string;
  readonly basis: Statute['basis'];
  readonly standard: 'own' | 'general' | 'none';
  /** Of the standard; null where there is none. */
  readonly pack: { readonly id: string; readonly version: string; readonly from: string } | null;
  /** Cases decided under this pack's standard for the violation, whatever its version. */
  readonly cases: readonly string[];
  /** The text of law in force is younger than the standard: it was made for another text. */
  readonly stale: { readonly since: string; readonly version: string | null } | null;
}

export interface Coverage {
  readonly figures: readonly Figure[];
  readonly clauses: readonly ClauseCoverage[];
  /** Tables of packs for violations that no text of law in force knows. */
  readonly orphans: readonly { readonly pack: string; readonly violation: string }[];
  /** Packs that are not in force on the day. */
  readonly notInForce: readonly string[];
}

const define = (
  id: string,
  label: FigureDefinition['label'],
  formula: FigureDefinition['formula'],
): FigureDefinition => ({ id: `coverage.${id}`, label, formula, counts: 'clause' });

export const COVERAGE_FIGURES = {
  standard: define(
    'standard',
    { zh: '有裁量基准的违法行为', en: 'Violations with a standard' },
    {
      zh: '有专用或者通用基准的违法行为÷现行有效的全部违法行为',
      en: 'violations with an own or a general table ÷ all violations in force',
    },
  ),
  own: define(
    'own',
    { zh: '有专用裁量基准的违法行为', en: 'Violations with a table of their own' },
    {
      zh: '有专用基准的违法行为÷现行有效的全部违法行为',
      en: 'violations with a table of their own ÷ all violations in force',
    },
  ),
  used: define(
    'used',
    { zh: '用过的专用基准', en: 'Own tables in use' },
    {
      zh: '有案件适用的专用基准÷全部专用基准',
      en: 'own tables that a case was decided under ÷ all own tables',
    },
  ),
  stale: define(
    'stale',
    { zh: '法律修改后未更新的专用基准', en: 'Own tables overtaken by the law' },
    {
      zh: '现行法条施行日晚于基准施行日的专用基准÷全部专用基准',
      en: 'own tables older than the text of law in force ÷ all own tables',
    },
  ),
} as const;

/**
 * 基准覆盖情况 on a day: violations with and without a standard, standards used and unused, and those made for a text of law
 * that has changed since. Where several packs serve a violation, a table of its own goes before a general one, then the pack
 * that is in force for the shortest time.
 */
export function coverageOf({
  statutes,
  packs,
  exercises,
  on,
}: {
  readonly statutes: StatutePack;
  readonly packs: readonly BenchmarkPack[];
  readonly exercises: readonly Exercise[];
  /** `YYYY-MM-DD`. */
  readonly on: string;
}): Coverage {
  const current = packs.filter(({ from, to }) => within(on, from, to));
  const reaches = current
    .map((pack) => ({ pack, reach: reachOfPack(statutes, pack) }))
    .sort((a, b) => (a.pack.from > b.pack.from ? -1 : 1));
  const inForce = [...new Set(statutes.statutes.map(({ violation }) => violation))].flatMap(
    (violation) => {
      const found = statuteAt(statutes, violation, on);
      return found.ok ? [found.statute] : [];
    },
  );
  const used = Map.groupBy(exercises, (one) => JSON.stringify([one.benchmark.pack, one.violation]));
  const clauses = inForce.map((statute): ClauseCoverage => {
    const { violation, name, field, basis } = statute;
    const own = reaches.find(({ reach }) => reach.own.includes(violation));
    const served = own ?? reaches.find(({ reach }) => reach.general.includes(violation));
    const pack = served?.pack ?? null;
    const cases = pack === null ? [] : (used.get(JSON.stringify([pack.id, violation])) ?? []);
    return {
      violation,
      name,
      field,
      basis,
      standard: own ? 'own' : served ? 'general' : 'none',
      pack: pack && { id: pack.id, version: pack.version, from: pack.from },
      cases: cases.map((one) => one.case),
      stale:
        pack !== null && statute.from > pack.from
          ? { since: statute.from, version: basis.version ?? null }
          : null,
    };
  });
  const known = new Set(inForce.map(({ violation }) => violation));
  const ids = (of: readonly ClauseCoverage[]): string[] => of.map(({ violation }) => violation);
  const owned = clauses.filter(({ standard }) => standard === 'own');
  return {
    figures: [
      share(COVERAGE_FIGURES.standard, {
        part: ids(clauses.filter(({ standard }) => standard !== 'none')),
        of: ids(clauses),
      }),
      share(COVERAGE_FIGURES.own, { part: ids(owned), of: ids(clauses) }),
      share(COVERAGE_FIGURES.used, {
        part: ids(owned.filter(({ cases }) => cases.length > 0)),
        of: ids(owned),
      }),
      share(COVERAGE_FIGURES.stale, {
        part: ids(owned.filter(({ stale }) => stale !== null)),
        of: ids(owned),
      }),
    ],
    clauses,
    orphans: current.flatMap(({ id, benchmarks }) =>
      benchmarks.flatMap(({ violation }) =>
        violation !== null && !known.has(violation) ? [{ pack: id, violation }] : [],
      ),
    ),
    notInForce: packs.filter((pack) => !current.includes(pack)).map(({ id }) => id),
  };
}
