import { describe, expect, it } from 'vitest';
import { creditCheck, creditCodeState, residentCheck, residentNumberState } from './index.ts';

/** The worked examples of the two standards. */
const CREDIT = '91350100M000100Y43';
const RESIDENT = '11010519491231002X';

describe.each([
  ['a credit code', CREDIT, creditCodeState, creditCheck, '0123456789ABCDEFGHJKLMNPQRTUWXY'],
  ['a resident number', RESIDENT, residentNumberState, residentCheck, '0123456789'],
] as const)('%s', (_, number, stateOf, check, signs) => {
  it('is in order, in whatever way it was typed', () => {
    expect(stateOf(number)).toBe('ok');
    expect(check(number.slice(0, 17))).toBe(number.at(-1));
    const full = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    expect(stateOf(` ${full.join('').toLowerCase()} `)).toBe('ok');
    expect(stateOf(`${number.slice(0, 6)} ${number.slice(6)}`)).toBe('ok');
  });

  it('never stays in order when one sign is mistyped or two neighbours change places', () => {
    for (let i = 0; i < 18; i++) {
      for (const sign of signs) {
        if (sign === number[i]) continue;
        expect(stateOf(number.slice(0, i) + sign + number.slice(i + 1))).not.toBe('ok');
      }
      const [a = '', b = ''] = [number[i], number[i + 1]];
      if (a === b || b === '') continue;
      expect(stateOf(number.slice(0, i) + b + a + number.slice(i + 2))).not.toBe('ok');
    }
  });

  it('of another form is told from one that was mistyped', () => {
    expect(stateOf(number.slice(0, 17))).toBe('form');
    expect(stateOf(`${number}0`)).toBe('form');
    expect(stateOf('')).toBe('form');
    expect(stateOf(`${number.slice(0, 17)}${number.endsWith('3') ? '4' : '3'}`)).toBe('check');
  });
});

it('the second example of the standard is in order, and no day that does not exist', () => {
  expect(residentNumberState('440524188001010014')).toBe('ok');
  const first = '11010519490230002';
  expect(residentNumberState(first + residentCheck(first))).toBe('form');
  expect(creditCodeState('9135010OM000100Y43')).toBe('form');
});
