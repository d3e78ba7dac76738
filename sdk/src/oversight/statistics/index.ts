export { moreThanTheRest } from './exact.ts';
export { falseDiscovery } from './false-discovery.ts';
export { stratifiedRankSums } from './rank-sum.ts';
export { type Rate, rateOf, zAmong } from './rate.ts';
