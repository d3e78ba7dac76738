import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inventLists } from '../../../packs/make/invent-lists.ts';
import { type ListPack, listConflicts } from './index.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../packs/${name}`, import.meta.url), 'utf8'));
const invented = inventLists(20261121, read('statutes.json').statutes, read('facts.json').facts);

type Item = ListPack['items'][number];
const first = invented.items[0] as Item;
const item = (number: number, more: Partial<Item>): Item => ({
  ...first,
  number,
  violation: 'price-no-marking',
  ...more,
});
const pack = (...items: Item[]): ListPack => ({ ...invented, id: 'city', items });
const small = {
  label: { zh: '货值金额不足五万元' },
  when: { op: 'lt' as const, fact: 'goodsValue', value: 5_000_000 },
};
const mended = { label: { zh: '及时改正' }, ground: 'minor-corrected-no-harm' };
const judged = { label: { zh: '社会影响恶劣' } };

it('are told where two lists answer the same conditions otherwise, or in opposite directions', () => {
  const found = listConflicts([
    pack(
      item(1, { list: 'waive', requirements: [small, mended] }),
      item(2, {
        list: 'mitigate',
        requirements: [mended, { ...small, label: { zh: '货值较小' } }],
      }),
      item(3, { list: 'lighten', requirements: [small] }),
      item(4, { list: 'aggravate', requirements: [small, judged] }),
      item(5, { list: 'aggravate', requirements: [{ label: { zh: '社会影响 恶劣' } }, small] }),
      item(6, { list: 'aggravate', requirements: [judged] }),
      item(7, { list: 'waive', violation: 'other', requirements: [small, mended] }),
      item(8, { list: 'waive', violation: null, requirements: [small, mended] }),
    ),
    { ...pack(item(1, { list: 'lighten', requirements: [judged] })), id: 'county' },
  ]);
  expect(found.map(({ kind, items }) => `${kind} ${items.join(' ')}`)).toEqual([
    'same-conditions city/1 city/2',
    'opposed city/3 city/4',
    'opposed city/3 city/5',
    'double city/4 city/5',
    'opposed city/4 county/1',
    'opposed city/5 county/1',
    'same-conditions city/6 county/1',
  ]);
});

it('are found among the 1,077 items of a city when planted there, beside what was there', () => {
  const before = listConflicts([invented]);
  const items = invented.items.filter(({ violation }) => violation !== null);
  const planted = [0, 100, 200].map((i, n): Item => {
    const { list, ...one } = items[i] as Item;
    return { ...one, number: 9_000 + n, list: list === 'aggravate' ? 'waive' : 'aggravate' };
  });
  const after = listConflicts([{ ...invented, items: [...invented.items, ...planted] }]);
  for (const [i, one] of planted.entries()) {
    const mine = after.filter(({ items: [, other] }) => other === `${invented.id}/${one.number}`);
    const original = `${invented.id}/${items[[0, 100, 200][i] ?? 0]?.number}`;
    expect(mine).toContainEqual(
      expect.objectContaining({ kind: 'same-conditions', items: [original, mine[0]?.items[1]] }),
    );
  }
  expect(after.length).toBeGreaterThanOrEqual(before.length + 3);
});
