export { AUTHORITY_PERIODS } from './authority-periods.ts';
export { type DayKind, stateCalendar, type WorkCalendar, workCalendar } from './calendar.ts';
export { type CountedDay, countPeriod, type Due, type Stop } from './count.ts';
export {
  type Deadline,
  type DeadlineInput,
  type DeadlineState,
  deadlines,
  explain,
} from './deadlines.ts';
export { HEARING_PERIODS } from './hearing-periods.ts';
export { ORDER_OF_STEPS, type OrderedStep, orderOf } from './order.ts';
export { PARTY_PERIODS } from './party-periods.ts';
export type {
  Actor,
  CaseEvent,
  CaseKind,
  Cite,
  Extension,
  Label,
  Period,
  RemedyKind,
  StopKind,
  Traits,
} from './period.ts';
export { REMEDY_PERIODS } from './remedy-periods.ts';
export { type Rights, remedyKind, rightsOf } from './rights.ts';
export { SUPERVISION_PERIODS } from './supervision-periods.ts';
export { SURCHARGES, surcharge } from './surcharge.ts';
export { WORKDAYS } from './workdays.ts';
