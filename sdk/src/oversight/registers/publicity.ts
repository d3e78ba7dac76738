import * as z from 'zod/mini';
import { countPeriod, stateCalendar, type WorkCalendar } from '../../deadlines/index.ts';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { pointer, within } from '../../text/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import { CreditCode } from '../organisation.ts';
import { exercisesOf } from '../use/index.ts';
import { type Columns, readTable, type Table, type TableRead } from './read-table.ts';
import { twice } from './register-faults.ts';

/**
 * Why a decision is not published: a warning alone and the summary procedure (市场监督管理行政处罚信息公示规定 2), secrets and
 * privacy (行政处罚法 50), a minor, where a place has set so, or another provision, which the authority's own record names.
 */
export const EXEMPTIONS = ['warning-only', 'summary', 'minor', 'secret', 'other'] as const;

/** 公示记录: what became of one decision in the publicity system. Both members null: nothing yet. */
export const Publicity = z.strictObject({
  authority: CreditCode,
  /** 案件编号, as the log has it. */
  case: z.string().check(z.minLength(1), z.maxLength(80)),
  /** First day on which it could be read. */
  published: z.nullable(Day),
  exempt: z.nullable(z.enum(EXEMPTIONS)),
});
export type Publicity = z.infer<typeof Publicity>;

export const PublicityRegister = z.strictObject({
  format: z.literal('chidu-publicity/1'),
  /** The day it says how things stand. */
  on: Day,
  records: z.array(Publicity),
});
export type PublicityRegister = z.infer<typeof PublicityRegister>;

const BOTH = 'published and exempt at once';

/** A register from a parsed value, or its faults: a case `given-twice`, one both published and exempt (`contradiction`). */
export function loadPublicity(value: unknown): Loaded<PublicityRegister> {
  const parsed = PublicityRegister.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { records } = parsed.data;
  const issues: Issue[] = [
    ...twice(records, 'records', 'case', caseOf),
    ...records.flatMap(({ published, exempt }, i): Issue[] =>
      published === null || exempt === null
        ? []
        : [{ code: 'contradiction', at: pointer(['records', i, 'exempt']), message: BOTH }],
    ),
  ];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

export type PublicityField = 'authority' | 'case' | 'published' | 'exempt';

export const PUBLICITY_COLUMNS: Columns<PublicityField> = {
  authority: ['处罚机关统一社会信用代码', '处罚机关代码'],
  case: ['案件编号', '行政处罚决定书文号'],
  published: ['公示日期', '公示开始日期'],
  exempt: ['不予公示理由'],
};

const EXEMPTION_WORDS: Readonly<Record<string, (typeof EXEMPTIONS)[number]>> = {
  仅警告: 'warning-only',
  简易程序: 'summary',
  未成年人: 'minor',
  涉密: 'secret',
  其他: 'other',
};

/** Records from the list that a publicity system exports. */
export function readPublicity(
  rows: readonly Readonly<Record<string, string>>[],
  columns: Columns<PublicityField> = PUBLICITY_COLUMNS,
): TableRead<Publicity> {
  const table: Table<PublicityField, Publicity> = {
    columns: PUBLICITY_COLUMNS,
    required: ['authority', 'case'],
    days: ['published'],
    record: (cells) => ({
      ...cells,
      exempt: cells.exempt === null ? null : (EXEMPTION_WORDS[cells.exempt] ?? cells.exempt),
    }),
    schema: Publicity.check(
      z.refine(({ published, exempt }) => published === null || exempt === null, {
        error: BOTH,
        path: ['exempt'],
      }),
    ),
    key: caseOf,
  };
  return readTable(table, rows, columns);
}

/** By case, as `fullRates` asks for it; cases that the log does not know are named. */
export function publicityOf(
  { records }: PublicityRegister,
  cases: readonly CaseHistory[],
): {
  readonly byCase: ReadonlyMap<string, 'published' | 'exempt'>;
  readonly unplaced: readonly string[];
} {
  const known = new Set(cases.map(({ id }) => id));
  const byCase = new Map<string, 'published' | 'exempt'>();
  const unplaced: string[] = [];
  for (const record of records) {
    const id = caseOf(record);
    if (!known.has(id)) unplaced.push(id);
    else if (record.exempt !== null) byCase.set(id, 'exempt');
    else if (record.published !== null) byCase.set(id, 'published');
  }
  return { byCase, unplaced };
}

export const PUBLICITY_FIGURE = {
  id: 'publicity.in-time',
  label: { zh: '按期公示率', en: 'Published in time' },
  formula: {
    zh: '自处罚决定作出之日起20个工作日内公示的决定÷期内作出且已公示的决定；期限届满日未知的不计',
    en: 'decisions published within 20 working days ÷ decisions of the period that are published; those whose last day is not known yet do not count',
  },
  counts: 'case',
} as const satisfies FigureDefinition;

/** 市场监督管理行政处罚信息公示规定 9, the same province. */
const PERIOD = { unit: 'working-day', length: 20, rolls: true } as const;

/** Of what was decided in [from, to) and is published: how much in time. */
export function publicityFigure(
  { records }: PublicityRegister,
  {
    cases,
    from,
    to,
    calendar = stateCalendar(),
  }: {
    readonly cases: readonly CaseHistory[];
    readonly from: string;
    readonly to: string;
    readonly calendar?: WorkCalendar;
  },
): Figure {
  const published = new Map(records.map((record) => [caseOf(record), record.published]));
  const lastDays = new Map<string, string | null>();
  const lastDay = (decided: string): string | null => {
    const known = lastDays.get(decided);
    if (known !== undefined) return known;
    const due = countPeriod(PERIOD, decided, [], calendar);
    const day = due.state === 'day' ? due.day : null;
    lastDays.set(decided, day);
    return day;
  };
  const counted = exercisesOf(cases).exercises.flatMap(({ case: id, state, day }) => {
    const on = published.get(id) ?? null;
    if (state !== 'decided' || on === null || !within(day, from, to)) return [];
    const due = lastDay(day);
    return due === null ? [] : [{ id, inTime: on <= due }];
  });
  return share(PUBLICITY_FIGURE, {
    part: counted.flatMap(({ id, inTime }) => (inTime ? [id] : [])),
    of: counted.map(({ id }) => id),
  });
}

function caseOf({ authority, case: number }: Publicity): string {
  return `${authority}/${number}`;
}
