export { emptyResults, type Results, run } from '../batch.ts';
export { type Columns, encode } from '../columns.ts';
export { type Compared, type CompareOptions, compare, compareRuns } from './compare.ts';
export { type Difference, differenceOf, type Extreme, type Region } from './difference.ts';
export type { Moved, Side, Tally } from './tally.ts';
