import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count, type FigureDefinition, share } from '../figure.ts';
import { checkMonths, closeMonth, knownOf, type Month, monthHash } from './index.ts';

const CLOSED: FigureDefinition = {
  id: 'test.closed',
  label: { zh: '结案率', en: 'closed' },
  formula: { zh: '结案÷立案', en: 'closed ÷ filed' },
  counts: 'case',
};
const OBJECTED: FigureDefinition = { ...CLOSED, id: 'test.objected' };
const filed = ['a', 'b', 'c'];
const figures = (closed: string[], objected: string[] = []) => [
  share(CLOSED, { part: closed, of: filed }),
  count(OBJECTED, objected),
];
const heads = [{ authority: '11230000MA0AAAAA01', year: 2026, size: 120 }];
const close = (
  month: string,
  now: Parameters<typeof closeMonth>[0]['figures'],
  earlier: Month[] = [],
  again: Parameters<typeof closeMonth>[0]['again'] = new Map(),
) =>
  closeMonth({
    unit: 'city',
    month,
    closedAt: `${month}-28T08:00:00Z`,
    heads,
    figures: now,
    earlier,
    again,
  });

describe('a closed month', () => {
  it('stays as it was; what is learned later is a correction in the month that learns it', async () => {
    const october = await close('2026-10', figures(['a', 'b']));
    const before = await monthHash(october);
    const late = new Map([['2026-10', figures(['a', 'b', 'c'])]]);
    const november = await close('2026-11', figures([]), [october], late);
    expect(await monthHash(october)).toBe(before);
    expect(
      november.corrections.map(({ month, id, was, is }) => [
        month,
        id,
        was?.numerator,
        is?.numerator,
      ]),
    ).toEqual([['2026-10', 'test.closed', 2, 3]]);
    // Told once: the next month has nothing new to say of October.
    const december = await close('2026-12', figures([]), [october, november], late);
    expect(december.corrections).toEqual([]);
    expect(knownOf([october, november, december], '2026-10').get('test.closed')?.numerator).toBe(3);
    const checked = await checkMonths([october, november, december]);
    expect(checked.ok).toBe(true);
  });

  it('is corrected too where the number is the same and the cases are others, and where a figure is new or gone', async () => {
    const october = await close('2026-10', figures(['a', 'b']));
    const swapped = new Map([['2026-10', [share(CLOSED, { part: ['a', 'c'], of: filed })]]]);
    const november = await close('2026-11', [], [october], swapped);
    expect(november.corrections.map(({ id, was, is }) => [id, was === null, is === null])).toEqual([
      ['test.closed', false, false],
      ['test.objected', false, true],
    ]);
    const back = new Map([['2026-10', figures(['a', 'c'])]]);
    const december = await close('2026-12', [], [october, november], back);
    expect(december.corrections.map(({ id, was }) => [id, was])).toEqual([['test.objected', null]]);
  });

  it('gives the same bytes for the same input, in whatever order the cases come', async () => {
    const one = await close('2026-10', figures(['b', 'a']));
    expect(await monthHash(one)).toBe(await monthHash(await close('2026-10', figures(['a', 'b']))));
  });

  it('shows every alteration of the chain', async () => {
    const october = await close('2026-10', figures(['a']));
    const late = new Map([['2026-10', figures(['a', 'b'])]]);
    const november = await close('2026-11', figures([]), [october], late);
    const faults = async (months: unknown[]) => {
      const checked = await checkMonths(months);
      return checked.ok ? [] : checked.issues.map(({ code, at }) => `${code} ${at}`);
    };
    const altered = structuredClone(october);
    if (altered.figures[0]) altered.figures[0].value.numerator = 3;
    expect(await faults([altered, november])).toEqual([
      'contradiction /0/figures/0/bp',
      'hash-differs /1/previous',
      'contradiction /1/corrections/0/was',
    ]);
    expect(await faults([november, { ...october, previous: await monthHash(november) }])).toEqual([
      'inverted /1/month',
    ]);
    expect(await faults([{ ...october, format: 'chidu-month/2' }])).toEqual(['schema /0/format']);
  });

  it('is read for ever as version 1 wrote it', async () => {
    const kept = JSON.parse(
      readFileSync(new URL('fixtures/months-1.json', import.meta.url), 'utf8'),
    ) as unknown[];
    const checked = await checkMonths(kept);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    expect(checked.value[1]?.previous).toBe(
      '4bc636a45689073fd32181d0e10326d53a333f761181e4f1fde3a651cbcc6b73',
    );
    expect(knownOf(checked.value, '2026-10').get('rates.online')).toMatchObject({
      numerator: 2,
      denominator: 2,
    });
  });
});
