export type {
  CaseHistory,
  CodeHistory,
  Happened,
  ObjectionHistory,
  Unread,
} from './events/case-history.ts';
export { type OversightEvent, type Place, placeId } from './events/event.ts';
export {
  type DecidedData,
  DisputedPoint,
  EVENT_DATA,
  type IssuedData,
  type StepData,
} from './events/event-data.ts';
export { caseHistories, Histories, type Read } from './events/histories.ts';
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
export { rollUp, type UnitNode, unitTree } from './unit-tree.ts';
