import * as z from 'zod/mini';
import type { Issue } from '../../errors.ts';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { pointer } from '../../text/index.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { LEVELS, Organisation } from '../organisation.ts';
import { twice } from './register-faults.ts';

const Line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** 监督机构、司法所监督工作室: who supervises at a unit, and where it is reached. The office's own telephone, nobody's name. */
export const Office = z.strictObject({
  /** `Unit.id` of the organisation. */
  unit: z.string().check(z.minLength(1), z.maxLength(80)),
  name: Line,
  /** 专职监督人员. */
  fullTime: z.int().check(z.minimum(0)),
  contact: z.strictObject({
    telephone: z.string().check(z.regex(/^[0-9][0-9-]{4,19}$/)),
    address: Line,
    hours: Line,
  }),
});
export type Office = z.infer<typeof Office>;

/** 监督机构名录. */
export const OfficeRegister = z.strictObject({
  format: z.literal('chidu-offices/1'),
  /** The day it says how things stand. */
  on: Day,
  offices: z.array(Office),
});
export type OfficeRegister = z.infer<typeof OfficeRegister>;

/** A register from a parsed value, or its faults: a unit `given-twice`, or one that the organisation does not have (`unknown-reference`). */
export function loadOffices(
  value: unknown,
  organisation?: Pick<Organisation, 'units'>,
): Loaded<OfficeRegister> {
  const parsed = OfficeRegister.safeParse(value);
  if (!parsed.success) return { ok: false, issues: schemaIssues(value, parsed.error) };
  const { offices } = parsed.data;
  const units = organisation && new Set(organisation.units.map(({ id }) => id));
  const issues = [
    ...twice(offices, 'offices', 'unit', ({ unit }) => unit),
    ...offices.flatMap(({ unit }, i): Issue[] =>
      units === undefined || units.has(unit)
        ? []
        : [
            {
              code: 'unknown-reference',
              at: pointer(['offices', i, 'unit']),
              message: `no unit ${unit}`,
            },
          ],
    ),
  ];
  return issues.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues };
}

export const STAFFING_FIGURE = {
  id: 'offices.staffed',
  label: { zh: '专职监督人员配备率', en: 'Offices with enough supervisors' },
  formula: {
    zh: '专职监督人员不少于规定人数的单位÷该级全部单位；名录中没有的单位计入分母',
    en: 'units of the level with at least so many full-time supervisors ÷ all units of the level; one that the register lacks is in the base',
  },
  counts: 'unit',
} as const satisfies FigureDefinition;

/** 配备情况: units of a level, and those that fall short. */
export interface Staffing {
  readonly figure: Figure;
  /** `fullTime` null: the register says nothing of the unit. */
  readonly short: readonly { readonly unit: string; readonly fullTime: number | null }[];
}

/** Which units of a level have fewer full-time supervisors than they should; two a district where nothing else is said. */
export function staffingOf(
  { offices }: OfficeRegister,
  { units }: Pick<Organisation, 'units'>,
  {
    least = 2,
    level = 'county',
  }: { readonly least?: number; readonly level?: (typeof LEVELS)[number] } = {},
): Staffing {
  const known = new Map(offices.map(({ unit, fullTime }) => [unit, fullTime]));
  const asked = units.filter((unit) => unit.level === level).map(({ id }) => id);
  const short = asked
    .map((unit) => ({ unit, fullTime: known.get(unit) ?? null }))
    .filter(({ fullTime }) => fullTime === null || fullTime < least);
  const lacking = new Set(short.map(({ unit }) => unit));
  const part = asked.filter((unit) => !lacking.has(unit));
  const scope = { least: String(least), level };
  return { figure: share(STAFFING_FIGURE, { part, of: asked, scope }), short };
}
