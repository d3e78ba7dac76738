export { K_FLOOR, requireK } from './k-floor.ts';
export {
  BY_TIER,
  type Dimension,
  PublicStatistics,
  type Published,
  publicStatistics,
} from './statistics.ts';
export { type Counts, type Hidden, isSmall, suppress } from './suppress.ts';
