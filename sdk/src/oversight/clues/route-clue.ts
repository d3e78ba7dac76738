import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Id } from '../../rules/words.ts';
import { CHANNELS, RISKS } from '../events/event-data.ts';
import { LEVELS, type Organisation, type Unit } from '../organisation.ts';
import { type Clue, levelOf } from './clue.ts';

/** 职责: what one level of supervision deals with. An absent member asks nothing. */
const Duty = z.strictObject({
  level: z.enum(LEVELS),
  risks: z.optional(z.array(z.enum(RISKS)).check(z.minLength(1))),
  channels: z.optional(z.array(z.enum(CHANNELS)).check(z.minLength(1))),
  violations: z.optional(z.array(Id).check(z.minLength(1))),
});

/** `chidu-duties/1`, 监督职责清单: who supervises what, level by level. The first duty that fits counts. */
export const DutyList = z.strictObject({
  format: z.literal('chidu-duties/1'),
  id: Id,
  /** 文号 and day; null for a draft. */
  publication: z.nullable(z.strictObject({ number: z.string().check(z.minLength(1)), date: Day })),
  duties: z.array(Duty).check(z.minLength(1), z.maxLength(500)),
});
export type DutyList = z.infer<typeof DutyList>;

/** A list of duties typed, or every fault by JSON pointer. */
export function loadDuties(value: unknown): Loaded<DutyList> {
  const parsed = DutyList.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}

/** Where a clue belongs, with the duty that says so, or why that cannot be told: then a person decides. */
export type Route =
  | { readonly unit: Unit; readonly duty: number }
  | { readonly unit: null; readonly why: 'no-duty' | 'place-unknown' | 'no-unit' };

/**
 * 按职责清单分流: the unit of the level whose duty a clue is, at the place that it is about or above it. A place that is wider than the
 * level names no unit: nothing is passed down to one of several.
 */
export function routeClue(
  clue: Pick<Clue, 'about' | 'level' | 'sources'>,
  { duties }: DutyList,
  { units }: Pick<Organisation, 'units'>,
): Route {
  const { about, sources } = clue;
  const risk = levelOf(clue);
  const duty = duties.findIndex(
    ({ risks, channels, violations }) =>
      (risks?.includes(risk) ?? true) &&
      (channels === undefined || sources.some(({ channel }) => channels.includes(channel))) &&
      (violations === undefined ||
        (about.violation !== undefined && violations.includes(about.violation))),
  );
  const found = duties[duty];
  if (found === undefined) return { unit: null, why: 'no-duty' };
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  // The authority is one unit; a region may be that of several, the highest of which it names.
  const place =
    units.find(({ authority }) => authority !== null && authority === about.authority) ??
    units
      .filter(({ region }) => region !== null && region === about.region)
      .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))[0];
  if (place === undefined) return { unit: null, why: 'place-unknown' };
  const above = new Set<string>();
  for (let at: Unit | undefined = place; at !== undefined && !above.has(at.id); ) {
    if (at.level === found.level) return { unit: at, duty };
    above.add(at.id);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return { unit: null, why: 'no-unit' };
}
