import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTimeline } from '../src/discretion/checks/index.ts';
import {
  type Condition,
  type FactValue,
  loadStatutePack,
  type Statute,
  type StatutePack,
  type StatuteTier,
  statuteAt,
} from '../src/rules/index.ts';
import { parseJsonStrict } from '../src/text/index.ts';
import { CORRECTIONS } from './make/corrections.ts';
import { lines } from './make/lines.ts';
import type { SourceFine, SourceRecord, SourceTier } from './make/source.ts';
import { makeStatutes } from './make/statutes.ts';
import { BASES } from './make/words.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const parsed = parseJsonStrict(read('statutes.json'));
const loaded = loadStatutePack(parsed.ok ? parsed.value : parsed.issues);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
const pack: StatutePack = loaded.value;
const { facts } = JSON.parse(read('facts.json'));

/** Rows that a correction adds to (split in two) or takes away (a ground). */
const added = CORRECTIONS.filter((one) => one.kind !== 'is-ground').length;
const grounds = CORRECTIONS.length - added;

describe('the statute book', () => {
  it('holds every record and version of its source, and every tier', () => {
    const { origin, statutes } = pack;
    expect(new Set(statutes.map((one) => one.violation)).size).toBe(origin.records);
    expect(statutes).toHaveLength(origin.records + origin.otherVersions);
    expect(statutes.flatMap((one) => one.tiers)).toHaveLength(
      origin.tiers + origin.otherVersionTiers + added - grounds,
    );
    expect([origin.records, origin.tiers, origin.fines]).toEqual([263, 666, 578]);
  });

  it('carries the doubt where the source did not see the first day', () => {
    const of = (doubt: string) =>
      pack.statutes.filter((one) => one.doubts.some((mine) => mine === doubt)).length;
    expect(of('from-not-seen-in-source')).toBe(88);
    expect(of('from-is-adoption-date')).toBe(10);
    expect(of('prohibition-not-recorded')).toBe(15);
  });

  it('turns over to the next text on its first day, and to none before the first', () => {
    const at = (violation: string, day: string) => {
      const found = statuteAt(pack, violation, day);
      return found.ok ? found.statute.basis.version : found.reason;
    };
    expect(at('tm-well-known-wording', '2026-12-31')).toBe('2019-04-23修正');
    expect(at('tm-well-known-wording', '2027-01-01')).toBe('2026-06-26修订');
    expect(at('uc-bribery-entity', '2025-10-14')).toBe('2019-04-23修正');
    expect(at('uc-bribery-entity', '2025-10-15')).toBe('2025-06-27修订');
    expect(at('food-bulk-liquid-no-permit', '2025-11-30')).toBe('not-in-force');
    expect(at('no-such-violation', '2026-01-01')).toBe('unknown-violation');
  });

  it('has no day without and none with two texts between the first and the last of a violation', () => {
    const versions = pack.statutes.map(({ violation, from, to }) => ({ of: violation, from, to }));
    expect(checkTimeline(versions)).toEqual([]);
  });

  it('writes multiples exactly and amounts in fen', () => {
    const fines = (violation: string, day: string) => {
      const found = statuteAt(pack, violation, day);
      return found.ok ? found.statute.tiers.map((one) => one.fine) : [];
    };
    expect(fines('food-unlicensed-operation', '2026-11-21')).toMatchObject([
      { basis: 'amount', min: 5_000_000, max: 10_000_000 },
      { basis: 'multiple', of: 'goodsValue', min: [10, 1], max: [20, 1] },
    ]);
    expect(fines('company-capital-withdrawal', '2026-11-21')[0]).toMatchObject({
      of: 'withdrawnCapital',
      min: [1, 20],
      max: [3, 20],
    });
    expect(fines('con-unfair-terms', '2026-11-21')[0]).toMatchObject({ min: null, cap: 3_000_000 });
  });

  it('keeps 商标法 60(2) at 250,000 yuan below 50,000 yuan of turnover, however often', () => {
    const found = statuteAt(pack, 'tm-infringement', '2026-11-21');
    if (!found.ok) throw new Error(found.reason);
    const applying = party(found.statute, {
      illegalTurnover: 4_999_999,
      infringements5y: 3,
      otherSerious: true,
    });
    expect(applying.map((one) => one.fine)).toMatchObject([{ basis: 'amount', max: 25_000_000 }]);
    expect(found.statute.grounds).toMatchObject([
      { force: 'must', effect: ['aggravate'] },
      { force: 'must', effect: ['waive'] },
    ]);
  });

  it('sets no fine for serious circumstances where the text fines only a refusal to correct', () => {
    const found = statuteAt(pack, 'food-utensils-not-disinfected', '2026-11-21');
    if (!found.ok) throw new Error(found.reason);
    const fine = (serious: boolean, correctionRefused: boolean) =>
      party(found.statute, { serious, correctionRefused }).map((one) => one.fine?.max ?? null);
    expect([fine(false, false), fine(true, false), fine(false, true), fine(true, true)]).toEqual([
      [null],
      [null],
      [5_000_000],
      [5_000_000],
    ]);
  });

  it('leaves one tier for a party, and names the entries where a person must choose', () => {
    const competing = new Set<string>();
    for (const statute of pack.statutes) {
      for (const values of cases(statute)) {
        if (party(statute, values).length > 1) competing.add(statute.violation);
      }
    }
    expect([...competing].sort()).toEqual([
      // 骗取批准 and 尚未取得批准 cannot both be true; who says so is asked again.
      'ad-review-by-fraud',
      // 虚报注册资本 and 提交虚假材料 both.
      'company-false-registration',
      // 停产停业整顿 beside the fine or instead of it.
      'drug-obstruct-inspection',
      // 隐匿证据 and 严重后果 both.
      'food-accident-not-handled',
      // 吊销 beside the fine for refusal or instead of it.
      'ipl-no-mark',
      'reg-no-change',
    ]);
  });
});

