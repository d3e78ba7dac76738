import { issuesIn } from '../text/issues.ts';
import type { Sections } from '../text/sections.ts';
import { bigramOf } from '../text/term-key.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';
import { closeQuery, slotsOf } from './close-query.ts';
import { EVIDENCE, type Evidence } from './evidence.ts';
import { type Scan, scan } from './scan.ts';

/** A decision to be read closely. */
export interface Candidate extends Sections {
  readonly id: string;
}

export interface Collection {
  readonly documents: number;
  /** Documents of the collection that carry a term. */
  readonly carrying: (key: number) => number;
  /** Mean length of the facts. */
  readonly length: number;
}

export interface Read {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** What each kind of evidence adds to the score. */
  readonly evidence: Evidence;
}

const SATURATION = 1.5;
const LENGTH = 0.35;
/** Terms of more than this share of a collection are the form of its documents, not their matter. */
const COMMON_SHARE = 0.3;
/** In fewer documents a share says nothing about form or matter. */
const SMALL_COLLECTION = 100;
const SECTIONS = { title: 0.3, facts: 1, basis: 0.7, decision: 0.3 } as const;
/** Candidates that are taken to be near, and how fast the trust in them falls with their rank. */
const NEAREST = 10;
const SHARED_TERMS = 80;

/**
 * Reads candidates closely: passages, order of words, what the nearest share, the issues they name. It needs their
 * texts and no other knowledge, so it serves any field of law.
 */
export function reread(
  query: string,
  candidates: readonly Candidate[],
  collection: Collection,
  evidence: Evidence = EVIDENCE,
): Read[] {
  const rarity = (key: number) => rarityOf(collection.carrying(key), collection.documents);
  const asked = closeQuery(query, rarity);
  const passage = Math.min(600, Math.max(150, asked.length));
  const scans = candidates.map(({ title, facts, basis, decision }) => ({
    title: scan(asked, title, passage),
    facts: scan(asked, facts, passage),
    basis: scan(asked, basis, passage),
    decision: scan(asked, decision, passage),
  }));
  const all = asked.weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const terms = scans.map((sections) => {
    let sum = 0;
    for (let number = 0; number < asked.keys.length; number += 1) {
      const times = weighed(sections, collection.length, (one) => one.times[number] as number);
      sum += ((asked.weights[number] as number) * times) / (SATURATION + times);
    }
    return sum / all;
  });
  const passages = scans.map(({ facts }) => {
    const [first = 0, second = 0, third = 0] = facts.passages;
    return (0.7 * first + 0.2 * second + 0.1 * third) / all;
  });
  const pairs = pairEvidence(scans, asked.pairs.size, collection.length);
  const first = candidates.map(
    (_, i) =>
      evidence.terms * (terms[i] ?? 0) +
      evidence.pairs * (pairs[i] ?? 0) +
      evidence.passages * (passages[i] ?? 0),
  );
  const trust = trustIn(first);
  const feedback = sharedTerms(candidates, trust, rarity, asked.keys, collection.length);
  const issues = sharedIssues(query, candidates, trust);
  const total = Object.values(evidence).reduce((sum, weight) => sum + weight, 0) || 1;
  return candidates.map(({ id }, i) => {
    const part = (kind: keyof Evidence, shares: readonly number[]) =>
      (evidence[kind] * (shares[i] ?? 0)) / total;
    const parts: Evidence = {
      terms: part('terms', terms),
      pairs: part('pairs', pairs),
      passages: part('passages', passages),
      feedback: part('feedback', feedback),
      issues: part('issues', issues),
    };
    const score = parts.terms + parts.pairs + parts.passages + parts.feedback + parts.issues;
    return { id, score, evidence: parts };
  });
}

/** Inverse document frequency, steeper than Robertson and Spärck Jones have it: long decisions repeat the same words. */
function rarityOf(carried: number, documents: number): number {
  const frequency = Math.log(1 + (documents - carried + 0.5) / (carried + 0.5));
  const common = documents < SMALL_COLLECTION ? 0 : carried / documents / COMMON_SHARE;
  return frequency ** 1.5 * Math.max(0, 1 - common);
}

type Scans = Readonly<Record<keyof Sections, Scan>>;

function weighed(sections: Scans, mean: number, of: (one: Scan) => number): number {
  let sum = 0;
  for (const name of ['title', 'facts', 'basis', 'decision'] as const)
    sum += SECTIONS[name] * of(sections[name]);
  return sum / (1 - LENGTH + (LENGTH * sections.facts.length) / mean);
}

