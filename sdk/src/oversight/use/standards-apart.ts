import { type Difference, differenceOf } from '../../discretion/compare/index.ts';
import type { Benchmark, Rule, Tier } from '../../rules/index.ts';
import { grouped } from '../grouped.ts';

/** A standard with the name it is compared under: a region, a field, `general` or `special`. */
export interface Side {
  readonly name: string;
  readonly rule: Rule;
}

/** Two standards for one violation that treat the same facts and options differently. */
export interface StandardsApart {
  readonly violation: string;
  readonly names: readonly [string, string];
  readonly packs: readonly [string, string];
  /** `incomparable` names factors that only one of them asks about; `regions` where the suggestion differs, and by how much. */
  readonly difference: Difference;
}

/**
 * 裁量基准比对: every pair of standards for the same violation that differ, over all facts and options and without any case.
 * Between regions, between the general table and a special one.
 */
export function standardsApart(sides: readonly Side[]): StandardsApart[] {
  return grouped(sides, ({ rule }) => rule.statute.violation).flatMap(([violation, of]) =>
    of.flatMap((one, i) =>
      of.slice(i + 1).flatMap((other): StandardsApart[] => {
        const difference = differenceOf(one.rule, other.rule);
        const same =
          difference.exhaustive &&
          difference.incomparable.length === 0 &&
          difference.regions.length === 0;
        const names = [one.name, other.name] as const;
        const packs = [packOf(one.rule), packOf(other.rule)] as const;
        return same ? [] : [{ violation, names, packs, difference }];
      }),
    ),
  );
}

const packOf = ({ pack }: Rule): string => `${pack.id} ${pack.version}`;

/** A tier that takes another part of the lawful span in one field than in another. */
export interface BandsApart {
  readonly tier: Tier;
  readonly bands: readonly {
    /** Basis points of the span, [from, to]. */
    readonly bp: readonly [number, number];
    /** Fields and the titles of the tables. */
    readonly where: readonly { readonly field: string; readonly title: string }[];
  }[];
}

/** 领域间: the same tier, another band. Tables that give no bands to tiers are not in it. */
export function bandsApart(
  tables: readonly { readonly field: string; readonly benchmark: Benchmark }[],
): BandsApart[] {
  const all = tables.flatMap(({ field, benchmark }) =>
    bandsOf(benchmark).map(({ tier, bp }) => ({ tier, bp, field, title: benchmark.title.zh })),
  );
  return [...Map.groupBy(all, ({ tier }) => tier)].flatMap(([tier, of]) => {
    const bands = [...Map.groupBy(of, ({ bp }) => JSON.stringify(bp))].map(([, same]) => ({
      bp: (same[0] as (typeof same)[number]).bp,
      where: same.map(({ field, title }) => ({ field, title })),
    }));
    bands.sort((a, b) => a.bp[0] - b.bp[0] || a.bp[1] - b.bp[1]);
    return bands.length < 2 ? [] : [{ tier, bands }];
  });
}

function bandsOf({ method }: Benchmark): { tier: Tier; bp: readonly [number, number] }[] {
  const rows = method.kind === 'band-table' ? method.rows : method.tiers;
  return rows.map(({ tier, band }) => ({ tier, bp: band.bp }));
}
