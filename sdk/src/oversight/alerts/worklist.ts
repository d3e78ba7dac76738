import { grouped } from '../grouped.ts';
import { type Rate, rateOf } from '../statistics/index.ts';
import { type Alert, LEVELS } from './alert.ts';
import type { RuleId } from './thresholds.ts';

/** How an alert of the past ended, and what it cost. */
export interface Experience {
  readonly rule: RuleId;
  /** Confirmed, and something was put right. */
  readonly solved: boolean;
  /** Minutes of work. */
  readonly minutes: number;
}

/** What the past says of one rule. */
export interface Yield {
  readonly rule: RuleId;
  readonly solved: Rate;
  readonly minutes: number;
  /** Minutes of work for each matter solved; null where none was. */
  readonly minutesPerSolved: number | null;
}

/** 监督成本与效果: by rule, in the order of its id. */
export function yieldsOf(past: readonly Experience[]): Yield[] {
  return grouped(past, ({ rule }) => rule).map(([rule, own]) => {
    const solved = own.filter((one) => one.solved).length;
    const minutes = own.reduce((sum, one) => sum + one.minutes, 0);
    return {
      rule,
      solved: rateOf(solved, own.length),
      minutes,
      minutesPerSolved: solved === 0 ? null : Math.round(minutes / solved),
    };
  });
}

/** Minutes taken for granted where a rule has no past. */
const UNKNOWN_MINUTES = 60;
/** A 高 alert is worth three 低. */
const WORTH = { low: 1, medium: 2, high: 3 } as const;

/**
 * 建议的办理顺序: most expected worth for each minute of work first. A rule is held to solve half of what little is known of it
 * (one solved and one not are added), so a new rule is neither first nor forgotten. It orders; it drops nothing.
 */
export function worklist(alerts: readonly Alert[], past: readonly Experience[]): Alert[] {
  const yields = new Map(yieldsOf(past).map((one) => [one.rule, one]));
  const worth = ({ rule, level }: Alert): number => {
    const known = yields.get(rule);
    const { numerator = 0, denominator = 0 } = known?.solved ?? {};
    const minutes = ((known?.minutes ?? 0) + UNKNOWN_MINUTES) / (denominator + 1);
    return (WORTH[level] * (numerator + 1)) / (denominator + 2) / minutes;
  };
  return alerts.toSorted(
    (a, b) =>
      worth(b) - worth(a) ||
      LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
      (a.id < b.id ? -1 : 1),
  );
}
