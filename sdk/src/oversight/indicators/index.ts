export { type Appraisal, appraise, type Contest, type ItemScore, type Score } from './appraise.ts';
export { type ByUnit, byUnit, type OwnerOf, ownerOf } from './by-unit.ts';
export {
  COVERED,
  type CoverageFigures,
  coverageFigures,
  type Matter,
} from './coverage-figures.ts';
export { DOCUMENT_RULES, DocumentRules } from './document-rules.ts';
export { FILE_FIGURES, type FileReview, fileReview, type ReviewedFile } from './file-review.ts';
export { AppraisalFormula, ASSESSABLE, loadFormula } from './formula.ts';
export { FULL_RATES, type FullRates, fullRates, type Person } from './full-rates.ts';
export { FilingPackage, type MajorCases, majorCases } from './major-cases.ts';
export {
  type Correction,
  checkMonths,
  closeMonth,
  knownOf,
  Month,
  monthHash,
} from './month.ts';
export { COLUMNS, type Column, MonthlyTable, monthlyTable, verifyTable } from './monthly-table.ts';
export {
  checkCharacter,
  type Numbering,
  type NumberSeries,
  nextNumber,
  numbering,
  readNumber,
} from './numbering.ts';
export {
  RECORDING_FIGURE,
  Recording,
  RecordingRule,
  type Recordings,
  recordingsOf,
} from './recordings.ts';
export { REGION_PROFILES, RegionProfile } from './region-profile.ts';
export { CaseFile, reviewPapers } from './review-papers.ts';
export { SamplingPlan, samplingPlan } from './sampling.ts';
