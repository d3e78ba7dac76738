import { describe, expect, it } from 'vitest';
import { RULE } from '../../discretion/fixtures/food-122.ts';
import type { StatutePack } from '../../rules/index.ts';
import type { LISTS, ListPack } from '../../rules/lists/index.ts';
import { showFigure } from '../figure.ts';
import { history } from './fixtures/history.ts';
import { exercisesOf, listProposals, listUse } from './index.ts';

const pack: ListPack = {
  format: 'chidu-lists/1',
  id: 'lists',
  version: '1',
  title: { zh: '四张清单' },
  sample: true,
  publisher: '示例',
  publication: null,
  from: '2026-01-01',
  to: null,
  departments: [{ id: 'market', name: { zh: '市场监管' } }],
  facts: [],
  items: [
    ['waive', 'food-unlicensed-operation'],
    ['mitigate', 'ad-false'],
    ['lighten', null],
    ['aggravate', 'repealed'],
    ['aggravate', null],
  ].map(([list, violation], i) => ({
    number: i + 1,
    list: list as (typeof LISTS)[number],
    department: 'market',
    matter: { zh: `事项${i + 1}` },
    violation: violation as string | null,
    basis: '某法第1条',
    requirements: [{ label: { zh: '条件' } }],
  })),
};
const used = (number: string, listItems: string[] | undefined, day = '2026-10-12') =>
  history(number, { day, issued: listItems ? { listItems } : {} });
const { exercises } = exercisesOf([
  used('1', ['lists/1', 'lists/3']),
  used('2', ['lists/1'], '2026-11-02'),
  used('3', ['elsewhere/9']),
  used('4', []),
  used('5', undefined),
]);

describe('the use of the four lists', () => {
  const result = listUse([pack], exercises);
  const shown = Object.fromEntries(result.figures.map((one) => [one.id, showFigure(one)]));

  it('is counted by month, list and item; every way adds up to all', () => {
    expect(shown).toMatchObject({
      'lists.uses': '3',
      'lists.uses[list=waive]': '2',
      'lists.uses[list=mitigate]': '0',
      'lists.uses[month=2026-10]': '2',
      'lists.uses[list=waive;month=2026-11]': '1',
      'lists.uses[item=lists/1]': '2',
      'lists.uses[item=lists/3;month=2026-10]': '1',
      'lists.items-used': '40%（2/5）',
      'lists.items-used[list=aggravate]': '0%（0/2）',
    });
    for (const names of [['list'], ['month'], ['item'], ['list', 'month'], ['item', 'month']]) {
      const parts = result.figures.filter(
        ({ definition, scope }) =>
          definition.id === 'lists.uses' && Object.keys(scope).sort().join() === names.join(),
      );
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(3);
    }
  });

  it('names items never used, items of no pack, and cases without lists', () => {
    expect(result.never).toEqual(['lists/2', 'lists/4', 'lists/5']);
    expect(result.unknown.map(({ item }) => item)).toEqual(['elsewhere/9']);
    expect(result.without).toBe(1);
  });

  it('name every case of an unknown item, 40,000 of them', () => {
    const strangers = exercises.filter(({ listItems }) => listItems?.includes('elsewhere/9'));
    const many = strangers.flatMap((one) =>
      Array.from({ length: 40_000 }, (_, i) => ({ ...one, case: `k/${i}` })),
    );
    expect(listUse([pack], many).unknown[0]?.cases).toHaveLength(40_000);
  });
});

describe('items to look at again', () => {
  const entry = { ...RULE.statute, from: '2020-01-01' };
  const statutes = {
    statutes: [
      entry,
      { ...entry, violation: 'ad-false', to: '2026-06-01' },
      { ...entry, violation: 'ad-false', from: '2026-06-01' },
      { ...entry, violation: 'repealed', to: '2026-03-01' },
    ],
  } as unknown as StatutePack;
  const proposals = (from: string, to: string) =>
    listProposals({ packs: [pack], statutes, exercises, from, to }).map(
      ({ item, why, since }) => `${item} ${why} ${since}`,
    );

  it('are those overtaken by a change of law and those never used', () => {
    expect(proposals('2026-01-01', '2027-01-01')).toEqual([
      'lists/4 law-ended 2026-03-01',
      'lists/2 law-changed 2026-06-01',
      'lists/5 never-used 2026-01-01',
    ]);
  });

  it('are judged by the law of the time asked about, and by use only where the list was there all along', () => {
    expect(proposals('2026-01-01', '2026-02-01')).toEqual([
      'lists/1 never-used 2026-01-01',
      'lists/2 never-used 2026-01-01',
      'lists/3 never-used 2026-01-01',
      'lists/4 never-used 2026-01-01',
      'lists/5 never-used 2026-01-01',
    ]);
    expect(proposals('2025-01-01', '2027-01-01').join()).not.toContain('never-used');
  });
});
