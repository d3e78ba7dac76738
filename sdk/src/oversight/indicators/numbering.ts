import { halfWidth } from '../../text/index.ts';

/** 文号 of one unit and year, as printed: `示市监案〔2026〕15号`. */
export interface NumberSeries {
  /** What stands before the year: the unit's 机关代字 with the kind of document. */
  readonly prefix: string;
  readonly year: number;
  readonly last: number;
  /** Numbers from 1 to the last that nobody has, as runs with both ends in: one mistyped number would make millions of them. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Numbers that more than one has, with what has them. */
  readonly doubles: readonly { readonly number: number; readonly ids: readonly string[] }[];
}

export interface Numbering {
  readonly series: readonly NumberSeries[];
  /** Numbers of another form: not judged. */
  readonly unread: readonly string[];
}

/** What a 文号 says; null for another form. Brackets 〔〕, [], (), （） and 【】 are the same. */
export function readNumber(
  text: string,
): { readonly prefix: string; readonly year: number; readonly number: number } | null {
  const plain = halfWidth(text).replace(/\s/g, '');
  const match = /^(.{1,60}?)[〔[(【](\d{4})[〕\])】](?:第)?0*(\d{1,8})号$/u.exec(plain);
  if (match === null) return null;
  return { prefix: match[1] as string, year: Number(match[2]), number: Number(match[3]) };
}

/** The next 文号 of a unit and year: one more than the last, whatever gaps there are, since a number is never used again. */
export function nextNumber({ series }: Numbering, prefix: string, year: number): string {
  const last = series.find((one) => one.prefix === prefix && one.year === year)?.last ?? 0;
  return `${prefix}〔${year}〕${last + 1}号`;
}

/** 编号检查: by unit and year, which numbers are missing and which stand twice. The same id with the same number counts once. */
export function numbering(
  documents: Iterable<{ readonly id: string; readonly number: string }>,
): Numbering {
  const unread: string[] = [];
  const found = new Map<string, { prefix: string; year: number; by: Map<number, Set<string>> }>();
  for (const { id, number: text } of documents) {
    const read = readNumber(text);
    if (read === null) {
      unread.push(id);
      continue;
    }
    const { prefix, year, number } = read;
    const key = JSON.stringify([prefix, year]);
    const series = found.get(key) ?? { prefix, year, by: new Map<number, Set<string>>() };
    found.set(key, series);
    series.by.set(number, (series.by.get(number) ?? new Set()).add(id));
  }
  const series = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { prefix, year, by }]): NumberSeries => {
      const taken = [...by.keys()].sort((a, b) => a - b);
      const gaps = taken.flatMap((number, i) => {
        const from = (taken[i - 1] ?? 0) + 1;
        return from < number ? [{ from, to: number - 1 }] : [];
      });
      const doubles = [...by]
        .filter(([, ids]) => ids.size > 1)
        .map(([number, ids]) => ({ number, ids: [...ids].sort() }))
        .sort((a, b) => a.number - b.number);
      return { prefix, year, last: taken.at(-1) ?? 0, gaps, doubles };
    });
  return { series, unread };
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * 校验码 of letters and digits by GB/T 17710 (ISO/IEC 7064), MOD 37,36: one sign that finds every single error and nearly
 * every swap of neighbours. Null where another sign stands in it.
 */
export function checkCharacter(text: string): string | null {
  let product = 36;
  for (const sign of text) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return null;
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return SIGNS[(37 - product) % 36] ?? null;
}