describe('the conversion', () => {
  const record = () => ({
    id: 'x',
    name_zh: '甲',
    name_en: 'A',
    field: 'food',
    prohibition: [{ law: '食品安全法', article: 1, paragraph: null, item: null }],
    penaltyBasis: {
      law: '食品安全法',
      article: 2,
      paragraph: 1,
      item: null,
      version: '2025-09-12修正',
      inForceFrom: '2025-12-01',
      inForceFromSeenInSource: true,
    },
    tiers: [
      {
        tier: 'basic',
        when: [{ var: 'goodsValue', op: '<', value: 10000 }],
        penalties: [{ kind: 'fine', zh: '罚款', mode: 'shall' }],
        fine: {
          basis: 'multiple-of:货值金额',
          min: 0.05,
          max: 0.15,
          minInclusive: true,
          maxInclusive: true,
          currency: 'CNY',
          mode: 'shall',
        },
        nonPenaltyMeasures: [],
      },
    ],
    bounds: '以上/以下 include the stated number; 不足/超过 do not',
    factors: [],
    summary: 'Made up.',
    verified: true,
    source: { repo: 'a/b', path: 'c', commit: 'd', snapshotDate: '2026-07-17' },
  });
  const make = (change: (one: ReturnType<typeof record>) => void) => {
    const one = record();
    change(one);
    return () => makeStatutes(JSON.stringify([one]), facts);
  };
  const tier = (one: ReturnType<typeof record>) => one.tiers[0] as Record<string, unknown>;

  it('takes what it knows', () => {
    const [statute] = make(() => undefined)().statutes;
    expect(statute?.tiers[0]).toMatchObject({
      when: [{ op: 'lt', fact: 'goodsValue', value: 1_000_000 }],
      fine: { min: [1, 20], max: [3, 20] },
    });
  });

  it.each([
    ['a new field of a record', (one) => Object.assign(one, { colour: 'red' }), 'x /'],
    ['a new field of a tier', (one) => Object.assign(tier(one), { subjects: '甲' }), 'x /tiers/0'],
    [
      'a new kind',
      (one) => Object.assign(tier(one), { penalties: [{ kind: 'whip', zh: '鞭', mode: 'shall' }] }),
      'x /tiers/0',
    ],
    [
      'another word for a kind',
      (one) => Object.assign(one.tiers[0]?.penalties[0] ?? {}, { zh: '罚金' }),
      'x /tiers/0/penalties/0',
    ],
    [
      'a new variable',
      (one) => Object.assign(one.tiers[0]?.when[0] ?? {}, { var: 'weight' }),
      'x /tiers/0/when/0/var: unknown: weight',
    ],
    [
      'a text where a number belongs',
      (one) => Object.assign(one.tiers[0]?.when[0] ?? {}, { value: 'many' }),
      'x /tiers/0/when/0',
    ],
    [
      'a new base',
      (one) => Object.assign(one.tiers[0]?.fine ?? {}, { basis: 'multiple-of:体重' }),
      'x /tiers/0/fine/basis: unknown',
    ],
    [
      'a new currency',
      (one) => Object.assign(one.tiers[0]?.fine ?? {}, { currency: 'USD' }),
      'x /tiers/0/fine/currency',
    ],
    [
      'an unread note',
      (one) => Object.assign(tier(one), { note: 'twice on Sundays' }),
      'x /tiers/0/note',
    ],
    [
      'an unknown subject',
      (one) => Object.assign(tier(one), { subject: '路人' }),
      'x /tiers/0/subject',
    ],
    [
      'a new measure',
      (one) => Object.assign(tier(one), { nonPenaltyMeasures: [{ kind: 'scold', zh: '训诫' }] }),
      'x /tiers/0/nonPenaltyMeasures/0',
    ],
    [
      'a fine that the kinds do not name',
      (one) => Object.assign(tier(one), { penalties: [] }),
      'x /tiers/0/fine',
    ],
    [
      'a day that does not exist',
      (one) => Object.assign(one.penaltyBasis, { inForceFrom: '2025-02-30' }),
      'x /penaltyBasis/inForceFrom',
    ],
    ['no tiers and no reference', (one) => Object.assign(one, { tiers: [] }), 'x /tiers'],
  ] satisfies [string, (one: ReturnType<typeof record>) => void, string][])(
    'refuses %s by record and place',
    (_, change, message) => {
      expect(make(change)).toThrow(message);
    },
  );
});

