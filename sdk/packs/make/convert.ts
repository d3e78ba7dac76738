import type {
  Condition,
  FactDefinition,
  FineRange,
  Ground,
  Ratio,
  Statute,
  StatuteTier,
  Subject,
} from '../../src/rules/index.ts';
import { addDays } from '../../src/text/index.ts';
import { correct } from './correct.ts';
import { ADDED, KEPT } from './corrections.ts';
import { groundsOf } from './grounds.ts';
import { insteadOf } from './precedence.ts';
import { Refusal } from './refusal.ts';
import {
  type SourceCondition,
  type SourceFine,
  type SourceLeaf,
  SourceRecord,
  type SourceTier,
} from './source.ts';
import { BASES, COUNTED, HINTS, MEASURES, PENALTIES, SUBJECTS } from './words.ts';

/** Every dated entry of one record: the text in force, then earlier and later ones. */
export function convert(value: unknown, facts: readonly FactDefinition[]): Statute[] {
  const parsed = SourceRecord.safeParse(value);
  if (!parsed.success) {
    const id = (value as { id?: unknown } | null)?.id;
    const issue = parsed.error.issues[0];
    throw new Refusal(String(id), `/${issue?.path.join('/')}`, issue?.message ?? 'not a record');
  }
  const record = parsed.data;
  const { law, version, inForceFrom, inForceFromSeenInSource, inForceTo } = record.penaltyBasis;
  const current = entry(record, facts, correct(record.id, record.tiers), '/tiers');
  const grounds = groundsOf(record.id, record.penaltyBasis);
  const statute: Statute = {
    violation: record.id,
    name: { zh: record.name_zh, en: record.name_en },
    field: record.field,
    from: inForceFrom,
    to: inForceTo === undefined ? null : addDays(inForceTo, 1),
    basis: basis(record.penaltyBasis),
    prohibition: record.prohibition.map(basis),
    doubts: inForceFromSeenInSource ? [] : ['from-not-seen-in-source'],
    facts: used(facts, current, grounds, law, record.penaltyBasis.article),
    grounds,
    tiers: current,
    ...(record.penaltyByReference === undefined
      ? {}
      : { punishedAs: record.penaltyByReference.split('|') }),
    factors: record.factors.map(({ code, zh }) => ({ code, label: { zh } })),
    summary: record.summary,
    notes: record.notes ?? [],
    source: {
      repository: record.source.repo,
      path: record.source.path,
      commit: record.source.commit,
      snapshot: record.source.snapshotDate,
      verified: record.verified,
    },
  };
  if ((statute.tiers.length === 0) !== (statute.punishedAs !== undefined)) {
    throw new Refusal(record.id, '/tiers', 'an entry has tiers or sends the reader on, not both');
  }
  if (version === '') throw new Refusal(record.id, '/penaltyBasis/version', 'no version');
  return [
    ...(record.priorVersions ?? []).map((_, i) => otherVersion(record, 'priorVersions', i, facts)),
    statute,
    ...(record.futureVersions ?? []).map((_, i) =>
      otherVersion(record, 'futureVersions', i, facts),
    ),
  ];
}

function otherVersion(
  record: SourceRecord,
  list: 'priorVersions' | 'futureVersions',
  index: number,
  facts: readonly FactDefinition[],
): Statute {
  const version = record[list]?.[index];
  const at = `/${list}/${index}`;
  if (version === undefined) throw new Refusal(record.id, at, 'not there');
  const adopted = /^\d{4}-\d{2}-\d{2}/.exec(version.penaltyBasis.version)?.[0];
  const from = version.validFrom ?? adopted;
  if (from === undefined)
    throw new Refusal(record.id, at, 'neither a first day nor an adoption date');
  const tiers = entry(record, facts, version.tiers, `${at}/tiers`);
  const grounds = groundsOf(record.id, version.penaltyBasis);
  return {
    violation: record.id,
    name: { zh: record.name_zh, en: record.name_en },
    field: record.field,
    from,
    to: version.validTo === null ? null : addDays(version.validTo, 1),
    basis: basis({ ...version.penaltyBasis, item: null }),
    prohibition: [],
    doubts: [
      ...(version.validFrom === null ? (['from-is-adoption-date'] as const) : []),
      'prohibition-not-recorded',
    ],
    facts: used(facts, tiers, grounds, version.penaltyBasis.law, version.penaltyBasis.article),
    grounds,
    tiers,
    factors: record.factors.map(({ code, zh }) => ({ code, label: { zh } })),
    notes: record.notes ?? [],
    source: {
      repository: version.source.repo,
      path: version.source.path,
      commit: version.source.commit,
      verified: version.verified,
    },
  };
}

