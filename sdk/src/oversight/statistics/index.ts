export { moreThanTheRest, type Table } from './exact.ts';
export { falseDiscovery } from './false-discovery.ts';
export { type RankSum, type Stratum, stratifiedRankSum } from './rank-sum.ts';
export { type Rate, rateOf } from './rate.ts';
