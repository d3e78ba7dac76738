export {
  type DocumentOptions,
  instrumentPage,
  publicReply,
  publicReplyPage,
  submissionDraft,
} from './documents.ts';
export {
  SITUATIONS,
  type Situation,
  SUPERVISION_STATES,
  SUPERVISION_STEPS,
  type SupervisionActor,
  type SupervisionState,
  type SupervisionStep,
} from './flow.ts';
export { lateItems, type OpenOpinion, openOpinions, overdueCases } from './open-opinions.ts';
export {
  type DueOptions,
  type NewSupervision,
  openSupervision,
  type RunningRemedy,
} from './open-supervision.ts';
export {
  type SupervisionAt,
  type SupervisionRequest,
  stepSupervision,
} from './step-supervision.ts';
export {
  Bodies,
  ListItem,
  loadSupervision,
  Opinion,
  SupervisionCase,
  SupervisionEvidence,
} from './supervision-case.ts';
