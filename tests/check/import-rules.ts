/**
 * Who may import whom. A file belongs to the part with the longest matching path, what only tests use
 * (`*.test.*`, `fixtures/`) to the part `tests`; a file that belongs to no part is a fault, so that a
 * new folder gets its rule on the day it is made.
 */
export interface Part {
  /** Folders (with a slash at the end) and files. */
  readonly at: readonly string[];
  /** Parts that it may import; `*` is every part. */
  readonly may: readonly string[];
  /**
   * Packages that it may import; `node:` stands for the modules of Node, `?` for an import of something
   * computed, which no rule can follow, and `*` for every package.
   */
  readonly packages: readonly string[];
}

export interface Reach {
  readonly from: string;
  /** Parts, packages and files. */
  readonly never: readonly string[];
  readonly why: string;
}

const base = ['text', 'errors'];
const engine = [...base, 'rules', 'discretion', 'deadlines'];
const formats = [...engine, 'sheets', 'codes', 'log', 'cases', 'verdict', 'oversight'];

const parts: Readonly<Record<string, Part>> = {
  errors: { at: ['sdk/src/errors.ts'], may: [], packages: [] },
  text: { at: ['sdk/src/text/'], may: ['errors'], packages: ['@noble/hashes'] },
  deadlines: { at: ['sdk/src/deadlines/'], may: base, packages: ['zod'] },
  sheets: { at: ['sdk/src/sheets/'], may: base, packages: ['fflate', 'zod'] },
  codes: {
    at: ['sdk/src/codes/'],
    may: base,
    packages: ['@noble/curves', '@noble/hashes', 'fflate', 'qr', 'qrcode', 'zod'],
  },
  // A leaf is written in the CBOR of codes, a note is signed by the same signers.
  log: { at: ['sdk/src/log/'], may: [...base, 'codes'], packages: ['@noble/hashes'] },
  rules: { at: ['sdk/src/rules/'], may: [...base, 'sheets'], packages: ['zod'] },
  discretion: { at: ['sdk/src/discretion/'], may: [...base, 'rules'], packages: ['zod'] },
  cases: {
    at: ['sdk/src/cases/'],
    may: [...base, 'sheets', 'rules', 'discretion'],
    packages: ['comlink', 'fflate', 'idb', 'zod'],
  },
  verdict: {
    at: ['sdk/src/verdict/'],
    may: [...engine, 'codes', 'log'],
    packages: ['@noble/hashes', 'zod'],
  },
  oversight: { at: ['sdk/src/oversight/'], may: [...engine, 'cases', 'log'], packages: ['zod'] },
  api: { at: ['sdk/src/api/'], may: [...formats, 'api-client'], packages: ['zod'] },
  'api-client': { at: ['sdk/src/api/client.ts'], may: ['api', 'errors'], packages: [] },
  /** What a party's browser seals contacts with, loaded when somebody leaves one. */
  'api-contact': {
    at: ['sdk/src/api/contact.ts'],
    may: [...base, 'codes', 'api'],
    packages: ['hpke'],
  },
  service: { at: ['sdk/src/service/'], may: [...formats, 'api', 'api-contact'], packages: ['*'] },
  bin: { at: ['sdk/bin/'], may: [...formats, 'api', 'api-client', 'service'], packages: ['*'] },
  packs: { at: ['sdk/packs/'], may: formats, packages: ['node:', 'zod'] },

  /** How both elements load and check their parts. */
  chunk: {
    at: ['widget/src/chunk.ts', 'widget/src/sheet.ts'],
    may: [],
    packages: ['@noble/hashes', '?'],
  },
  notice: {
    at: ['widget/src/'],
    may: [...engine, 'chunk', 'codes', 'log', 'verdict', 'api-client', 'api-contact'],
    // Of the SDK by its bare name only data is left: the published schemas.
    packages: ['@chidu/sdk', '@noble/hashes', 'idb', 'preact', 'react', 'vue', '?'],
  },
  board: {
    at: ['widget/src/board/'],
    may: [...engine, 'chunk', 'log', 'oversight', 'api-client'],
    packages: ['comlink', 'preact'],
  },

  /** What editors know of both elements. */
  typings: {
    at: ['widget/src/types/'],
    may: ['notice', 'board'],
    packages: ['preact', 'react', 'vue', '?'],
  },

  adapter: { at: ['extension/adapters/adapter.ts'], may: base, packages: ['zod'] },
  /** What runs in the legacy page. Of an adapter it takes the types; see `reach`. */
  page: {
    at: [
      'extension/entrypoints/binding.ts',
      'extension/entrypoints/launcher.ts',
      'extension/entrypoints/notice.ts',
      'extension/entrypoints/pointer.ts',
      'extension/entrypoints/reader.ts',
      'extension/entrypoints/write.ts',
      'extension/launcher/',
      'extension/locate/',
      'extension/notice/',
      'extension/picker/',
      'extension/pointer/',
      'extension/reader/',
      'extension/suggest/',
      'extension/write/',
      'extension/platform/messages.ts',
    ],
    may: [...base, 'adapter'],
    packages: ['wxt'],
  },
  extension: {
    at: ['extension/'],
    may: [...formats, 'adapter', 'page', 'api', 'api-client', 'notice'],
    packages: ['comlink', 'idb', 'preact', 'wxt', 'zod'],
  },

  /** Under Node, for those who write adapters. */
  'adapter-tool': {
    at: ['extension/tool/'],
    may: ['adapter', 'page', 'extension'],
    packages: ['node:', 'playwright-core', 'vite'],
  },

  /** What is built; only tests load it. */
  built: { at: ['widget/dist/'], may: [], packages: [] },

  demo: { at: ['demo/'], may: ['*'], packages: ['*'] },
  tests: {
    at: ['tests/', 'wxt.config.ts', 'widget/build.ts', 'widget/contract.ts', 'widget/manifest.ts'],
    may: ['*'],
    packages: ['*'],
  },
};

/** What a part must not reach even by a detour; types do not count, they are gone when it runs. */
const reach: readonly Reach[] = [
  {
    from: 'page',
    never: ['zod', 'preact', 'rules', 'discretion', 'codes', 'verdict', 'cases'],
    why: 'code in the legacy page carries no schema library, no framework and no engine',
  },
  {
    from: 'notice',
    never: ['cases', 'service', 'sdk/src/codes/sign.ts'],
    why: 'the public page only verifies',
  },
];

/** Folders that are shipped as packages; a relative import does not lead out of one. */
const packages = ['sdk/', 'widget/', 'extension/'];

export const importRules = { parts, reach, packages };
