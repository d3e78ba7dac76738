import type { Issue } from '../errors.ts';
import { readNumeral } from './numeral.ts';
import { halfWidth } from './width.ts';

/** 元 or 万元: what a bare number under a label means. */
export type MoneyUnit = 'yuan' | 'wan-yuan';

/** Whole fen, or why there are none. */
export type MoneyReading = { ok: true; fen: number } | { ok: false; issue: Issue };

/** Words that make an amount a guess or a bound. Such a text is for a person to settle, never for a parser. */
const VAGUE =
  /约|左右|上下|大概|大致|估|近|余|多|来[元万]|若干|数[百千万十]|[几]|不足|不到|不满|不少于|不低于|不超过|超过|至少|至多|最多|最少|以上|以下|以内|以外|[~≈<>≤≥＜＞]/;

/** 万元 or 元 as a label names it: `货值金额（万元）` → `wan-yuan`; null when it names none. */
export function unitOfLabel(label: string): MoneyUnit | null {
  const plain = halfWidth(label);
  if (/万\s*元/.test(plain)) return 'wan-yuan';
  return /[([：:/]\s*(?:人民币)?\s*元|单位\s*元/.test(plain) ? 'yuan' : null;
}

/**
 * An amount of money as case systems, forms and documents write it, to whole fen, digit by digit:
 * `37500`, `37,500.00元`, `３７，５００元`, `3.75万元`, `1.2亿元`, `叁万柒仟伍佰元整`, `三万七千五百元`, `¥37,500`.
 *
 * `unit` is what the label says of a bare number (`unitOfLabel`); a unit in the text itself comes first. `0.00` is zero; an
 * empty text, `-` or `/` is no amount.
 *
 * Issues: `amount-empty`; `amount-vague` (约三万, 3万多, 不足一万元: a person must settle it); `amount-text` (no amount, more
 * than one, a sign, digits grouped other than by thousands, parts of a fen); `amount-range` (beyond 2^53 − 1 fen).
 */
export function parseMoney(text: string, options: { unit?: MoneyUnit } = {}): MoneyReading {
  const plain = halfWidth(text).trim();
  if (/^[-–—/]*$/.test(plain)) return refuse('amount-empty', text, 'there is no amount');
  const body = plain
    .replace(/^(?:人民币|RMB|CNY)?\s*[:]?\s*[¥￥]?\s*/i, '')
    .replace(/\s*(?:RMB|CNY)$/i, '')
    .replace(/([元圆角分])[整正]$/, '$1');
  if (VAGUE.test(body)) return refuse('amount-vague', text, 'the amount is not stated exactly');
  const reading = readDigits(body, options.unit ?? 'yuan') ?? readCharacters(body, options.unit);
  if (reading === null) return refuse('amount-text', text, 'not one exact amount of money');
  if (reading > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refuse('amount-range', text, 'the amount is too large to be exact');
  }
  return { ok: true, fen: Number(reading) };
}

/** Powers of ten over one yuan. */
const SCALE: Readonly<Record<string, number>> = {
  '': 0,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
};

/** `37,500.00元`, `3.75万元`: Arabic digits, at most one multiplier. Fen, or null. */
function readDigits(body: string, unit: MoneyUnit): bigint | null {
  const match =
    /^(\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.(\d{1,20}))?\s*((?:[十百千]?[万亿]|[百千])?)\s*([元圆]?)$/.exec(
      body,
    );
  if (match === null) return null;
  const [, whole = '', fraction = '', multiplier = '', yuan] = match;
  const bare = multiplier === '' && yuan === '';
  const scale = bare && unit === 'wan-yuan' ? 4 : (SCALE[multiplier] ?? 0);
  // Places after the point of the amount in fen: 3.75 万 is 375 × 10^(4 + 2 − 2).
  const exponent = scale + 2 - fraction.length;
  const digits = BigInt(whole.replaceAll(',', '') + fraction);
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return digits % divisor === 0n ? digits / divisor : null;
}

/** `叁万柒仟伍佰元伍角`, `三万七千五百元`, `伍角`: Chinese numerals. Without 元 only where the label gives the unit. Fen, or null. */
function readCharacters(body: string, unit: MoneyUnit | undefined): bigint | null {
  const bare = unit === undefined || /[元圆角分]/.test(body) ? null : readNumeral(body);
  if (bare !== null) return bare * (unit === 'wan-yuan' ? 1_000_000n : 100n);
  const match =
    /^(?:([^元圆角分]+)[元圆])?(?:零?([^元圆角分零])角)?(?:零?([^元圆角分零])分)?$/.exec(body);
  if (match === null || body === '') return null;
  const [yuan, jiao, fen] = match.slice(1).map((part) => readNumeral(part ?? '零'));
  if (yuan == null || jiao == null || fen == null || jiao > 9n || fen > 9n) return null;
  return yuan * 100n + jiao * 10n + fen;
}

function refuse(
  code: 'amount-empty' | 'amount-vague' | 'amount-text' | 'amount-range',
  text: string,
  message: string,
): MoneyReading {
  return { ok: false, issue: { code, at: '', message, fields: { text } } };
}
