export {
  type DataSet,
  type Entry,
  type EvaluateOptions,
  evaluate,
  type Ranking,
  type Report,
} from './evaluate.ts';
export { type Judged, MEASURES, type Measure, measures, summary } from './measures.ts';
export { parseEntry, parsePools, parseQrels } from './qrels.ts';
