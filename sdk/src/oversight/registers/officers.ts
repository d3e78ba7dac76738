import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { addDays, pointer, within } from '../../text/index.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { Person } from '../indicators/index.ts';
import type { Organisation } from '../organisation.ts';
import { type Columns, readTable, type Table, type TableRead } from './read-table.ts';
import { twice } from './register-faults.ts';

/** 执法人员: somebody in post, by the number of the certificate. There is no member for a name, and a number can hold none. */
export const Officer = z.strictObject({
  /** 执法证件号. */
  number: z.string().check(z.regex(/^[0-9A-Za-z-]{4,32}$/)),
  /** `Unit.id` of the organisation. */
  unit: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The certificate counts on days [from, to). */
  from: Day,
  to: Day,
  /** Own key under which entries are made; null before there is one. */
  kid: z.nullable(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
});
export type Officer = z.infer<typeof Officer>;

/** 执法人员库. */
export const OfficerRegister = z.strictObject({
  format: z.literal('chidu-officers/1'),
  /** The day it says how things stand. */
  on: Day,
  officers: z.array(Officer),
});
export type OfficerRegister = z.infer<typeof OfficerRegister>;

/**
 * A register from a parsed value, or all its faults: a number or a key `given-twice`, a certificate that ends before it begins
 * (`inverted`), a unit that the organisation does not have (`unknown-reference`) where one is handed in.
 */
export function loadOfficers(
  value: unknown,
  organisation?: Pick<Organisation, 'units'>,
): Loaded<OfficerRegister> {
  const parsed = OfficerRegister.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { officers } = parsed.data;
  const units = organisation && new Set(organisation.units.map(({ id }) => id));
  const issues: Issue[] = [
    ...twice(officers, 'officers', 'number', ({ number }) => number),
    ...twice(officers, 'officers', 'kid', ({ kid }) => kid),
    ...officers.flatMap(({ from, to, unit }, i): Issue[] => [
      ...(from < to
        ? []
        : [{ code: 'inverted' as const, at: pointer(['officers', i, 'to']), message: ENDS_FIRST }]),
      ...(units === undefined || units.has(unit)
        ? []
        : [
            {
              code: 'unknown-reference' as const,
              at: pointer(['officers', i, 'unit']),
              message: `no unit ${unit}`,
            },
          ]),
    ]),
  ];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

const ENDS_FIRST = 'the certificate ends before it begins';

export type OfficerField = 'number' | 'unit' | 'from' | 'to' | 'kid';

/** Headers of the lists that personnel offices keep. 姓名 is none of them. */
export const OFFICER_COLUMNS: Columns<OfficerField> = {
  number: ['执法证件号', '执法证号', '证件编号'],
  unit: ['所属机构', '执法机构', '单位名称', '所在单位'],
  from: ['发证日期', '有效期起'],
  to: ['有效期止', '失效日期'],
  kid: ['密钥标识', '公钥指纹'],
};

/**
 * Officers from a list. `unitOf` knows units by the name that the list uses. A list gives the last day of a certificate, a
 * register the day after it.
 */
export function readOfficers(
  rows: readonly Readonly<Record<string, string>>[],
  {
    unitOf,
    columns = OFFICER_COLUMNS,
  }: {
    readonly unitOf: (name: string) => string | null;
    readonly columns?: Columns<OfficerField>;
  },
): TableRead<Officer> {
  const table: Table<OfficerField, Officer> = {
    columns: OFFICER_COLUMNS,
    required: ['number', 'unit', 'from', 'to'],
    days: ['from', 'to'],
    record: ({ number, unit, from, to, kid }) => ({
      number,
      unit: unitOf(unit ?? ''),
      from,
      to: to === null ? null : addDays(to, 1),
      kid: kid?.toLowerCase() ?? null,
    }),
    schema: Officer.check(
      z.refine(({ from, to }) => from < to, { error: ENDS_FIRST, path: ['to'] }),
    ),
    key: ({ number }) => number,
  };
  return readTable(table, rows, columns);
}

/** 在编人员 as the rates count them: everybody in the register, whether or not the certificate still counts. */
export const peopleOf = ({ officers }: OfficerRegister): Person[] =>
  officers.map(({ number, unit, kid }) => ({ id: number, unit, kid }));

export const OFFICER_FIGURES = {
  certified: {
    id: 'officers.certified',
    label: { zh: '持有效证件人员', en: 'Officers with a valid certificate' },
    formula: {
      zh: '当日执法证件有效的人员÷库内全部人员',
      en: 'officers whose certificate counts on the day ÷ all officers of the register',
    },
    counts: 'person',
  },
  keyed: {
    id: 'officers.keyed',
    label: { zh: '持有本人密钥人员', en: 'Officers with a key of their own' },
    formula: {
      zh: '已登记本人密钥的人员÷库内全部人员',
      en: 'officers with a key of their own ÷ all officers of the register',
    },
    counts: 'person',
  },
} as const satisfies Record<string, FigureDefinition>;

/** Whose certificate counts on a day, and who has a key: who does not is `missing(figure)`, by number. */
export function officerFigures({ officers }: OfficerRegister, on: string): Figure[] {
  const numbers = (of: readonly Officer[]): string[] => of.map(({ number }) => number);
  const of = numbers(officers);
  return [
    share(OFFICER_FIGURES.certified, {
      part: numbers(officers.filter(({ from, to }) => within(on, from, to))),
      of,
    }),
    share(OFFICER_FIGURES.keyed, { part: numbers(officers.filter(({ kid }) => kid !== null)), of }),
  ];
}
