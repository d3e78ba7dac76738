import type { FactValue, Rule } from '../rules/index.ts';
import type { Case } from './case.ts';
import type { Facts } from './truth.ts';

/** `[fact number, integer]`: fen and counts as themselves, bool 0 or 1, enum the number of its value; grounds found as 1. */
export type FactNumbers = readonly (readonly [fact: number, value: number])[];
/** `[factor number, option number, points]`. */
export type FactorNumbers = readonly (readonly [factor: number, option: number, points: number])[];

/** The named facts and the grounds found, as label 24 of a code carries them, ascending. */
export function factNumbers(
  ids: ReadonlySet<string>,
  facts: Facts,
  grounds: readonly { readonly number: number }[],
  rule: Rule,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (const definition of rule.statute.facts) {
    const value = facts[definition.id];
    if (value === undefined || !ids.has(definition.id)) continue;
    const number =
      typeof value === 'string'
        ? definition.values?.find((candidate) => candidate.id === value)?.number
        : Number(value);
    if (number !== undefined) pairs.push([definition.number, number]);
  }
  for (const ground of grounds) pairs.push([ground.number, 1]);
  return pairs.length < 2 ? pairs : pairs.sort(([a], [b]) => a - b);
}

/** What a code names that its Rule does not know: the place (`facts.7`, `factors.3`) and why. */
export interface UnknownNumber {
  readonly at: string;
  readonly why: 'number' | 'value' | 'points' | 'twice';
}

/**
 * The case that a supervision code carries in labels 7 and 24, by the numbers of its Rule. `issued` stands in for both
 * days: assess it with `dates: 'bound'`. The kind of party is stated only where the law asks for it.
 */
export function caseOfNumbers(
  signed: { readonly facts: FactNumbers; readonly factors: FactorNumbers; readonly issued: string },
  rule: Rule,
): { ok: true; case: Case } | { ok: false; unknown: UnknownNumber[] } {
  const unknown: UnknownNumber[] = [];
  const facts: Record<string, FactValue> = {};
  const grounds: string[] = [];
  const factors: Record<string, string> = {};
  for (const [number, integer] of signed.facts) {
    const at = `facts.${number}`;
    const ground = rule.grounds.find((candidate) => candidate.number === number);
    const definition = rule.statute.facts.find((candidate) => candidate.number === number);
    if (ground) {
      if (integer !== 1) unknown.push({ at, why: 'value' });
      else if (grounds.includes(ground.id)) unknown.push({ at, why: 'twice' });
      else grounds.push(ground.id);
    } else if (!definition) {
      unknown.push({ at, why: 'number' });
    } else if (Object.hasOwn(facts, definition.id)) {
      unknown.push({ at, why: 'twice' });
    } else {
      const value = factValue(definition, integer);
      if (value === undefined) unknown.push({ at, why: 'value' });
      else facts[definition.id] = value;
    }
  }
  for (const [number, optionNumber, points] of signed.factors) {
    const at = `factors.${number}`;
    const factor = rule.benchmark.factors.find((candidate) => candidate.number === number);
    const option = factor?.options.find((candidate) => candidate.number === optionNumber);
    if (!factor) unknown.push({ at, why: 'number' });
    else if (!option) unknown.push({ at, why: 'value' });
    else if (option.points !== points) unknown.push({ at, why: 'points' });
    else if (Object.hasOwn(factors, factor.id)) unknown.push({ at, why: 'twice' });
    else factors[factor.id] = option.id;
  }
  if (unknown.length > 0) return { ok: false, unknown };
  const kind = facts.partyType === 'individual' ? 'individual' : 'entity';
  return {
    ok: true,
    case: {
      format: 'chidu-case/1',
      violation: rule.statute.violation,
      actDate: signed.issued,
      decisionDate: signed.issued,
      party: { kind },
      facts,
      grounds,
      factors,
    },
  };
}

function factValue(
  definition: Rule['statute']['facts'][number],
  integer: number,
): FactValue | undefined {
  switch (definition.type) {
    case 'fen':
    case 'count':
      return integer;
    case 'bool':
      return integer === 0 ? false : integer === 1 ? true : undefined;
    case 'enum':
      return definition.values?.find((candidate) => candidate.number === integer)?.id;
  }
}
