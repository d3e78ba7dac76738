import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { within } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import { CreditCode } from '../organisation.ts';
import { exercisesOf } from '../use/index.ts';
import { type Columns, readTable, type Table, type TableRead } from './read-table.ts';
import { twice } from './register-faults.ts';

/** 审核记录: one review of a case before the decision, by a system that is not seen by the desk. No word of the opinion. */
export const LegalReview = z.strictObject({
  authority: CreditCode,
  /** 案件编号, as the log has it. */
  case: z.string().check(z.minLength(1), z.maxLength(80)),
  on: Day,
  /** 法制审核 by the legal unit, or 案件审核 by others (程序规定 49, 50). */
  kind: z.enum(['legal', 'case']),
  /** `returned`: to be corrected or dropped. */
  result: z.enum(['passed', 'returned']),
});
export type LegalReview = z.infer<typeof LegalReview>;

export const LegalReviews = z.strictObject({
  format: z.literal('chidu-legal-reviews/1'),
  /** The day it says how things stand. */
  on: Day,
  reviews: z.array(LegalReview),
});
export type LegalReviews = z.infer<typeof LegalReviews>;

/** Reviews from a parsed value, or their faults: the same review `given-twice`. */
export function loadLegalReviews(value: unknown): Loaded<LegalReviews> {
  const parsed = LegalReviews.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const issues = twice(parsed.data.reviews, 'reviews', 'case', keyOf);
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

export type ReviewField = 'authority' | 'case' | 'on' | 'kind' | 'result';

export const REVIEW_COLUMNS: Columns<ReviewField> = {
  authority: ['处罚机关统一社会信用代码', '处罚机关代码'],
  case: ['案件编号'],
  on: ['审核日期', '审核完成日期'],
  kind: ['审核类型'],
  result: ['审核结果', '审核意见'],
};

const KIND_WORDS: Readonly<Record<string, LegalReview['kind']>> = {
  法制审核: 'legal',
  案件审核: 'case',
};
const RESULT_WORDS: Readonly<Record<string, LegalReview['result']>> = {
  通过: 'passed',
  同意: 'passed',
  退回: 'returned',
  不通过: 'returned',
};

/** Reviews from the list of another system; a result in other words is refused by its cell. */
export function readLegalReviews(
  rows: readonly Readonly<Record<string, string>>[],
  columns: Columns<ReviewField> = REVIEW_COLUMNS,
): TableRead<LegalReview> {
  const table: Table<ReviewField, LegalReview> = {
    columns: REVIEW_COLUMNS,
    required: ['authority', 'case', 'on', 'kind', 'result'],
    days: ['on'],
    record: (cells) => ({
      ...cells,
      kind: KIND_WORDS[cells.kind ?? ''] ?? cells.kind,
      result: RESULT_WORDS[cells.result ?? ''] ?? cells.result,
    }),
    schema: LegalReview,
    key: keyOf,
  };
  return readTable(table, rows, columns);
}

export const REVIEW_FIGURE = {
  id: 'reviews.before-decision',
  label: { zh: '决定前审核率', en: 'Reviewed before the decision' },
  formula: {
    zh: '决定当日或者之前有审核通过记录的案件÷期内作出普通程序处罚决定的案件；日志中的审核环节和导入的审核记录均计入',
    en: 'cases with a review that passed on or before the day of the decision ÷ cases decided in the period by ordinary procedure; from the log or from the reviews handed in',
  },
  counts: 'case',
} as const satisfies FigureDefinition;

/** 4 当场处罚决定书: the summary procedure has no review (程序规定 49, 66). */
const ON_THE_SPOT = 4;

/**
 * 审核: of the decisions of [from, to), how many had passed a review by then (行政处罚法 58, 程序规定 49). The log's stage `review` counts
 * as passed; of the reviews handed in the last one before the decision counts.
 */
export function reviewFigure(
  cases: readonly CaseHistory[],
  {
    from,
    to,
    reviews,
  }: { readonly from: string; readonly to: string; readonly reviews: LegalReviews | null },
): Figure {
  const handedIn = Map.groupBy(
    reviews?.reviews ?? [],
    ({ authority, case: number }) => `${authority}/${number}`,
  );
  const byId = new Map(cases.map((history) => [history.id, history]));
  const decided = exercisesOf(cases).exercises.filter(
    ({ case: id, state, day, codeId }) =>
      state === 'decided' &&
      within(day, from, to) &&
      byId.get(id)?.codes.find((code) => code.codeId === codeId)?.issued?.documentKind !==
        ON_THE_SPOT,
  );
  const part = decided.filter(({ case: id, day }) => {
    const seen = byId.get(id)?.stages.some(({ stage, on }) => stage === 'review' && on <= day);
    if (seen === true) return true;
    const before = (handedIn.get(id) ?? []).filter(({ on }) => on <= day);
    const last = before.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
    return last?.result === 'passed';
  });
  return share(REVIEW_FIGURE, {
    part: part.map((one) => one.case),
    of: decided.map((one) => one.case),
  });
}

function keyOf({ authority, case: number, on, kind, result }: LegalReview): string {
  return [authority, number, on, kind, result].join('/');
}
