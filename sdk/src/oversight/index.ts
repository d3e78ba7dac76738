export type {
  CaseHistory,
  CodeHistory,
  Happened,
  ObjectionHistory,
  Unread,
} from './events/case-history.ts';
export { type OversightEvent, type Place, placeId } from './events/event.ts';
export {
  CHANNELS,
  type Channel,
  type ClueData,
  type ClueStepData,
  type DecidedData,
  DisputedPoint,
  EVENT_DATA,
  INSTRUMENTS,
  type IssuedData,
  RISKS,
  type Risk,
  type StepData,
  type SupervisionData,
  type SupervisionStepData,
  type TaskData,
  type TaskStepData,
} from './events/event-data.ts';
export { caseHistories, Histories, type Read } from './events/histories.ts';
export {
  type ClueHistory,
  isOfMatters,
  type Matters,
  mattersOf,
  type SupervisionHistory,
  type TaskHistory,
} from './events/matters.ts';
export {
  basisPoints,
  count,
  type Figure,
  type FigureDefinition,
  figureId,
  missing,
  type Scope,
  share,
  showFigure,
  type Words,
} from './figure.ts';
export { LEVELS, loadOrganisation, Organisation, Unit } from './organisation.ts';
export { REMEDY_FIGURES, remedyFigures } from './remedy-figures.ts';
export { rollUp, type UnitNode, unitTree } from './unit-tree.ts';
