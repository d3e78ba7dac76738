import type { Issue } from '../../errors.ts';
import type { Sheet, Workbook } from '../../sheets/index.ts';
import type { BenchmarkPack } from '../benchmark.ts';
import type { FactDefinition } from '../fact.ts';
import { loadBenchmarkPack } from '../load.ts';
import {
  BAND_COLUMNS,
  GENERAL,
  GRADE_COLUMNS,
  METHOD_WORDS,
  OPTION_COLUMNS,
  PACK_ROWS,
  SHARE_COLUMNS,
  SHEETS,
  TABLE_COLUMNS,
  TIER_COLUMNS,
  YES_NO,
} from './columns.ts';
import { type Echo, Ledger, rowsOf, Slot } from './grid.ts';
import { type Kind, methodOf, pointsOf } from './import-method.ts';
import { given, type Json, wording } from './json.ts';

export type Imported =
  | { readonly ok: true; readonly value: BenchmarkPack; readonly echoes: readonly Echo[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly echoes: readonly Echo[] };

/**
 * A benchmark pack from its workbook. Every fault is named by `sheet!cell`, all at once; what had to be understood (intervals
 * in words, percentages in words) comes back as echoes, to be read over by the author. Whatever the cells, the
 * result has passed `loadBenchmarkPack`. `facts` (as in `packs/facts.json`) are those that conditions of a 裁量表 may name.
 *
 * Codes beside those of `loadBenchmarkPack`: `cell-error`, `cell-uncached`, `cell-hidden`, `cell-word`, `cell-number`,
 * `percent-unclear`, `interval-unclear` and the codes of amounts, percentages, intervals and dates.
 */
export function importBenchmark(
  workbook: Workbook,
  options: { allowSample?: boolean; facts?: readonly FactDefinition[] } = {},
): Imported {
  const ledger = new Ledger();
  const origins = new Map<string, string>();
  const [packSheet, tables, optionSheet, tiers] = [
    SHEETS.pack,
    SHEETS.tables,
    SHEETS.options,
    SHEETS.tiers,
  ].map((name) => sheetOf(workbook, name, ledger));
  const known: readonly string[] = Object.values(SHEETS);
  for (const { name } of workbook.sheets) {
    if (!known.includes(name)) ledger.fault('unknown-field', name, 'no sheet is called so');
  }
  if (!packSheet || !tables || !optionSheet || !tiers) return failed(ledger);
  const pack = packOf(packSheet, ledger, origins);
  const extra = (name: string) => workbook.sheets.find((one) => one.name === name);
  const sheets = {
    tables,
    options: optionSheet,
    tiers,
    grades: extra(SHEETS.grades),
    shares: extra(SHEETS.shares),
    bands: extra(SHEETS.bands),
  };
  const benchmarks = benchmarksOf(sheets, options.facts ?? [], ledger, origins);
  if (ledger.issues.length > 0) return failed(ledger);
  const loaded = loadBenchmarkPack({ ...pack, benchmarks }, options);
  if (loaded.ok) return { ok: true, value: loaded.value, echoes: ledger.echoes };
  ledger.issues.push(
    ...loaded.issues.map((issue) => ({ ...issue, at: cellOf(issue.at, origins) })),
  );
  return failed(ledger);
}

function failed(ledger: Ledger): Imported {
  return { ok: false, issues: ledger.issues, echoes: ledger.echoes };
}

/** The cell of the nearest part of the pack that has one: a fault in a factor leads to its row. */
function cellOf(pointer: string, origins: ReadonlyMap<string, string>): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const cell = origins.get(at);
    if (cell !== undefined) return cell;
  }
  return pointer;
}

function sheetOf(workbook: Workbook, name: string, ledger: Ledger): Sheet | undefined {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) ledger.fault('missing-field', name, 'the sheet is missing');
  return sheet;
}

function packOf(sheet: Sheet, ledger: Ledger, origins: Map<string, string>): Json {
  const slots = new Map<string, Slot>();
  for (let row = 1; row <= sheet.rows; row += 1) {
    const head = new Slot(sheet, 1, row, ledger);
    const word = head.text()?.trim();
    if (word === undefined) continue;
    if (slots.has(word)) ledger.fault('given-twice', head.at, `${word} stands twice`);
    else if (!(Object.values(PACK_ROWS) as string[]).includes(word)) {
      ledger.fault('unknown-field', head.at, `nothing is called ${word}`);
    }
    slots.set(word, new Slot(sheet, 2, row, ledger));
  }
  const slot = (key: keyof typeof PACK_ROWS): Slot | null => {
    const found = slots.get(PACK_ROWS[key]);
    if (found === undefined) ledger.fault('missing-field', sheet.name, `no row ${PACK_ROWS[key]}`);
    return found ?? null;
  };
  const at = (pointer: string, one: Slot | null) => {
    if (one !== null) origins.set(pointer, one.at);
    return one;
  };
  const number = at('/publication', slot('publicationNumber'));
  const date = slot('publicationDate');
  const url = slot('publicationUrl');
  const code = slot('publisherCode');
  const to = at('/to', slot('to'));
  const published = number !== null && !number.empty;
  if (!published) for (const one of [date, url]) one?.unused('there is no 文号 that it belongs to');
  return {
    format: 'chidu-benchmark/1',
    id: at('/id', slot('id'))?.required(),
    version: at('/version', slot('version'))?.required(),
    title: wording(at('/title', slot('titleZh')), slot('titleEn')),
    sample: at('/sample', slot('sample'))?.word(YES_NO),
    publisher: {
      name: at('/publisher', slot('publisher'))?.required(),
      ...given('code', code?.text()),
    },
    publication: published
      ? { number: number.required(), date: date?.day(), ...given('url', url?.text()) }
      : null,
    from: at('/from', slot('from'))?.day(),
    to: to === null || to.empty ? null : to.day(),
  };
}

