export { type Coverage, coverageOf, type Item } from './coverage.ts';
export { type Mutant, type MutationScore, mutationScore } from './mutation.ts';
export { offerTrials } from './offer.ts';
export { type Expected, runTrials, type Trial, type TrialResult } from './trial.ts';
