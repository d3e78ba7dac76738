import type { Issue } from '../../errors.ts';
import type { CellInput, SheetInput, Workbook } from '../../sheets/index.ts';
import { pointer } from '../../text/index.ts';
import type { FactDefinition } from '../fact.ts';
import type { Loaded } from '../loaded.ts';
import { YES_NO } from '../workbook/columns.ts';
import { Ledger, rowsOf, type Slot } from '../workbook/grid.ts';
import type { ListItem, ListPack } from './list-pack.ts';
import { loadListPack } from './load-lists.ts';
import { readPhrase, writePhrase } from './phrase.ts';

const SHEETS = { pack: '清单', departments: '部门', items: '事项' } as const;
const PACK = {
  id: '包标识',
  version: '版本',
  zh: '名称',
  en: '英文名称',
  sample: '是否示例',
  publisher: '发布机关',
  number: '文号',
  date: '发布日期',
  from: '施行日期',
  to: '废止日期',
} as const;
const DEPARTMENTS = { id: '部门标识', zh: '部门', en: '英文部门' } as const;
const ITEMS = {
  number: '事项编号',
  list: '清单',
  department: '部门标识',
  zh: '事项',
  en: '英文事项',
  violation: '违法行为标识',
  basis: '依据',
  requirements: '适用条件',
} as const;
const LIST_WORDS = { 不予: 'waive', 减轻: 'mitigate', 从轻: 'lighten', 从重: 'aggravate' } as const;

/** The sheets of a workbook that `importLists` reads back to the same pack. Issue: `workbook-form`. */
export function exportLists(pack: ListPack): Loaded<SheetInput[]> {
  const issues: Issue[] = [];
  const rows = pack.items.map((item, i) => itemRow(item, i, pack.facts, issues));
  if (issues.length > 0) return { ok: false, issues };
  const { publication, title } = pack;
  const values = [
    pack.id,
    pack.version,
    title.zh,
    title.en ?? '',
    pack.sample ? '是' : '否',
    pack.publisher,
    publication?.number ?? '',
    publication?.date ?? '',
    pack.from,
    pack.to ?? '',
  ];
  const heads = (words: Readonly<Record<string, string>>): CellInput[] =>
    Object.values(words).map((head) => ({ head }));
  return {
    ok: true,
    value: [
      { name: SHEETS.pack, widths: [16, 40, 16], frozen: 1, rows: [heads(PACK), values] },
      {
        name: SHEETS.departments,
        widths: [20, 30, 40],
        frozen: 1,
        rows: [
          heads(DEPARTMENTS),
          ...pack.departments.map((one) => [one.id, one.name.zh, one.name.en ?? '']),
        ],
      },
      {
        name: SHEETS.items,
        widths: [10, 8, 20, 50, 50, 28, 40, 60],
        frozen: 1,
        rows: [heads(ITEMS), ...rows],
      },
    ],
  };
}

function itemRow(
  item: ListItem,
  index: number,
  facts: readonly FactDefinition[],
  issues: Issue[],
): CellInput[] {
  const lines = item.requirements.map((one, j) => {
    const line = writePhrase(one, facts);
    if (line === null) {
      const at = pointer(['items', index, 'requirements', j]);
      issues.push({ code: 'workbook-form', at, message: 'a line of a workbook cannot hold it' });
    }
    return line ?? '';
  });
  const list = Object.entries(LIST_WORDS).find(([, value]) => value === item.list)?.[0] ?? '';
  return [
    item.number,
    list,
    item.department,
    item.matter.zh,
    item.matter.en ?? '',
    item.violation ?? '',
    item.basis,
    lines.join('\n'),
  ];
}

/**
 * A pack of lists from its workbook, faults by `sheet!cell`. `facts` are the definitions that requirements may name, as in
 * `packs/facts.json`; the pack keeps those that it uses.
 */
export function importLists(
  workbook: Workbook,
  facts: readonly FactDefinition[],
  options: { allowSample?: boolean } = {},
): Loaded<ListPack> {
  const ledger = new Ledger();
  const origins = new Map<string, string>();
  const rows = <K extends string>(name: string, columns: Readonly<Record<K, string>>) => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (sheet === undefined) ledger.fault('missing-field', name, 'the sheet is missing');
    return sheet === undefined ? [] : rowsOf(sheet, columns, ledger);
  };
  const packs = rows(SHEETS.pack, PACK);
  const departments = rows(SHEETS.departments, DEPARTMENTS);
  const items = rows(SHEETS.items, ITEMS);
  const pack = packs[0]?.slots;
  if (pack === undefined || packs.length !== 1) {
    ledger.fault('missing-field', SHEETS.pack, 'the sheet has exactly one row under its heads');
    return { ok: false, issues: ledger.issues };
  }
  const head = {
    format: 'chidu-lists/1',
    id: pack.id.required(),
    version: pack.version.required(),
    title: wording(pack.zh, pack.en),
    sample: pack.sample.word(YES_NO),
    publisher: pack.publisher.required(),
    publication: pack.number.empty ? null : { number: pack.number.text(), date: pack.date.day() },
    from: pack.from.day(),
    to: pack.to.empty ? null : pack.to.day(),
  };
  if (pack.number.empty) pack.date.unused('there is no 文号 that it belongs to');
  for (const key of ['id', 'version', 'sample', 'from', 'to'] as const) {
    origins.set(`/${key}`, pack[key].at);
  }
  origins.set('/publication', pack.number.at);
  const value = {
    ...head,
    departments: departments.map(({ slots }, i) => {
      origins.set(`/departments/${i}`, slots.id.at);
      return { id: slots.id.required(), name: wording(slots.zh, slots.en) };
    }),
    items: items.map(({ slots }, i) => {
      for (const key of ['number', 'list', 'department', 'violation', 'requirements'] as const) {
        origins.set(`/items/${i}/${key}`, slots[key].at);
      }
      origins.set(`/items/${i}`, slots.number.at);
      return {
        number: slots.number.whole(),
        list: slots.list.word(LIST_WORDS),
        department: slots.department.required(),
        matter: wording(slots.zh, slots.en),
        violation: slots.violation.text(),
        basis: slots.basis.text() ?? '',
        requirements: slots.requirements.lines().flatMap((line) => {
          const read = readPhrase(line, facts);
          if (read.ok) return [read.value];
          ledger.fault('cell-word', slots.requirements.at, read.message, { line });
          return [];
        }),
      };
    }),
  };
  if (ledger.issues.length > 0) return { ok: false, issues: ledger.issues };
  const named = JSON.stringify(value.items);
  const used = facts.filter((one) => named.includes(`"fact":"${one.id}"`));
  const loaded = loadListPack({ ...value, facts: used }, options);
  if (loaded.ok) return loaded;
  return {
    ok: false,
    issues: loaded.issues.map((one) => ({ ...one, at: cellOf(one.at, origins) })),
  };
}

function cellOf(at: string, origins: ReadonlyMap<string, string>): string {
  for (let one = at; one !== ''; one = one.slice(0, one.lastIndexOf('/'))) {
    const cell = origins.get(one);
    if (cell !== undefined) return cell;
  }
  return at;
}

function wording(zh: Slot, en: Slot): { zh: string | null; en?: string } {
  const english = en.text();
  return { zh: zh.required(), ...(english === null ? {} : { en: english }) };
}
