import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Plugin } from 'vite';

/**
 * Builds `<chidu-notice>` and `<chidu-board>`, each for itself: the core as ES module and as classic script, and the chunks
 * beside them whose hashes the core lists. Run by `node --conditions=development widget/build.ts [--roots roots.json] [--out folder]`; with `--roots` the root keys of the
 * trust list are pinned in the build and no page can replace them.
 */
const here = import.meta.dirname;
const sdk = resolve(here, '../sdk/src');

interface Element {
  readonly name: string;
  readonly entry: string;
  /** Sources that the core loads only when they are needed. An `import()` of one becomes a checked load of its chunk. */
  readonly chunks: Readonly<Record<string, string>>;
  /** Those that draw with the core's own Preact, which is handed over: two copies in one tree do not mix. */
  readonly drawing: readonly string[];
  /** Those that the first view waits for: `head.html` has the browser fetch them beside the core. */
  readonly first: readonly string[];
  /** What `head.html` runs before the core is there. */
  readonly early?: string;
  /**
   * Those that run whole as soon as they are there, as the core does: V8 compiles them beside the network and not function
   * by function while the reader waits (https://v8.dev/blog/explicit-compile-hints). A comment to every other engine.
   */
  readonly whole: readonly string[];
}

const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

const noticeChunks = {
  // First what the others load in turn: a part lists the hashes of those before it.
  sm2: join(sdk, 'codes/sm2/index.ts'),
  es256: join(sdk, 'codes/software/es256.ts'),
  ed25519: join(sdk, 'codes/software/ed25519.ts'),
  rule: join(here, 'src/chunks/rule.ts'),
  replay: join(here, 'src/chunks/replay.ts'),
  decision: join(here, 'src/chunks/decision.tsx'),
  rights: join(here, 'src/chunks/rights.tsx'),
  status: join(here, 'src/chunks/status.ts'),
  evidence: join(here, 'src/chunks/evidence.ts'),
  scan: join(here, 'src/chunks/scan.ts'),
  contact: join(here, 'src/chunks/contact.ts'),
  outbox: join(here, 'src/chunks/outbox.ts'),
  aloud: join(here, 'src/chunks/aloud.ts'),
  objection: join(here, 'src/chunks/objection.tsx'),
  log: join(here, 'src/chunks/log.tsx'),
  detail: join(here, 'src/chunks/detail.tsx'),
  outlook: join(here, 'src/chunks/outlook.tsx'),
  open: join(here, 'src/chunks/open.ts'),
  en: join(here, 'src/chunks/en.ts'),
};

const notice: Element = {
  name: 'chidu-notice',
  entry: join(here, 'src/define.ts'),
  chunks: noticeChunks,
  drawing: ['decision', 'rights', 'outlook', 'objection', 'log', 'detail'],
  first: ['rule', 'replay'],
  early: join(here, 'src/early.ts'),
  whole: ['rule', 'replay', 'decision', 'rights'],
};

/** Its core draws nothing: one part draws everything, the public one or the supervision body's. */
const board: Element = {
  name: 'chidu-board',
  entry: join(here, 'src/board/define.ts'),
  chunks: {
    model: join(here, 'src/board/chunks/model.ts'),
    public: join(here, 'src/board/chunks/public.tsx'),
    desk: join(here, 'src/board/chunks/desk.tsx'),
    en: join(here, 'src/board/chunks/en.ts'),
  },
  drawing: [],
  first: [],
  whole: [],
};

const RUNTIME = ['preact', 'preact/jsx-runtime'];

const { values: options } = parseArgs({
  options: { roots: { type: 'string' }, out: { type: 'string' } },
});
const out = options.out ?? join(here, 'dist');

const common: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'warn',
  // By itself this follows NODE_ENV, and a page has no use for line numbers of ours.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // The workspace's own sources, so that a build needs no built SDK.
  resolve: { conditions: ['development', 'module', 'browser', 'import'] },
};

/** One bundle as a string: everything in one file, ASCII only, because a portal may serve and read it as GBK. */
async function bundle(
  entry: string,
  format: 'es' | 'iife',
  define: Record<string, string> = {},
  plugins: Plugin[] = [],
  drawn = false,
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
      rolldownOptions: {
        ...(drawn && { external: RUNTIME }),
        output: {
          minify: true,
          codeSplitting: false,
          ...(drawn && { globals: Object.fromEntries(RUNTIME.map((name) => [name, 'core'])) }),
        },
      },
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

/** A module whose `draw` makes the part with the Preact of whoever asks first, and loads through the core. */
const drawingPart = (iife: string): string =>
  `let made;export const draw=(core)=>made??=(()=>{${iife};return Chidu})();`;

const checkedChunks = ({ chunks, drawing }: Element, byCore: boolean): Plugin => ({
  name: 'checked-chunks',
  enforce: 'pre',
  transform(code, id) {
    if (!/\bimport\(\s*'/.test(code)) return null;
    const used = new Set<'loadChunk' | 'loadDrawing'>();
    const changed = code.replace(/\bimport\(\s*'([^']+)'\s*\)/g, (whole, place: string) => {
      const name = Object.keys(chunks).find((each) => chunks[each] === resolve(id, '..', place));
      if (name === undefined) return whole;
      const load = drawing.includes(name) ? 'loadDrawing' : 'loadChunk';
      if (byCore) return `core.${load}('${name}')`;
      used.add(load);
      return `${load}('${name}')`;
    });
    const sources = { loadChunk: 'src/chunk.ts', loadDrawing: 'src/drawing.ts' };
    const imports = [...used].map(
      (load) => `import { ${load} } from ${JSON.stringify(join(here, sources[load]))};\n`,
    );
    return changed === code ? null : imports.join('') + changed;
  },
});

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

/** What reminds officers of their duties is no part of a replay: the page shows none of it, so it carries none. */
const noDuties: Plugin = {
  name: 'no-duties',
  enforce: 'pre',
  load: (id) =>
    id === join(sdk, 'discretion/duties.ts')
      ? 'const none = () => [];\nexport { none as criminalSuspicion, none as duties, none as stillTaken };\n'
      : null,
};

const digest = (algorithm: 'sha256' | 'sha384', code: string) =>
  createHash(algorithm).update(code).digest('base64');

interface Files {
  readonly written: readonly (readonly [file: string, code: string])[];
  /** SHA-256 of the chunks by name, base64. */
  readonly listed: Readonly<Record<string, string>>;
}

/** What checks signatures hashes in JavaScript already; a digest that loads it on demand would carry all of its library. */
const oneDigest: Plugin = {
  name: 'one-digest',
  enforce: 'pre',
  transform: (code, id) =>
    id === join(sdk, 'text/sha256.ts')
      ? code.replace(/export async function sha256[\s\S]*?\n}\n/, DIGEST)
      : null,
};
const DIGEST = "export { digest as sha256 } from '../codes/digest.ts';\n";

