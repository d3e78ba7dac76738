import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { bundled, gzipped } from '../../../tests/bundled.ts';

it('the verify path is at most 14 kB gzip, and SM2 adds at most 11 kB when it is needed', async () => {
  const chunks = await bundled("export { verifyCode, keyRing } from '@chidu/sdk/codes'");
  const closure = (of: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> => {
    const seen = new Set(of);
    for (const { imports } of seen) {
      for (const chunk of chunks) if (imports.includes(chunk.fileName)) seen.add(chunk);
    }
    return seen;
  };
  const eager = closure(chunks.filter(({ isEntry }) => isEntry));
  const sm2 = closure(chunks.filter((one) => one.facadeModuleId?.endsWith('sm2/index.ts')));
  const added = [...sm2].filter((chunk) => !eager.has(chunk));
  expect(added.length).toBeGreaterThan(0);
  expect(gzipped([...eager])).toBeLessThanOrEqual(14_000);
  expect(gzipped(added)).toBeLessThanOrEqual(11_000);
});
