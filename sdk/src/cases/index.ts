export { type BuildLibraryOptions, buildLibrary } from './build-library.ts';
export { RECORD_LEVELS } from './levels.ts';
export {
  type FindOptions,
  type Found,
  type FoundCase,
  type Library,
  type LibraryProgress,
  type OpenLibraryOptions,
  openLibrary,
  type Waiting,
} from './library.ts';
export { CaseRecord, loadRecord } from './record.ts';
export { type BuildShardsOptions, buildShards, type ShardSink } from './shards/build-shards.ts';
export { bundleHead, bundleSource } from './shards/bundle.ts';
export {
  type CheckSigned,
  fieldsFor,
  type LibraryFile,
  LibraryManifest,
  MANIFEST_NAME,
  manifestBody,
  readManifest,
  Shard,
} from './shards/manifest.ts';
export { type LibrarySource, urlSource } from './shards/source.ts';
export type { Deflate, TextBlocks } from './shards/texts.ts';
export { CaseStore } from './store/case-store.ts';
export { asOnlyWriter, type Locks, type WriterOptions } from './store/one-writer.ts';
