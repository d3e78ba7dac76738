export { type BuildOptions, buildIndex, type Indexable } from './build.ts';
export { openIndex, toBytes } from './bytes.ts';
export { type CaseIndex, idOf } from './case-index.ts';
export { type Averages, type Field, measureFields, type Searchable } from './fields.ts';
export type { Hit, Part } from './hit.ts';
export type { QueryTerm } from './query-terms.ts';
export { type CaseQuery, type SearchOptions, type SearchResult, search } from './search.ts';
export { WEIGHTS, type Weights } from './weights.ts';
