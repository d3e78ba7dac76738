import type { Workbook } from '../../../sheets/index.ts';
import type { BenchmarkPack, Tier } from '../../benchmark.ts';
import { loadBenchmarkPack } from '../../load.ts';
import type { FineRange, Statute } from '../../statute.ts';
import { Ledger } from '../grid.ts';
import type { Imported } from '../import-benchmark.ts';
import { compare, endsOf, type PublishedRange, readRanges, shareOf } from './published-range.ts';
import { type PublishedRow, publishedRows } from './published-rows.ts';

/** What a published table does not say of itself. */
export interface PublishedOptions {
  /** Head of the pack: who published it, when, under which number. */
  readonly pack: Omit<BenchmarkPack, 'benchmarks'>;
  /** Entries of the law in force where the benchmark begins: their ranges are the spans that the table divides. */
  readonly statutes: readonly Statute[];
  /** Where inside its band the suggestion lies. */
  readonly within: 'low' | 'middle';
  /** Fen to which a suggestion is rounded. */
  readonly unit: number;
  readonly allowSample?: boolean;
}

/** 不予 and 减轻 have no place on the span: statutory grounds decide them (行政处罚法 32, 33). */
const TIERS: readonly (readonly [word: RegExp, tier: Tier])[] = [
  [/^(?:不予|免予|免于)/, 'waive'],
  [/^减轻/, 'mitigate'],
  [/^(?:从轻|较轻|轻微)/, 'lighten'],
  [/^一般/, 'ordinary'],
  [/^(?:从重|较重|严重)/, 'aggravate'],
];

/**
 * A benchmark pack from tables as authorities publish them: one sheet for each violation, one long table with merged cells, or
 * a list out of a text processor whose blanks mean the line above (CSV: `{ sheets: [sheet] }`). Each line is a
 * circumstance, a tier and a fine in words. The fines of a violation together must begin and end where a range of the law
 * does, and each end must lie on a whole basis point of it, so that nothing is fitted; the circumstances become the
 * options of one factor that a person chooses. Faults are named by `sheet!cell`, all at once; readings come back as echoes.
 *
 * Codes beside those of `loadBenchmarkPack`: `workbook-form`, `unknown-reference` (no such violation), `cell-word` (no such
 * tier), `interval-text`, `interval-unclear`, `contradiction` and those of cells.
 */
export function importPublished(workbook: Workbook, options: PublishedOptions): Imported {
  const ledger = new Ledger();
  for (const { name, hidden } of workbook.sheets)
    if (hidden) ledger.fault('cell-hidden', name, 'the sheet is hidden: show or delete it');
  const rows = workbook.sheets.flatMap((sheet) => publishedRows(sheet, ledger));
  const byName = Map.groupBy(rows, ({ violation }) => plain(violation));
  const known = new Map(
    options.statutes.flatMap((one) => [
      [plain(one.name.zh), one],
      [one.violation, one],
    ]),
  );
  const benchmarks = [...byName].flatMap(([name, own]) => {
    const statute = known.get(name);
    if (statute !== undefined) return benchmarkOf(statute, own, options, ledger) ?? [];
    const [{ violationAt, violation } = { violationAt: '', violation: name }] = own;
    const message = 'no violation of the law is called so';
    ledger.fault('unknown-reference', violationAt, message, { violation });
    return [];
  });
  const failed = (): Imported => ({ ok: false, issues: ledger.issues, echoes: ledger.echoes });
  if (ledger.issues.length > 0) return failed();
  const { allowSample = false } = options;
  const loaded = loadBenchmarkPack({ ...options.pack, benchmarks }, { allowSample });
  if (loaded.ok) return { ok: true, value: loaded.value, echoes: ledger.echoes };
  ledger.issues.push(...loaded.issues);
  return failed();
}

interface Line {
  readonly row: PublishedRow;
  readonly tier: Tier;
  readonly circumstance: string;
  readonly ranges: readonly PublishedRange[];
}

