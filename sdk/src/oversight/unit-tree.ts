import type { Organisation, Unit } from './organisation.ts';

/** A unit with those below it, in the order of the file, and what the whole branch counts. */
export interface UnitNode {
  readonly unit: Unit;
  readonly below: readonly UnitNode[];
  /** Units of the branch, this one included. */
  readonly units: number;
  /** People of the branch. */
  readonly people: number;
}

/** 机构树: the organisation from the top. Several tops are possible; an organisation that loaded has no circles. */
export function unitTree({ units }: Organisation): readonly UnitNode[] {
  const below = Map.groupBy(units, (unit) => unit.parent);
  const node = (unit: Unit): UnitNode => {
    const children = (below.get(unit.id) ?? []).map(node);
    return {
      unit,
      below: children,
      units: children.reduce((sum, child) => sum + child.units, 1),
      people: children.reduce((sum, child) => sum + child.people, unit.people),
    };
  };
  return (below.get(null) ?? []).map(node);
}

/**
 * 汇总: one value for each branch, by the id of its top unit: what `own` says of the unit itself, with `add` for every unit
 * below. What adds up has to be counts; a rate is made of two of them afterwards.
 */
export function rollUp<T>(
  tree: readonly UnitNode[],
  own: (unit: Unit) => T,
  add: (a: T, b: T) => T,
): ReadonlyMap<string, T> {
  const sums = new Map<string, T>();
  const sum = ({ unit, below }: UnitNode): T => {
    const value = below.map(sum).reduce(add, own(unit));
    sums.set(unit.id, value);
    return value;
  };
  for (const top of tree) sum(top);
  return sums;
}
