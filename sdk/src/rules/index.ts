export { Benchmark, BenchmarkPack, Factor, Method, Option, TIERS, Tier } from './benchmark.ts';
export { Condition } from './condition.ts';
export { FactDefinition, type FactValue } from './fact.ts';
export { Ground, GroundPack } from './ground.ts';
export { Rule } from './rule.ts';
export {
  FineRange,
  Mode,
  PenaltyKind,
  Statute,
  StatutePack,
  StatuteTier,
  Subject,
} from './statute.ts';
export { Citation, type Ratio, Wording } from './words.ts';
