import { expect, it } from 'vitest';
import { caseHistories } from './events/histories.ts';
import { showFigure } from './figure.ts';
import { remedyFigures } from './remedy-figures.ts';

let index = 0;
const remedy = (number: string, kind: string, state: string, result?: string) => ({
  authority: '11330424MB0000001X',
  year: 2022,
  index: ++index,
  at: new Date(Date.UTC(2022, 0, 1, 0, index)).toISOString(),
  kind: 'remedy',
  codeId: null,
  refersTo: null,
  role: 'supervision',
  kid: 'k',
  data: { case: number, kind, state, on: '2022-01-01', confirmed: true, ...(result && { result }) },
});

it('rests the rates on decided remedies alone, and shows the base of nothing', () => {
  const { cases } = caseHistories([
    remedy('1', 'suit', 'pending'),
    remedy('1', 'suit', 'ended', 'kept'),
    remedy('2', 'suit', 'ended', 'kept'),
    // Withdrawn: neither kept nor changed.
    remedy('3', 'suit', 'ended'),
    remedy('4', 'suit', 'pending'),
    remedy('5', 'reconsideration', 'ended', 'changed'),
    remedy('6', 'reconsideration', 'ended', 'kept'),
    remedy('6', 'reconsideration', 'ended', 'kept'),
    // The appeal was withdrawn: the judgment stands.
    remedy('7', 'suit', 'ended', 'changed'),
    remedy('7', 'suit', 'ended'),
  ]);
  const figures = remedyFigures(cases);
  expect(figures.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
    ['remedies.lost', 1, 3],
    ['remedies.corrected', 1, 2],
  ]);
  expect(figures.map((one) => showFigure(one))).toEqual(['33.33%（1/3）', '50%（1/2）']);
  expect(remedyFigures([]).map((one) => showFigure(one))).toEqual([
    '无基数（0/0）',
    '无基数（0/0）',
  ]);
});
