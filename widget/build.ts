import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Plugin } from 'vite';

/**
 * Builds `<chidu-notice>`: the core as ES module and as classic script, and the chunks beside them whose hashes the core
 * lists. Run by `node --conditions=development widget/build.ts [--roots roots.json]`; with `--roots` the root keys of the
 * trust list are pinned in the build and no page can replace them.
 */
const here = import.meta.dirname;
const sdk = resolve(here, '../sdk/src');
const out = join(here, 'dist');

/** Sources that the core loads only when they are needed. An `import()` of one becomes a checked load of its chunk. */
const chunks: Readonly<Record<string, string>> = {
  // First what the others load in turn: a part lists the hashes of those before it.
  sm2: join(sdk, 'codes/sm2/index.ts'),
  es256: join(sdk, 'codes/software/es256.ts'),
  ed25519: join(sdk, 'codes/software/ed25519.ts'),
  replay: join(here, 'src/chunks/replay.ts'),
  decision: join(here, 'src/chunks/decision.ts'),
  rights: join(here, 'src/chunks/rights.ts'),
  status: join(here, 'src/chunks/status.ts'),
  evidence: join(here, 'src/chunks/evidence.ts'),
  scan: join(here, 'src/chunks/scan.ts'),
  open: join(here, 'src/chunks/open.ts'),
  en: join(here, 'src/chunks/en.ts'),
};

const { values: options } = parseArgs({ options: { roots: { type: 'string' } } });

const common: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'warn',
  // The workspace's own sources, so that a build needs no built SDK.
  resolve: { conditions: ['development', 'module', 'browser', 'import'] },
};

/** One bundle as a string: everything in one file, ASCII only, because a portal may serve and read it as GBK. */
async function bundle(
  entry: string,
  format: 'es' | 'iife',
  define: Record<string, string> = {},
  plugins: Plugin[] = [],
): Promise<string> {
  const result = await build({
    ...common,
    plugins,
    // Library mode leaves NODE_ENV to the consumer; a portal has no bundler.
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      target: 'es2022',
      write: false,
      lib: { entry, name: 'Chidu', formats: [format] },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const [file] = first !== undefined && 'output' in first ? first.output : [];
  if (file?.type !== 'chunk') throw new Error(`nothing was built from ${entry}`);
  return ascii(file.code);
}

/** `\u` escapes mean the same in strings, templates, regular expressions and names. */
const ascii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const checkedChunks: Plugin = {
  name: 'checked-chunks',
  enforce: 'pre',
  transform(code, id) {
    if (!/\bimport\(\s*'/.test(code)) return null;
    let found = false;
    const changed = code.replace(/\bimport\(\s*'([^']+)'\s*\)/g, (whole, place: string) => {
      const name = Object.keys(chunks).find((each) => chunks[each] === resolve(id, '..', place));
      if (name === undefined) return whole;
      found = true;
      return `loadChunk('${name}')`;
    });
    return found
      ? `import { loadChunk } from ${JSON.stringify(join(here, 'src/chunk.ts'))};\n${changed}`
      : null;
  },
};

/** JSON that is carried as text needs no white space. */
const smallJson: Plugin = {
  name: 'small-json',
  enforce: 'pre',
  load(id) {
    const [file, query] = id.split('?');
    if (query !== 'raw' || !file?.endsWith('.json')) return null;
    const text = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
    return `export default ${JSON.stringify(text)}`;
  },
};

mkdirSync(out, { recursive: true });
const written: [file: string, code: string][] = [];
const listed: Record<string, string> = {};
for (const [name, entry] of Object.entries(chunks)) {
  const code = await bundle(entry, 'es', { __CHIDU_CHUNKS__: JSON.stringify(listed) }, [
    smallJson,
    checkedChunks,
  ]);
  written.push([`chidu-notice-${name}.js`, code]);
  listed[name] = createHash('sha256').update(code).digest('base64');
}

const define = {
  __CHIDU_CHUNKS__: JSON.stringify(listed),
  ...(options.roots && { __CHIDU_ROOTS__: readFileSync(options.roots, 'utf8') }),
};
const entry = join(here, 'src/define.ts');
written.push(
  ['chidu-notice.js', await bundle(entry, 'es', define, [checkedChunks])],
  [
    'chidu-notice.iife.js',
    await bundle(entry, 'iife', { ...define, 'import.meta.url': 'document.currentScript.src' }, [
      checkedChunks,
    ]),
  ],
);
for (const [file, code] of written) {
  writeFileSync(join(out, file), code);
  const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
  console.log(`${file}  ${code.length} bytes, ${gzipSync(code).length} gzip  ${integrity}`);
}
