import { expect, it } from 'vitest';
import { bundled, gzipped } from '../../../tests/bundled.ts';

/** What a program carries to open a Rule by its hash and assess a case. */
const PROGRAM = `
  import { assess } from '@chidu/sdk/discretion';
  import { openRule } from '@chidu/sdk/rules';
  globalThis.run = async (bytes, hash, subject) => {
    const rule = await openRule(bytes, hash);
    return rule.ok ? assess(subject, rule.value) : rule;
  };
`;

it('is at most 12 kB gzip with its trace, without zod, sentences or anything to evaluate', async () => {
  const [first, ...others] = (await bundled(PROGRAM)).filter(({ isEntry }) => isEntry);
  if (first === undefined || others.length > 0) throw new Error('one first chunk is expected');
  expect(first.code.length).toBeGreaterThan(5_000);
  expect(gzipped([first])).toBeLessThanOrEqual(12_000);
  expect(first.code).not.toMatch(/\beval\s*\(|new Function|Function\(/);
  const modules = Object.keys(first.modules).join('\n');
  expect(modules).toContain('discretion/assess.ts');
  expect(modules).not.toMatch(/node_modules\/zod|discretion\/(sentences|checks|compare|columns)/);
});
