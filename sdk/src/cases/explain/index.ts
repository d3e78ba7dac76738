export { type Difference, differences, type Effect, type Standing } from './differences.ts';
export { groupCopies } from './duplicates.ts';
export {
  type Disagreement,
  type FourWays,
  fourWays,
  type Prediction,
  type Way,
  type WayResult,
} from './four-ways.ts';
export { type LikeCase, type LikeCases, type LikeCasesOptions, likeCases } from './like-cases.ts';
export { NEARNESS, type Nearness, nearness } from './nearness.ts';
export { type Spread, spreadOf } from './spread.ts';
