import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { canonicalJson, hex, pointer, sha256 } from '../../text/index.ts';
import { basisPoints, type Figure } from '../figure.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const MonthName = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const Count = z.int().check(z.minimum(0));
const Value = z.strictObject({
  numerator: Count,
  /** Null for a plain count. */
  denominator: z.nullable(Count),
  /** SHA-256 of the canonical JSON of `[in, of]`, both sorted: which cases were counted. */
  sources: Sha256,
});
type Value = z.infer<typeof Value>;

/**
 * 月结: the figures of a month as they stood when it was closed. What is learned later does not change it; it stands as a
 * correction in the month in which it was learned. Months are chained by their hashes.
 */
export const Month = z.strictObject({
  format: z.literal('chidu-month/1'),
  /** Whose figures: a unit of the organisation. */
  unit: z.string(),
  month: MonthName,
  /** RFC 3339, UTC. */
  closedAt: z.iso.datetime(),
  /** How far each log had been read: the same entries give the same figures. */
  heads: z.array(z.strictObject({ authority: z.string(), year: z.int(), size: Count })),
  figures: z.array(
    z.strictObject({
      id: z.string(),
      label: z.strictObject({ zh: z.string(), en: z.string() }),
      formula: z.strictObject({ zh: z.string(), en: z.string() }),
      value: Value,
      /** Basis points; null for a plain count and where there is no base. */
      bp: z.nullable(z.int()),
    }),
  ),
  /** Figures of earlier months that are known better now; null where there was, or is, none. */
  corrections: z.array(
    z.strictObject({
      month: MonthName,
      id: z.string(),
      was: z.nullable(Value),
      is: z.nullable(Value),
    }),
  ),
  /** `monthHash` of the month before; null for the first. */
  previous: z.nullable(Sha256),
});
export type Month = z.infer<typeof Month>;
export type Correction = Month['corrections'][number];

/** SHA-256 of the canonical JSON, hexadecimal. */
export const monthHash = async (month: Month): Promise<string> =>
  hex(await sha256(new TextEncoder().encode(canonicalJson(month))));

/**
 * Closes a month. `earlier` are the closed months before it, the oldest first; `again` gives the figures of an earlier month as
 * they come out today: what differs from the last that was known becomes a correction here. A month that `again` does not know
 * is left as it was.
 */
export async function closeMonth({
  unit,
  month,
  closedAt,
  heads,
  figures,
  earlier,
  again,
}: {
  readonly unit: string;
  readonly month: string;
  readonly closedAt: string;
  readonly heads: Month['heads'];
  readonly figures: readonly Figure[];
  readonly earlier: readonly Month[];
  readonly again: ReadonlyMap<string, readonly Figure[]>;
}): Promise<Month> {
  const corrections: Correction[] = [];
  for (const { month: name } of earlier) {
    const today = again.get(name);
    if (today === undefined) continue;
    const known = knownOf(earlier, name);
    const now = new Map<string, Value>();
    for (const figure of today) now.set(figure.id, await frozen(figure));
    for (const id of [...new Set([...known.keys(), ...now.keys()])].sort()) {
      const [was, is] = [known.get(id) ?? null, now.get(id) ?? null];
      if (canonicalJson(was) !== canonicalJson(is)) corrections.push({ month: name, id, was, is });
    }
  }
  const last = earlier.at(-1);
  return {
    format: 'chidu-month/1',
    unit,
    month,
    closedAt,
    heads: [...heads].sort((a, b) =>
      a.authority === b.authority ? a.year - b.year : a.authority < b.authority ? -1 : 1,
    ),
    figures: await Promise.all(
      figures.map(async (figure) => ({
        id: figure.id,
        label: figure.definition.label,
        formula: figure.definition.formula,
        value: await frozen(figure),
        bp: figure.bp,
      })),
    ),
    corrections,
    previous: last === undefined ? null : await monthHash(last),
  };
}

/** What was last known of a month: as it was closed, with every correction since. */
export function knownOf(months: readonly Month[], name: string): ReadonlyMap<string, Value> {
  const closed = months.find(({ month }) => month === name);
  const known = new Map((closed?.figures ?? []).map(({ id, value }) => [id, value]));
  for (const { corrections } of months)
    for (const { month, id, is } of corrections) {
      if (month !== name) continue;
      if (is === null) known.delete(id);
      else known.set(id, is);
    }
  return known;
}

/**
 * A chain of months, the oldest first, or its faults by JSON pointer: `schema`; `hash-differs` where a month does not name the
 * one before it; `inverted` where months do not follow each other; `contradiction` where a share is not its numbers, or a
 * correction does not start from what was last known.
 */
export async function checkMonths(values: readonly unknown[]): Promise<Loaded<Month[]>> {
  const months: Month[] = [];
  for (const [i, value] of values.entries()) {
    const parsed = Month.safeParse(value);
    if (!parsed.success) {
      const issues = schemaIssues(value, parsed.error);
      return { ok: false, issues: issues.map((one) => ({ ...one, at: `/${i}${one.at}` })) };
    }
    months.push(parsed.data);
  }
  const issues: Issue[] = [];
  for (const [i, one] of months.entries()) {
    const before = months[i - 1];
    const expected = before === undefined ? null : await monthHash(before);
    if (before !== undefined ? one.previous !== expected : false) {
      const at = pointer([i, 'previous']);
      issues.push({ code: 'hash-differs', at, message: 'not the month before it' });
    }
    if (before !== undefined && (one.month <= before.month || one.closedAt < before.closedAt)) {
      issues.push({
        code: 'inverted',
        at: pointer([i, 'month']),
        message: 'months follow each other',
      });
    }
    for (const [j, { value, bp }] of one.figures.entries()) {
      const { numerator, denominator } = value;
      if (bp !== (denominator === null ? null : basisPoints(numerator, denominator))) {
        const at = pointer([i, 'figures', j, 'bp']);
        issues.push({ code: 'contradiction', at, message: 'not the share of its numbers' });
      }
    }
    for (const [j, { month, id, was }] of one.corrections.entries()) {
      const known = knownOf(months.slice(0, i), month).get(id) ?? null;
      // The first of the chain handed in may correct months that are not in it.
      if (!months.slice(0, i).some((other) => other.month === month)) continue;
      if (canonicalJson(known) === canonicalJson(was)) continue;
      const at = pointer([i, 'corrections', j, 'was']);
      issues.push({ code: 'contradiction', at, message: 'not what was last known' });
    }
  }
  return issues.length === 0 ? { ok: true, value: months } : { ok: false, issues };
}

async function frozen({ numerator, denominator, in: part, of }: Figure): Promise<Value> {
  const sources = canonicalJson([[...part].sort(), [...of].sort()]);
  return { numerator, denominator, sources: hex(await sha256(new TextEncoder().encode(sources))) };
}
