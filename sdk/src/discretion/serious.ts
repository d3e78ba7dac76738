import type { Citation, Condition, FactDefinition, FactValue, Statute } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { some, type Truth } from './truth.ts';

/** 情节严重 where a text says in numbers what it is, in force on [from, to). */
export interface SeriousDefinition {
  readonly law: string;
  readonly articles: readonly number[];
  readonly from: string;
  readonly to: string | null;
  readonly cite: Citation;
  /** What it asks about beside the statute's own facts. */
  readonly facts: readonly Omit<FactDefinition, 'number'>[];
  /** Serious when any of these holds, not serious only when all are known not to. */
  readonly any: readonly Condition[];
}

const bool = (id: string, zh: string, en: string) =>
  ({ id, type: 'bool', label: { zh, en } }) as const;

/** Every such definition has its own period of recidivism: there is no general one. */
export const SERIOUS_DEFINITIONS: readonly SeriousDefinition[] = [
  {
    law: '食品安全法',
    articles: [123, 124, 125, 126, 132],
    from: '2019-12-01',
    to: null,
    cite: { law: '食品安全法实施条例', article: 67, paragraph: 1, version: '2019-10-11修订' },
    facts: [
      { id: 'goodsValue', type: 'fen', label: { zh: '货值金额', en: 'value of goods' } },
      {
        id: 'monthsOfViolation',
        type: 'count',
        label: { zh: '违法行为持续月数', en: 'months of violation' },
      },
      { id: 'deaths', type: 'count', label: { zh: '食源性疾病死亡人数', en: 'deaths' } },
      {
        id: 'illnesses',
        type: 'count',
        label: { zh: '食源性疾病患病人数', en: 'persons taken ill' },
      },
      bool('deliberateFalsehood', '故意提供虚假信息或者隐瞒情况', 'deliberate falsehood'),
      bool('inspectionRefused', '拒绝、逃避监督检查', 'inspection refused or evaded'),
      bool(
        'sameNatureWithinYear',
        '受行政处罚后一年内又有同一性质的违法，或者受刑事处罚后又有违法',
        'same nature within a year, or ever after a criminal penalty',
      ),
      bool('otherSerious', '其他情节严重的情形', 'otherwise serious'),
    ],
    any: [
      { op: 'ge', fact: 'goodsValue', value: 2_000_000 },
      { op: 'ge', fact: 'monthsOfViolation', value: 3 },
      { op: 'ge', fact: 'deaths', value: 1 },
      { op: 'ge', fact: 'illnesses', value: 30 },
      { op: 'eq', fact: 'deliberateFalsehood', value: true },
      { op: 'eq', fact: 'inspectionRefused', value: true },
      { op: 'eq', fact: 'sameNatureWithinYear', value: true },
      { op: 'eq', fact: 'otherSerious', value: true },
    ],
  },
];

/** The definition that a case under this text must meet, by the day of the act. */
export function definitionOf(statute: Statute, actDate: string): SeriousDefinition | undefined {
  if (!statute.facts.some(({ id }) => id === 'serious')) return undefined;
  return SERIOUS_DEFINITIONS.find(
    ({ law, articles, from, to }) =>
      law === statute.basis.law &&
      articles.includes(statute.basis.article) &&
      from <= actDate &&
      (to === null || actDate < to),
  );
}

/** What the definition says of this case; a statement against it is not taken. */
export function serious(
  case_: Case,
  definition: SeriousDefinition,
): { value: Truth; undecided: Undecided[] } {
  const undecided: Undecided[] = [];
  const facts: Record<string, FactValue> = {};
  for (const { id, type, label } of definition.facts) {
    const value = case_.facts[id];
    if (value === undefined) continue;
    const sound = type === 'bool' ? typeof value === 'boolean' : Number.isSafeInteger(value);
    if (sound) facts[id] = value;
    else undecided.push({ reason: 'fact-invalid', at: `facts.${id}`, fields: { label, value } });
  }
  const value = some(definition.any, facts);
  const stated = case_.facts.serious;
  if (value !== undefined && typeof stated === 'boolean' && stated !== value)
    undecided.push({
      reason: 'facts-conflict',
      at: 'facts.serious',
      fields: { stated, defined: value, cite: definition.cite },
    });
  return { value, undecided };
}