/** The files of an element, its cores last. */
async function filesOf(element: Element): Promise<Files> {
  const { name: tag, entry, chunks, drawing, whole } = element;
  const written: [file: string, code: string][] = [];
  const listed: Record<string, string> = {};
  const known = () => ({
    __CHIDU_CHUNKS__: JSON.stringify(listed),
    __CHIDU_ELEMENT__: JSON.stringify(tag),
  });
  for (const [name, source] of Object.entries(chunks)) {
    const byCore = drawing.includes(name);
    const plugins = [smallJson, oneDigest, checkedChunks(element, byCore), noDuties];
    const made = byCore
      ? drawingPart(await bundle(source, 'iife', {}, plugins, true))
      : await bundle(source, 'es', known(), plugins);
    const code = whole.includes(name) ? COMPILE_AT_ONCE + made : made;
    written.push([`${tag}-${name}.js`, code]);
    listed[name] = digest('sha256', code);
  }
  const define = {
    ...known(),
    ...(options.roots && { __CHIDU_ROOTS__: readFileSync(options.roots, 'utf8') }),
  };
  const plugins = [oneDigest, checkedChunks(element, false)];
  const classic = { 'import.meta.url': 'document.currentScript.src' };
  for (const [file, format, more] of [
    [`${tag}.js`, 'es', {}],
    [`${tag}.iife.js`, 'iife', classic],
  ] as const) {
    const code = await bundle(entry, format, { ...define, ...more }, plugins);
    written.push([file, whole.length > 0 ? COMPILE_AT_ONCE + code : code]);
  }
  if (element.early) written.push([`${tag}-early.js`, await bundle(element.early, 'es')]);
  return { written, listed };
}

/**
 * What a page names in its head to have core, first parts and trust list on their way at once, each checked. The addresses are
 * those by which the element asks, so nothing is fetched twice: see `chunk.ts` and `files.ts`.
 */
function headOf({ name: tag, first }: Element, listed: Files['listed']): string {
  const folder = '/chidu/';
  const scripts = [`${tag}-early.js`, `${tag}.js`].map(
    (file) =>
      `<script type="module" src="${folder}${file}" integrity="${integrities[file]}"></script>`,
  );
  const parts = first.map((name) => {
    const hash = listed[name] ?? '';
    return `<link rel="modulepreload" href="${folder}${tag}-${name}.js?${encodeURIComponent(hash)}" integrity="sha256-${hash}">`;
  });
  const data = ['trust-list.txt', ...(options.roots ? [] : ['trust-roots.json'])].map(
    (file) => `<link rel="preload" as="fetch" href="${folder}${file}" crossorigin>`,
  );
  return [...scripts, ...parts, ...data, ''].join('\n');
}

const integrities: Record<string, string> = {};
mkdirSync(out, { recursive: true });
/** A file, and beside it the same packed, for servers that do not pack by themselves each time. */
function write(file: string, code: string) {
  writeFileSync(join(out, file), code);
  const packed = { gz: gzipSync(code, { level: 9 }), br: brotliCompressSync(code) };
  for (const [ending, bytes] of Object.entries(packed))
    writeFileSync(join(out, `${file}.${ending}`), bytes);
  const integrity = `sha384-${digest('sha384', code)}`;
  if (/^chidu-[a-z]+(?:-early|\.iife)?\.js$/.test(file)) integrities[file] = integrity;
  console.log(
    `${file}  ${code.length} bytes, ${packed.gz.length} gzip, ${packed.br.length} brotli  ${integrity}`,
  );
}
for (const element of [board, notice]) {
  const { written, listed } = await filesOf(element);
  for (const [file, code] of written) write(file, code);
  if (element.first.length === 0) continue;
  writeFileSync(join(out, 'head.html'), headOf(element, listed));
}
/** For the `integrity` of the script element of a portal. */
writeFileSync(join(out, 'integrity.json'), `${JSON.stringify(integrities, null, 2)}\n`);
