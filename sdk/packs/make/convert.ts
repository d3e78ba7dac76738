import type { FactDefinition, Statute, StatuteTier, Subject } from '../../src/rules/index.ts';
import { addDays } from '../../src/text/index.ts';
import { condition } from './conditions.ts';
import { correct } from './correct.ts';
import { ADDED, KEPT } from './corrections.ts';
import { factsOf } from './facts-of.ts';
import { fine } from './fines.ts';
import { groundsOf } from './grounds.ts';
import { insteadOf } from './precedence.ts';
import { Refusal } from './refusal.ts';
import { SourceRecord, type SourceTier } from './source.ts';
import { MEASURES, PENALTIES, READ_AS, SUBJECTS } from './words.ts';

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
    name: { zh: printed(record.name_zh), en: record.name_en },
    field: record.field,
    from: inForceFrom,
    to: inForceTo === undefined ? null : addDays(inForceTo, 1),
    basis: basis(record.penaltyBasis),
    prohibition: record.prohibition.map(basis),
    doubts: inForceFromSeenInSource ? [] : ['from-not-seen-in-source'],
    facts: factsOf(facts, current, grounds, law, record.penaltyBasis.article),
    grounds,
    tiers: current,
    ...(record.penaltyByReference === undefined
      ? {}
      : { punishedAs: record.penaltyByReference.split('|') }),
    factors: record.factors.map(({ code, zh }) => ({ code, label: { zh: printed(zh) } })),
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
    name: { zh: printed(record.name_zh), en: record.name_en },
    field: record.field,
    from,
    to: version.validTo === null ? null : addDays(version.validTo, 1),
    basis: basis({ ...version.penaltyBasis, item: null }),
    prohibition: [],
    doubts: [
      ...(version.validFrom === null ? (['from-is-adoption-date'] as const) : []),
      'prohibition-not-recorded',
    ],
    facts: factsOf(facts, tiers, grounds, version.penaltyBasis.law, version.penaltyBasis.article),
    grounds,
    tiers,
    factors: record.factors.map(({ code, zh }) => ({ code, label: { zh: printed(zh) } })),
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
      return { kind: known[0], mode, label: { zh: READ_AS[zh] ?? zh, en: known[2] } };
    }),
    fine: row.fine === null ? null : fine(record, row.fine, `${at}/fine`),
    measures: row.nonPenaltyMeasures.map(({ kind, zh }, i) => {
      const known = MEASURES[kind];
      if (known?.[0] !== zh) {
        throw new Refusal(record, `${at}/nonPenaltyMeasures/${i}`, `unknown: ${kind} ${zh}`);
      }
      return { kind, label: { zh: READ_AS[zh] ?? zh, en: known[1] } };
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

/** As Chinese is printed: full-width brackets, 、 between alternatives. */
function printed(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）').replaceAll('/', '、');
}
