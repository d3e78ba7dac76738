import type { Issue } from '../errors.ts';
import { parseMoney } from './money.ts';
import { formatFenShort } from './money-text.ts';
import { formatPercent, parsePercent } from './percent.ts';
import { halfWidth } from './width.ts';

/** What the numbers of an interval count, and so how they are written. */
export type Measure = 'points' | 'fen' | 'count' | 'bp';

/** Whole numbers `[from, to)`; `null` is open. */
export interface Interval {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Words that open an interval below or above a number, and whether the number itself belongs to it: 以上、以下、以内 include
 * it, 不足、超过 do not (民法典 1259 and the same clause of most regulations).
 */
const BEFORE: readonly (readonly [word: string, side: 'from' | 'to', included: boolean])[] = [
  ['不低于', 'from', true],
  ['不少于', 'from', true],
  ['至少', 'from', true],
  ['>=', 'from', true],
  ['≥', 'from', true],
  ['超过', 'from', false],
  ['大于', 'from', false],
  ['多于', 'from', false],
  ['高于', 'from', false],
  ['>', 'from', false],
  ['不超过', 'to', true],
  ['不高于', 'to', true],
  ['不多于', 'to', true],
  ['至多', 'to', true],
  ['<=', 'to', true],
  ['≤', 'to', true],
  ['不足', 'to', false],
  ['不满', 'to', false],
  ['未满', 'to', false],
  ['少于', 'to', false],
  ['低于', 'to', false],
  ['小于', 'to', false],
  ['<', 'to', false],
];
const AFTER: typeof BEFORE = [
  ['(含)以上', 'from', true],
  ['(不含)以上', 'from', false],
  ['及以上', 'from', true],
  ['以上', 'from', true],
  ['(含)以下', 'to', true],
  ['(不含)以下', 'to', false],
  ['及以下', 'to', true],
  ['以下', 'to', true],
  ['以内', 'to', true],
];

/**
 * An interval in words: `30分以上不足70分`, `不足1万元`, `超过5万元不超过20万元`, `70分以上`, `10次`. Ranges with a dash
 * are refused (`interval-unclear`): of 0至30 and 30至70 nobody can say to which 30 belongs. `interval-text`: not
 * understood; `inverted`: no whole number lies in it.
 */
export function parseInterval(
  text: string,
  measure: Measure,
): { ok: true; interval: Interval } | { ok: false; issue: Issue } {
  const plain = halfWidth(text).replace(/\s+/g, '');
  if (/\d[分元万人次个天日%]*[-~—–至到][\d]/.test(plain)) {
    return refuse('interval-unclear', text, 'write 以上 and 不足, so that both ends are clear');
  }
  let from: number | null = null;
  let to: number | null = null;
  let rest = plain;
  let parts = 0;
  while (rest !== '') {
    const part = nextPart(rest);
    if (part === null) return refuse('interval-text', text, 'not an interval in known words');
    const value = wholeNumber(part.number, measure);
    if (value === null) return refuse('interval-text', text, `not a number: ${part.number}`);
    const { side, included } = part;
    if ((side !== 'to' && from !== null) || (side !== 'from' && to !== null)) {
      return refuse('interval-text', text, 'one end stands twice');
    }
    // Whole numbers: after 30 comes 31.
    if (side !== 'to') from = value + (included ? 0 : 1);
    if (side !== 'from') to = value + (included ? 1 : 0);
    rest = rest.slice(part.length).replace(/^[,、，;；且并]/, '');
    parts += 1;
  }
  if (parts === 0) return refuse('interval-text', text, 'there is no interval');
  if (from !== null && to !== null && from >= to) {
    return refuse('inverted', text, 'no number lies in the interval');
  }
  return { ok: true, interval: { from, to } };
}

/** The same in words, the form that `parseInterval` gives back: `30分以上不足70分`. */
export function formatInterval({ from, to }: Interval, measure: Measure): string {
  if (from !== null && to === from + 1) return written(from, measure);
  const low = from === null ? '' : `${written(from, measure)}以上`;
  return `${low}${to === null ? '' : `不足${written(to, measure)}`}`;
}

type Part = { number: string; side: 'from' | 'to' | 'both'; included: boolean; length: number };

function nextPart(text: string): Part | null {
  for (const [word, side, included] of BEFORE) {
    if (!text.startsWith(word)) continue;
    const number = numberAt(text.slice(word.length));
    return number === '' ? null : { number, side, included, length: word.length + number.length };
  }
  const number = numberAt(text);
  if (number === '') return null;
  const behind = text.slice(number.length);
  for (const [word, side, included] of AFTER) {
    if (behind.startsWith(word)) {
      return { number, side, included, length: number.length + word.length };
    }
  }
  return { number, side: 'both', included: true, length: number.length };
}

/** The number at the start with its unit, up to the next word. */
function numberAt(text: string): string {
  return (
    /^(?:[¥￥]?[\d,.]+|百分之[零一二三四五六七八九十百]+|[零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+?)(?:[百千万亿]*元|[百千]?[万亿]|%|分(?![之])|人|次|个月|个|天|日|倍)?/.exec(
      text,
    )?.[0] ?? ''
  );
}

function wholeNumber(number: string, measure: Measure): number | null {
  if (measure === 'fen') {
    const money = parseMoney(number);
    return money.ok ? money.fen : null;
  }
  if (measure === 'bp') {
    const percent = parsePercent(number);
    return percent.ok ? percent.bp : null;
  }
  const match = (
    measure === 'points' ? /^(-?\d{1,9})分?$/ : /^(\d{1,12})(?:人|次|个月|个|天|日)?$/
  ).exec(number);
  return match === null ? null : Number(match[1]);
}

function written(value: number, measure: Measure): string {
  if (measure === 'fen') return formatFenShort(value).replaceAll(',', '');
  if (measure === 'bp') return formatPercent(value);
  return measure === 'points' ? `${value}分` : String(value);
}

function refuse(
  code: 'interval-text' | 'interval-unclear' | 'inverted',
  text: string,
  message: string,
): { ok: false; issue: Issue } {
  return { ok: false, issue: { code, at: '', message, fields: { text } } };
}
