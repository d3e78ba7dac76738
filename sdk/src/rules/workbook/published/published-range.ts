import type { Issue } from '../../../errors.ts';
import { halfWidth, parseMoney } from '../../../text/index.ts';
import type { FineRange } from '../../statute.ts';

/** An exact number: fen, or a multiple. */
type Exact = readonly [numerator: bigint, denominator: bigint];

/** 5万元以上6.5万元以下, 货值金额10倍以上13倍以下, 3万元以下 (from nothing). Both ends belong to it. */
export interface PublishedRange {
  readonly basis: FineRange['basis'];
  readonly low: Exact;
  readonly high: Exact;
}

const NUMBER = '[\\d.,零一二两三四五六七八九十百千万亿]+';
const AMOUNT = `${NUMBER}元`;
const MULTIPLE = `${NUMBER}倍`;
const RANGE = new RegExp(
  `(?:(${AMOUNT})以上(${AMOUNT})以下|(${MULTIPLE})以上(${MULTIPLE})以下|(${AMOUNT})以下(?:的)?罚款|(${MULTIPLE})以下(?:的)?罚款)`,
  'g',
);

/**
 * Every range of fines that a cell names, in its order; amounts that are conditions (货值金额不足1万元的) are none. Issues:
 * `interval-unclear` for a range with a dash, of whose ends nobody can say whether they belong to it; `interval-text` where
 * there is none.
 */
export function readRanges(
  text: string,
):
  | { readonly ok: true; readonly ranges: readonly PublishedRange[] }
  | { readonly ok: false; readonly issue: Issue } {
  const plain = halfWidth(text).replace(/\s+/g, '');
  const refuse = (code: 'interval-unclear' | 'interval-text', message: string) => ({
    ok: false as const,
    issue: { code, at: '', message, fields: { text } },
  });
  if (/\d(?:万|亿)?[元倍]?[-~—–至]\d/.test(plain))
    return refuse('interval-unclear', 'write 以上 and 以下');
  const ranges: PublishedRange[] = [];
  for (const [, from, to, times, most, upTo, upToTimes] of plain.matchAll(RANGE)) {
    const basis = from !== undefined || upTo !== undefined ? 'amount' : 'multiple';
    const read = basis === 'amount' ? exactFen : exactMultiple;
    const low = from ?? times;
    const ends = [
      low === undefined ? ZERO : read(low),
      read(to ?? most ?? upTo ?? upToTimes ?? ''),
    ];
    const [first, last] = ends;
    if (!first || !last || compare(first, last) > 0)
      return refuse('interval-text', 'not two amounts, the lower first');
    ranges.push({ basis, low: first, high: last });
  }
  return ranges.length === 0
    ? refuse('interval-text', 'no range of a fine in known words')
    : { ok: true, ranges };
}

const ZERO: Exact = [0n, 1n];

function exactFen(text: string): Exact | null {
  const money = parseMoney(text);
  return money.ok ? [BigInt(money.fen), 1n] : null;
}

const DIGITS = '零一二三四五六七八九';

/** 10倍, 1.5倍, 三倍, 十倍: what tables of fines write. */
function exactMultiple(text: string): Exact | null {
  const word = text.slice(0, -1);
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(word);
  if (match) {
    const [, whole = '', fraction = ''] = match;
    return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
  }
  const [, tens, units = ''] =
    /^([一二三四五六七八九]?十)?([一二两三四五六七八九])?$/.exec(word) ?? [];
  if (tens === undefined && units === '') return null;
  const unit = units === '两' ? 2 : Math.max(0, DIGITS.indexOf(units === '' ? '零' : units));
  const ten = tens === undefined ? 0 : tens === '十' ? 1 : DIGITS.indexOf(tens[0] ?? '');
  return [BigInt(10 * ten + unit), 1n];
}

export const compare = (a: Exact, b: Exact): number => Number(a[0] * b[1] - b[0] * a[1]);

/** The ends of a range of the law; one without a least amount starts at nothing. */
export function endsOf(fine: FineRange): { low: Exact; high: Exact } {
  const exact = (value: number | readonly [number, number]): Exact =>
    typeof value === 'number' ? [BigInt(value), 1n] : [BigInt(value[0]), BigInt(value[1])];
  return { low: fine.min === null ? ZERO : exact(fine.min), high: exact(fine.max) };
}

/** Where a number lies between two others, in basis points; null where it is not on a whole one. */
export function shareOf(of: Exact, { low, high }: { low: Exact; high: Exact }): number | null {
  const [above, below] = [
    (of[0] * low[1] - low[0] * of[1]) * high[1] * 10_000n,
    of[1] * (high[0] * low[1] - low[0] * high[1]),
  ];
  return below === 0n || above % below !== 0n ? null : Number(above / below);
}
