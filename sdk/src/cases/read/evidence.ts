/** How much each kind of evidence of a close reading counts. */
export interface Evidence {
  /** The query's terms over the whole decision, its sections weighed. */
  readonly terms: number;
  /** Terms that follow one another as in the query. */
  readonly pairs: number;
  /** The best passages of the facts. */
  readonly passages: number;
  /** Terms that the nearest candidates share beyond the query. */
  readonly feedback: number;
  /** Charges, causes of action and articles that the nearest candidates name. */
  readonly issues: number;
}

/** Set on judgments composed for it and on the generated library, neither of which is what it is measured on. */
export const EVIDENCE: Evidence = {
  terms: 1,
  pairs: 0.3,
  passages: 0.5,
  feedback: 0.6,
  issues: 0.5,
};
