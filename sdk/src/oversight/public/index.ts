export {
  BY_TIER,
  type Dimension,
  K_FLOOR,
  PublicStatistics,
  type Published,
  publicStatistics,
} from './statistics.ts';
export { type Counts, type Hidden, isSmall, suppress } from './suppress.ts';
