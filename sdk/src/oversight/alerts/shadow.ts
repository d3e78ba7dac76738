import type { CaseHistory } from '../events/case-history.ts';
import type { Alert } from './alert.ts';
import { type AlertOptions, alertsOf } from './alerts.ts';
import { ALERT_THRESHOLDS } from './default-thresholds.ts';
import type { AlertRule } from './rule.ts';
import { RULES } from './rules.ts';
import type { RuleId, Thresholds } from './thresholds.ts';

/** Rules and the numbers they work with. */
export interface Model {
  readonly rules?: readonly AlertRule[];
  readonly thresholds?: Thresholds;
}

/** 试运行 report: what would change if the new model were used, alert by alert. */
export interface ShadowReport {
  readonly cases: number;
  readonly same: number;
  readonly added: readonly Alert[];
  readonly dropped: readonly Alert[];
  /** Raised by both at another level, or a warning by one and not by the other. */
  readonly changed: readonly { readonly before: Alert; readonly after: Alert }[];
  /** By rule: alerts before and after. */
  readonly byRule: Readonly<
    Partial<Record<RuleId, { readonly before: number; readonly after: number }>>
  >;
}

/**
 * Runs an old and a new model over the same cases on the same day. Rules in state `shadow` of the new one take part: that is what the
 * state is for. Nothing is raised by it.
 */
export function shadow(
  before: Model,
  after: Model,
  histories: readonly CaseHistory[],
  options: Omit<AlertOptions, 'rules' | 'thresholds'>,
): ShadowReport {
  const thresholds = after.thresholds ?? ALERT_THRESHOLDS;
  const old = alertsOf(histories, { ...options, ...before });
  const fresh = alertsOf(histories, { ...options, ...after, thresholds: inUse(thresholds) });
  const known = new Map(old.map((alert) => [alert.id, alert]));
  const ids = new Set(fresh.map(({ id }) => id));
  const changed = fresh.flatMap((alert) => {
    const was = known.get(alert.id);
    return was && (was.level !== alert.level || was.warning !== alert.warning)
      ? [{ before: was, after: alert }]
      : [];
  });
  const added = fresh.filter(({ id }) => !known.has(id));
  const byRule: Partial<Record<RuleId, { before: number; after: number }>> = {};
  for (const { id } of new Set([...(before.rules ?? RULES), ...(after.rules ?? RULES)])) {
    const of = (alerts: readonly Alert[]) => alerts.filter(({ rule }) => rule === id).length;
    byRule[id] = { before: of(old), after: of(fresh) };
  }
  return {
    cases: histories.length,
    same: fresh.length - added.length - changed.length,
    added,
    dropped: old.filter(({ id }) => !ids.has(id)),
    changed,
    byRule,
  };
}

function inUse(thresholds: Thresholds): Thresholds {
  const rules = structuredClone(thresholds.rules);
  for (const rule of Object.values(rules)) if (rule.state === 'shadow') rule.state = 'on';
  return { ...thresholds, rules };
}
