import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const PROGRAM = 'virtual:program';

/** The chunks of a program, the sources of the SDK under their public names, as Vite would ship them to a browser. */
export async function bundled(program: string): Promise<readonly Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    resolve: { conditions: ['development', 'module', 'browser'] },
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === PROGRAM ? id : null),
        load: (id) => (id === PROGRAM ? program : null),
      },
    ],
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: PROGRAM, preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk');
}

/** Bytes of some chunks, each packed by itself, as a server sends them. */
export const gzipped = (chunks: readonly Rolldown.OutputChunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
