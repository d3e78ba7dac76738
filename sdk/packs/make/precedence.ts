import type { Condition, StatuteTier } from '../../src/rules/index.ts';
import { canonicalJson } from '../../src/text/index.ts';

type Draft = Omit<StatuteTier, 'insteadOf'>;

/**
 * Which tiers a tier takes the place of where both apply. Three reasons, in this order: the text names its subject and the
 * other's not; it holds on every condition of the other and more; its level is heavier (serious over refusal over basic).
 * But a tier without a fine never pushes out one with a fine: whether 情节严重的，吊销执照 comes beside the fine or
 * instead of it is for a person.
 */
export function insteadOf(tier: Draft, tiers: readonly Draft[]): number[] {
  return tiers.filter((other) => other !== tier && displaces(tier, other)).map((one) => one.number);
}

const RANK: Readonly<Record<string, number>> = { basic: 0, refusal: 1, serious: 2 };

function displaces(a: Draft, b: Draft): boolean {
  if (a.additive || b.additive || role(a) !== role(b) || exclusive(a, b)) return false;
  const [named, otherNamed] = [a.subject !== undefined, b.subject !== undefined];
  if (named !== otherNamed) return named;
  const [mine, its] = [new Set(a.when.map(canonicalJson)), new Set(b.when.map(canonicalJson))];
  const more = mine.size > its.size && [...its].every((one) => mine.has(one));
  const less = its.size > mine.size && [...mine].every((one) => its.has(one));
  const heavier = (RANK[a.level] ?? Number.NaN) > (RANK[b.level] ?? Number.NaN);
  if (a.fine === null && b.fine !== null) return false;
  return more || (heavier && !less);
}

function role(tier: Draft): 'party' | 'person' {
  return tier.subject?.role ?? 'party';
}

/** True when no facts can make both apply. */
function exclusive(a: Draft, b: Draft): boolean {
  const values = (tier: Draft) =>
    tier.subject?.role === 'party' ? tier.subject.values : undefined;
  const [mine, its] = [values(a), values(b)];
  if (mine !== undefined && its !== undefined && !mine.some((one) => its.includes(one)))
    return true;
  return a.when.some((one) => b.when.some((other) => contradict(one, other)));
}

function contradict(a: Condition, b: Condition): boolean {
  if (!('fact' in a) || !('fact' in b) || a.fact !== b.fact) return false;
  if (a.op === 'in' || b.op === 'in') {
    const [mine, its] = [chosen(a), chosen(b)];
    return mine !== null && its !== null && !mine.some((one) => its.includes(one));
  }
  if (typeof a.value !== 'number' || typeof b.value !== 'number') {
    return a.op === 'eq' && b.op === 'eq' && a.value !== b.value;
  }
  const [low, high] = [Math.max(lower(a), lower(b)), Math.min(upper(a), upper(b))];
  return low > high;
}

function chosen(condition: Condition): string[] | null {
  if (condition.op === 'in') return condition.values;
  return condition.op === 'eq' && typeof condition.value === 'string' ? [condition.value] : null;
}

/** Whole numbers only, so that an open end is the next one. */
function lower(condition: { op: string; value: number | boolean | string }): number {
  const value = Number(condition.value);
  if (condition.op === 'ge' || condition.op === 'eq') return value;
  return condition.op === 'gt' ? value + 1 : Number.NEGATIVE_INFINITY;
}

function upper(condition: { op: string; value: number | boolean | string }): number {
  const value = Number(condition.value);
  if (condition.op === 'le' || condition.op === 'eq') return value;
  return condition.op === 'lt' ? value - 1 : Number.POSITIVE_INFINITY;
}
