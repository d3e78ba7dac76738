import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { pointer } from '../../text/index.ts';
import { CreditCode } from '../organisation.ts';

const Key = z.string().check(z.minLength(1), z.maxLength(80));
const Instant = z.iso.datetime();
const Officers = z.array(z.string().check(z.regex(/^[0-9A-Za-z-]{4,32}$/)));

/** 检查缘由: limits of frequency are set for each. */
export const INSPECTION_SOURCES = [
  /** 日常检查, by the yearly plan. */
  'plan',
  /** 双随机、一公开. */
  'random',
  /** 专项检查. */
  'special',
  /** 投诉举报, 转办交办. */
  'report',
  /** 复查整改. */
  'follow-up',
] as const;

/** Why one could not be filed before it began. */
export const EMERGENCIES = [
  'danger',
  'evidence-loss',
  'emergency-response',
  'caught-in-the-act',
] as const;

/** 行政检查, from its filing to its end. Nobody is named: officers by certificate, the inspected by a key of the authority. */
export const Inspection = z.strictObject({
  id: Key,
  authority: CreditCode,
  /** 检查对象: 统一社会信用代码, or for a natural person a key that only the authority can resolve. */
  subject: Key,
  source: z.enum(INSPECTION_SOURCES),
  /** 事前备案: when it was filed, the days on which it may be made, and what is to be looked at. */
  filed: z.nullable(
    z.strictObject({ at: Instant, from: Day, to: Day, items: z.array(Key).check(z.minLength(1)) }),
  ),
  /** Begun without: why, and when the filing was made up for. */
  emergency: z.nullable(z.strictObject({ why: z.enum(EMERGENCIES), filedAt: z.nullable(Instant) })),
  /** 事中登记; null while it has not begun. */
  run: z.nullable(
    z.strictObject({
      start: Instant,
      end: z.nullable(Instant),
      /** The subject that was found there. */
      subject: Key,
      officers: Officers,
      items: z.array(Key),
    }),
  ),
});
export type Inspection = z.infer<typeof Inspection>;

export const Inspections = z.strictObject({
  format: z.literal('chidu-inspections/1'),
  /** When it says how things stand. */
  at: Instant,
  inspections: z.array(Inspection),
});
export type Inspections = z.infer<typeof Inspections>;

/** Inspections from a parsed value, or their faults: an id `given-twice`, an end before its start, a window that ends before it begins (`inverted`). */
export function loadInspections(value: unknown): Loaded<Inspections> {
  const parsed = Inspections.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const seen = new Set<string>();
  const issues = parsed.data.inspections.flatMap(({ id, filed, run }, i): Issue[] => {
    const at = (...path: string[]) => pointer(['inspections', i, ...path]);
    const found: Issue[] = [];
    if (seen.has(id))
      found.push({ code: 'given-twice', at: at('id'), message: `${id} is there already` });
    seen.add(id);
    if (filed !== null && filed.to <= filed.from)
      found.push({ code: 'inverted', at: at('filed', 'to'), message: 'it ends before it begins' });
    if (run !== null && run.end !== null && Date.parse(run.end) < Date.parse(run.start))
      found.push({ code: 'inverted', at: at('run', 'end'), message: 'it ends before it starts' });
    return found;
  });
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

/** 检查频次和期限: numbers of one place, each with the text that sets it. Nothing in code. */
export const InspectionLimits = z.strictObject({
  format: z.literal('chidu-inspection-limits/1'),
  /** The text that sets them, by its number. */
  source: z.string(),
  from: Day,
  /** How often one authority may inspect one subject, by source; a source that is not here has no limit. */
  frequency: z.array(
    z.strictObject({
      source: z.enum(INSPECTION_SOURCES),
      most: z.int().check(z.minimum(0)),
      /** Within so many calendar days. */
      within: z.int().check(z.minimum(1)),
    }),
  ),
  /** The same item at the same subject again within so many calendar days is a repeat. */
  repeatWithin: z.int().check(z.minimum(1)),
  /** Several authorities at one subject within so many calendar days overlap. */
  overlapWithin: z.int().check(z.minimum(1)),
  /** Working days in which the filing of an emergency is to be made up for. */
  emergencyDays: z.int().check(z.minimum(1)),
});
export type InspectionLimits = z.infer<typeof InspectionLimits>;
