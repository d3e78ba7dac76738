import {
  canonicalJson,
  formatInterval,
  type Interval,
  type Measure,
  parseInterval,
} from '../../text/index.ts';
import type { Condition } from '../condition.ts';
import type { FactDefinition } from '../fact.ts';

/**
 * A condition as a cell writes it: `goodsValue：1万元以上不足5万元`, `correctionRefused：否`, `harm：none、slight`. A name that is no
 * fact is a factor, whose values are ids of options. Null for anything else.
 */
export function readCondition(text: string, facts: readonly FactDefinition[]): Condition | null {
  const match = /^([^：:]+)[：:](.+)$/.exec(text.trim());
  if (match === null) return null;
  const name = (match[1] ?? '').trim();
  return condition(
    name,
    facts.find((one) => one.id === name),
    (match[2] ?? '').trim(),
  );
}

/** What `readCondition` gives back, or null for a condition that has no such form. */
export function writeCondition(when: Condition, facts: readonly FactDefinition[]): string | null {
  const text = said(when, facts);
  if (text === null) return null;
  const again = readCondition(text, facts);
  return again !== null && canonicalJson(again) === canonicalJson(when) ? text : null;
}

const MEASURES: Readonly<Record<string, Measure>> = { fen: 'fen', count: 'count' };

function condition(
  name: string,
  fact: FactDefinition | undefined,
  value: string,
): Condition | null {
  if (!/^[a-z][A-Za-z0-9-]*$/.test(name)) return null;
  if (fact?.type === 'bool') {
    if (value !== '是' && value !== '否') return null;
    return { op: 'eq', fact: name, value: value === '是' };
  }
  const measure = fact === undefined ? undefined : MEASURES[fact.type];
  if (measure !== undefined) {
    const parsed = parseInterval(value, measure);
    return parsed.ok ? inside(name, parsed.interval) : null;
  }
  const ids = value.split('、');
  const known = fact?.values?.map((one) => one.id);
  if (ids.some((id) => known !== undefined && !known.includes(id))) return null;
  if (ids.some((id) => !/^[a-z][A-Za-z0-9-]*$/.test(id))) return null;
  const [first] = ids;
  if (first === undefined) return null;
  return ids.length === 1
    ? { op: 'eq', fact: name, value: first }
    : { op: 'in', fact: name, values: ids };
}

function inside(fact: string, { from, to }: Interval): Condition | null {
  const low: Condition | null = from === null ? null : { op: 'ge', fact, value: from };
  const high: Condition | null = to === null ? null : { op: 'lt', fact, value: to };
  if (low !== null && high !== null) return { op: 'all', of: [low, high] };
  return low ?? high;
}

function said(when: Condition, facts: readonly FactDefinition[]): string | null {
  if (when.op === 'all') {
    const [low, high, ...more] = when.of;
    if (low?.op !== 'ge' || high?.op !== 'lt' || low.fact !== high.fact || more.length > 0)
      return null;
    return interval(low.fact, { from: low.value, to: high.value }, facts);
  }
  if (when.op === 'ge') return interval(when.fact, { from: when.value, to: null }, facts);
  if (when.op === 'lt') return interval(when.fact, { from: null, to: when.value }, facts);
  if (when.op === 'in')
    return when.values.length > 1 ? `${when.fact}：${when.values.join('、')}` : null;
  if (when.op !== 'eq' || typeof when.value === 'number') return null;
  if (typeof when.value === 'string') return `${when.fact}：${when.value}`;
  return `${when.fact}：${when.value ? '是' : '否'}`;
}

function interval(name: string, value: Interval, facts: readonly FactDefinition[]): string | null {
  const fact = facts.find((one) => one.id === name);
  const measure = fact === undefined ? undefined : MEASURES[fact.type];
  // A single number is written without 以上 and 不足 and would come back the same; two ends that leave none cannot.
  if (measure === undefined || (value.from !== null && value.to !== null && value.from >= value.to))
    return null;
  return `${name}：${formatInterval(value, measure)}`;
}
