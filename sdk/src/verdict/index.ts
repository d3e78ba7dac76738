export {
  type ChangedStep,
  changedSince,
  type Evidence,
  type EvidenceParts,
  type LogEvidence,
  loadersOf,
  readEvidence,
  writeEvidence,
} from './evidence.ts';
export {
  type LoadGrowth,
  type LoadReceipt,
  type LogChecked,
  type LoggedEntry,
  type LogMemory,
  type LogReader,
  type LogReaderOptions,
  logReader,
} from './log.ts';
export { type DocumentMeta, payloadFor } from './payload-for.ts';
export { type Replayed, replay, replayRule, unreadable } from './replay.ts';
export { type Checked, checkStatus, type LoadStatusList } from './status.ts';
export { FINDINGS_EN, PASSES_EN, STEPS_EN } from './texts/en.ts';
export { FINDINGS_ZH, PASSES_ZH, STEPS_ZH } from './texts/zh.ts';
export {
  type Finding,
  type FindingCode,
  STEP_IDS,
  type Step,
  type StepId,
  type Verdict,
  type VerdictCode,
} from './verdict.ts';
export { verify } from './verify.ts';
export { type LoadRule, type Trust, type VerifyOptions, verifyWith } from './verify-with.ts';
