import type {
  Condition,
  FactDefinition,
  FineRange,
  Rule,
  StatuteTier,
  Tier,
} from '../rules/index.ts';
import type { Case } from './case.ts';
import { takeFacts } from './facts.ts';
import { frame } from './frame.ts';
import { examine } from './grounds.ts';
import { applicability } from './in-force.ts';
import { choose, sides } from './statute-tier.ts';
import { type Facts, test } from './truth.ts';

/** Tiers by their number in the columns, as in label 9 of a code. */
export const TIERS_BY_NUMBER: readonly (Tier | null)[] = [
  null,
  'waive',
  'mitigate',
  'lighten',
  'ordinary',
  'aggravate',
];
/** In a column of frames: the grounds leave the case open. */
export const OPEN = 255;

/** Cases of one Rule turned into small integers once, to be assessed many times. */
export interface Columns {
  readonly length: number;
  /** Parts of the fact space on which the statute answers alike, as met among the cases. */
  readonly cells: readonly Cell[];
  readonly cell: Uint32Array;
  /** Fen of the fact that the cell's range multiplies, NaN where it is not known; 0 where there is none. */
  readonly base: Float64Array;
  /** The tier that grounds and elections fix, by number; 0: the points decide; 255: undecided. */
  readonly frame: Uint8Array;
  /** By factor of the benchmark: position of the chosen option, from 1; 0: not answered. */
  readonly options: readonly Uint8Array[];
  /** 1 where a factor or an option is named that the benchmark does not have. */
  readonly foreign: Uint8Array;
}

export interface Cell {
  /** Null: the statute leaves these cases open. `none`: it sets no fine. */
  readonly fine: FineRange | 'none' | null;
  /** A fact is outside its domain. */
  readonly invalid: boolean;
  readonly facts: Facts;
}

/**
 * Cases as columns. What hangs on the statute, the grounds and the elections is settled here; what hangs on the
 * benchmark's numbers is left to `run`, so that one encoding serves every benchmark with the same factors and
 * options. Like `assess` with `dates: 'bound'`: history is put under the Rule that is asked about, and
 * what a party was told (`noticed`) does not count.
 */
export function encode(rule: Rule, cases: readonly Case[]): Columns {
  const { length } = cases;
  const { statute } = rule;
  const cellOf = celler(rule);
  const frameOf = framer(rule);
  const answer = answerer(rule, length);
  const columns = {
    cell: new Uint32Array(length),
    base: new Float64Array(length),
    frame: new Uint8Array(length),
  };
  for (let i = 0; i < length; i += 1) {
    const case_ = cases[i] as Case;
    const { facts, undecided } = takeFacts(case_, statute);
    const number = cellOf.number(facts, undecided.length > 0);
    const fine = cellOf.cells[number]?.fine;
    columns.cell[i] = number;
    if (fine && fine !== 'none' && fine.basis === 'multiple')
      columns.base[i] = Number(facts[fine.of]);
    columns.frame[i] = frameOf(case_, facts);
    answer.take(case_, i);
  }
  return {
    length,
    cells: cellOf.cells,
    ...columns,
    options: answer.options,
    foreign: answer.foreign,
  };
}

/** Numbers the cells as they are met. Between two numbers of its conditions a statute answers all values alike. */
function celler(rule: Rule) {
  const { facts: definitions } = rule.statute;
  const { party } = sides(rule.statute);
  const cuts = cutsOf(rule, party);
  const states = definitions.map((definition) =>
    stating(definition, cuts.get(definition.id) ?? []),
  );
  const known = new Map<number, number>();
  const cells: Cell[] = [];
  const number = (facts: Facts, invalid: boolean): number => {
    let key = invalid ? 1 : 0;
    for (let f = 0; f < definitions.length; f += 1) {
      const state = states[f];
      const id = definitions[f]?.id;
      if (state && id) key = key * state.count + state.of(facts[id]);
    }
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = cells.push({ fine: fineOf(party, facts), invalid, facts }) - 1;
    known.set(key, made);
    return made;
  };
  return { cells, number };
}

