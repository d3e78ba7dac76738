export {
  FirstProof,
  type FirstRule,
  type FirstState,
  firstState,
  loadFirstProof,
} from './first-proof.ts';
export {
  type ListMatch,
  type ListMatches,
  type ListMatchOptions,
  matchLists,
  type Standing,
} from './match.ts';
export { type Offered, offeredIn } from './strict-fields.ts';
