import { expect, test } from 'vitest';
import { treeFaults } from './tree.ts';

function faults(path: string, text: string): string[] {
  return treeFaults(new Map([[path, `first line\n${text}\n`]]), 'packages.example');
}

test.each([
  ['docs/a.md', `see /${'home'}/somebody/chidu`, 'a path of one machine'],
  [
    'package-lock.json',
    `https://${['registry', 'npmjs', 'org'].join('.')}/x.tgz`,
    'the host of a registry',
  ],
  ['sdk/src/a.ts', `// ${'TO'}DO later`, 'do it or leave it'],
  ['sdk/src/a.ts', `// @ts-${'ignore'}`, 'mend the cause'],
  ['sdk/src/a.ts', `// biome-${'ignore'} lint`, 'mend the cause'],
  ['sdk/src/a.test.ts', `test.${'skip'}('a', () => {});`, 'every test runs'],
])('in %s, %j is named with its line', (path, text, why) => {
  expect(faults(path, text)).toEqual([expect.stringContaining(`${path}:2 `)]);
  expect(faults(path, text)[0]).toContain(why);
});

test('the registry that npm installs from here is not named', () => {
  expect(faults('a.md', 'https://packages.example/')).toHaveLength(1);
});

test('plain text and code are no faults', () => {
  expect(faults('sdk/src/a.ts', 'const anyone = has(skip);')).toEqual([]);
  expect(faults('a.md', 'skip to the to-do list')).toEqual([]);
});