/** Two terms in the order of the query are a longer word: weighed by how few of the candidates carry it. */
function pairEvidence(scans: readonly Scans[], pairs: number, mean: number): number[] {
  const carried = new Uint32Array(pairs);
  const times = scans.map((sections) =>
    Float64Array.from({ length: pairs }, (_, pair) => {
      const found = weighed(sections, mean, (one) => one.pairTimes[pair] as number);
      if (found > 0) carried[pair] = (carried[pair] as number) + 1;
      return found;
    }),
  );
  const weights = Float64Array.from(carried, (n) =>
    Math.log(1 + (scans.length - n + 0.5) / (n + 0.5)),
  );
  const all =
    weights.reduce((sum, weight, i) => sum + ((carried[i] ?? 0) > 0 ? weight : 0), 0) || 1;
  return times.map((found) => {
    let sum = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      const n = found[pair] as number;
      if (n > 0) sum += ((weights[pair] as number) * n) / (SATURATION + n);
    }
    return sum / all;
  });
}

/** The nearest candidates and how far each is trusted, together 1. */
function trustIn(scores: readonly number[]): { at: number; trust: number }[] {
  const nearest = scores
    .map((score, at) => ({ at, score }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, NEAREST);
  const weights = nearest.map(({ score }, rank) => score / (rank + 2));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return nearest.map(({ at }, rank) => ({ at, trust: (weights[rank] ?? 0) / all }));
}

/** Relevance model (Lavrenko and Croft 2001) over the facts and reasons of the nearest; a candidate does not vote for itself. */
function sharedTerms(
  candidates: readonly Candidate[],
  trust: readonly { readonly at: number; readonly trust: number }[],
  rarity: (key: number) => number,
  asked: Uint32Array,
  mean: number,
): number[] {
  const buffer = emptyTerms();
  const known = new Set(asked);
  const votes = new Map<number, { sum: number; by: number }>();
  for (const { at, trust: share } of trust) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const { keys, count } = readTerms(`${candidate.facts}。${candidate.basis}`, buffer);
    const times = new Map<number, number>();
    for (let i = 0; i < count; i += 1) {
      const key = keys[i] as number;
      if (bigramOf(key) !== null && !known.has(key)) times.set(key, (times.get(key) ?? 0) + 1);
    }
    for (const [key, n] of times) {
      const vote = share * (n / (n + 2));
      const entry = votes.get(key) ?? { sum: 0, by: 0 };
      entry.sum += vote;
      entry.by += 1;
      votes.set(key, entry);
    }
  }
  const shared = [...votes]
    .filter(([, { by }]) => by >= 3)
    .map(([key, vote]) => ({ key, vote, weight: vote.sum * rarity(key) ** 1.5 }))
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, SHARED_TERMS);
  const keys = Uint32Array.from(shared, ({ key }) => key);
  const weights = Float64Array.from(shared, ({ weight }) => weight);
  const asQuery = { keys, weights, slots: slotsOf(keys), pairs: new Map(), length: 300 };
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return candidates.map(({ facts, basis }) => {
    const found = scan(asQuery, `${facts}。${basis}`, 600);
    let sum = 0;
    for (let i = 0; i < keys.length; i += 1) {
      const n = (found.times[i] as number) / (1 - LENGTH + (LENGTH * found.length) / mean);
      sum += ((weights[i] as number) * n) / (SATURATION + n);
    }
    return sum / all;
  });
}

/** What the nearest name in law, weighed by how few of the candidates name it. */
function sharedIssues(
  query: string,
  candidates: readonly Candidate[],
  trust: readonly { readonly at: number; readonly trust: number }[],
): number[] {
  const named = candidates.map(({ title, facts, basis, decision }) => {
    const decided = issuesIn(`${basis}。${decision}`);
    return new Set(decided.length > 0 ? decided : issuesIn(`${title}。${facts}`));
  });
  const carried = new Map<string, number>();
  for (const issues of named)
    for (const issue of issues) carried.set(issue, (carried.get(issue) ?? 0) + 1);
  const rarity = (issue: string) =>
    Math.log(1 + candidates.length / ((carried.get(issue) ?? 0) + 1));
  const votes = new Map<string, number>();
  for (const { at, trust: share } of trust)
    for (const issue of named[at] ?? []) votes.set(issue, (votes.get(issue) ?? 0) + share);
  for (const issue of issuesIn(query)) votes.set(issue, (votes.get(issue) ?? 0) + 1);
  const norm = Math.sqrt(
    [...votes].reduce((sum, [issue, vote]) => sum + (vote * rarity(issue)) ** 2, 0),
  );
  return named.map((issues) => {
    if (norm === 0 || issues.size === 0) return 0;
    let product = 0;
    let length = 0;
    for (const issue of issues) {
      const weight = rarity(issue);
      product += (votes.get(issue) ?? 0) * weight * weight;
      length += weight * weight;
    }
    return product / (norm * Math.sqrt(length));
  });
}
