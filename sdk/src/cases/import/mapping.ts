import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { unitOfLabel } from '../../text/index.ts';
import { AMOUNTS, meaningOf, TARGETS } from './columns.ts';

const Column = z.strictObject({
  header: z.string(),
  /** `null`: the column is not taken. */
  to: z.nullable(z.enum(TARGETS)),
  /** What a bare number means in a column of money. */
  unit: z.optional(z.enum(['yuan', 'wan-yuan'])),
});
export type Column = z.infer<typeof Column>;

/** `chidu-case-mapping/1`: what the columns of a source mean, kept so that the next file of the same kind needs no questions. */
export const Mapping = z.strictObject({
  format: z.literal('chidu-case-mapping/1'),
  /** In the order of the source. */
  columns: z.array(Column).check(z.minLength(1)),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping typed, or its faults; also those of `mappingIssues`. */
export function loadMapping(value: unknown): Loaded<Mapping> {
  const parsed = Mapping.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const issues = mappingIssues(parsed.data);
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

/** What the headers say by themselves. Unknown headers, and amounts without a unit, are left for a person. */
export function proposeMapping(headers: readonly string[]): {
  readonly mapping: Mapping;
  /** Headers that nobody knows: not taken unless a person says what they are. */
  readonly unknown: readonly string[];
} {
  const columns = headers.map((header): Column => {
    const to = meaningOf(header) ?? null;
    const unit = unitOfLabel(header);
    const money = AMOUNTS.some((amount) => amount === to);
    return { header, to, ...(money && unit !== null ? { unit } : {}) };
  });
  const unknown = headers.filter((header) => meaningOf(header) === undefined);
  return { mapping: { format: 'chidu-case-mapping/1', columns }, unknown };
}

/** Why rows cannot be read by it: no column of facts (`missing-field`), or one target from two columns (`given-twice`). */
export function mappingIssues({ columns }: Mapping): Issue[] {
  const issues: Issue[] = [];
  for (const [i, { to, header }] of columns.entries()) {
    const several = to === null || to === 'person' || to === 'idNumber';
    if (several || columns.findIndex((one) => one.to === to) === i) continue;
    const message = `${to} comes from two columns, the second is ${header}`;
    issues.push({ code: 'given-twice', at: `/columns/${i}/to`, message });
  }
  if (!columns.some(({ to }) => to === 'facts')) {
    issues.push({
      code: 'missing-field',
      at: '/columns',
      message: 'no column of facts (违法事实)',
    });
  }
  return issues;
}

/** Whether a source has exactly the columns that the mapping was made for, in any order. */
export function fits({ columns }: Mapping, headers: readonly string[]): boolean {
  const wanted = columns.map(({ header }) => header).sort();
  return (
    wanted.length === headers.length && [...headers].sort().every((one, i) => one === wanted[i])
  );
}
