import type { Rule } from '../../rules/index.ts';
import { type Results, run } from '../batch.ts';
import type { Case } from '../case.ts';
import { encode } from '../columns.ts';
import { Comparison, type Moved, sideAt, type Tally } from './tally.ts';

/** Counts, money and the cases that change tier. */
export interface Compared extends Tally {
  /** Cases that change tier, in their order, at most `keep` of them; `movedTier` counts all. */
  readonly moved: readonly Moved[];
}

export interface CompareOptions {
  /** How many moved cases to list. Default 1,000. */
  readonly keep?: number;
  /** Stops between portions with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told the number of cases done after each portion. */
  readonly onProgress?: (done: number) => void;
}

/** Cases put into columns at a time: large enough to be quick, small enough to stop and to show progress. */
const PORTION = 20_000;

/**
 * Back-test: every case under two Rules, each as `assess` would with the Rule taken as the law in force. `cases` may be
 * any iterable, also one that reads as it goes; only a portion is held at a time.
 * @throws the signal's reason when it is aborted.
 */
export async function compare(
  before: Rule,
  after: Rule,
  cases: Iterable<Case> | AsyncIterable<Case>,
  { keep = 1000, signal, onProgress }: CompareOptions = {},
): Promise<Compared> {
  const comparison = new Comparison();
  const moved: Moved[] = [];
  let done = 0;
  for await (const portion of portions(cases)) {
    signal?.throwIfAborted();
    const old = run(before, encode(before, portion));
    const fresh = run(after, encode(after, portion));
    const start = done;
    comparison.add(old, fresh, (index) => {
      if (moved.length < keep) moved.push(movedAt(index, index - start, old, fresh));
    });
    done += portion.length;
    onProgress?.(done);
  }
  return { ...comparison.tally, moved };
}

/**
 * The same from two runs over the same cases, at once: for an editor that tries each change on a province's history.
 * Encode the history once, keep the run of the Rule in force, and run the proposal into the same memory again.
 */
export function compareRuns(before: Results, after: Results, keep = 1000): Compared {
  const comparison = new Comparison();
  const moved: Moved[] = [];
  comparison.add(before, after, (index) => {
    if (moved.length < keep) moved.push(movedAt(index, index, before, after));
  });
  return { ...comparison.tally, moved };
}

function movedAt(index: number, at: number, before: Results, after: Results): Moved {
  return { index, before: sideAt(before, at), after: sideAt(after, at) };
}

async function* portions(cases: Iterable<Case> | AsyncIterable<Case>): AsyncGenerator<Case[]> {
  let portion: Case[] = [];
  for await (const case_ of cases) {
    portion.push(case_);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
