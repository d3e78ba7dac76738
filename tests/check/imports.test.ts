import { describe, expect, test } from 'vitest';
import { imports } from './import-gate.ts';
import { importFaults } from './imports.ts';

const exports = new Map([['@chidu/sdk/rules', 'sdk/src/rules/index.ts']]);

function faults(files: Record<string, string>): string[] {
  return importFaults(new Map(Object.entries(files)), exports);
}

test('the repository keeps its own rules', () => {
  expect(imports.faults()).toEqual([]);
});

describe('an import upward is a fault in every form', () => {
  const forms = {
    static: `import { assess } from '../discretion/assess.ts';`,
    'side effect': `import '../discretion/assess.ts';`,
    type: `import type { Case } from '../discretion/case.ts';`,
    'type in an expression': `let given: import('../discretion/case.ts').Case;`,
    dynamic: `const engine = await import('../discretion/assess.ts');`,
    'dynamic without a substitution': 'const engine = await import(`../discretion/assess.ts`);',
    're-export': `export { assess } from '../discretion/assess.ts';`,
    're-export of all': `export * from '../discretion/assess.ts';`,
    'type re-export': `export type { Case } from '../discretion/case.ts';`,
    worker: `new Worker(new URL('../discretion/work.ts', import.meta.url), { type: 'module' });`,
  };
  test.each(Object.entries(forms))('%s', (_, text) => {
    expect(faults({ 'sdk/src/rules/rule.ts': `\n${text}\n` })).toEqual([
      expect.stringMatching(
        /^sdk\/src\/rules\/rule\.ts:2 imports sdk\/src\/discretion\/.* rules may/,
      ),
    ]);
  });
});

test('an import that the rules allow is no fault, by path or by public name', () => {
  expect(
    faults({
      'sdk/src/discretion/assess.ts': `import { Rule } from '../rules/index.ts';`,
      'widget/src/notice.ts': `import { Rule } from '@chidu/sdk/rules';`,
    }),
  ).toEqual([]);
});

test('an import of something computed cannot be judged and is refused', () => {
  expect(faults({ 'sdk/src/text/a.ts': 'await import(name);' })).toEqual([
    expect.stringContaining('text may import'),
  ]);
});

test('a package enters a part only when the rules name it there', () => {
  expect(faults({ 'sdk/src/text/a.ts': `import { readFileSync } from 'node:fs';` })).toHaveLength(
    1,
  );
  expect(faults({ 'sdk/src/text/a.ts': `import { h } from 'preact';` })).toHaveLength(1);
});

test('zod is only the namespace of zod/mini', () => {
  const zod = (text: string) => faults({ 'sdk/src/rules/a.ts': text });
  expect(zod(`import * as z from 'zod/mini';`)).toEqual([]);
  expect(zod(`import * as z from 'zod';`)).toHaveLength(1);
  expect(zod(`import { z } from 'zod/mini';`)).toHaveLength(1);
  expect(zod(`export * from 'zod/mini';`)).toHaveLength(1);
});

test('a file in a folder without a rule is a fault, and so is importing it', () => {
  const files = { 'sdk/src/utils/a.ts': '', 'sdk/src/text/b.ts': `import '../utils/a.ts';` };
  expect(faults(files)).toEqual([
    expect.stringContaining('belongs to no part'),
    expect.stringContaining('belongs to no part'),
  ]);
});

test('a shipped package is left by its name, not by a relative path', () => {
  expect(
    faults({ 'widget/src/notice.ts': `import { Rule } from '../../sdk/src/rules/index.ts';` }),
  ).toEqual([expect.stringContaining('import the package by its name')]);
});

describe('the public page does not reach the signer', () => {
  const files = {
    'sdk/src/codes/index.ts': `export { sign } from './sign.ts'; export { read } from './text.ts';`,
    'sdk/src/codes/sign.ts': 'export const sign = 1;',
    'sdk/src/codes/text.ts': 'export const read = 1;',
  };
  const detours = (verdict: string) =>
    faults({
      ...files,
      'sdk/src/verdict/verify.ts': verdict,
      'widget/src/notice.ts': `import { verify } from '../../sdk/src/verdict/verify.ts';`,
    }).filter((fault) => fault.includes('→'));

  test.each([
    `import { sign } from '../codes/index.ts'; export const verify = sign;`,
    `import * as codes from '../codes/index.ts'; export const verify = codes;`,
    `const codes = await import('../codes/index.ts'); export const verify = codes;`,
    `import '../codes/index.ts'; export const verify = 1;`,
    `export { sign as verify } from '../codes/index.ts';`,
  ])('by the detour %s', (verdict) => {
    expect(detours(verdict)).toEqual([
      expect.stringContaining('sdk/src/codes/sign.ts: the public page only verifies'),
    ]);
  });

  test.each([
    `import { read } from '../codes/index.ts'; export const verify = read;`,
    `import type { sign } from '../codes/index.ts'; export const verify = 1;`,
    `import { type sign, read } from '../codes/index.ts'; export const verify = read;`,
  ])('and does not with %s', (verdict) => {
    expect(detours(verdict)).toEqual([]);
  });
});
