export { type AcrossRegions, type Apart, acrossRegions, type Treatment } from './across.ts';
export { BLANK_FIGURE, type BlankMap, blankMap, type Cell } from './blank-map.ts';
export { type ClauseCoverage, COVERAGE_FIGURES, type Coverage, coverageOf } from './coverage.ts';
export { type Departure, type Departures, departuresOf } from './departures.ts';
export { type Exercise, type Exercises, exercisesOf } from './exercise.ts';
export { type ListProposal, listProposals } from './list-proposals.ts';
export { LIST_FIGURES, type ListUse, listUse } from './list-use.ts';
export { loadMeasure, MEASURE_FIGURES, Measure, measuresOf } from './measures.ts';
export { RELIANCE_FIGURES, relianceOf } from './reliance.ts';
export {
  type BandsApart,
  bandsApart,
  type Side,
  type StandardsApart,
  standardsApart,
} from './standards-apart.ts';
export { USE_FIGURES } from './use-figures.ts';
export { type UseBy, useBy, useOf } from './use-of.ts';
