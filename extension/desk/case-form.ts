import type { Case, Origin } from '@chidu/sdk/discretion';
import type { FactDefinition, FactValue, Wording } from '@chidu/sdk/rules';
import type { FieldId, ValueCheck } from '../adapters/adapter.ts';
import { checkValue } from '../judge/check-value.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { FieldValue, Refusal } from '../locate/reading.ts';
import type { Draft } from './draft.ts';

/** One line of the case: what the page gave, what the officer typed, and what counts. */
export interface FormField {
  readonly id: FieldId;
  readonly label: Wording;
  readonly hint?: Wording;
  readonly check: ValueCheck;
  readonly choices: readonly { readonly id: string; readonly label: Wording }[];
  readonly reading: CaseField | null;
  readonly typed: string | undefined;
  /** Null: not known. Nothing is filled in for it. */
  readonly value: FieldValue | null;
  /** Why what was typed is no value. */
  readonly problem: Refusal | null;
}

const PARTY_KINDS = [
  { id: 'individual', label: { zh: '个人（含个体工商户）', en: 'individual (or sole trader)' } },
  { id: 'entity', label: { zh: '单位', en: 'entity' } },
];

type Line = Pick<FormField, 'id' | 'label' | 'check'> & Partial<FormField>;

/** The fields every case has, in the order of the panel. */
const BASIC: readonly Line[] = [
  { id: 'caseNumber', label: { zh: '案件编号', en: 'Case number' }, check: { as: 'text' } },
  { id: 'documentNumber', label: { zh: '文书文号', en: 'Document number' }, check: { as: 'text' } },
  {
    id: 'decisionNumber',
    label: { zh: '决定书文号', en: 'Number of the decision' },
    check: { as: 'text' },
  },
  { id: 'party', label: { zh: '当事人', en: 'Party' }, check: { as: 'text' } },
  {
    id: 'partyKind',
    label: { zh: '当事人类型', en: 'Kind of party' },
    check: { as: 'choice', values: identity(PARTY_KINDS) },
    choices: PARTY_KINDS,
  },
  {
    id: 'actDate',
    label: { zh: '违法行为终了日期', en: 'End of the act' },
    check: { as: 'day' },
    hint: { zh: '决定适用哪一版法律，例如 2026-09-02。', en: 'Chooses the law, as 2026-09-02.' },
  },
  {
    id: 'decisionDate',
    label: { zh: '决定日期', en: 'Day of the decision' },
    check: { as: 'day' },
    hint: { zh: '不填按今天计算。', en: 'Today if left empty.' },
  },
];

const AGE: Line = {
  id: 'partyAge',
  label: { zh: '行为时年龄（周岁）', en: 'Age at the act (full years)' },
  check: { as: 'count' },
  hint: { zh: '仅在可能未满十八周岁时填写。', en: 'Only where the party may have been under 18.' },
};

/** The lines of the form for the violation chosen, if one is: the basic fields, then the facts its text asks for. */
export function formFields(
  readings: ReadonlyMap<FieldId, CaseField>,
  draft: Draft,
  facts: readonly FactDefinition[],
): readonly FormField[] {
  const fill = (line: Line): FormField => {
    const reading = readings.get(line.id) ?? null;
    const typed = draft.typed[line.id];
    const own = typed === undefined ? null : checkValue(typed, '', line.check);
    const read = reading?.state === 'read' ? reading.value : null;
    return {
      choices: [],
      ...line,
      reading,
      typed,
      value: own ? (own.ok ? own.value : null) : read,
      problem: own && !own.ok ? own.code : null,
    };
  };
  const basic = BASIC.map(fill);
  const individual = basic.find(({ id }) => id === 'partyKind')?.value === 'individual';
  return [
    ...basic,
    ...(individual ? [fill(AGE)] : []),
    // The kind of party is asked once, above.
    ...facts.filter(({ id }) => id !== 'partyType').map((fact) => fill(factLine(fact))),
  ];
}

function factLine(fact: FactDefinition): Line {
  const choices =
    fact.type === 'bool'
      ? [
          { id: 'true', label: { zh: '是', en: 'yes' } },
          { id: 'false', label: { zh: '否', en: 'no' } },
        ]
      : (fact.values ?? []);
  const check: ValueCheck =
    fact.type === 'enum'
      ? { as: 'choice', values: identity(choices) }
      : fact.type === 'bool'
        ? { as: 'bool', yes: ['true'], no: ['false'] }
        : { as: fact.type };
  return {
    id: `facts.${fact.id}`,
    label: fact.label,
    ...(fact.hint && { hint: fact.hint }),
    check,
    choices,
  };
}

/**
 * The case as it stands, or null while the party's kind or the end of the act is unknown: without them no law can be
 * chosen. `at` and `today` are handed in.
 */
export function caseOf(
  violation: string,
  fields: readonly FormField[],
  draft: Draft,
  clock: { readonly today: string; readonly at: string },
): Case | null {
  const value = (id: FieldId): FieldValue | null =>
    fields.find((field) => field.id === id)?.value ?? null;
  const [kind, actDate, age] = [value('partyKind'), value('actDate'), value('partyAge')];
  if (typeof actDate !== 'string' || (kind !== 'individual' && kind !== 'entity')) return null;
  // A decision date that was typed wrongly must not silently become today.
  const decision = fields.find(({ id }) => id === 'decisionDate');
  if (decision?.problem) return null;
  const known = fields.filter((field) => field.value !== null);
  return {
    format: 'chidu-case/1',
    violation,
    actDate,
    decisionDate: typeof decision?.value === 'string' ? decision.value : clock.today,
    party: { kind, ...(typeof age === 'number' && { age }) },
    facts: Object.fromEntries(
      known.flatMap(({ id, value }) =>
        id.startsWith('facts.') ? [[id.slice(6), value as FactValue]] : [],
      ),
    ),
    ...(draft.groundsExamined && { grounds: draft.grounds }),
    factors: draft.factors,
    ...(draft.elect.tier !== '' && {
      elect: { tier: draft.elect.tier, reason: draft.elect.reason },
    }),
    origins: Object.fromEntries(known.map((field) => [field.id, originOf(field, clock.at)])),
  };
}

function originOf({ id, reading, typed }: FormField, at: string): Origin {
  if (typed !== undefined || reading?.state !== 'read') return { kind: 'typed', at };
  const { raw, by, where } = reading.found;
  return {
    kind: 'page',
    field: id,
    raw,
    locator: `${by}:${where}`,
    frame: reading.frame,
    at: reading.at,
  };
}

function identity(choices: readonly { readonly id: string }[]): Record<string, string> {
  return Object.fromEntries(choices.map(({ id }) => [id, id]));
}