/** How many values of a fact the conditions tell apart, and which one a value is; 0 is unknown. */
function stating({ type, values = [] }: FactDefinition, cuts: readonly number[]) {
  if (type === 'bool')
    return { count: 3, of: (value: Facts[string]) => (value === undefined ? 0 : value ? 2 : 1) };
  if (type === 'enum')
    return {
      count: values.length + 1,
      of: (value: Facts[string]) => values.findIndex(({ id }) => id === value) + 1,
    };
  return {
    count: 2 * cuts.length + 2,
    of: (value: Facts[string]) => {
      if (typeof value !== 'number') return 0;
      let state = 1;
      for (const cut of cuts) {
        if (value < cut) return state;
        if (value === cut) return state + 1;
        state += 2;
      }
      return state;
    },
  };
}

function cutsOf(rule: Rule, party: readonly StatuteTier[]): Map<string, number[]> {
  const cuts = new Map<string, Set<number>>();
  const visit = (condition: Condition): void => {
    if (condition.op === 'not') visit(condition.of);
    else if (condition.op === 'all' || condition.op === 'any') condition.of.forEach(visit);
    else if (condition.op !== 'in' && typeof condition.value === 'number') {
      const known = cuts.get(condition.fact) ?? new Set();
      cuts.set(condition.fact, known.add(condition.value));
    }
  };
  for (const tier of party) tier.when.forEach(visit);
  const { method } = rule.benchmark;
  if (method.kind === 'band-table') for (const row of method.rows) row.when.forEach(visit);
  return new Map([...cuts].map(([fact, values]) => [fact, [...values].sort((a, b) => a - b)]));
}

function fineOf(party: readonly StatuteTier[], facts: Facts): Cell['fine'] {
  const { chosen } = choose(party, facts);
  if (chosen === null) return null;
  const fines = chosen.flatMap(({ fine }) => (fine === null ? [] : [fine]));
  return fines.length > 1 ? null : (fines[0] ?? 'none');
}

/** The frame of each combination of grounds and election, worked out once. */
function framer(rule: Rule): (case_: Case, facts: Facts) => number {
  const { violation } = rule.statute;
  const unusable = applicability({ violation } as Case, rule, 'bound').undecided.length > 0;
  const byFacts = rule.grounds.filter(({ when }) => when !== undefined);
  const known = new Map<string, number>();
  return (case_, facts) => {
    if (unusable || case_.violation !== violation) return OPEN;
    let key = case_.grounds?.join() ?? '?';
    for (const { when } of byFacts) if (when) key += ` ${test(when, facts)}`;
    if (case_.elect) key += ` ${case_.elect.tier} ${case_.elect.reason.trim() === ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const examined = examine(case_, rule, facts, 'bound');
    const framed = frame(examined.found, case_.elect);
    const open = examined.undecided.length + framed.undecided.length > 0;
    const number = open ? OPEN : TIERS_BY_NUMBER.indexOf(framed.tier);
    known.set(key, number);
    return number;
  };
}

function answerer({ benchmark: { factors } }: Rule, length: number) {
  const options = factors.map(() => new Uint8Array(length));
  const foreign = new Uint8Array(length);
  const ids = factors.map(({ id }) => id);
  const places = factors.map((factor) => new Map(factor.options.map(({ id }, i) => [id, i + 1])));
  const take = ({ factors: answers }: Case, i: number): void => {
    let answered = 0;
    for (let f = 0; f < ids.length; f += 1) {
      const answer = answers[ids[f] as string];
      if (answer === undefined) continue;
      answered += 1;
      const place = places[f]?.get(answer);
      const column = options[f];
      if (place === undefined || column === undefined) foreign[i] = 1;
      else column[i] = place;
    }
    for (const id in answers) if (answers[id] !== undefined) answered -= 1;
    if (answered !== 0) foreign[i] = 1;
  };
  return { options, foreign, take };
}
