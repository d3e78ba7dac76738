import { maskPersons } from '../../cases/import/mask.ts';
import type { Issue } from '../../errors.ts';
import { pointer, readDay } from '../../text/index.ts';
import { ClueSource } from './clue.ts';
import { FEEDS, type Feed, type FeedField, type FeedName } from './feeds.ts';

export interface FeedOptions {
  /** Credit code by the name of a body, as the organisation has it; null where it is not known. */
  readonly authorityOf: (name: string) => string | null;
}

/** What a list gave: reports in its order, and every row or cell that could not be used, by JSON pointer. */
export interface FeedRead {
  readonly sources: readonly ClueSource[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a list of one channel, a row an object by its headers (`readSheet` and `readCsv` of `@chidu/sdk/sheets` give such
 * rows). A row without number, day or text is refused and named; a body that is not known stays unknown, and is named too.
 * Persons are masked in the text and kept nowhere.
 */
export function readFeed(
  name: FeedName,
  rows: readonly Readonly<Record<string, string>>[],
  { authorityOf }: FeedOptions,
): FeedRead {
  const feed: Feed = FEEDS[name];
  const sources: ClueSource[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const cell = (field: FeedField): readonly [at: string, value: string] => {
      const headers = feed.columns[field] ?? [];
      const header = headers.find((one) => (row[one] ?? '').trim() !== '');
      return [pointer([i, header ?? headers[0] ?? field]), (row[header ?? ''] ?? '').trim()];
    };
    const missing = (['number', 'on', 'text'] as const).find((field) => cell(field)[1] === '');
    if (missing !== undefined) {
      issues.push({
        code: 'missing-field',
        at: cell(missing)[0],
        message: 'the row cannot be told without it',
      });
      continue;
    }
    const [at, number] = cell('number');
    if (seen.has(number)) {
      issues.push({ code: 'given-twice', at, message: `${number} stands in an earlier row` });
      continue;
    }
    const day = readDay(cell('on')[1]);
    if (!day.ok) {
      issues.push({ ...day.issue, at: cell('on')[0] });
      continue;
    }
    seen.add(number);
    const [bodyAt, body] = cell('authority');
    const authority = body === '' ? null : authorityOf(body);
    if (body !== '' && authority === null) {
      issues.push({
        code: 'unknown-reference',
        at: bodyAt,
        message: `no body of the organisation is called ${body}`,
      });
    }
    const persons = (feed.columns.person ?? []).flatMap((header) => row[header]?.trim() || []);
    const masked = maskPersons({ text: cell('text')[1] }, { names: persons });
    const source = ClueSource.safeParse({
      channel: feed.channel,
      name: feed.zh,
      number,
      on: day.day,
      text: masked.texts.text,
      about: about(authority, cell('case')[1], cell('violation')[1], cell('region')[1]),
    });
    if (source.success) sources.push(source.data);
    else {
      const path = source.error.issues[0]?.path ?? [];
      issues.push({
        code: 'schema',
        at: pointer([i, ...path]),
        message: 'not of the form of this field',
      });
    }
  }
  return { sources, issues };
}

const about = (authority: string | null, number: string, violation: string, region: string) => ({
  ...(authority !== null && { authority }),
  ...(number !== '' && { case: number }),
  ...(violation !== '' && { violation }),
  ...(region !== '' && { region }),
});
