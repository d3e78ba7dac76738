export { type Crowded, crowdedOf, jointInspections } from './crowded.ts';
export {
  EMERGENCIES,
  INSPECTION_SOURCES,
  Inspection,
  InspectionLimits,
  Inspections,
  loadInspections,
} from './inspection.ts';
export { RATING_FIGURE, Rating, type Ratings, ratingsOf } from './ratings.ts';
export { type FilingState, filingOf, type InspectionFlag, inspectionFlags } from './registered.ts';
