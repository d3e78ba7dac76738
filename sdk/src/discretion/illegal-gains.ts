import type { Citation } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';

/** What was taken in and what is proved against it, whole fen. Absent: unknown. */
export interface Receipts {
  /**
   * `ordinary`: net of proved necessary costs (办法 4 to 6, 10). `price`: the sum overcharged or underpaid (7).
   * `pyramid` and `facilitation`: all receipts (8, 9).
   */
  readonly kind: 'ordinary' | 'price' | 'pyramid' | 'facilitation';
  readonly decisionDate: string;
  /** Receipts directly from the act; for `price` the sum overcharged. */
  readonly receipts: number;
  /** Lawful necessary costs used directly in the business that the party has proved within the time set. */
  readonly provedCosts?: number;
  /** Taxes paid before the decision. */
  readonly taxesPaid?: number;
  /** Already given back: counts as gains but is not confiscated (办法 11). */
  readonly refunded?: number;
}

export interface Gains {
  /** The fact `illegalGains`: base of multiples, measure of tiers. */
  readonly gains: number;
  /** What is left to confiscate. */
  readonly confiscable: number;
  readonly cite: readonly Citation[];
}

const ORDER = '市场监督管理行政处罚案件违法所得认定办法';
const IN_FORCE = '2026-03-20';
const ARTICLES = { ordinary: [3, 4, 6, 10], price: [7], pyramid: [8], facilitation: [9] };

/**
 * 违法所得 under order 118 of the State Administration, for decisions from 2026-03-20. Costs and taxes that nobody
 * proved are not deducted; nothing falls below zero. An earlier decision follows older rules: undecided.
 */
export function illegalGains(given: Receipts): Gains | Undecided {
  const { kind, decisionDate, receipts, provedCosts = 0, taxesPaid = 0, refunded = 0 } = given;
  if (decisionDate < IN_FORCE)
    return { reason: 'not-in-force', at: 'decisionDate', fields: { from: IN_FORCE, decisionDate } };
  for (const [at, value] of Object.entries({ receipts, provedCosts, taxesPaid, refunded }))
    if (!Number.isSafeInteger(value) || value < 0)
      return { reason: 'fact-invalid', at, fields: { value } };
  const gains = kind === 'ordinary' ? Math.max(receipts - provedCosts - taxesPaid, 0) : receipts;
  const articles = refunded > 0 ? [...ARTICLES[kind], 11] : ARTICLES[kind];
  return {
    gains,
    confiscable: Math.max(gains - refunded, 0),
    cite: articles.map((article) => ({ law: ORDER, article })),
  };
}
