import { ChiduError } from '../errors.ts';

const FINANCIAL = '零壹贰叁肆伍陆柒捌玖';
const SMALL_UNITS = ['', '拾', '佰', '仟'];

/** 3750000 → `37,500.00元`: always two places, so that 0.00 and an empty field differ. */
export function formatFen(fen: number): string {
  const digits = String(checked(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${yuan}.${digits.slice(-2)}元`;
}

/** 3750000 → `3.75万元`, exact whatever the length; below one 万元 the plain form without empty places: `950元`. */
export function formatFenShort(fen: number): string {
  const wan = checked(fen) >= 1_000_000;
  const places = wan ? 6 : 2;
  const digits = String(fen).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${whole}${fraction === '' ? '' : `.${fraction}`}${wan ? '万元' : '元'}`;
}

/** 3750000 → `叁万柒仟伍佰元整`, as payment documents write it (支付结算办法 annex 1). */
export function formatFenCapital(fen: number): string {
  const total = checked(fen);
  if (total === 0) return '零元整';
  const digits = String(total).padStart(3, '0');
  const [jiao, cent] = [Number(digits.at(-2)), Number(digits.at(-1))];
  const yuan = capitalYuan(digits.slice(0, -2).replace(/^0+/, ''));
  if (jiao === 0 && cent === 0) return `${yuan}元整`;
  const whole = yuan === '' ? '' : `${yuan}元`;
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${FINANCIAL[jiao]}角`;
  return `${whole}${tenths}${cent === 0 ? '整' : `${FINANCIAL[cent]}分`}`;
}

/** Digits without leading zeros. 零 stands for the empty places between two that are filled. */
function capitalYuan(digits: string): string {
  const large = digits.length > 8 ? '亿' : digits.length > 4 ? '万' : '';
  if (large !== '') {
    const places = large === '亿' ? 8 : 4;
    const low = digits.slice(-places).replace(/^0+/, '');
    const gap = low !== '' && low.length < places ? '零' : '';
    return `${capitalYuan(digits.slice(0, -places))}${large}${gap}${capitalYuan(low)}`;
  }
  let text = '';
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[i]);
    if (digit === 0) continue;
    const gap = text !== '' && digits[i - 1] === '0' ? '零' : '';
    text += `${gap}${FINANCIAL[digit]}${SMALL_UNITS[digits.length - 1 - i]}`;
  }
  return text;
}

function checked(fen: number): number {
  if (Number.isSafeInteger(fen) && fen >= 0) return fen;
  throw new ChiduError('amount-range', 'an amount is whole fen from 0', { fields: { fen } });
}
