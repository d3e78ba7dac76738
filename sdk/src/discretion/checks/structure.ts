import type { Condition, FactDefinition, Factor, Rule } from '../../rules/index.ts';
import type { Draft } from './finding.ts';
import { dayInForce, type Proof } from './proof.ts';

/** Check 1: names and numbers that are given once and point somewhere, domains that hold a value, dates that meet. */
export function structure({ rule }: Proof): Draft[] {
  return [...duplicates(rule), ...unknownNames(rule), ...emptyDomains(rule), ...force(rule)];
}

function* duplicates({ statute, benchmark, grounds }: Rule): Generator<Draft> {
  const lists: [string, readonly { readonly number: number; readonly id?: string }[]][] = [
    ['/statute/facts', statute.facts],
    ['/statute/tiers', statute.tiers],
    ['/grounds', grounds],
    ['/benchmark/factors', benchmark.factors],
    ...statute.facts.map((fact, i): [string, typeof grounds] => [
      `/statute/facts/${i}/values`,
      (fact.values ?? []) as typeof grounds,
    ]),
    ...benchmark.factors.map((factor, i): [string, typeof factor.options] => [
      `/benchmark/factors/${i}/options`,
      factor.options,
    ]),
  ];
  for (const [at, list] of lists) {
    const seen = new Set<string | number>();
    for (const [i, { number, id }] of list.entries()) {
      for (const name of id === undefined ? [number] : [number, id]) {
        if (seen.has(name)) yield draft('duplicate', `${at}/${i}`, { name });
        seen.add(name);
      }
    }
  }
}

function* unknownNames({ statute, grounds, benchmark }: Rule): Generator<Draft> {
  const numbers = new Set(statute.tiers.map(({ number }) => number));
  for (const [i, tier] of statute.tiers.entries()) {
    const at = `/statute/tiers/${i}`;
    for (const [k, when] of tier.when.entries())
      yield* unknownIn(when, `${at}/when/${k}`, statute.facts);
    if (tier.fine?.basis === 'multiple' && factOf(statute, tier.fine.of)?.type !== 'fen') {
      yield draft('unknown-name', `${at}/fine/of`, { name: tier.fine.of });
    }
    for (const number of tier.insteadOf) {
      if (!numbers.has(number)) yield draft('unknown-name', `${at}/insteadOf`, { name: number });
    }
    const values = tier.subject?.role === 'party' ? (tier.subject.values ?? []) : [];
    for (const value of values) {
      if (!factOf(statute, 'subject')?.values?.some(({ id }) => id === value)) {
        yield draft('unknown-name', `${at}/subject/values`, { name: value });
      }
    }
  }
  for (const [i, { when }] of grounds.entries()) {
    if (when) yield* unknownIn(when, `/grounds/${i}/when`, statute.facts);
  }
  if (benchmark.method.kind !== 'band-table') return;
  // A row may ask for a factor as well; the value then is the id of an option.
  const asked = [...benchmark.factors.map(asFact), ...statute.facts];
  for (const [i, { when }] of benchmark.method.rows.entries()) {
    for (const [k, condition] of when.entries()) {
      yield* unknownIn(condition, `/benchmark/method/rows/${i}/when/${k}`, asked);
    }
  }
}

type Named = Pick<FactDefinition, 'id' | 'type'> & {
  readonly values?: readonly { readonly id: string }[] | undefined;
};

const asFact = ({ id, options }: Factor): Named => ({ id, type: 'enum', values: options });

/** A condition on a fact that is not declared, or compares it with what it can never be. */
function* unknownIn(condition: Condition, at: string, facts: readonly Named[]): Generator<Draft> {
  if (condition.op === 'not') return yield* unknownIn(condition.of, `${at}/of`, facts);
  if (condition.op === 'all' || condition.op === 'any') {
    for (const [i, part] of condition.of.entries()) yield* unknownIn(part, `${at}/of/${i}`, facts);
    return;
  }
  const fact = facts.find(({ id }) => id === condition.fact);
  if (!fact) return yield draft('unknown-name', at, { name: condition.fact });
  const values = condition.op === 'in' ? condition.values : [condition.value];
  for (const value of values) {
    const known =
      fact.type === 'enum'
        ? fact.values?.some(({ id }) => id === value)
        : typeof value === (fact.type === 'bool' ? 'boolean' : 'number');
    if (!known) yield draft('unknown-name', at, { name: value });
  }
}

function* emptyDomains({ statute }: Rule): Generator<Draft> {
  for (const [i, fact] of statute.facts.entries()) {
    const empty =
      fact.type === 'enum'
        ? !fact.values?.length
        : fact.min !== undefined && fact.max !== undefined && fact.min > fact.max;
    if (empty) yield draft('empty-domain', `/statute/facts/${i}`, { name: fact.id });
  }
}

function* force(rule: Rule): Generator<Draft> {
  const { statute, benchmark, pack } = rule;
  if (dayInForce(rule) === null) {
    const days = { statute: [statute.from, statute.to], pack: [pack.from, pack.to] };
    yield draft('never-in-force', '/pack', days);
  }
  if (pack.publication === null && !pack.sample)
    yield draft('unpublished', '/pack/publication', {});
  if (benchmark.violation !== null && benchmark.violation !== statute.violation) {
    yield draft('other-violation', '/benchmark/violation', { name: benchmark.violation });
  }
}

const factOf = (statute: Rule['statute'], id: string) =>
  statute.facts.find((fact) => fact.id === id);

function draft(code: Draft['code'], at: string, fields: Draft['fields']): Draft {
  return { check: 'structure', code, level: 'error', at, fields, witness: [] };
}
