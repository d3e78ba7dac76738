import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const ENTRY = 'virtual:entry';

/** The chunks of a page that verifies codes, as vite would ship them. */
async function chunksOf(source: string): Promise<readonly Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk');
}

it('the verify path is at most 14 kB gzip, and SM2 adds at most 11 kB when it is needed', async () => {
  const codes = fileURLToPath(new URL('index.ts', import.meta.url));
  const chunks = await chunksOf(`export { verifyCode, keyRing } from ${JSON.stringify(codes)}`);
  const closure = (names: readonly string[], seen = new Set<string>()): Set<string> => {
    for (const name of names.filter((each) => !seen.has(each))) {
      seen.add(name);
      closure(chunks.find(({ fileName }) => fileName === name)?.imports ?? [], seen);
    }
    return seen;
  };
  const size = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => {
      const chunk = chunks.find(({ fileName }) => fileName === name);
      return sum + gzipSync(chunk?.code ?? '', { level: 9 }).length;
    }, 0);
  const named = (test: (chunk: Rolldown.OutputChunk) => boolean) =>
    chunks.filter(test).map(({ fileName }) => fileName);

  const eager = closure(named(({ isEntry }) => isEntry));
  const sm2 = closure(
    named(({ facadeModuleId }) => facadeModuleId?.endsWith('sm2/index.ts') ?? false),
  );
  const added = [...sm2].filter((name) => !eager.has(name));
  expect(added.length).toBeGreaterThan(0);
  expect(size(eager)).toBeLessThanOrEqual(14_000);
  expect(size(added)).toBeLessThanOrEqual(11_000);
});
