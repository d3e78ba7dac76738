import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, nextNumber, numbering, readNumber } from './index.ts';

const documents = (...numbers: string[]) => numbers.map((number, i) => ({ id: `d${i}`, number }));

describe('numbers of documents', () => {
  it('are told by unit and year, with every gap and every double', () => {
    const { series, unread } = numbering([
      ...documents('甲市监案〔2026〕1号', '甲市监案〔2026〕2号', '甲市监案〔2026〕5号'),
      { id: 'x', number: '甲市监案[2026]第05号' },
      { id: 'd2', number: '甲市监案〔2026〕5号' },
      { id: 'y', number: '乙市监案〔2026〕1号' },
      { id: 'z', number: '甲市监案〔2025〕2号' },
      { id: 'odd', number: '案件十五' },
    ]);
    expect(series).toEqual([
      { prefix: '乙市监案', year: 2026, last: 1, gaps: [], doubles: [] },
      { prefix: '甲市监案', year: 2025, last: 2, gaps: [{ from: 1, to: 1 }], doubles: [] },
      {
        prefix: '甲市监案',
        year: 2026,
        last: 5,
        gaps: [{ from: 3, to: 4 }],
        doubles: [{ number: 5, ids: ['d2', 'x'] }],
      },
    ]);
    expect(unread).toEqual(['odd']);
  });

  it('that are mistyped leave one gap, not a hundred million', () => {
    const [series] = numbering(
      documents('甲〔2026〕1号', '甲〔2026〕99999999号', '甲〔2026〕0号'),
    ).series;
    expect(series).toMatchObject({ last: 99_999_999, gaps: [{ from: 2, to: 99_999_998 }] });
  });

  it('follow each other: whoever takes the next leaves neither gap nor double', () => {
    const turns = fc.array(fc.constantFrom('甲市监案', '乙市监罚告'), { maxLength: 40 });
    fc.assert(
      fc.property(turns, (turns) => {
        const taken: { id: string; number: string }[] = [];
        for (const prefix of turns)
          taken.push({
            id: `d${taken.length}`,
            number: nextNumber(numbering(taken), prefix, 2026),
          });
        const { series, unread } = numbering(taken);
        expect(unread).toEqual([]);
        expect(series.every(({ gaps, doubles }) => gaps.length + doubles.length === 0)).toBe(true);
        expect(series.reduce((sum, { last }) => sum + last, 0)).toBe(turns.length);
      }),
      { seed: 231 },
    );
  });

  it('are read with any bracket and width, and never guessed', () => {
    for (const text of [
      '甲〔2026〕7号',
      '甲（２０２６）７号',
      '甲【2026】第007号',
      '甲 [2026] 7 号',
    ])
      expect(readNumber(text)).toEqual({ prefix: '甲', year: 2026, number: 7 });
    for (const text of ['甲2026-7', '〔2026〕7号', '甲〔26〕7号', '甲〔2026〕号'])
      expect(readNumber(text)).toBeNull();
  });
});

describe('the check character of GB/T 17710', () => {
  it('is the one that the standard of recordings prints: A12425GABC1234002 has M', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
    expect(checkCharacter('甲')).toBeNull();
  });

  const sign = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const signs = fc.array(sign, { minLength: 2, maxLength: 20 });

  it('finds every single error', () => {
    fc.assert(
      fc.property(signs, fc.nat(), sign, (signs, at, other) => {
        const wrong = signs.with(at % signs.length, other).join('');
        if (wrong === signs.join('')) return;
        expect(checkCharacter(wrong)).not.toBe(checkCharacter(signs.join('')));
      }),
      { seed: 17_710, numRuns: 1_000 },
    );
  });

  it('finds more than 99 of 100 swaps of two neighbours', () => {
    let [swaps, found] = [0, 0];
    for (const one of fc.sample(signs, { seed: 17_711, numRuns: 2_000 }))
      for (let i = 0; i + 1 < one.length; i++) {
        const [a, b] = [one[i] ?? '', one[i + 1] ?? ''];
        if (a === b) continue;
        swaps++;
        const swapped = one
          .with(i, b)
          .with(i + 1, a)
          .join('');
        if (checkCharacter(swapped) !== checkCharacter(one.join(''))) found++;
      }
    expect(swaps).toBeGreaterThan(10_000);
    expect(found / swaps).toBeGreaterThan(0.99);
  });
});