/** The source is not part of the project; with it at hand, the pack is held against every number of it. */
const source = process.env.CHIDU_STATUTE_SOURCE;
if (source !== undefined)
  describe('beside its source', () => {
    const text = readFileSync(source, 'utf8');
    const records = JSON.parse(text) as SourceRecord[];

    it('is what the script makes', () => {
      expect(lines(makeStatutes(text, facts), 'statutes') === read('statutes.json')).toBe(true);
    });

    it('says every number of it', () => {
      const corrected = new Set(CORRECTIONS.map((one) => one.record));
      for (const record of records) {
        const entries = pack.statutes.filter((one) => one.violation === record.id);
        const versions = [
          ...(record.priorVersions ?? []),
          { ...record, validFrom: record.penaltyBasis.inForceFrom },
          ...(record.futureVersions ?? []),
        ];
        expect(entries).toHaveLength(versions.length);
        for (const [i, version] of versions.entries()) {
          const mine = (entries[i]?.tiers ?? []).map(ours);
          const theirs = version.tiers.map(sources);
          if (corrected.has(record.id) && 'summary' in version) {
            // Corrections hand on numbers that the record has, and lose none but a fine without its floor.
            const [had, have] = [theirs, mine].map((list) => new Set(list.map((one) => one.fine)));
            for (const fine of have ?? []) expect(fine === null || had?.has(fine)).toBe(true);
            const lost = [...(had ?? [])].filter((fine) => !have?.has(fine));
            for (const fine of lost) {
              expect([...(have ?? [])].some((one) => one?.startsWith(fine?.trimEnd() ?? '?'))).toBe(
                true,
              );
            }
          } else expect(mine).toEqual(theirs);
        }
      }
    });
  });

/** A fine as one text in yuan, made from the source and from the pack by ways of their own. */
function sources(tier: SourceTier) {
  const numbers = tier.when
    .flatMap((one) => ('anyOf' in one ? one.anyOf : [one]))
    .map((one) => one.value)
    .filter((one) => typeof one === 'number');
  return { numbers, kinds: tier.penalties.map((one) => one.kind), fine: sourceFine(tier.fine) };
}

