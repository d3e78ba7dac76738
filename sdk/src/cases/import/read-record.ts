import type { Issue } from '../../errors.ts';
import type { PenaltyKind, Statute } from '../../rules/index.ts';
import { addDays, hex, parseMoney, readDay, sha256 } from '../../text/index.ts';
import type { CaseRecord } from '../record.ts';
import { readCitations } from './citations.ts';
import type { AmountTarget, Target } from './columns.ts';
import { plainNumber } from './duplicates.ts';
import type { Mapping } from './mapping.ts';
import { isPersonName, type Masked, maskedName, maskedTrade, maskPersons } from './mask.ts';
import type { Row, Value } from './rows.ts';
import { certainViolation } from './violation.ts';

/** One row, read: a record with what could not be read of it, or no record and why. */
export interface ReadRow {
  readonly at: string;
  readonly record: CaseRecord | null;
  /** Faults of single values, which then are unknown in the record; without a record, why the row was refused. */
  readonly issues: readonly Issue[];
  readonly masked: readonly Masked[];
}

/**
 * Reads a row by a mapping. A value that cannot be read is named and stays unknown; a row without facts, with an error for a
 * cell that is wanted or a formula without a result, is refused.
 */
export async function readRecord(
  row: Row,
  mapping: Mapping,
  { source, book }: { readonly source: string; readonly book: readonly Statute[] },
): Promise<ReadRow> {
  const issues: Issue[] = [];
  const fault = (value: Value, { code, message, fields }: Omit<Issue, 'at'>) =>
    issues.push({ code, at: `${row.at} ${value.at}`, message, ...(fields ? { fields } : {}) });
  const values = new Map<Target, Value>();
  const names: string[] = [];
  let refused = false;
  for (const { header, to } of mapping.columns) {
    const value = row.values.get(header);
    if (to === null || value === undefined) continue;
    const kind = value.cell?.kind;
    if (kind === 'error' || kind === 'uncached') {
      const code = kind === 'error' ? 'cell-error' : 'cell-uncached';
      fault(value, { code, message: 'the cell has no value' });
      refused = true;
    } else if (to === 'person') names.push(value.text);
    else if (to !== 'idNumber') values.set(to, value);
  }
  const text = (target: Target) => values.get(target)?.text ?? '';
  if (text('facts') === '') {
    issues.push({ code: 'missing-field', at: row.at, message: 'there are no facts (违法事实)' });
    refused = true;
  }
  if (refused) return { at: row.at, record: null, issues, masked: [] };

  const party = partyOf(text('party'), text('partyKind'), text('partyCode'));
  if (party?.kind === 'individual') names.push(text('party'));
  const clean = maskPersons(
    {
      title: text('title'),
      facts: text('facts'),
      basis: text('basis'),
      decision: text('decision'),
    },
    { names, ...(party?.kind === 'sole-trader' ? { trade: text('party') } : {}) },
  );
  const day = (target: Target) => {
    const value = values.get(target);
    if (value === undefined) return undefined;
    const read = dayOf(value);
    if (read.ok) return read.day;
    fault(value, read.issue);
    return undefined;
  };
  const fen = (target: AmountTarget) => {
    const value = values.get(target);
    if (value === undefined) return undefined;
    const unit = mapping.columns.find(({ to }) => to === target)?.unit;
    const read = parseMoney(value.text, unit === undefined ? {} : { unit });
    if (read.ok && unit === undefined && /^[\d.,，\s]+$/.test(value.text) && read.fen > 0) {
      const message = 'neither the header nor the value says whether this is 元 or 万元';
      fault(value, { code: 'amount-text', message });
      return undefined;
    }
    if (read.ok) return read.fen;
    if (read.issue.code !== 'amount-empty') fault(value, read.issue);
    return undefined;
  };
  const statutes = readCitations(text('basis'));
  const [actDate, decisionDate] = [day('actDate'), day('decisionDate')];
  const known = {
    ...optional('title', clean.texts.title),
    facts: clean.texts.facts as string,
    ...optional('basis', clean.texts.basis),
    ...optional('decision', clean.texts.decision),
    ...optional('number', text('number')),
    ...certainViolation({ statutes, actDate, decisionDate, act: text('act') || undefined }, book),
    statutes,
    ...optional('fine', fen('fine')),
    ...optional('confiscated', fen('confiscated')),
    ...optional('value', fen('value')),
    ...optional('kinds', kindsOf(text('kinds'))),
    factors: {},
    ...optional('actDate', actDate),
    ...optional('decisionDate', decisionDate),
    ...optional('authority', text('authority')),
    ...optional('region', regionOf(text('region'), text('authorityCode'))),
    ...optional('level', levelOf(text('authority'))),
    ...optional('party', party),
    source: { name: source, at: row.at },
  };
  const id = text('id') || (await idOf(known));
  const record: CaseRecord = { format: 'chidu-case-record/1', id, ...known };
  return { at: row.at, record, issues, masked: clean.masked };
}

