export { type LeftUndecided, leftUndecided, type Reach, reachOfPack } from './left-undecided.ts';
export { type Decision, tenthOf, type Usage, type Use, usageOf } from './usage.ts';