function sourceFine(fine: SourceFine | null) {
  if (fine === null) return null;
  const of = fine.basis === 'amount' ? 'yuan' : BASES[fine.basis];
  return `${of} ${fine.min ?? '-'} ${fine.max} ${fine.mode} ${fine.baseFloorCNY ?? ''} ${fine.maxCapCNY ?? ''}`;
}

function ours(tier: StatuteTier) {
  const numbers = tier.when
    .flatMap((one) => (one.op === 'any' ? one.of : [one]))
    .flatMap((one) => {
      if (!('value' in one) || typeof one.value !== 'number') return [];
      const counted = one.fact === 'violations2y' || one.fact === 'infringements5y';
      if (counted) return [];
      const fact = facts.find((other: { id: string }) => other.id === one.fact);
      return [fact.type === 'fen' ? one.value / 100 : one.value];
    });
  const { fine } = tier;
  const kinds = tier.penalties.map((one) => one.kind as string);
  if (fine === null) return { numbers, kinds, fine: null };
  const yuan = (fen: number | undefined) => (fen === undefined ? '' : fen / 100);
  const text =
    fine.basis === 'amount'
      ? `yuan ${fine.min === null ? '-' : fine.min / 100} ${fine.max / 100} ${fine.mode}  `
      : `${fine.of} ${fine.min === null ? '-' : fine.min[0] / fine.min[1]} ${fine.max[0] / fine.max[1]} ${fine.mode} ${yuan(fine.baseFloor)} ${yuan(fine.cap)}`;
  return { numbers, kinds, fine: text };
}

type Facts = Readonly<Record<string, FactValue>>;

/** The party's tiers that are left for complete facts: what a reader of the format does first. */
function party(statute: Statute, values: Facts): StatuteTier[] {
  const holding = statute.tiers.filter(
    (one) =>
      !one.additive &&
      one.subject?.role !== 'person' &&
      (one.subject?.values?.includes(String(values.subject)) ?? true) &&
      one.when.every((condition) => holds(condition, values)),
  );
  const displaced = new Set(holding.flatMap((one) => one.insteadOf));
  return holding.filter((one) => !displaced.has(one.number));
}

function holds(condition: Condition, values: Facts): boolean {
  if (condition.op === 'all') return condition.of.every((one) => holds(one, values));
  if (condition.op === 'any') return condition.of.some((one) => holds(one, values));
  if (condition.op === 'not') return !holds(condition.of, values);
  const value = values[condition.fact];
  if (value === undefined) throw new Error(`no ${condition.fact}`);
  if (condition.op === 'in') return condition.values.includes(String(value));
  if (condition.op === 'eq') return value === condition.value;
  if (condition.op === 'ne') return value !== condition.value;
  const number = Number(value);
  if (condition.op === 'lt') return number < condition.value;
  if (condition.op === 'le') return number <= condition.value;
  if (condition.op === 'gt') return number > condition.value;
  return number >= condition.value;
}

/** All combinations of the values at, below and above every threshold that the entry names. */
function* cases(statute: Statute): Generator<Facts> {
  const text = JSON.stringify(statute.tiers.map((one) => one.when));
  const lists = statute.facts.map((fact): [string, FactValue[]] => {
    if (fact.type === 'bool') return [fact.id, [true, false]];
    if (fact.type === 'enum') return [fact.id, (fact.values ?? []).map((one) => one.id)];
    const cuts = [...text.matchAll(new RegExp(`"fact":"${fact.id}","value":(\\d+)`, 'g'))];
    const values = cuts.flatMap(([, cut]) => [Number(cut) - 1, Number(cut), Number(cut) + 1]);
    return [fact.id, [...new Set([0, ...values])].filter((one) => one >= 0)];
  });
  function* pick(at: number, chosen: Facts): Generator<Facts> {
    const list = lists[at];
    if (list === undefined) yield chosen;
    else for (const value of list[1]) yield* pick(at + 1, { ...chosen, [list[0]]: value });
  }
  yield* pick(0, {});
}
