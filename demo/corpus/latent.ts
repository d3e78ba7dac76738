import benchmarks from '@chidu/sdk/packs/sample-benchmark.json' with { type: 'json' };
import statutes from '@chidu/sdk/packs/statutes.json' with { type: 'json' };
import { type Benchmark, loadBenchmarkPack, loadStatutePack, type Statute } from '@chidu/sdk/rules';
import { addDays, within } from '@chidu/sdk/text';
import { actsOf } from './acts.ts';
import { Dice, normalQuantile } from './dice.ts';
import { goodsOf } from './goods.ts';
import { PLACES, type Place } from './places.ts';

/** What really happened in a case, before anybody wrote it down. Relevance is judged by it. */
export interface Latent {
  readonly violation: Violation;
  /** The entry in force on the day of the act; null where the statute book has none for it. */
  readonly statute: Statute | null;
  /** 案值, fen. */
  readonly value: number;
  /** Option by factor, all factors of the table. */
  readonly factors: Readonly<Record<string, string>>;
  readonly actDate: string;
  readonly decisionDate: string;
  readonly place: Place;
  readonly party: 'individual' | 'sole-trader' | 'entity';
  readonly tier: 'waive' | 'mitigate' | 'lighten' | 'ordinary' | 'aggravate';
  /** Fen; null where the entry knows no fine. */
  readonly fine: number | null;
  readonly confiscated: number;
  /** The same for a case and its near-duplicates: they are written alike. */
  readonly wording: number;
}

/** An entry of the statute book with all its dated texts. */
export interface Violation {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly versions: readonly Statute[];
  readonly acts: readonly string[];
  readonly benchmark: Benchmark;
}

/** What market supervision meets most, in shares of all cases; the rest is spread over the other entries. */
const COMMON: Readonly<Record<string, number>> = {
  'food-no-purchase-check': 7,
  'food-expired-or-false-date': 6.5,
  'price-no-marking': 5,
  'tm-infringement': 4.6,
  'food-contaminants-over-limit': 4.2,
  'food-unlicensed-operation': 4,
  'reg-unregistered-operation': 3,
  'food-label-noncompliant': 2.8,
  'ad-absolute-terms': 2.6,
  'pq-unsafe': 2.6,
  'food-farm-products-seller': 2.5,
  'se-use-uninspected': 2.4,
  'food-utensils-not-disinfected': 2.2,
  'drug-gsp-gmp': 2.2,
  'ad-false': 2,
  'food-staff-health-certificate': 2,
  'met-overdue-verification': 1.8,
  'uc-false-promotion': 1.8,
  'food-additive-abuse': 1.6,
  'dev-expired': 1.5,
  'cos-no-purchase-record': 1.5,
  'cos-expired-or-self-mixed': 1.4,
  'drug-retail-records': 1.4,
  'pq-label': 1.3,
  'se-not-registered': 1.3,
  'reg-false-materials': 1.2,
  'drug-substandard': 1.1,
  'price-fraud': 1,
  'se-unqualified-personnel': 1,
  'food-expired-raw-material': 1,
  'ad-disease-treatment-claims': 1,
  'cert-ccc-uncertified': 0.9,
  'ec-licence-info': 0.8,
  'con-prepayment': 0.8,
};

const MEAN_VALUE = 3_950_900;
/** Spread of amounts on the logarithmic scale: the median is a fifth of the mean, as with real cases. */
const SPREAD = 1.7;
const FIRST_DAY = '2019-01-01';
const DAYS = 2_800;

const pack = taken(loadStatutePack(statutes));
const tables = taken(loadBenchmarkPack(benchmarks, { allowSample: true })).benchmarks;

export const VIOLATIONS: readonly Violation[] = [
  ...Map.groupBy(pack.statutes, ({ violation }) => violation),
].map(([id, versions]) => ({
  id,
  field: versions[0]?.field ?? '',
  name: versions[0]?.name.zh ?? '',
  versions,
  acts: actsOf(versions[0] as Statute),
  benchmark: (tables.find((one) => one.violation === id) ??
    tables.find((one) => one.violation === null)) as Benchmark,
}));

const weights = weightsOf();
const meanSize = VIOLATIONS.reduce(
  (sum, { field }, i) => sum + goodsOf(field).size * (weights[i] as number),
  0,
);
/** Cumulative shares, for drawing. */
const shares = weights.map(
  (
    (sum) => (weight) =>
      (sum += weight)
  )(0),
);

/**
 * The `i`th case. Violation and amount follow a low-discrepancy sequence (R2), so that means hold for every seed and not
 * only on average.
 */
