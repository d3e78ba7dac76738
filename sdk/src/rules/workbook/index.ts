export { exportBenchmark } from './export-benchmark.ts';
export type { Echo } from './grid.ts';
export { type Imported, importBenchmark } from './import-benchmark.ts';
export { importPublished, type PublishedOptions } from './published/import-published.ts';
