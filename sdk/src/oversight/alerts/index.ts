export { type Alert, LEVELS, type Level, type Quantity } from './alert.ts';
export { type AlertOptions, alertsOf, alertsOfCase } from './alerts.ts';
export {
  type ClassBias,
  type ClassBiasOptions,
  classBias,
  PARTY_CLASSES,
  type PartyClass,
  partyClassOf,
} from './class-bias.ts';
export { clueSourceOf } from './clue-source.ts';
export type { ClueTimeline } from './clue-timeline.ts';
export { ALERT_THRESHOLDS } from './default-thresholds.ts';
export { type Bias, type BiasFinding, type BiasOptions, handlerBias } from './handler-bias.ts';
export { type IncomeQuestion, type IncomeTarget, incomeQuestions } from './income-questions.ts';
export { knownOn } from './known-on.ts';
export { type LeadTimes, leadTimes } from './lead-time.ts';
export type { Decided } from './like-cases.ts';
export { learnPace, type Pace } from './pace.ts';
export type { AlertRule, At } from './rule.ts';
export { RULES } from './rules.ts';
export { type Model, type ShadowReport, shadow } from './shadow.ts';
export { type Shown, type StageShown, shownBy } from './shown.ts';
export { type Standing, standingOf, type View } from './standing.ts';
export { loadThresholds, type RuleId, Thresholds } from './thresholds.ts';
export { type RiskRow, type Tie, tiedTo } from './tied-to.ts';
export { type Experience, worklist, type Yield, yieldsOf } from './worklist.ts';
