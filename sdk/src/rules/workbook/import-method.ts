import type { FactDefinition } from '../fact.ts';
import {
  type BAND_COLUMNS,
  EDGE_WORDS,
  type GRADE_COLUMNS,
  type METHOD_WORDS,
  type SHARE_COLUMNS,
  SIDE_WORDS,
  type TABLE_COLUMNS,
  type TIER_COLUMNS,
  TIER_WORDS,
  WITHIN_WORDS,
} from './columns.ts';
import type { Ledger, rowsOf, Slot } from './grid.ts';
import { type Json, wording } from './json.ts';
import { readCondition } from './phrase.ts';

type TierRow = ReturnType<typeof rowsOf<keyof typeof TIER_COLUMNS>>[number];
type GradeRow = ReturnType<typeof rowsOf<keyof typeof GRADE_COLUMNS>>[number];
type ShareRow = ReturnType<typeof rowsOf<keyof typeof SHARE_COLUMNS>>[number];
type BandRow = ReturnType<typeof rowsOf<keyof typeof BAND_COLUMNS>>[number];
export type TableSlots = ReturnType<typeof rowsOf<keyof typeof TABLE_COLUMNS>>[number]['slots'];
export type Kind = (typeof METHOD_WORDS)[keyof typeof METHOD_WORDS];

/** Points of an option, as its method means them. */
export function pointsOf(kind: Kind | null, slot: Slot): number | null {
  if (kind === 'percent-sum' || kind === 'base-adjust') return slot.share();
  return kind === 'grid' ? slot.wholeOrShare() : slot.whole();
}

export interface MethodRows {
  readonly tiers: readonly TierRow[];
  readonly grades: readonly GradeRow[];
  readonly shares: readonly ShareRow[];
  readonly bands: readonly BandRow[];
}

export interface Context {
  readonly facts: readonly FactDefinition[];
  readonly ledger: Ledger;
  readonly origins: Map<string, string>;
}

/** The method of a table from its row and from the sheets that belong to it. */
export function methodOf(
  kind: Kind | null,
  slots: TableSlots,
  rows: MethodRows,
  path: string,
  context: Context,
): Json | null {
  const { origins } = context;
  origins.set(path, slots.method.at);
  leftOver(kind, slots, rows);
  const tiers = tiersOf(kind, rows.tiers, path, origins);
  const { start, low, high, within, edge } = slots;
  switch (kind) {
    case 'points-tiers':
      return { kind, tiers, within: within.word(WITHIN_WORDS) };
    case 'percent-sum':
      return { kind, start: start.share(), tiers, edge: edge.word(EDGE_WORDS) };
    case 'base-adjust': {
      const limits = [low.share(), high.share()];
      return { kind, start: start.share(), limits, tiers, edge: edge.word(EDGE_WORDS) };
    }
    case 'grid':
      return { kind, ...gridOf(rows, path, context), tiers, edge: edge.word(EDGE_WORDS) };
    case 'band-table': {
      const bands = rows.bands.map((row, i) => bandOf(row, `${path}/rows/${i}`, context));
      return { kind, rows: bands, within: within.word(WITHIN_WORDS) };
    }
    default:
      return null;
  }
}

/** What a method does not use would be left out silently, so nothing may stand there. */
function leftOver(kind: Kind | null, slots: TableSlots, rows: MethodRows): void {
  if (kind === null) return;
  const { start, low, high, within, edge } = slots;
  const unused: Readonly<Record<Kind, readonly Slot[]>> = {
    'points-tiers': [start, low, high, edge],
    'percent-sum': [low, high, within],
    'base-adjust': [within],
    grid: [start, low, high, within],
    'band-table': [start, low, high, edge],
  };
  const why = `the method ${slots.method.text()} does not use it`;
  for (const slot of unused[kind]) slot.unused(why);
  const others = [
    ...(kind === 'band-table' ? rows.tiers : rows.bands),
    ...(kind === 'grid' ? [] : [...rows.grades, ...rows.shares]),
  ];
  for (const { slots: row } of others) row.table.unused(why);
}

function tiersOf(
  kind: Kind | null,
  rows: readonly TierRow[],
  path: string,
  origins: Map<string, string>,
): Json[] {
  return rows.map(({ slots: row }, i) => {
    const at = `${path}/tiers/${i}`;
    origins.set(at, row.tier.at);
    origins.set(`${at}/to`, row.points.at);
    setBand(at, row, origins);
    const tier = row.tier.word(TIER_WORDS);
    // Under a method that was not understood, what is written is still read, so that all faults come at once.
    const expected = kind === 'points-tiers' || (kind === null && !row.points.empty);
    const points = expected ? row.points.points() : null;
    const band = { of: 'span', bp: [row.low.share(), row.high.share()] };
    if (kind !== null && kind !== 'points-tiers') row.points.unused('this method has no points');
    return points === null ? { tier, band } : { tier, ...points, band };
  });
}

function gridOf(rows: MethodRows, path: string, { ledger, origins }: Context): Json {
  const sides = { rows: [] as GradeRow[], columns: [] as GradeRow[] };
  for (const row of rows.grades) {
    const side = row.slots.side.word(SIDE_WORDS);
    if (side !== null) sides[side].push(row);
  }
  const axis = (side: keyof typeof sides) => {
    const [first] = sides[side];
    const factors = first?.slots.factors.required()?.split('、') ?? [];
    if (first !== undefined) origins.set(`${path}/${side}`, first.slots.factors.at);
    return {
      factors,
      grades: sides[side].map(({ slots: grade }, i) => {
        origins.set(`${path}/${side}/grades/${i}`, grade.points.at);
        if (grade.factors.text() !== first?.slots.factors.text()) {
          ledger.fault(
            'contradiction',
            grade.factors.at,
            'one side has the same factors throughout',
          );
        }
        return { ...grade.points.points(), label: wording(grade.zh, grade.en) };
      }),
    };
  };
  const shares: (number | null)[][] = sides.rows.map(() => sides.columns.map(() => null));
  for (const { slots: cell } of rows.shares) {
    const [row, column, share] = [cell.row.whole(), cell.column.whole(), cell.share.share()];
    const line = row === null ? undefined : shares[row - 1];
    if (row === null || column === null) continue;
    if (line?.[column - 1] === undefined) {
      ledger.fault('unknown-reference', cell.row.at, `no grade ${row} × ${column}`);
    } else if (line[column - 1] !== null) {
      ledger.fault('given-twice', cell.share.at, `${row} × ${column} stands twice`);
    } else line[column - 1] = share;
  }
  origins.set(`${path}/shares`, origins.get(path) ?? '');
  return { rows: axis('rows'), columns: axis('columns'), shares };
}

function bandOf({ slots: row }: BandRow, at: string, { facts, ledger, origins }: Context): Json {
  origins.set(at, row.zh.at);
  origins.set(`${at}/when`, row.when.at);
  setBand(at, row, origins);
  const when = row.when.lines().map((line) => {
    const condition = readCondition(line, facts);
    if (condition === null) {
      ledger.fault('cell-word', row.when.at, 'not a condition: 因素或者事实的标识：值', {
        text: line,
      });
    } else ledger.echo(row.when.at, line, JSON.stringify(condition));
    return condition;
  });
  const tier = row.tier.word(TIER_WORDS);
  const band = { of: 'span', bp: [row.low.share(), row.high.share()] };
  return { label: wording(row.zh, row.en), when, tier, band };
}

function setBand(at: string, row: { low: Slot; high: Slot }, origins: Map<string, string>): void {
  origins.set(`${at}/band`, row.low.at);
  origins.set(`${at}/band/bp/1`, row.high.at);
}
