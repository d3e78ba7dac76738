export { moreThanTheRest, type Table } from './exact.ts';
export { falseDiscovery } from './false-discovery.ts';
export { type Ranked, type RankSum, stratifiedRankSums } from './rank-sum.ts';
export { type Rate, rateOf, zAmong } from './rate.ts';
