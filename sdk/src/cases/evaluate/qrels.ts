import { ChiduError } from '../../errors.ts';
import { isDay } from '../../text/index.ts';
import { RECORD_LEVELS } from '../levels.ts';
import type { Entry } from './evaluate.ts';

/**
 * Relevance judgements in the form of TREC: `query 0 document label`, separated by spaces or tabs, one a line.
 * @throws {ChiduError} `evaluate-file` with the line that does not read.
 */
export function parseQrels(text: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [query, , doc, label, more] = line.trim().split(/\s+/);
    const value = Number(label);
    if (query === undefined || doc === undefined || more !== undefined || !Number.isInteger(value))
      throw new ChiduError('evaluate-file', 'a line of relevance judgements does not read', {
        at: `line ${i + 1}`,
        fields: { line: line.slice(0, 80) },
      });
    const labels = judged.get(query) ?? new Map<string, number>();
    labels.set(doc, value);
    judged.set(query, labels);
  }
  return judged;
}

/** Candidate pools: `{"query": ["document", …]}`. @throws {ChiduError} `evaluate-file`. */
export function parsePools(text: string): Map<string, string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ChiduError('evaluate-file', 'the pools are no JSON', { cause });
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.map(([query, docs]) => {
      if (!Array.isArray(docs))
        throw new ChiduError('evaluate-file', 'a pool is a list of ids', { at: query });
      return [query, docs.map(String)];
    }),
  );
}

/** One line of documents or queries. @throws {ChiduError} `evaluate-file` with the line. */
export function parseEntry(line: string, number: number): Entry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ChiduError('evaluate-file', 'a line is no JSON', { at: `line ${number}`, cause });
  }
  const { id } = (value ?? {}) as { id?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new ChiduError('evaluate-file', 'a line has no id', { at: `line ${number}` });
  for (const [field, fits] of Object.entries(FIELDS)) {
    const given = (value as Record<string, unknown>)[field];
    if (given !== undefined && !fits(given))
      throw new ChiduError('evaluate-file', `${field} is not what a case record has there`, {
        at: `line ${number}`,
      });
  }
  return { ...(value as Entry), id: String(id) };
}

const isText = (value: unknown) => typeof value === 'string';
const isDate = (value: unknown) => isText(value) && isDay(value as string);

/** What the engine reads of an entry; other fields are left alone. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: isText,
  title: isText,
  facts: isText,
  basis: isText,
  decision: isText,
  violation: isText,
  decisionDate: isDate,
  lawVersion: isDate,
  value: (value) => typeof value === 'number' && value >= 0,
  region: (value) => isText(value) && /^\d{6}$/.test(value as string),
  level: (value) => RECORD_LEVELS.some((level) => level === value),
  factors: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  statutes: (value) =>
    Array.isArray(value) &&
    value.every((one) => typeof one?.law === 'string' && typeof one?.article === 'number'),
};
