import { ChiduError } from '../../errors.ts';
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
  return { ...(value as Entry), id: String(id) };
}
