import type { AlertRule } from './rule.ts';
import { clueUnchecked } from './rules/clue-unchecked.ts';
import { codeDropped } from './rules/code-dropped.ts';
import { collegialRecordMissing } from './rules/collegial-record-missing.ts';
import { decisionAtRisk } from './rules/decision-at-risk.ts';
import { defenceCutShort } from './rules/defence-cut-short.ts';
import { departureUnexplained } from './rules/departure-unexplained.ts';
import { farFromLikeCases } from './rules/far-from-like-cases.ts';
import { fineOutside } from './rules/fine-outside.ts';
import { heavierThanNotice } from './rules/heavier-than-notice.ts';
import { noticeAltered } from './rules/notice-altered.ts';
import { numberVanished } from './rules/number-vanished.ts';
import { objectionOverdue } from './rules/objection-overdue.ts';
import { periodMissed } from './rules/period-missed.ts';
import { stalled } from './rules/stalled.ts';
import { stepSkipped } from './rules/step-skipped.ts';
import { timesImpossible } from './rules/times-impossible.ts';
import { twoLiveCodes } from './rules/two-live-codes.ts';

/** Every rule, in the order in which they are shown. */
export const RULES: readonly AlertRule[] = [
  clueUnchecked,
  periodMissed,
  decisionAtRisk,
  stalled,
  numberVanished,
  codeDropped,
  noticeAltered,
  twoLiveCodes,
  stepSkipped,
  collegialRecordMissing,
  timesImpossible,
  defenceCutShort,
  fineOutside,
  heavierThanNotice,
  departureUnexplained,
  farFromLikeCases,
  objectionOverdue,
];
