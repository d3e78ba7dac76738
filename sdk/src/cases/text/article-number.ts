const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `一百二十二`, `十`, `122` to a whole number, `null` for anything else. */
export function parseCount(text: string): number | null {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  let sum = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const place = PLACES[sign];
    if (place !== undefined) {
      sum += (digit ?? 1) * place;
      digit = null;
    } else if (DIGITS[sign] !== undefined) {
      digit = DIGITS[sign] ?? null;
    } else {
      return null;
    }
  }
  const total = sum + (digit ?? 0);
  return text.length > 0 && total > 0 ? total : null;
}

/** `第一百二十二条` to `122`, `第一百二十条之一` to `120-1`. */
export function parseArticle(text: string): string | null {
  const match = /^第([^条]+)条(?:之(.))?$/.exec(text);
  const number = match && parseCount(match[1] ?? '');
  if (!number) return null;
  const inserted = match[2] === undefined ? null : parseCount(match[2]);
  return inserted ? `${number}-${inserted}` : String(number);
}