export function latentCase(i: number, seed: number): Latent {
  const dice = new Dice(Math.imul(i + 1, 0x9e3779b1) ^ seed);
  const start = new Dice(seed);
  const u = (start.next() + (i + 1) * 0.7548776662466927) % 1;
  const v = (start.next() + (i + 1) * 0.5698402909980532) % 1;
  const violation = VIOLATIONS[shares.findIndex((share) => u < share)] ?? VIOLATIONS.at(-1);
  if (violation === undefined) throw new Error('the statute book is empty');
  const place = dice.pick(PLACES);
  const size = goodsOf(violation.field).size / meanSize;
  const log = SPREAD * normalQuantile(Math.min(Math.max(v, 1e-6), 1 - 1e-6));
  const exact = MEAN_VALUE * size * Math.exp(log - (SPREAD * SPREAD) / 2);
  const value =
    exact > 100_000 ? Math.round(exact / 1000) * 1000 : Math.max(100, Math.round(exact));
  const severity = dice.next() ** 1.5;
  const factors = Object.fromEntries(
    violation.benchmark.factors.map(({ id, options }) => {
      if (id === 'scale') return [id, scaleOf(value)];
      const lean = severity * 0.75 + dice.next() ** 2 * 0.5;
      const option = options[Math.min(options.length - 1, Math.floor(lean * options.length))];
      return [id, option?.id ?? ''];
    }),
  );
  const actDate = addDays(FIRST_DAY, dice.below(DAYS - 200));
  const decisionDate = addDays(actDate, 20 + dice.below(180));
  const statute = violation.versions.find(({ from, to }) => within(actDate, from, to)) ?? null;
  const party = dice.pick([
    'individual',
    'sole-trader',
    'sole-trader',
    'entity',
    'entity',
  ] as const);
  const known = {
    violation,
    statute,
    value,
    factors,
    actDate,
    decisionDate,
    place,
    party,
    wording: dice.seed(),
  };
  return { ...known, ...outcome(known, dice) };
}

/** As the case, decided elsewhere a little later and with another amount: officers copy their documents. */
export function likeAgain(one: Latent, dice: Dice): Latent {
  const value = Math.max(100, Math.round((one.value * (0.9 + dice.next() * 0.2)) / 100) * 100);
  const decisionDate = addDays(one.decisionDate, 1 + dice.below(40));
  return { ...one, value, decisionDate };
}

function outcome(
  { violation, statute, value, factors, place }: Omit<Latent, 'tier' | 'fine' | 'confiscated'>,
  dice: Dice,
): Pick<Latent, 'tier' | 'fine' | 'confiscated'> {
  const range = rangeOf(statute ?? (violation.versions[0] as Statute), value);
  const confiscated = dice.chance(0.4) ? Math.round((value * dice.next()) / 100) * 100 : 0;
  if (range === null) return { tier: 'ordinary', fine: null, confiscated };
  const lightest = factors.correction === 'before' || factors.harm === 'none';
  if (value < 100_000 && lightest && dice.chance(0.12))
    return { tier: 'waive', fine: 0, confiscated };
  const points = violation.benchmark.factors.map(({ id, options }) => ({
    own: options.find((option) => option.id === factors[id])?.points ?? 0,
    most: Math.max(...options.map((option) => option.points)),
  }));
  const full = points.reduce((sum, { most }) => sum + most, 0);
  const noise = (dice.next() + dice.next() - 1) * 0.1;
  const share = points.reduce((sum, { own }) => sum + own, 0) / full + place.severity + noise;
  const inside = Math.min(Math.max(share, 0), 1);
  const unit = range.max >= 10_000_000 ? 100_000 : 10_000;
  if (range.min > 0 && value < 1_000_000 && share < 0.25 && dice.chance(0.6)) {
    const part = 0.1 + 0.8 * dice.next();
    return { tier: 'mitigate', fine: Math.ceil((range.min * part) / unit) * unit, confiscated };
  }
  const odd = dice.chance(0.03) ? dice.pick([0.4, 2.2]) : 1;
  const fine = (range.min + inside * (range.max - range.min)) * odd;
  const tier = inside < 0.3 ? 'lighten' : inside < 0.7 ? 'ordinary' : 'aggravate';
  return { tier, fine: Math.max(unit, Math.round(fine / unit) * unit), confiscated };
}

/** Of the first tier for the party whose conditions on amounts the value meets. */
function rangeOf({ tiers }: Statute, value: number): { min: number; max: number } | null {
  const fits = ({ when }: Statute['tiers'][number]) =>
    when.every((one) => {
      if (one.op === 'lt') return typeof one.value === 'number' && value < one.value;
      if (one.op === 'ge') return typeof one.value === 'number' && value >= one.value;
      return false;
    });
  const fined = tiers.filter(({ fine, subject }) => fine !== null && subject?.role !== 'person');
  const fine = (fined.find(fits) ?? fined[0])?.fine ?? null;
  if (fine === null) return null;
  if (fine.basis === 'amount') return { min: fine.min ?? 0, max: fine.max };
  const base = Math.max(value, fine.baseFloor ?? 0);
  const [num, den] = fine.max;
  const max = Math.min((base * num) / den, fine.cap ?? Number.POSITIVE_INFINITY);
  return { min: fine.min === null ? 0 : Math.min((base * fine.min[0]) / fine.min[1], max), max };
}

/** The options of the factor `scale`, which is the amount itself. */
function scaleOf(value: number): string {
  if (value < 1_000_000) return 'under-10k';
  if (value < 5_000_000) return 'from-10k';
  return value < 20_000_000 ? 'from-50k' : 'from-200k';
}

function weightsOf(): number[] {
  const rest = 100 - Object.values(COMMON).reduce((sum, share) => sum + share, 0);
  const rare = VIOLATIONS.filter(({ id }) => COMMON[id] === undefined);
  const harmonic = rare.reduce((sum, _, i) => sum + 1 / (i + 12), 0);
  const places = new Map(rare.map(({ id }, i) => [id, i]));
  return VIOLATIONS.map(
    ({ id }) => (COMMON[id] ?? rest / ((places.get(id) as number) + 12) / harmonic) / 100,
  );
}

function taken<T>(loaded: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (loaded.ok) return loaded.value;
  throw new Error(JSON.stringify(loaded.issues));
}
