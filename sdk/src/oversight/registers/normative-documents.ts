import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { BenchmarkPack, Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { pointer, within } from '../../text/index.ts';
import { twice } from './register-faults.ts';

const Line = z.string().check(z.minLength(1), z.maxLength(120));

/** 行政规范性文件: the document by which a benchmark was issued, with what has become of it since. */
export const NormativeDocument = z.strictObject({
  /** 文号, as `publication.number` of a pack has it. */
  number: Line,
  issuer: Line,
  issued: Day,
  /** In force on [from, to). */
  from: Day,
  to: z.nullable(Day),
  /** 合法性审核 before it was issued; null: not on record. */
  reviewed: z.nullable(Day),
  /** 备案: number and day of the filing, and with whom; null: not filed, or not on record. */
  filing: z.nullable(z.strictObject({ number: Line, with: Line, on: Day })),
});
export type NormativeDocument = z.infer<typeof NormativeDocument>;

export const NormativeDocuments = z.strictObject({
  format: z.literal('chidu-normative-documents/1'),
  /** The day it says how things stand. */
  on: Day,
  documents: z.array(NormativeDocument),
});
export type NormativeDocuments = z.infer<typeof NormativeDocuments>;

/** Documents from a parsed value, or their faults: a 文号 or 备案号 `given-twice`, days in another order (`inverted`). */
export function loadNormativeDocuments(value: unknown): Loaded<NormativeDocuments> {
  const parsed = NormativeDocuments.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { documents } = parsed.data;
  const inverted = (i: number, field: string, message: string): Issue => {
    return { code: 'inverted', at: pointer(['documents', i, field]), message };
  };
  const issues = [
    ...twice(documents, 'documents', 'number', ({ number }) => number),
    ...twice(documents, 'documents', 'filing', ({ filing }) => filing?.number ?? null),
    ...documents.flatMap(({ issued, from, to, reviewed, filing }, i) => [
      ...(to !== null && to <= from ? [inverted(i, 'to', 'it ends before it begins')] : []),
      ...(reviewed !== null && reviewed > issued
        ? [inverted(i, 'reviewed', 'reviewed after it was issued')]
        : []),
      ...(filing !== null && filing.on < issued
        ? [inverted(i, 'filing', 'filed before it was issued')]
        : []),
    ]),
  ];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

/** From the least to the most that may be made of a benchmark. */
export const STANDINGS = ['unusable', 'sample', 'usable', 'official'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface PackStanding {
  readonly standing: Standing;
  /** What stands between it and the next rank; nothing for an official one. */
  readonly lacks: readonly ('publication' | 'document' | 'in-force' | 'review' | 'filing')[];
  readonly document: NormativeDocument | null;
}

/**
 * 效力: how a benchmark pack stands on a day. Unpublished, or by a document that is not in force: unusable (行政处罚法 34). Published:
 * usable, whether or not its document is on record. Official only with the review before it was issued and the filing after
 * it: that they are missing takes nothing from its use, and is said wherever it is used.
 */
export function standingOf(
  pack: Pick<BenchmarkPack, 'publication' | 'sample' | 'from' | 'to'>,
  register: NormativeDocuments,
  on: string,
): PackStanding {
  const { publication, sample } = pack;
  if (sample) return { standing: 'sample', lacks: ['publication'], document: null };
  if (publication === null) return { standing: 'unusable', lacks: ['publication'], document: null };
  const document = register.documents.find(({ number }) => number === publication.number) ?? null;
  const inForce =
    within(on, pack.from, pack.to) && (document === null || within(on, document.from, document.to));
  if (!inForce) return { standing: 'unusable', lacks: ['in-force'], document };
  if (document === null) return { standing: 'usable', lacks: ['document'], document };
  const lacks = [
    ...(document.reviewed === null ? ['review' as const] : []),
    ...(document.filing === null || document.filing.on > on ? ['filing' as const] : []),
  ];
  return { standing: lacks.length === 0 ? 'official' : 'usable', lacks, document };
}
