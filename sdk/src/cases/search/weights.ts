/**
 * Every number that the ranking turns on. The parts of a hit add up to its score; what a query does not say has no part.
 * Set on the generated library and on composed judgments, then held still: see the ablation of `chidu cases evaluate`.
 */
export interface Weights {
  /** Largest part of each kind. Text counts by the share of the query's telling terms that a record carries. */
  readonly text: number;
  readonly violation: number;
  readonly article: number;
  readonly factor: number;
  readonly value: number;
  readonly level: number;
  readonly place: number;
  readonly date: number;
  readonly version: number;
}

export const WEIGHTS: Weights = {
  text: 1,
  violation: 0.5,
  article: 0.1,
  factor: 0.5,
  value: 0.25,
  level: 0.01,
  place: 0.01,
  date: 0.02,
  version: 0.02,
};

/** BM25F (Robertson and Zaragoza 2009): saturation, and per field how much one occurrence and the field's length count. */
export const BM25F = {
  saturation: 1.2,
  fields: {
    title: { weight: 1.6, length: 0.4 },
    facts: { weight: 1, length: 0.6 },
    basis: { weight: 0.5, length: 0.6 },
    decision: { weight: 0.3, length: 0.6 },
  },
} as const;

export const QUERY = {
  /** Telling terms that a query keeps: beyond them the order of the first ten hardly moves. */
  terms: 64,
  /** Power of the inverse document frequency: a whole facts paragraph is full of the form of such paragraphs. */
  steepness: 2,
  /** Saturation of a term that the query itself repeats. */
  saturation: 2,
} as const;

/** A term that stands in more than this share of a shard tells nothing; its postings are not kept. */
export const COMMON = { share: 0.25, from: 2000 } as const;

/** Years after which a decision's part for its date is halved. */
export const DATE_HALVES_AFTER = 4;

/** Factor of ten at which two amounts have nothing in common any more. */
export const VALUE_DECADES = 1.5;
