import type { Issue } from '../errors.ts';
import { readNumeral } from './numeral.ts';
import { halfWidth } from './width.ts';

/**
 * A share written as a percentage, in basis points: `30%`, `３０％`, `12.5%`, `-5%`, `百分之三十`. A bare number is refused
 * (`percent-unclear`): 0.3 and 30 may both mean 30 % to the one who typed them. `percent-text`: anything else, and parts of a
 * basis point.
 */
export function parsePercent(text: string): { ok: true; bp: number } | { ok: false; issue: Issue } {
  const plain = halfWidth(text).trim();
  const digits = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?\s*%$/.exec(plain);
  if (digits !== null) {
    const [, sign, whole = '', fraction = ''] = digits;
    if (/^\d{0,2}0*$/.test(fraction)) {
      const bp = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
      return { ok: true, bp: sign === '-' && bp > 0 ? -bp : bp };
    }
  }
  const numeral = /^百分之(.+)$/.exec(plain);
  const value = numeral === null ? null : readNumeral(numeral[1] ?? '');
  if (value !== null) return { ok: true, bp: Number(value) * 100 };
  const bare = /^-?\d+(?:\.\d+)?$/.test(plain);
  return {
    ok: false,
    issue: {
      code: bare ? 'percent-unclear' : 'percent-text',
      at: '',
      message: bare ? 'say 30% or 0.3%: a bare number is not read as a share' : 'no percentage',
      fields: { text },
    },
  };
}

/** 3000 → `30%`, 1250 → `12.5%`. */
export function formatPercent(bp: number): string {
  const digits = String(Math.abs(bp)).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${bp < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}%`;
}
