export { findProvisions, type LawShelf, type ProvisionFound, shelve } from './find-provisions.ts';
export { type LawText, type Provision, parseLaw } from './law-text.ts';
export {
  type KnownViolations,
  knownViolations,
  PROPOSE,
  type Proposal,
  type Proposals,
  proposeViolations,
} from './propose.ts';
