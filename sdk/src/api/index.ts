export {
  CASE_MARKS,
  CASE_STAGES,
  PageRequest,
  RemedyRequest,
  StageRequest,
} from './case-events.ts';
export { ClueFile, CluePage, ClueReport, ClueStepRequest } from './clues.ts';
export { ErasureRequest, EventPage, LogEvent } from './events.ts';
export { CLEARANCE, FIELD_LEVELS, type FieldLevel, levelOf } from './field-levels.ts';
export {
  CountedFigure,
  FigureIds,
  FigureIdsRequest,
  FiguresAnswer,
  FiguresRequest,
} from './figures.ts';
export { HTTP_STATUS } from './http-status.ts';
export {
  Acted,
  CodeRow,
  Decision,
  ISSUE_FLAGS,
  Issued,
  IssueRequest,
  LogPlace,
  Withdrawal,
} from './issue.ts';
export {
  CertificateRequest,
  KeyAdded,
  KeyApprovalText,
  KeyRequestRow,
  KeyRequestText,
  KeyRow,
  RevocationRequest,
} from './keys.ts';
export { TaskFile, TaskPage, TaskSending, TaskStepRequest } from './liaison.ts';
export {
  ANSWER_RESULTS,
  Attachment,
  Disputed,
  DueDay,
  ObjectionFile,
  ObjectionRequest,
  PartyObjection,
  QueueRow,
  Receipt,
  Recipient,
  SavedReceipt,
  SealedContact,
  StepRequest,
} from './objection.ts';
export {
  OBJECTION_STATES,
  OBJECTION_STEPS,
  type ObjectionState,
  type ObjectionStep,
} from './objection-flow.ts';
export { errorsOf, isSigned, openApi } from './openapi.ts';
export { CodeView, Detail, DetailRequest, Held, Proofs } from './party.ts';
export { PATHS, type RouteName } from './paths.ts';
export { Problem } from './problem.ts';
export { SignedRequest } from './request-envelope.ts';
export { ROLES, type Role, STAFF, type StaffRole } from './roles.ts';
export {
  type Answer,
  COMMON_ERRORS,
  type Input,
  ROUTES,
  type Route,
  SIGNED_ERRORS,
} from './routes.ts';
export {
  type AuthorizerOptions,
  type ReadAuthorization,
  readAuthorization,
  requestAuthorizer,
} from './signed-request.ts';
export {
  SUPERVISION_PAPERS,
  SupervisionFile,
  SupervisionOpening,
  SupervisionPage,
  SupervisionStepRequest,
} from './supervision.ts';