function basis(place: {
  law: string;
  article: number;
  paragraph: number | null;
  item: number | null;
  version?: string;
}) {
  return {
    law: place.law,
    article: place.article,
    ...(place.paragraph === null ? {} : { paragraph: place.paragraph }),
    ...(place.item === null ? {} : { item: place.item }),
    ...(place.version === undefined ? {} : { version: place.version }),
  };
}

function entry(
  record: SourceRecord,
  facts: readonly FactDefinition[],
  rows: readonly SourceTier[],
  at: string,
): StatuteTier[] {
  // An entry that names persons only (贿赂的个人责任) has them for its party; elsewhere they come in addition.
  const onlyPersons = rows.every(
    (row, i) => subject(record.id, row, `${at}/${i}`)?.role === 'person',
  );
  const drafts = rows.map((row, i) =>
    tier(record.id, row, i + 1, `${at}/${i}`, facts, onlyPersons),
  );
  return drafts.map((draft) => {
    const { number, level, when, subject: whom, additive, ...rest } = draft;
    return {
      number,
      level,
      when,
      ...(whom === undefined ? {} : { subject: whom }),
      additive,
      insteadOf: insteadOf(draft, drafts),
      ...rest,
    };
  });
}

function tier(
  record: string,
  row: SourceTier,
  number: number,
  at: string,
  facts: readonly FactDefinition[],
  onlyPersons: boolean,
): Omit<StatuteTier, 'insteadOf'> {
  const whom = subject(record, row, at);
  if (row.note !== undefined && !ADDED.has(row.note) && !KEPT.has(row.note)) {
    throw new Refusal(record, `${at}/note`, `nobody has read the note ${row.note}`);
  }
  const fines = row.penalties.filter((one) => one.kind === 'fine');
  if (fines.length !== (row.fine === null ? 0 : 1) || fines[0]?.mode !== row.fine?.mode) {
    throw new Refusal(record, `${at}/fine`, 'the fine and the kind of penalty disagree');
  }
  const place = {
    ...(row.article === undefined ? {} : { article: row.article }),
    ...(row.paragraph === undefined ? {} : { paragraph: row.paragraph }),
  };
  return {
    number,
    level: row.tier,
    when: row.when.map((one, i) => condition(record, one, `${at}/when/${i}`, facts)),
    ...(whom === undefined
      ? {}
      : { subject: onlyPersons ? { role: 'party' as const, label: whom.label } : whom }),
    additive: row.additive === true || (row.note !== undefined && ADDED.has(row.note)),
    penalties: row.penalties.map(({ kind, zh, mode }, i) => {
      const known = PENALTIES[kind];
      if (known?.[1] !== zh)
        throw new Refusal(record, `${at}/penalties/${i}`, `unknown: ${kind} ${zh}`);
      return { kind: known[0], mode, label: { zh, en: known[2] } };
    }),
    fine: row.fine === null ? null : fine(record, row.fine, `${at}/fine`),
    measures: row.nonPenaltyMeasures.map(({ kind, zh }, i) => {
      const known = MEASURES[kind];
      if (known?.[0] !== zh) {
        throw new Refusal(record, `${at}/nonPenaltyMeasures/${i}`, `unknown: ${kind} ${zh}`);
      }
      return { kind, label: { zh, en: known[1] } };
    }),
    ...(Object.keys(place).length > 0 ? { cite: place } : {}),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}

function subject(record: string, row: SourceTier, at: string): Subject | undefined {
  if (row.subject === undefined) return undefined;
  const known = SUBJECTS[row.subject];
  if (known === undefined) throw new Refusal(record, `${at}/subject`, `unknown: ${row.subject}`);
  return known;
}

function fine(record: string, source: SourceFine, at: string): FineRange {
  const { min, max, minInclusive, maxInclusive, mode, fixed, baseFloorCNY, maxCapCNY } = source;
  if (minInclusive === (min === null))
    throw new Refusal(record, at, 'only a stated minimum is included');
  if (fixed === true && min !== max)
    throw new Refusal(record, at, 'fixed, but minimum and maximum differ');
  const ends = { minInclusive, maxInclusive, mode };
  if (source.basis === 'amount') {
    if (baseFloorCNY !== undefined || maxCapCNY !== undefined) {
      throw new Refusal(record, at, 'an amount has no base and no cap');
    }
    return {
      basis: 'amount',
      min: min === null ? null : fen(record, min, at),
      max: fen(record, max, at),
      ...ends,
    };
  }
  const of = BASES[source.basis];
  if (of === undefined) throw new Refusal(record, `${at}/basis`, `unknown: ${source.basis}`);
  return {
    basis: 'multiple',
    of,
    min: min === null ? null : ratio(min),
    max: ratio(max),
    ...ends,
    ...(baseFloorCNY === undefined ? {} : { baseFloor: fen(record, baseFloorCNY, at) }),
    ...(maxCapCNY === undefined ? {} : { cap: fen(record, maxCapCNY, at) }),
  };
}

function fen(record: string, yuan: number, at: string): number {
  if (!Number.isSafeInteger(yuan * 100) || !Number.isSafeInteger(yuan)) {
    throw new Refusal(record, at, `${yuan} is no whole number of yuan`);
  }
  return yuan * 100;
}

/** From the decimal digits, never from the floating point value: 0.15 is 3/20. */
function ratio(value: number): Ratio {
  const [whole = '', fraction = ''] = String(value).split('.');
  const den = 10 ** fraction.length;
  const num = Number(whole + fraction);
  const divisor = greatestCommonDivisor(num, den);
  return [num / divisor, den / divisor];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

const OPERATORS = { '==': 'eq', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;

function condition(
  record: string,
  source: SourceCondition,
  at: string,
  facts: readonly FactDefinition[],
): Condition {
  if (!('anyOf' in source)) return leaf(record, source, at, facts);
  return {
    op: 'any',
    of: source.anyOf.map((one, i) => leaf(record, one, `${at}/anyOf/${i}`, facts)),
  };
}

function leaf(
  record: string,
  { var: name, op, value }: SourceLeaf,
  at: string,
  facts: readonly FactDefinition[],
): Condition {
  const counted = COUNTED[name];
  if (counted !== undefined) {
    if (op !== '==' || value !== true)
      throw new Refusal(record, at, `${name} is asked for otherwise`);
    return counted;
  }
  const fact = facts.find((one) => one.id === name);
  if (fact === undefined) throw new Refusal(record, `${at}/var`, `unknown: ${name}`);
  if (op === 'in' || typeof value === 'object') {
    const known = fact.values?.map((one) => one.id) ?? [];
    if (op !== 'in' || typeof value !== 'object' || value.some((one) => !known.includes(one))) {
      throw new Refusal(record, at, 'a list of values that the fact does not have');
    }
    return { op, fact: name, values: value };
  }
  const fits =
    (fact.type === 'bool' && typeof value === 'boolean') ||
    (fact.type === 'enum' && fact.values?.some((one) => one.id === value)) ||
    ((fact.type === 'fen' || fact.type === 'count') && typeof value === 'number');
  if (!fits)
    throw new Refusal(record, at, `${name} is a ${fact.type}, not ${JSON.stringify(value)}`);
  if (op === '==') {
    return {
      op: 'eq',
      fact: name,
      value: fact.type === 'fen' ? fen(record, Number(value), at) : value,
    };
  }
  if (typeof value !== 'number') throw new Refusal(record, at, `${op} compares numbers only`);
  return {
    op: OPERATORS[op],
    fact: name,
    value: fact.type === 'fen' ? fen(record, value, at) : value,
  };
}

/** The definitions of the facts that the entry asks for, by number; enumerations cut down to what it can use. */
function used(
  facts: readonly FactDefinition[],
  tiers: readonly StatuteTier[],
  grounds: readonly Ground[],
  law: string,
  article: number,
): FactDefinition[] {
  const names = new Map<string, Set<string>>();
  const note = (fact: string, values: readonly string[] = []) => {
    const known = names.get(fact) ?? new Set();
    for (const value of values) known.add(value);
    names.set(fact, known);
  };
  const visit = (one: Condition): void => {
    if (one.op === 'all' || one.op === 'any') one.of.forEach(visit);
    else if (one.op === 'not') visit(one.of);
    else if (one.op === 'in') note(one.fact, one.values);
    else note(one.fact, typeof one.value === 'string' ? [one.value] : []);
  };
  for (const one of tiers) {
    one.when.forEach(visit);
    if (one.fine?.basis === 'multiple') note(one.fine.of);
    if (one.subject?.role === 'party' && one.subject.values !== undefined) note('subject');
  }
  for (const { when } of grounds) if (when !== undefined) visit(when);
  return facts
    .filter((fact) => names.has(fact.id))
    .map((fact) => {
      const hint = HINTS.find(
        (one) =>
          one.fact === fact.id && one.law === law && (one.articles?.includes(article) ?? true),
      )?.hint;
      // All parts in advertising stay choosable, so that a party of another part meets "no tier applies".
      const values =
        fact.id === 'subject' || fact.id === 'partyType'
          ? fact.values
          : fact.values?.filter((one) => names.get(fact.id)?.has(one.id));
      return {
        ...fact,
        ...(hint === undefined ? {} : { hint }),
        ...(values === undefined ? {} : { values }),
      };
    });
}
