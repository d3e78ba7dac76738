import { formatInterval, type Interval, type Measure, parseInterval } from '../../text/index.ts';
import type { Condition } from '../condition.ts';
import type { FactDefinition } from '../fact.ts';
import type { Requirement } from './list-pack.ts';

/**
 * A requirement as one line of a workbook: its words, then in 【】 what a machine can check:
 * `货值金额较小【goodsValue：不足1万元】`, `没有拒不改正【correctionRefused：否】`, `危害轻微【harm：none、slight】`,
 * `首次违法【法定情节：first-slight-corrected】`. Without 【】 only a person can say.
 */
export function readPhrase(
  line: string,
  facts: readonly FactDefinition[],
): { ok: true; value: Requirement; interval?: string } | { ok: false; message: string } {
  const match = /^(.+?)(?:【([^：:【】]+)[：:]([^【】]+)】)?$/.exec(line.trim());
  if (match === null) return { ok: false, message: 'not a requirement' };
  const [, words = '', name, value = ''] = match;
  const [zh = '', en] = words.split(' | ');
  const label = en === undefined ? { zh } : { zh, en };
  if (/[【】]/.test(words)) return { ok: false, message: '【】 is not closed, or empty' };
  if (name === undefined) return { ok: true, value: { label } };
  if (name.trim() === GROUND) return { ok: true, value: { label, ground: value.trim() } };
  const fact = facts.find((one) => one.id === name.trim());
  const when = condition(name.trim(), fact, value.trim());
  if (when === null) return { ok: false, message: `${value} does not fit ${name}` };
  return { ok: true, value: { label, when } };
}

/** The line that `readPhrase` gives back, or null for a condition that a line cannot hold. */
export function writePhrase(
  { label, when, ground }: Requirement,
  facts: readonly FactDefinition[],
): string | null {
  const words = label.en === undefined ? label.zh : `${label.zh} | ${label.en}`;
  if (/[【】\n]/.test(words) || words.trim() !== words || label.zh.includes(' | ')) return null;
  if (when !== undefined && ground !== undefined) return null;
  if (ground !== undefined) return `${words}【${GROUND}：${ground}】`;
  if (when === undefined) return words;
  const written = said(when, facts);
  return written === null ? null : `${words}【${written}】`;
}

const GROUND = '法定情节';
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
