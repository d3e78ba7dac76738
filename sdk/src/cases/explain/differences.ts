import { assess, type Case } from '../../discretion/index.ts';
import type { Rule, Tier, Wording } from '../../rules/index.ts';
import type { CaseRecord } from '../record.ts';
import type { Searchable } from '../search/index.ts';

/** Something that two cases do not have in common, and what it would do to this one. */
export interface Difference {
  readonly kind: 'violation' | 'factor' | 'value' | 'version' | 'level' | 'place';
  /** The factor's id; empty for what there is one of. */
  readonly id: string;
  readonly label: Wording | null;
  /** This case, the other; `null` unknown. An amount is whole fen, a version the first day in force. */
  readonly mine: string | number | null;
  readonly theirs: string | number | null;
  /** This case with the other's answer in place of its own; `null` where rule or facts do not say. */
  readonly effect: Effect | null;
}

export interface Effect {
  /** Points and suggestion (fen) then less now; `null` where either has none. */
  readonly points: number | null;
  readonly suggestion: number | null;
  readonly outcome: 'fine' | 'no-fine' | 'waived' | 'undecided';
  readonly tier: Tier | null;
}

/** What is known of the case under one Rule, so that a difference can be worked through. */
export interface Standing {
  readonly case: Case;
  readonly rule: Rule;
}

/** Amounts that differ by less than this are as good as equal. */
const SAME_VALUE = 1.25;

/**
 * What the case asked about and a decided one do not have in common, and, where rule and facts are known, what the other's
 * answer would do to this case's points (and suggestion in fen). What is unknown of this case differs from nothing.
 */
export function differences(
  query: Searchable,
  record: CaseRecord,
  standing?: Standing,
): Difference[] {
  return [
    ...single('violation', query.violation, record.violation),
    ...factors(query, record, standing),
    ...value(query.value, record.value),
    ...single('version', query.lawVersion, record.lawVersion),
    ...single('level', query.level, record.level),
    ...single('place', query.region, record.region),
  ];
}

function single(
  kind: Difference['kind'],
  mine: string | undefined,
  theirs: string | undefined,
): Difference[] {
  if (mine === theirs || mine === undefined) return [];
  return [{ kind, id: '', label: null, mine, theirs: theirs ?? null, effect: null }];
}

function value(mine: number | undefined, theirs: number | undefined): Difference[] {
  if (mine === undefined || mine === theirs) return [];
  if (theirs !== undefined && mine > 0 && theirs > 0) {
    const times = mine > theirs ? mine / theirs : theirs / mine;
    if (times < SAME_VALUE) return [];
  }
  return [{ kind: 'value', id: '', label: null, mine, theirs: theirs ?? null, effect: null }];
}

function factors(
  query: Searchable,
  record: CaseRecord,
  standing: Standing | undefined,
): Difference[] {
  const mine = standing?.case.factors ?? query.factors ?? {};
  const defined = new Map(standing?.rule.benchmark.factors.map((factor) => [factor.id, factor]));
  const ids = [...new Set([...Object.keys(mine), ...Object.keys(record.factors)])].sort();
  return ids.flatMap((id): Difference[] => {
    const [here, there] = [mine[id], record.factors[id]];
    // What neither side knows, or only the other does, is no difference that this case could be asked about.
    if (here === there || here === undefined || there === undefined) return [];
    const factor = defined.get(id);
    const known = factor?.options.some((option) => option.id === there) ?? false;
    const effect = standing && known ? effectOf(standing, id, there) : null;
    return [
      { kind: 'factor', id, label: factor?.label ?? null, mine: here, theirs: there, effect },
    ];
  });
}

function effectOf({ case: mine, rule }: Standing, id: string, option: string): Effect {
  const now = assess(mine, rule);
  const then = assess({ ...mine, factors: { ...mine.factors, [id]: option } }, rule);
  const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    points: less(then.points, now.points),
    suggestion: less(then.suggestion, now.suggestion),
    outcome: then.outcome,
    tier: then.tier,
  };
}