function benchmarkOf(
  statute: Statute,
  rows: readonly PublishedRow[],
  { within, unit }: PublishedOptions,
  ledger: Ledger,
): object | null {
  const lines = rows.flatMap((row) => lineOf(row, ledger) ?? []);
  const [first] = lines;
  if (first === undefined || ledger.issues.length > 0) return null;
  const bands = bandsOf(statute, lines, ledger);
  if (bands === null) return null;
  return {
    violation: statute.violation,
    title: { zh: first.row.violation },
    place: first.row.fine.at,
    factors: [
      {
        number: 1,
        id: 'circumstance',
        label: { zh: '适用情形' },
        ordered: true,
        options: lines.map(({ circumstance }, i) => ({
          number: i + 1,
          id: optionId(i),
          label: { zh: circumstance },
          points: 0,
          evidence: [],
        })),
      },
    ],
    method: {
      kind: 'band-table',
      rows: lines.map(({ circumstance, tier }, i) => ({
        label: { zh: circumstance },
        when: [{ op: 'eq', fact: 'circumstance', value: optionId(i) }],
        tier,
        band: { of: 'span', bp: bands[i] },
      })),
      within,
    },
    rounding: { unit },
  };
}

const optionId = (i: number): string => `line-${i + 1}`;
const plain = (name: string): string => name.replace(/\s/g, '');

function lineOf(row: PublishedRow, ledger: Ledger): Line | null {
  const word = row.tier.required()?.trim() ?? '';
  const circumstance = row.circumstance.required();
  const [, tier] = TIERS.find(([words]) => words.test(word)) ?? [];
  if (word !== '' && tier === undefined)
    ledger.fault('cell-word', row.tier.at, '从轻、一般、从重 expected', { text: word });
  if (tier === 'waive' || tier === 'mitigate') {
    ledger.echo(row.tier.at, word, '由法定情节决定，不进入裁量表');
    return null;
  }
  const text = row.fine.required();
  if (tier === undefined || circumstance === null || text === null) return null;
  const read = readRanges(text);
  if (!read.ok) {
    ledger.issues.push({ ...read.issue, at: row.fine.at });
    return null;
  }
  return { row, tier, circumstance, ranges: read.ranges };
}

/** The band of each line in basis points; every range that a line names must give the same one. */
function bandsOf(
  statute: Statute,
  lines: readonly Line[],
  ledger: Ledger,
): (readonly [number, number])[] | null {
  const [first] = lines as [Line, ...Line[]];
  const spans = first.ranges.map((_, j) => spanOf(statute, lines, j, ledger));
  if (spans.some((span) => span === null)) return null;
  return lines.map(({ row, ranges }) => {
    const shares = ranges.map(({ low, high }, j) => {
      const span = endsOf(spans[j] as FineRange);
      return [shareOf(low, span), shareOf(high, span)] as const;
    });
    const [[from, to] = [null, null]] = shares;
    const agree = shares.every(([a, b]) => a === from && b === to);
    if (from === null || to === null || !agree) {
      const message = agree
        ? 'an end is not on a whole basis point of the range of the law'
        : 'the ranges of this line take different parts of their spans';
      ledger.fault('contradiction', row.fine.at, message, { shares });
      return [0, 0] as const;
    }
    ledger.echo(row.fine.at, row.fine.text() ?? '', `法定幅度的${from / 100}%至${to / 100}%`);
    return [from, to] as const;
  });
}

/** The range of the law that the j-th ranges of all lines together begin and end with. */
function spanOf(
  statute: Statute,
  lines: readonly Line[],
  j: number,
  ledger: Ledger,
): FineRange | null {
  const own = lines.flatMap(({ ranges }) => ranges[j] ?? []);
  const [one] = own;
  const at = lines[0]?.row.fine.at ?? '';
  if (one === undefined || lines.some(({ ranges }) => ranges.length !== lines[0]?.ranges.length)) {
    ledger.fault('contradiction', at, 'the lines do not name as many ranges each');
    return null;
  }
  const low = own.map((range) => range.low).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const high = own.map((range) => range.high).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  const found = statute.tiers
    .flatMap(({ fine }) => fine ?? [])
    .find((fine) => {
      const ends = endsOf(fine);
      const same = compare(ends.low, low) === 0 && compare(ends.high, high) === 0;
      return fine.basis === one.basis && own.every(({ basis }) => basis === one.basis) && same;
    });
  if (found === undefined) {
    const message = 'together these lines do not begin and end where a range of the law does';
    ledger.fault('contradiction', at, message, { violation: statute.violation });
    return null;
  }
  return found;
}
