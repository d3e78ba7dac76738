export { Advice, AdviceAnswer, loadAdvice, loadAdviceAnswer, type Trial } from './advice.ts';
export { type Advised, type AdviseOptions, advise } from './advise.ts';
export { type Dispute, type Disputes, disputesOf } from './disputes.ts';
export { type DraftNames, draftBenchmark } from './draft-benchmark.ts';
export { type HotPoint, type HotPoints, hotPoints } from './hot-points.ts';
export { Point, pointId } from './point.ts';
