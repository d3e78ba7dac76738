import { halfWidth } from '../../text/index.ts';
import { BREAK, isDigit, isIdeograph, LETTERS } from './letters.ts';
import { bigramKey, namedKey } from './term-key.ts';

/** The terms of a text in order: keys, and where each begins and ends in it. Reused from text to text. */
export interface Terms {
  keys: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  count: number;
}

export function emptyTerms(): Terms {
  const size = 4096;
  return {
    keys: new Uint32Array(size),
    from: new Uint32Array(size),
    to: new Uint32Array(size),
    count: 0,
  };
}

const ANYBODY = '某'.charCodeAt(0);
const YUAN = '元'.charCodeAt(0);
const UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 };

/**
 * Reads a text into terms: bigrams of ideographs, words in letters, amounts of money on a log scale. Other numbers and
 * masked names (张某, 李某某) are gaps: two cases are not alike because of a date or a surname.
 */
export function readTerms(text: string, into: Terms): Terms {
  const length = text.length;
  if (into.keys.length < length) {
    into.keys = new Uint32Array(length * 2);
    into.from = new Uint32Array(length * 2);
    into.to = new Uint32Array(length * 2);
  }
  const { keys, from, to } = into;
  let count = 0;
  let before = BREAK;
  for (let i = 0; i < length; i += 1) {
    const letter = LETTERS[text.charCodeAt(i)] as number;
    if (isIdeograph(letter)) {
      if (letter === ANYBODY || text.charCodeAt(i + 1) === ANYBODY) {
        before = BREAK;
        continue;
      }
      if (before !== BREAK) {
        keys[count] = bigramKey(before, letter);
        from[count] = i - 1;
        to[count] = i + 1;
        count += 1;
      }
      before = letter;
      continue;
    }
    before = BREAK;
    if (letter === BREAK) continue;
    const end = endOfRun(text, i);
    const key = runKey(text, i, end);
    if (key !== 0) {
      keys[count] = key;
      from[count] = i;
      to[count] = end;
      count += 1;
    }
    i = end - 1;
  }
  into.count = count;
  return into;
}

function endOfRun(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    const letter = LETTERS[unit] as number;
    if (letter !== BREAK && !isIdeograph(letter)) continue;
    const inNumber = unit === 46 || unit === 44;
    if (inNumber && isDigit(LETTERS[text.charCodeAt(end + 1)] as number) && digitAt(text, end - 1))
      continue;
    break;
  }
  return end;
}

const digitAt = (text: string, i: number) => isDigit(LETTERS[text.charCodeAt(i)] as number);

/** The term of a run of letters and digits, 0 for one that says nothing. */
function runKey(text: string, from: number, end: number): number {
  for (let i = from; i < end; i += 1)
    if (!isDigit(LETTERS[text.charCodeAt(i)] as number) && text.charCodeAt(i) > 46)
      return wordKey(text, from, end);
  const unit = UNITS[text[end] ?? ''];
  const sign = text.charCodeAt(unit === undefined ? end : end + 1);
  if (sign !== YUAN) return 0;
  const digits = halfWidth(text.slice(from, end)).replace(/,/g, '');
  const yuan = Number.parseFloat(digits) * (unit ?? 1);
  return yuan >= 1 ? namedKey(moneyName(yuan)) : 0;
}

function wordKey(text: string, from: number, end: number): number {
  let word = '';
  for (let i = from; i < end; i += 1) {
    const letter = LETTERS[text.charCodeAt(i)] as number;
    if (letter !== BREAK) word += String.fromCharCode(letter);
  }
  return word.length < 2 || word.length > 24 ? 0 : namedKey(word);
}

/** Two steps a decade: amounts of one step are of one order. */
const moneyName = (yuan: number) => `¥${Math.floor(Math.log10(yuan) * 2)}`;
