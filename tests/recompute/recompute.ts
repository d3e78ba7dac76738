/**
 * Figures of the board, recomputed from the exported lines alone: SQL over the open parts of the entries, and no line of the
 * product. `node tests/recompute/recompute.ts log.jsonl [alerts.jsonl]` prints `id numerator/denominator`.
 */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

/** Lines of JSON: entries as `GET /v1/events` gives them, alerts as they were raised. */
export interface Exported {
  readonly log: string;
  readonly alerts?: string;
  /** Ids of the rules that were asked: one without an alert has a figure of nought. */
  readonly rules?: readonly string[];
  readonly units?: readonly { id: string; authority: string | null; people: number }[];
  readonly people?: readonly { id: string; unit: string; kid: string | null }[];
  /** Days, [from, to), of the rates. */
  readonly period?: readonly [from: string, to: string];
  readonly registers?: Registers;
  /** Every day, and whether it is worked. */
  readonly calendar?: readonly (readonly [day: string, works: boolean])[];
  readonly book?: Book;
  readonly formula?: Formula;
}

/** The files of registers, as they were handed in. */
export interface Registers {
  readonly officers: { officers: readonly Line[]; on: string };
  readonly publicity: { records: readonly Line[] };
  readonly reviews: { reviews: readonly Line[] };
}

/** Statutes and benchmark packs, as they are published. */
export interface Book {
  readonly statutes: { statutes: readonly Line[] };
  readonly packs: readonly (Line & { benchmarks: readonly Line[] })[];
}

/** A formula of assessment, as it was published. */
export interface Formula {
  readonly fewest: number;
  readonly leastWeight: number;
  readonly items: readonly Line[];
}

export interface Recomputed {
  /** By id: numerator, and denominator where there is one. */
  readonly figures: ReadonlyMap<string, readonly [number, number | null]>;
  /** Cases of the rules that can be asked of the entries, as `rule case`. */
  readonly alerts: ReadonlySet<string>;
  /**
   * Of every authority, by `unit` and what: points of an item, the weight that could be judged, the points of the whole with both ends
   * of their interval, and its places.
   */
  readonly scores: ReadonlyMap<string, number | null>;
}

type Line = Readonly<Record<string, unknown>>;

const sql = (name: string): string => readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const columns = (of: readonly Line[] = [], ...names: readonly string[]): unknown[][] =>
  of.map((one) => names.map((name) => one[name] ?? null));

export function recompute({
  log,
  alerts = '',
  rules = [],
  units,
  people,
  period,
  registers,
  calendar = [],
  book,
  formula,
}: Exported): Recomputed {
  const database = new DatabaseSync(':memory:');
  database.exec(sql('tables'));
  const insert = (table: string, rows: readonly (readonly unknown[])[]): void => {
    const [first] = rows;
    if (first === undefined) return;
    const statement = database.prepare(
      `INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`,
    );
    database.exec('BEGIN');
    for (const row of rows) statement.run(...(row as string[]));
    database.exec('COMMIT');
  };
  insert(
    'entry',
    linesOf(log).map((one) => [
      one.authority,
      one.year,
      one.index,
      `${one.authority}/${one.year}/${one.index}`,
      one.at,
      // UTC+8, without asking anybody's calendar.
      new Date(Date.parse(String(one.at)) + 28_800_000).toISOString().slice(0, 10),
      one.kind,
      one.codeId,
      one.refersTo === null
        ? null
        : `${one.authority}/${one.refersToYear ?? one.year}/${one.refersTo}`,
      one.kid,
      one.data === null ? null : JSON.stringify(one.data),
    ]),
  );
  insert(
    'alert',
    linesOf(alerts).map((one) => [
      one.id,
      one.rule,
      one.level,
      one.warning ? 1 : 0,
      one.case,
      one.days,
    ]),
  );
  insert(
    'rule',
    rules.map((id) => [id]),
  );
  insert(
    'unit',
    (units ?? []).map(({ id, authority, people: count }) => [id, authority, count]),
  );
  insert(
    'person',
    (people ?? []).map(({ id, unit, kid }) => [id, unit, kid]),
  );
  insert('period', [period ?? ['0000', '9999']]);
  const placeOf = (one: Line): string => `${one.authority}/${one.case}`;
  insert('today', [[registers?.officers.on ?? period?.[1] ?? '9999']]);
  insert(
    'calendar',
    calendar.map(([day, works]) => [day, Number(works)]),
  );
  insert('officer', columns(registers?.officers.officers, 'number', 'from', 'to', 'kid'));
  insert(
    'publicity',
    (registers?.publicity.records ?? []).map((one) => [placeOf(one), one.published, one.exempt]),
  );
  insert(
    'review',
    (registers?.reviews.reviews ?? []).map((one) => [placeOf(one), one.on, one.result]),
  );
  insert('statute', columns(book?.statutes.statutes, 'violation', 'from', 'to'));
  insert('pack', columns(book?.packs, 'id', 'from', 'to'));
  insert(
    'pack_table',
    (book?.packs ?? []).flatMap(({ id, benchmarks }) =>
      benchmarks.map(({ violation }) => [id, violation]),
    ),
  );
  const compared = (units ?? []).filter(({ authority }) => authority !== null).length;
  if (formula)
    insert('formula', [[formula.fewest, formula.leastWeight, normalPoint(pairwise(compared))]]);
  insert('formula_item', columns(formula?.items, 'figure', 'weight', 'none', 'all'));
  database.exec(sql('cases'));
  const figures = ['figures', 'coverage'].flatMap((name) => database.prepare(sql(name)).all()) as {
    id: string;
    numerator: number;
    denominator: number | null;
  }[];
  const scores = database.prepare(sql('scores')).all() as { id: string; points: number | null }[];
  const asked = database.prepare(sql('alerts')).all() as { rule: string; case_id: string }[];
  database.close();
  return {
    figures: new Map(
      figures.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
    ),
    alerts: new Set(asked.map((one) => `${one.rule} ${one.case_id}`)),
    scores: new Map(scores.map(({ id, points }) => [id, points])),
  };
}

/** 5 % shared among all pairs (Bonferroni). */
const pairwise = (units: number): number => 0.05 / Math.max(1, (units * (units - 1)) / 2);

/** Where the normal distribution leaves this much outside on both sides: its density summed by Simpson's rule, and halved towards. */
function normalPoint(outside: number): number {
  const inside = (z: number): number => {
    const steps = 2_000;
    let sum = 0;
    for (let i = 0; i <= steps; i += 1)
      sum +=
        (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) *
        Math.exp(-(((i * z) / steps) ** 2) / 2);
    return ((z / steps / 3) * sum * 2) / Math.sqrt(2 * Math.PI);
  };
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i += 1) {
    const z = (low + high) / 2;
    if (1 - inside(z) > outside) low = z;
    else high = z;
  }
  return high;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [log = '', alerts] = process.argv.slice(2);
  const { figures } = recompute({
    log: readFileSync(log, 'utf8'),
    ...(alerts && { alerts: readFileSync(alerts, 'utf8') }),
  });
  for (const [id, [numerator, denominator]] of figures) {
    console.log(`${id} ${numerator}${denominator === null ? '' : `/${denominator}`}`);
  }
}
