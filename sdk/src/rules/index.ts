export { Benchmark, BenchmarkPack, Factor, Method, Option, Tier } from './benchmark.ts';
export { Condition } from './condition.ts';
export { FactDefinition, type FactValue } from './fact.ts';
export { Ground, GroundPack } from './ground.ts';
export { loadBenchmarkPack, loadGroundPack, loadRule, loadStatutePack } from './load.ts';
export type { Loaded } from './loaded.ts';
export { makeRule } from './make-rule.ts';
export { openRule } from './open-rule.ts';
export { Mode, PenaltyKind } from './penalty.ts';
export { penaltyNumber } from './penalty-number.ts';
export { Rule } from './rule.ts';
export { canonicalRule, ruleHash } from './rule-hash.ts';
export {
  FineRange,
  Statute,
  StatutePack,
  StatuteTier,
  Subject,
} from './statute.ts';
export { type StatuteAt, statuteAt } from './statute-at.ts';
export { TIERS } from './tiers.ts';
export { Citation, type Ratio, Wording } from './words.ts';
