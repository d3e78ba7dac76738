import { describe, expect, test } from 'vitest';
import { featureFaults, features, SECTIONS } from './features.ts';

const FILES = new Map([
  ['a.test.ts', "// of old days\nit('finds what was planted', () => {});"],
  ['a.ts', "it('finds what was planted', () => {});"],
]);
const SHOWN = '`a.test.ts › finds what was planted`';

/** A page in order: the first row works, the second is not ours, all others are open. */
function rightPage(): string {
  const rows = SECTIONS.flatMap(([, count], section) =>
    Array.from({ length: count }, (_, i) => `| ${section}.${i + 1} | what | open | Missing |`),
  );
  rows[0] = `| 0.1 | what | works | ${SHOWN} |`;
  rows[1] = '| 0.2 | what | not ours | An act of others |';
  const counts = SECTIONS.map(([name, count], section) =>
    section === 0
      ? `| ${name} | ${count} | 1 | 0 | 1 | ${count - 2} |`
      : `| ${name} | ${count} | 0 | 0 | 0 | ${count} |`,
  );
  return [...counts, '| 0 to 4 | 157 | 1 | 0 | 1 | 155 |', '', ...rows, ''].join('\n');
}
function faults(from = '', to = ''): string[] {
  expect(rightPage()).toContain(from);
  return featureFaults(rightPage().replace(from, to), (path) => FILES.get(path) ?? null);
}

test('the page names tests that exist', () => {
  expect(features.faults()).toEqual([]);
});

test('a page in order has no fault', () => {
  expect(faults()).toEqual([]);
});

describe('a fault is named', () => {
  test.each([
    ['a row that is missing', '| 2.40 | what | open | Missing |\n', '', 'row 2.40 stands 0 times'],
    ['a row that stands twice', '| 3.7 | what', '| 3.8 | what', 'row 3.8 stands 2 times'],
    ['a row beyond the numbering', '| 4.43 |', '| 4.44 |', 'row 4.44 is not in the numbering'],
    ['an unknown state', '| 1.2 | what | open', '| 1.2 | what | almost', 'no state "almost"'],
    ['a cell too many', '| 1.2 | what', '| 1.2 | what | more', 'row 1.2 has not four cells'],
    [
      'an open row without a word',
      '| 1.2 | what | open | Missing',
      '| 1.2 | what | open | ',
      '1.2',
    ],
    ['a row that works without a test', SHOWN, 'It does', 'row 0.1 is works and names no test'],
    ['a test file that is gone', 'a.test.ts ›', 'b.test.ts ›', 'b.test.ts is not there'],
    ['a file that is no test', 'a.test.ts ›', 'a.ts ›', 'a.ts is no test'],
    [
      'a test of another name',
      '› finds',
      '› loses',
      'a.test.ts has no test "loses what was planted"',
    ],
    ['a name in a remark alone', SHOWN, '`a.test.ts › of old days`', 'has no test "of old days"'],
    ['a test without a name', SHOWN, '`a.test.ts`', '"a.test.ts" is not a path and a name'],
    ['a test of an open row', '| Missing', '| `a.test.ts › nothing`', 'has no test "nothing"'],
    [
      'a count of a section',
      '| 40 | 0 | 0 | 0 | 40 |',
      '| 40 | 1 | 0 | 0 | 39 |',
      '| 2 Hubei 湖北 |',
    ],
    ['a count of all', '157 | 1 |', '157 | 2 |', 'the counts are | 0 to 4 | 157 | 1 |'],
    ['counts that are not there', '| 0 to 4 |', '| all |', 'the counts are | 0 to 4 |'],
  ])('%s', (_, from, to, fault) => {
    expect(faults(from, to).join('\n')).toContain(fault);
  });
});
