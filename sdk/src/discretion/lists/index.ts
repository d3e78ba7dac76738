export {
  type ListMatch,
  type ListMatches,
  type ListMatchOptions,
  matchLists,
  type Standing,
} from './match.ts';
