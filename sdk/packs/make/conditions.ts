import type { Condition, FactDefinition } from '../../src/rules/index.ts';
import { fen } from './fines.ts';
import { Refusal } from './refusal.ts';
import type { SourceCondition, SourceLeaf } from './source.ts';
import { COUNTED } from './words.ts';

const OPERATORS = { '==': 'eq', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;

/** A condition of the source over facts of the registry, amounts in fen. */
export function condition(
  record: string,
  source: SourceCondition,
  at: string,
  facts: readonly FactDefinition[],
): Condition {
  if (!('anyOf' in source)) return leaf(record, source, at, facts);
  return {
    op: 'any',
    of: source.anyOf.map((one, i) => leaf(record, one, `${at}/anyOf/${i}`, facts)),
  };
}

function leaf(
  record: string,
  { var: name, op, value }: SourceLeaf,
  at: string,
  facts: readonly FactDefinition[],
): Condition {
  const counted = COUNTED[name];
  if (counted !== undefined) {
    if (op !== '==' || value !== true)
      throw new Refusal(record, at, `${name} is asked for otherwise`);
    return counted;
  }
  const fact = facts.find((one) => one.id === name);
  if (fact === undefined) throw new Refusal(record, `${at}/var`, `unknown: ${name}`);
  if (op === 'in' || typeof value === 'object') {
    const known = fact.values?.map((one) => one.id) ?? [];
    if (op !== 'in' || typeof value !== 'object' || value.some((one) => !known.includes(one))) {
      throw new Refusal(record, at, 'a list of values that the fact does not have');
    }
    return { op, fact: name, values: value };
  }
  const fits =
    (fact.type === 'bool' && typeof value === 'boolean') ||
    (fact.type === 'enum' && fact.values?.some((one) => one.id === value)) ||
    ((fact.type === 'fen' || fact.type === 'count') && typeof value === 'number');
  if (!fits)
    throw new Refusal(record, at, `${name} is a ${fact.type}, not ${JSON.stringify(value)}`);
  if (op === '==') {
    return {
      op: 'eq',
      fact: name,
      value: fact.type === 'fen' ? fen(record, Number(value), at) : value,
    };
  }
  if (typeof value !== 'number') throw new Refusal(record, at, `${op} compares numbers only`);
  return {
    op: OPERATORS[op],
    fact: name,
    value: fact.type === 'fen' ? fen(record, value, at) : value,
  };
}
