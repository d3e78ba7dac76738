import { labelText } from '../locate/label-text.ts';
import { Adapter, type AdapterField } from './adapter.ts';

/** What is wrong with an adapter, or weak in it; `at` is a path into the file. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly at: string;
  readonly message: string;
}

/** Holds an adapter against its schema, then against what makes adapters read wrong. */
export function lint(data: unknown): readonly Finding[] {
  const parsed = Adapter.safeParse(data);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      level: 'error',
      code: 'schema',
      at: issue.path.join('.'),
      message: issue.message,
    }));
  const adapter = parsed.data;
  return [...lintWhole(adapter), ...adapter.pages.flatMap(lintPage)];
}

function lintWhole(adapter: Adapter): Finding[] {
  const found: Finding[] = [];
  const ids = adapter.pages.map(({ id }) => id);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index))
    found.push(error('page-twice', 'pages', `two pages are called ${id}`));
  for (const { file, page } of adapter.samples)
    if (!ids.includes(page))
      found.push(error('sample-page', `samples.${file}`, `there is no page ${page}`));
  for (const id of ids)
    if (!adapter.samples.some(({ page }) => page === id))
      found.push(
        warning('no-sample', `pages.${id}`, 'save the page with invented people as a sample'),
      );
  adapter.matches.forEach((pattern, index) => {
    const host = /^https?:\/\/([^/:]+)/.exec(pattern)?.[1] ?? '';
    if (host.startsWith('*.') && host.split('.').length < 4)
      found.push(warning('match-wide', `matches.${index}`, 'name the host of the system itself'));
  });
  return found;
}

function lintPage(page: Adapter['pages'][number]): Finding[] {
  const at = `pages.${page.id}`;
  const found: Finding[] = [];
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  if (page.kind === 'case' && page.slot)
    found.push(
      error('slot-in-case', `${at}.slot`, 'a code goes on a notice, never into a case page'),
    );
  if (page.text.every((text) => text.length < 4) && page.text.length < 2)
    found.push(
      warning('text-short', `${at}.text`, 'other pages may say this too; add a second text'),
    );
  if (page.kind === 'notice' && page.slot)
    for (const field of ['documentNumber', 'fine'] as const)
      if (!page.fields.some((one) => one.field === field))
        found.push(
          warning(
            'notice-field',
            at,
            `without ${field} a code may go on a notice that says something else`,
          ),
        );
  for (const field of page.fields) {
    const here = `${at}.${field.field}`;
    if (seen.has(field.field)) found.push(error('field-twice', here, 'the field stands twice'));
    seen.add(field.field);
    found.push(...lintField(field, here));
    for (const locator of field.locators) {
      if (locator.by !== 'label') continue;
      const under = (locator.under ?? []).map((text) => labelText(text).label).join(',');
      for (const text of locator.text) {
        const key = `${under} › ${labelText(text).label}`;
        const other = labels.get(key);
        if (other !== undefined && other !== field.field)
          found.push(error('label-shared', here, `${text} is the label of ${other} as well`));
        labels.set(key, field.field);
      }
    }
  }
  return found;
}

function lintField({ field, check, locators, write }: AdapterField, at: string): Finding[] {
  const found: Finding[] = [];
  if (check.as === 'text' && check.pattern === undefined)
    found.push(warning('no-check', at, 'give the text a pattern, so that a wrong hit is refused'));
  if (check.as === 'text' && check.pattern !== undefined && !compiles(check.pattern))
    found.push(error('pattern', at, `no regular expression: ${check.pattern}`));
  if (locators[0]?.by === 'path')
    found.push(warning('path-first', at, 'a path points at another field after the next release'));
  if (write && !['fine', 'reasons', 'penaltyContent', 'penaltyBasis'].includes(field))
    found.push(error('write-field', at, 'only what the officer decides is ever written'));
  for (const locator of locators) {
    if (locator.by === 'name' && /\d{4,}/.test(locator.name))
      found.push(warning('name-generated', at, `${locator.name} looks generated`));
    if (locator.by === 'path') {
      if (!isSelector(locator.path))
        found.push(error('path', at, `no CSS selector: ${locator.path}`));
      if (/nth-(?:last-)?(?:child|of-type)|\d{4,}|(?:>.*){4,}/.test(locator.path))
        found.push(warning('path-brittle', at, `${locator.path} breaks when a row is added`));
    }
    if (locator.by === 'sentence') found.push(...lintSentence(locator.pattern, at));
  }
  return found;
}

function lintSentence(pattern: string, at: string): Finding[] {
  if (!compiles(pattern)) return [error('pattern', at, `no regular expression: ${pattern}`)];
  const groups = new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1;
  const found: Finding[] = [];
  if (groups !== 2) found.push(error('sentence-group', at, 'exactly one group holds the value'));
  // A repeated group that repeats inside itself can take minutes on a long page.
  if (/\([^()]*[+*][^()]*\)[+*{]/.test(pattern))
    found.push(error('pattern-slow', at, 'a repetition inside a repetition'));
  return found;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== null;
  } catch {
    return false;
  }
}

/** As far as can be said without a document: the browser run by `test` says the rest. */
const isSelector = (path: string): boolean => !/[{}]|^\s*$|[>+~]\s*$|^\s*[>+~]/.test(path);

const error = (code: string, at: string, message: string): Finding => ({
  level: 'error',
  code,
  at,
  message,
});
const warning = (code: string, at: string, message: string): Finding => ({
  level: 'warning',
  code,
  at,
  message,
});
