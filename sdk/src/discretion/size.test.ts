import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

/** What a program carries to open a Rule by its hash and assess a case: its first chunk, as a browser gets it. */
const PROGRAM = `
  import { assess } from '@chidu/sdk/discretion';
  import { openRule } from '@chidu/sdk/rules';
  globalThis.run = async (bytes, hash, subject) => {
    const rule = await openRule(bytes, hash);
    return rule.ok ? assess(subject, rule.value) : rule;
  };
`;

describe('the weight of the engine', () => {
  it('is at most 12 kB gzip with its trace, without zod, sentences or anything to evaluate', async () => {
    const result = await build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('../../..', import.meta.url)),
      resolve: { conditions: ['development', 'module', 'browser'] },
      plugins: [
        {
          name: 'program',
          resolveId: (id) => (id === 'virtual:program' ? id : null),
          load: (id) => (id === 'virtual:program' ? PROGRAM : null),
        },
      ],
      build: {
        write: false,
        target: 'es2024',
        modulePreload: false,
        rolldownOptions: { input: 'virtual:program' },
      },
    });
    const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
    const first = output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
    if (first?.type !== 'chunk') throw new Error('nothing was built');
    expect(first.code.length).toBeGreaterThan(5_000);
    expect(gzipSync(first.code, { level: 9 }).length).toBeLessThanOrEqual(12_000);
    expect(first.code).not.toMatch(/\beval\s*\(|new Function|Function\(/);
    const modules = Object.keys(first.modules).join('\n');
    expect(modules).toContain('discretion/assess.ts');
    expect(modules).not.toMatch(/node_modules\/zod|discretion\/(sentences|checks|compare|columns)/);
  });
});