/** By its document number, which is unique; else by what it says. */
async function idOf(record: Omit<CaseRecord, 'format' | 'id' | 'source'>): Promise<string> {
  if (record.number !== undefined) return plainNumber(record.number);
  const { facts, authority, decisionDate, fine } = record;
  const bytes = new TextEncoder().encode(JSON.stringify([facts, authority, decisionDate, fine]));
  return `case-${hex(await sha256(bytes)).slice(0, 24)}`;
}

function partyOf(name: string, kind: string, code: string): CaseRecord['party'] | undefined {
  if (name === '' && kind === '' && code === '') return undefined;
  const what = partyKind(name, kind, code);
  const shown =
    what === 'individual' || (what === undefined && isPersonName(name))
      ? maskedName(name)
      : what === 'sole-trader'
        ? maskedTrade(name)
        : name;
  return { ...optional('kind', what), ...optional('name', name === '' ? '' : shown) };
}

/** What the source states first; else the kind in the unified social credit code (GB 32100: 91 a firm, 92 a sole trader). */
function partyKind(
  name: string,
  kind: string,
  code: string,
): NonNullable<CaseRecord['party']>['kind'] {
  if (/个体/.test(kind) || (/^92[\dA-Z]{16}$/.test(code) && !/自然人|法人/.test(kind))) {
    return 'sole-trader';
  }
  if (/^(?:自然人|个人|公民)$/.test(kind)) return 'individual';
  if (/法人|企业|组织|单位/.test(kind)) return /^92/.test(code) ? 'sole-trader' : 'entity';
  if (/^[1-9A-Z]1[\dA-Z]{16}$|^9[1-9][\dA-Z]{16}$/.test(code)) return 'entity';
  if (/(?:公司|合作社|集团|医院|学校|协会)$/.test(name)) return 'entity';
  return kind === '' && code === '' && isPersonName(name) ? 'individual' : undefined;
}

/** A day as text, or the serial number that Excel keeps under a date format (1900 system). */
function dayOf({ text, cell }: Value): ReturnType<typeof readDay> {
  const serial = cell?.kind === 'number' && /[ymd年月日]/i.test(cell.format);
  if (serial && /^\d{5}(?:\.\d+)?$/.test(text)) {
    return { ok: true, day: addDays('1899-12-30', Math.floor(Number(text))) };
  }
  return readDay(text);
}

const KINDS: Readonly<Record<string, PenaltyKind>> = {
  警告: 'warning',
  通报批评: 'circulated-criticism',
  罚款: 'fine',
  没收违法所得: 'confiscate-illegal-gains',
  没收非法财物: 'confiscate-goods',
  没收非法财物的金额: 'confiscate-goods',
  暂扣许可证件: 'suspend-permit',
  暂扣许可证: 'suspend-permit',
  降低资质等级: 'downgrade',
  吊销许可证件: 'revoke-permit',
  吊销许可证: 'revoke-permit',
  吊销营业执照: 'revoke-business-licence',
  限制开展生产经营活动: 'restrict-business',
  责令停产停业: 'suspend-business',
  责令关闭: 'order-closure',
  限制从业: 'practice-ban',
};

/**
 * Kinds of penalty from a list of them. `没收违法所得、没收非法财物` is one class of the public lists and says not which of
 * the two; a word that is not known could be any. Either leaves all of it unknown.
 */
function kindsOf(text: string): PenaltyKind[] | undefined {
  if (text === '' || /没收违法所得[、,，]?没收非法财物/.test(text)) return undefined;
  const kinds = text
    .split(/[;；,，、|/\s]+/)
    .filter((word) => word !== '')
    .map((word) => KINDS[word]);
  return kinds.length > 0 && kinds.every((kind) => kind !== undefined) ? kinds : undefined;
}

/** The column, else places 3 to 8 of the authority's credit code: the division that registered it (GB 32100). */
function regionOf(region: string, code: string): string | undefined {
  if (/^[1-9]\d{5}$/.test(region)) return region;
  return /^1[\dA-Z]([1-9]\d{5})[\dA-Z]{10}$/.exec(code)?.[1];
}

/** 市 may be a prefecture or a county: that stays unknown. */
function levelOf(authority: string): CaseRecord['level'] | undefined {
  if (/(?:所|分所)$/.test(authority)) return 'station';
  if (/^国家/.test(authority)) return 'nation';
  if (/(?:省|自治区)市场监督管理局$/.test(authority)) return 'province';
  if (/(?:自治州|地区|盟)市场监督管理局$/.test(authority)) return 'prefecture';
  if (/[区县旗]市场监督管理局$/.test(authority)) return 'county';
  return undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V });
}
