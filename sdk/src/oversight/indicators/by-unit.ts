import type { CaseHistory } from '../events/case-history.ts';
import { count, type Figure, share } from '../figure.ts';
import type { Organisation } from '../organisation.ts';
import { rollUp, unitTree } from '../unit-tree.ts';
import type { Person } from './full-rates.ts';

/** Which unit a source of a figure belongs to: the id of the unit, or null. */
export type OwnerOf = (id: string, counts: Figure['definition']['counts']) => string | null;

/** Owners of cases, of their entries and uses, of people and of units. */
export function ownerOf({
  organisation,
  people = [],
  cases = [],
}: {
  readonly organisation: Organisation;
  readonly people?: readonly Person[];
  /** Needed for cases whose number is not told: their ids do not begin with the authority. */
  readonly cases?: readonly CaseHistory[];
}): OwnerOf {
  const units = new Set(organisation.units.map(({ id }) => id));
  const byAuthority = new Map(organisation.units.map(({ id, authority }) => [authority, id]));
  const byPerson = new Map(people.map(({ id, unit }) => [id, unit]));
  const byCase = new Map(cases.map(({ id, authority }) => [id, authority]));
  return (id, counts) => {
    if (counts === 'unit') return units.has(id) ? id : null;
    if (counts === 'person') return byPerson.get(id) ?? namelessUnit(id, units);
    const authority = byCase.get(id) ?? id.slice(0, Math.max(0, id.indexOf('/')));
    return byAuthority.get(authority) ?? null;
  };
}

/** Somebody in post whom the register does not name: `<unit>/?1`. */
function namelessUnit(id: string, units: ReadonlySet<string>): string | null {
  const unit = id.replace(/\/\?\d+$/, '');
  return units.has(unit) ? unit : null;
}

export interface ByUnit {
  /** The figure of each unit: its own and that of every unit below. Units without a base have one too: no base. */
  readonly units: ReadonlyMap<string, Figure>;
  /** Sources that belong to no unit: they are in no unit's figure. */
  readonly unplaced: readonly string[];
}

/**
 * 下钻: one figure unit by unit, from the top of the organisation down. What a unit counts is what it counts itself and what the units
 * below it count, each once, so that the figures of the branches add up to the one above.
 */
export function byUnit(figure: Figure, organisation: Organisation, owner: OwnerOf): ByUnit {
  const { definition, scope, denominator } = figure;
  const unplaced: string[] = [];
  const split = (ids: readonly string[]): ReadonlyMap<string, string[]> => {
    const own = new Map<string, string[]>();
    for (const id of ids) {
      const unit = owner(id, definition.counts);
      if (unit === null) unplaced.push(id);
      else {
        const there = own.get(unit);
        if (there === undefined) own.set(unit, [id]);
        else there.push(id);
      }
    }
    return own;
  };
  const tree = unitTree(organisation);
  const rolled = (ids: readonly string[]) => {
    const own = split(ids);
    return rollUp<readonly string[]>(
      tree,
      ({ id }) => own.get(id) ?? [],
      (a, b) => (a.length === 0 ? b : b.length === 0 ? a : [...a, ...b]),
    );
  };
  const part = rolled(figure.in);
  const of = rolled(figure.of);
  const units = new Map(
    organisation.units.map(({ id: unit }) => {
      const within = { ...scope, unit };
      const counted = part.get(unit) ?? [];
      return [
        unit,
        denominator === null
          ? count(definition, counted, within)
          : share(definition, { part: counted, of: of.get(unit) ?? [], scope: within }),
      ];
    }),
  );
  return { units, unplaced: [...new Set(unplaced)] };
}
