import { plainNumber } from '../../cases/import/duplicates.ts';
import { daysBetween, halfWidth } from '../../text/index.ts';
import type { ClueSource } from './clue.ts';

/** Two reports that look like one matter. */
export interface SameMatter {
  /** Positions in the list, the earlier report first. */
  readonly a: number;
  readonly b: number;
  /** Per cent of what the one that says less says, that the other says too: pairs of characters by their weight. */
  readonly alike: number;
  /** Why: the same case, or the same words about the same body at the same time. */
  readonly why: 'case' | 'text';
}

/** Reports further apart than this speak of two matters unless they name one case. Days. */
const APART = 60;
/** Weight in common from which two reports about one body, or about a body that one of them leaves open, are one matter. */
const ALIKE = { sameBody: 42, openBody: 48 };
/** A pair of characters that stands in more than this share of all reports leads to no candidates. */
const COMMON = 0.02;

/**
 * 去重: which reports, of whatever channel, wording and day, speak of one matter. Candidates are those that share a rare
 * pair of characters or a case, so the cost grows with the reports and not with their pairs. Different bodies or different
 * cases are different matters, whatever the words. A suggestion: `mergeClues` is a person's word.
 */
export function sameMatters(sources: readonly ClueSource[]): SameMatter[] {
  const pairs = sources.map(({ text }) => pairsOf(text));
  const holders = new Map<string, number[]>();
  for (const [i, own] of pairs.entries())
    for (const pair of own) {
      const list = holders.get(pair);
      if (list) list.push(i);
      else holders.set(pair, [i]);
    }
  const held = (pair: string): number => holders.get(pair)?.length ?? 0;
  // What few reports say tells most: the weight of a pair is the information in meeting it (Sparck Jones 1972).
  const weight = (pair: string): number => Math.log2((sources.length + 1) / held(pair));
  const most = Math.max(3, Math.floor(sources.length * COMMON));
  // Set phrases of a channel, and whatever many reports complain about, say nothing about which matter it is.
  const telling = pairs.map((own) => own.filter((pair) => held(pair) <= most));
  const sets = telling.map((own) => new Set(own));
  const total = telling.map((own) => own.reduce((sum, pair) => sum + weight(pair), 0));
  const alike = (a: number, b: number): number => {
    let shared = 0;
    for (const pair of telling[b] ?? []) if (sets[a]?.has(pair)) shared += weight(pair);
    const shorter = Math.min(total[a] ?? 0, total[b] ?? 0);
    return shorter === 0 ? 0 : Math.floor((100 * shared) / shorter);
  };
  const cases = sources.map(({ about }) => (about.case ? plainNumber(about.case) : null));
  const byCase = new Map<string, number>();
  const found: SameMatter[] = [];
  for (const [b, later] of sources.entries()) {
    const number = cases[b] ?? null;
    const near = new Set<number>();
    for (const pair of telling[b] ?? [])
      for (const a of holders.get(pair) ?? []) if (a < b) near.add(a);
    const first = number === null ? undefined : byCase.get(number);
    if (first !== undefined && !apart(sources[first] as ClueSource, later)) {
      found.push({
        ...order(first, b),
        alike: alike(first, b),
        why: 'case',
      });
      continue;
    }
    if (number !== null) byCase.set(number, b);
    let best: SameMatter | null = null;
    for (const a of near) {
      const earlier = sources[a] as ClueSource;
      if (apart(earlier, later) || (number !== null && cases[a] !== null && cases[a] !== number))
        continue;
      if (Math.abs(daysBetween(earlier.on, later.on)) > APART) continue;
      const share = alike(a, b);
      const known = earlier.about.authority !== undefined && later.about.authority !== undefined;
      if (share < (known ? ALIKE.sameBody : ALIKE.openBody)) continue;
      if (best === null || share > best.alike) best = { ...order(a, b), alike: share, why: 'text' };
    }
    if (best) found.push(best);
  }
  return found;

  function order(a: number, b: number): { a: number; b: number } {
    return (sources[a]?.on ?? '') <= (sources[b]?.on ?? '') ? { a, b } : { a: b, b: a };
  }
}

/** Both are known and they are not the same: of another body, or of another division. */
function apart({ about: a }: ClueSource, { about: b }: ClueSource): boolean {
  const differ = (x?: string, y?: string) => x !== undefined && y !== undefined && x !== y;
  return (
    differ(a.authority, b.authority) ||
    differ(a.region, b.region) ||
    differ(a.violation, b.violation)
  );
}

/** Pairs of neighbouring characters, each once; marks and spaces left out. */
function pairsOf(text: string): string[] {
  const plain = halfWidth(text).replace(/[^\p{L}\p{N}]/gu, '');
  const found = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i += 1) found.add(plain.slice(i, i + 2));
  return [...found];
}
