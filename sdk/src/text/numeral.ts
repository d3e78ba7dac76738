const DIGITS = new Map(
  [...'零壹贰叁肆伍陆柒捌玖'].flatMap((sign, value) => {
    const plain = [...'〇一二三四五六七八九'][value] ?? sign;
    return [
      [sign, BigInt(value)],
      [plain, BigInt(value)],
    ] as const;
  }),
);
DIGITS.set('两', 2n);
DIGITS.set('貳', 2n);

const UNITS = new Map([
  ['仟', 1000n],
  ['千', 1000n],
  ['佰', 100n],
  ['百', 100n],
  ['拾', 10n],
  ['十', 10n],
]);

/**
 * A whole number in Chinese numerals, ordinary (三万七千五百) or financial (叁万柒仟伍佰), up to 亿; null when it is not one.
 * Spoken short forms whose last unit is left out (三万五, 一百五) are refused: they may be read two ways.
 */
export function readNumeral(text: string): bigint | null {
  const [high, rest] = split(text, /^(.+)亿(.*)$/);
  if (high !== null) return join(readBelow亿(high), 100_000_000n, readTail(rest, readBelow亿));
  return readBelow亿(text);
}

function readBelow亿(text: string): bigint | null {
  const [high, rest] = split(text, /^(.+)[万萬](.*)$/);
  if (high !== null) return join(readSection(high), 10_000n, readTail(rest, readSection));
  return readSection(text);
}

function split(text: string, pattern: RegExp): [string | null, string] {
  const match = pattern.exec(text);
  return [match?.[1] ?? null, match?.[2] ?? text];
}

function join(high: bigint | null, unit: bigint, low: bigint | null): bigint | null {
  return high === null || low === null || high === 0n ? null : high * unit + low;
}

/** What follows 万 or 亿: nothing, or a number whose own first unit or a 零 keeps it from being read as a short form. */
function readTail(text: string, read: (text: string) => bigint | null): bigint | null {
  if (text === '' || text === '零') return 0n;
  if (text.length === 1) return null;
  return read(text.startsWith('零') ? text.slice(1) : text);
}

/** 0 to 9999: digits with falling units, 零 in place of empty ones. */
function readSection(text: string): bigint | null {
  if (text.length === 1 && DIGITS.has(text)) return DIGITS.get(text) ?? null;
  let total = 0n;
  let last = 10_000n;
  let gap = false;
  let position = 0;
  while (position < text.length) {
    const sign = text[position] ?? '';
    const digit = DIGITS.get(sign);
    if (digit === 0n) {
      if (gap || position === 0) return null;
      gap = true;
      position += 1;
      continue;
    }
    // 十五 leaves the 一 before 十 out.
    const value = digit ?? (position === 0 && UNITS.get(sign) === 10n ? 1n : null);
    if (value === null) return null;
    if (digit !== undefined) position += 1;
    const unit = UNITS.get(text[position] ?? '');
    if (unit === undefined) {
      const isLast = position === text.length;
      if (!isLast || !(last === 10n || gap || total === 0n)) return null;
      return total + value;
    }
    if (unit >= last) return null;
    total += value * unit;
    last = unit;
    gap = false;
    position += 1;
  }
  return gap && total === 0n ? null : total;
}
