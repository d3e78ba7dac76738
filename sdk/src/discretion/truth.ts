import type { Condition, FactValue } from '../rules/index.ts';

/** Three-valued (Kleene): `undefined` is "unknown", never a kind of false. */
export type Truth = boolean | undefined;
export type Facts = Readonly<Record<string, FactValue | undefined>>;

export function test(condition: Condition, facts: Facts): Truth {
  switch (condition.op) {
    case 'all':
      return every(condition.of, facts);
    case 'any':
      return some(condition.of, facts);
    case 'not':
      return not(test(condition.of, facts));
    default:
      return compare(condition, facts[condition.fact]);
  }
}

export function every(conditions: readonly Condition[], facts: Facts): Truth {
  let result: Truth = true;
  for (const condition of conditions) {
    const truth = test(condition, facts);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

export function some(conditions: readonly Condition[], facts: Facts): Truth {
  let result: Truth = false;
  for (const condition of conditions) {
    const truth = test(condition, facts);
    if (truth) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function compare(
  condition: Extract<Condition, { fact: string }>,
  value: FactValue | undefined,
): Truth {
  if (value === undefined) return undefined;
  switch (condition.op) {
    case 'eq':
      return value === condition.value;
    case 'ne':
      return value !== condition.value;
    case 'in':
      return condition.values.some((candidate) => candidate === value);
  }
  // Facts are checked against their declared type; an order over anything but numbers is unknown, not false.
  if (typeof value !== 'number') return undefined;
  switch (condition.op) {
    case 'lt':
      return value < condition.value;
    case 'le':
      return value <= condition.value;
    case 'gt':
      return value > condition.value;
    case 'ge':
      return value >= condition.value;
  }
}

/** Adds to `into` the unknown facts on which an undecided condition still hangs. */
export function missing(conditions: readonly Condition[], facts: Facts, into: Set<string>): void {
  for (const condition of conditions) {
    if (test(condition, facts) !== undefined) continue;
    if ('fact' in condition) into.add(condition.fact);
    else missing(parts(condition), facts, into);
  }
}

/** Adds to `into` every fact that the conditions name. */
export function named(conditions: readonly Condition[], into: Set<string>): void {
  for (const condition of conditions) {
    if ('fact' in condition) into.add(condition.fact);
    else named(parts(condition), into);
  }
}

function parts(condition: Exclude<Condition, { fact: string }>): readonly Condition[] {
  return condition.op === 'not' ? [condition.of] : condition.of;
}