function benchmarksOf(
  sheets: {
    tables: Sheet;
    options: Sheet;
    tiers: Sheet;
    grades: Sheet | undefined;
    shares: Sheet | undefined;
    bands: Sheet | undefined;
  },
  facts: readonly FactDefinition[],
  ledger: Ledger,
  origins: Map<string, string>,
): Json[] {
  const options = rowsOf(sheets.options, OPTION_COLUMNS, ledger);
  const tiers = rowsOf(sheets.tiers, TIER_COLUMNS, ledger);
  const grades = sheets.grades ? rowsOf(sheets.grades, GRADE_COLUMNS, ledger) : [];
  const shares = sheets.shares ? rowsOf(sheets.shares, SHARE_COLUMNS, ledger) : [];
  const bands = sheets.bands ? rowsOf(sheets.bands, BAND_COLUMNS, ledger) : [];
  const seen = new Set<string>();
  const benchmarks = rowsOf(sheets.tables, TABLE_COLUMNS, ledger).map(({ slots }, i) => {
    const path = `/benchmarks/${i}`;
    origins.set(path, slots.table.at);
    origins.set(`${path}/violation`, slots.violation.at);
    origins.set(`${path}/rounding`, slots.unit.at);
    const table = slots.table.required();
    if (table !== null && seen.has(table)) {
      ledger.fault('given-twice', slots.table.at, `the table ${table} stands twice`);
    }
    if (table !== null) seen.add(table);
    const mine = (row: { slots: { table: Slot } }) => row.slots.table.text() === table;
    const violation = slots.violation.required();
    const kind = slots.method.word(METHOD_WORDS);
    const note = slots.noteZh.empty ? undefined : wording(slots.noteZh, slots.noteEn);
    return {
      violation: violation === GENERAL ? null : violation,
      title: wording(slots.titleZh, slots.titleEn),
      place: slots.place.text() ?? '',
      ...given('note', note),
      factors: factorsOf(options.filter(mine), kind, `${path}/factors`, ledger, origins),
      method: methodOf(
        kind,
        slots,
        {
          tiers: tiers.filter(mine),
          grades: grades.filter(mine),
          shares: shares.filter(mine),
          bands: bands.filter(mine),
        },
        `${path}/method`,
        { facts, ledger, origins },
      ),
      rounding: { unit: slots.unit.fen() },
    };
  });
  for (const { slots } of [...options, ...tiers, ...grades, ...shares, ...bands]) {
    const table = slots.table.required();
    if (table !== null && !seen.has(table)) {
      ledger.fault('unknown-reference', slots.table.at, `there is no table ${table}`);
    }
  }
  return benchmarks;
}

type OptionRow = ReturnType<typeof rowsOf<keyof typeof OPTION_COLUMNS>>[number];

/** Rows of one factor share its number; what they say of the factor must agree. */
function factorsOf(
  rows: readonly OptionRow[],
  kind: Kind | null,
  path: string,
  ledger: Ledger,
  origins: Map<string, string>,
): Json[] {
  const factors: { head: Json; options: Json[] }[] = [];
  for (const { slots } of rows) {
    const number = slots.factorNumber.whole();
    const head = {
      number,
      id: slots.factorId.required(),
      label: wording(slots.factorZh, slots.factorEn),
      ordered: slots.ordered.word(YES_NO),
    };
    let at = factors.findIndex((one) => one.head.number === number);
    if (at < 0) {
      at = factors.push({ head, options: [] }) - 1;
      origins.set(`${path}/${at}`, slots.factorNumber.at);
      origins.set(`${path}/${at}/id`, slots.factorId.at);
    } else {
      for (const [key, slot] of [
        ['id', slots.factorId],
        ['label', slots.factorZh],
        ['ordered', slots.ordered],
      ] as const) {
        const [mine, first] = [head[key], factors[at]?.head[key]];
        if (JSON.stringify(mine) !== JSON.stringify(first)) {
          const message = `another row says otherwise of factor ${number}`;
          ledger.fault('contradiction', slot.at, message);
        }
      }
    }
    const list = factors[at]?.options ?? [];
    const place = `${path}/${at}/options/${list.length}`;
    for (const [key, slot] of [
      ['', slots.number],
      ['/number', slots.number],
      ['/id', slots.id],
      ['/points', slots.points],
    ] as const) {
      origins.set(place + key, slot.at);
    }
    list.push({
      number: slots.number.whole(),
      id: slots.id.required(),
      label: wording(slots.zh, slots.en),
      points: pointsOf(kind, slots.points),
      evidence: slots.evidence.lines(),
    });
  }
  return factors.map(({ head, options }) => ({ ...head, options }));
}
