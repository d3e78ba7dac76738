import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import type { Loaded } from '../rules/index.ts';
import { schemaIssues } from '../rules/schema-issues.ts';
import { pointer } from '../text/index.ts';

/** 统一社会信用代码 by its signs (GB 32100: no I, O, S, V, Z). */
export const CreditCode = z.string().check(z.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/));

/** 省局, 市州局, 县区局, 所. */
export const LEVELS = ['province', 'prefecture', 'county', 'station'] as const;

export const Unit = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The unit above; null at the top. */
  parent: z.nullable(z.string()),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  level: z.enum(LEVELS),
  /** 统一社会信用代码 under which it decides; null where it acts in the name of the unit above, as stations do. */
  authority: z.nullable(CreditCode),
  /** 行政区划代码 (GB/T 2260); null where it has none of its own. */
  region: z.nullable(z.string().check(z.regex(/^[0-9]{6}$/))),
  /** 在编执法人员: how many people work in this unit itself, without those below. */
  people: z.int().check(z.minimum(0)),
});
export type Unit = z.infer<typeof Unit>;

/** 机构: units and who is above whom. Figures of a unit are those of its authority and of all units below. */
export const Organisation = z.strictObject({
  format: z.literal('chidu-organisation/1'),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  units: z.array(Unit).check(z.minLength(1)),
});
export type Organisation = z.infer<typeof Organisation>;

/**
 * An organisation from a parsed value, or all its faults by JSON pointer: an id or an authority `given-twice`, a parent that is
 * an `unknown-reference`, a unit that is above itself or above one of a higher level (`contradiction`).
 */
export function loadOrganisation(value: unknown): Loaded<Organisation> {
  const parsed = Organisation.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { units } = parsed.data;
  const issues = [...twice(units, 'id'), ...twice(units, 'authority'), ...misplaced(units)];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

function twice(units: readonly Unit[], field: 'id' | 'authority'): Issue[] {
  const seen = new Set<string>();
  return units.flatMap((unit, i): Issue[] => {
    const value = unit[field];
    if (value === null || !seen.has(value)) {
      if (value !== null) seen.add(value);
      return [];
    }
    const at = pointer(['units', i, field]);
    return [{ code: 'given-twice', at, message: `${value} is another unit's already` }];
  });
}

function misplaced(units: readonly Unit[]): Issue[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.flatMap((unit, i): Issue[] => {
    if (unit.parent === null) return [];
    const at = pointer(['units', i, 'parent']);
    const parent = byId.get(unit.parent);
    if (parent === undefined) {
      return [{ code: 'unknown-reference', at, message: `no unit ${unit.parent}` }];
    }
    // Levels fall from parent to child, so that no unit can stand above itself by any detour.
    return LEVELS.indexOf(parent.level) < LEVELS.indexOf(unit.level)
      ? []
      : [{ code: 'contradiction', at, message: `a ${parent.level} is not above a ${unit.level}` }];
  });
}
