import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { count, type Figure, type FigureDefinition, share } from '../figure.ts';
import { grouped } from '../grouped.ts';

const base = {
  format: z.literal('chidu-measure/1'),
  id: z.string().check(z.minLength(1)),
  /** `CaseHistory.id`, or null where no case was filed. */
  case: z.nullable(z.string()),
  authority: z.string(),
  on: Day,
  /** `pack/number` of the list item under which it was taken, where there is one. */
  listItem: z.nullable(z.string()),
};
const prose = z.string().check(z.regex(/\S/));

/**
 * 柔性执法记录: measures that are no penalty, each with a form of its own. No party is named: the paper in the file does. `minutes` and
 * `document` are the authority's own references.
 */
export const Measure = z.discriminatedUnion('kind', [
  /** 说服教育: what was explained, and whether the party undertook to keep it. */
  z.strictObject({
    ...base,
    kind: z.literal('persuasion'),
    explained: prose,
    undertaking: z.boolean(),
  }),
  /** 行政指导: the document handed over; following it is free. */
  z.strictObject({
    ...base,
    kind: z.literal('guidance'),
    document: prose,
    followed: z.nullable(z.boolean()),
  }),
  /** 预警提示: which risk, and by when it was to be looked at. */
  z.strictObject({
    ...base,
    kind: z.literal('warning'),
    risk: prose,
    by: Day,
    lookedAt: z.nullable(Day),
  }),
  /** 行政约谈: minutes, and what was agreed by when. */
  z.strictObject({
    ...base,
    kind: z.literal('talk'),
    minutes: prose,
    agreed: prose,
    due: Day,
    done: z.nullable(Day),
  }),
  /** 信用惩戒: its legal basis and the decision that it rests on; without either it is none. */
  z.strictObject({
    ...base,
    kind: z.literal('credit'),
    basis: prose,
    decision: prose,
    until: Day,
    repaired: z.nullable(Day),
  }),
]);
export type Measure = z.infer<typeof Measure>;

/** A record from a parsed value, or its faults by JSON pointer. */
export function loadMeasure(value: unknown): Loaded<Measure> {
  const parsed = Measure.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}

export const MEASURE_FIGURES = {
  taken: {
    id: 'measures.taken',
    label: { zh: '非处罚措施', en: 'Measures that are no penalty' },
    formula: { zh: '期内有记录的措施数', en: 'measures on record in the period' },
    counts: 'entry',
  },
  ended: {
    id: 'measures.ended',
    label: { zh: '措施有结果', en: 'Measures with an outcome' },
    formula: {
      zh: '记录了结果的措施÷全部措施（说服教育以承诺为结果）',
      en: 'measures whose outcome is on record ÷ all (for persuasion: an undertaking)',
    },
    counts: 'entry',
  },
} as const satisfies Record<string, FigureDefinition>;

/** Measures in all and by kind, and how many have an outcome. */
export function measuresOf(measures: readonly Measure[]): Figure[] {
  const ids = (of: readonly Measure[]): string[] => of.map(({ id }) => id);
  const kinds = grouped(measures, ({ kind }) => kind);
  return [
    count(MEASURE_FIGURES.taken, ids(measures)),
    ...kinds.map(([kind, of]) => count(MEASURE_FIGURES.taken, ids(of), { kind })),
    share(MEASURE_FIGURES.ended, { part: ids(measures.filter(hasOutcome)), of: ids(measures) }),
  ];
}

function hasOutcome(measure: Measure): boolean {
  switch (measure.kind) {
    case 'persuasion':
      return measure.undertaking;
    case 'guidance':
      return measure.followed !== null;
    case 'warning':
      return measure.lookedAt !== null;
    case 'talk':
      return measure.done !== null;
    case 'credit':
      return measure.repaired !== null;
  }
}
