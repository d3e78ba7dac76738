import type { Condition, Rule } from '../../rules/index.ts';
import { runTrials, type Trial } from './trial.ts';

/** A number of the Rule moved by one: a typing mistake that trials should notice. */
export interface Mutant {
  /** JSON pointers of the places moved together: both sides of a joint are one number. */
  readonly at: readonly string[];
  readonly by: 1 | -1;
}

export interface MutationScore {
  readonly mutants: number;
  readonly noticed: number;
  /** Slips that no trial notices. */
  readonly unnoticed: readonly Mutant[];
}

/** Moves every boundary, point, band edge and amount by one and asks whether some trial notices. */
export function mutationScore(rule: Rule, trials: readonly Trial[]): MutationScore {
  const mutants = placesOf(rule).flatMap((at) => ([1, -1] as const).map((by) => ({ at, by })));
  const possible = mutants.filter((mutant) => allowed(rule, mutant));
  const unnoticed = possible.filter((mutant) => {
    const changed = moved(rule, mutant);
    return trials.every((trial) => runTrials(changed, [trial])[0]?.passed);
  });
  return { mutants: possible.length, noticed: possible.length - unnoticed.length, unnoticed };
}

/** Every number that decides something; equal numbers that mean one boundary go together. */
function placesOf({ statute, benchmark }: Rule): string[][] {
  const places: string[][] = [];
  const constants = new Map<string, string[]>();
  const visit = (condition: Condition, at: string): void => {
    if (condition.op === 'not') visit(condition.of, `${at}/of`);
    else if (condition.op === 'all' || condition.op === 'any') {
      condition.of.forEach((part, i) => {
        visit(part, `${at}/of/${i}`);
      });
    } else if ('value' in condition && typeof condition.value === 'number') {
      const key = `${condition.fact} ${condition.value}`;
      constants.set(key, [...(constants.get(key) ?? []), `${at}/value`]);
    }
  };
  statute.tiers.forEach(({ when, fine }, t) => {
    when.forEach((condition, i) => {
      visit(condition, `/statute/tiers/${t}/when/${i}`);
    });
    if (!fine) return;
    const ends = fine.basis === 'amount' ? ['min', 'max'] : ['min/0', 'max/0'];
    for (const end of ends)
      if (end !== ends[0] || fine.min !== null) places.push([`/statute/tiers/${t}/fine/${end}`]);
  });
  benchmark.factors.forEach(({ options }, f) => {
    options.forEach((_, o) => {
      places.push([`/benchmark/factors/${f}/options/${o}/points`]);
    });
  });
  const { method } = benchmark;
  const at = '/benchmark/method';
  if (method.kind === 'band-table') {
    method.rows.forEach(({ when }, r) => {
      when.forEach((condition, i) => {
        visit(condition, `${at}/rows/${r}/when/${i}`);
      });
      places.push([`${at}/rows/${r}/band/bp/0`], [`${at}/rows/${r}/band/bp/1`]);
    });
  } else {
    const edges = method.tiers.flatMap(({ band }, i) =>
      [0, 1].map((end) => ({ value: band.bp[end], at: `${at}/tiers/${i}/band/bp/${end}` })),
    );
    places.push(...joined(edges));
  }
  if (method.kind === 'points-tiers')
    places.push(...joined(intervals(method.tiers, `${at}/tiers`)));
  if (method.kind === 'percent-sum' || method.kind === 'base-adjust') places.push([`${at}/start`]);
  if (method.kind === 'grid') {
    places.push(
      ...method.shares.flatMap((row, r) => row.map((_, c) => [`${at}/shares/${r}/${c}`])),
    );
    for (const side of ['rows', 'columns'] as const) {
      places.push(...joined(intervals(method[side].grades, `${at}/${side}/grades`)));
    }
  }
  return [...constants.values(), ...places];
}

function intervals(rows: readonly { from: number; to: number | null }[], at: string) {
  return rows.flatMap(({ from, to }, i) => [
    { value: from, at: `${at}/${i}/from` },
    ...(to === null ? [] : [{ value: to, at: `${at}/${i}/to` }]),
  ]);
}

function joined(edges: readonly { value: number | undefined; at: string }[]): string[][] {
  return [...Map.groupBy(edges, ({ value }) => value).values()].map((group) =>
    group.map(({ at }) => at),
  );
}

/** A number that would leave its domain is no slip: a loader refuses it. */
function allowed(rule: Rule, { at, by }: Mutant): boolean {
  return at.every((pointer) => {
    const next = Number(read(rule, pointer)) + by;
    const share = /\/bp\/|\/shares\/|\/start$/.test(pointer);
    return (
      next >= (pointer.endsWith('/points') ? Number.MIN_SAFE_INTEGER : 0) &&
      (!share || next <= 10_000)
    );
  });
}

/** Only what stands on the way to the number is copied; the rest is shared with the Rule. */
function moved(rule: Rule, { at, by }: Mutant): Rule {
  return at.reduce((changed, pointer) => bumped(changed, pointer.slice(1).split('/'), by), rule);
}

function bumped<T>(node: T, [step, ...rest]: readonly string[], by: number): T {
  if (step === undefined) return (Number(node) + by) as T;
  const copy = (Array.isArray(node) ? [...node] : { ...node }) as Record<string, unknown>;
  copy[step] = bumped(copy[step], rest, by);
  return copy as T;
}

function read(rule: Rule, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], rule);
}
