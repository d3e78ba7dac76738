import { ChiduError } from '../../errors.ts';
import { isDay } from '../../text/index.ts';
import { parseArticle, parseCount } from '../text/article-number.ts';

/** One provision of a law: an item, or a paragraph without items. */
export interface Provision {
  readonly law: string;
  /** `122`, `120-1` for 第一百二十条之一. */
  readonly article: string;
  /** From 1; a paragraph is 款, an item 项. */
  readonly paragraph: number;
  readonly item: number | null;
  /** The paragraph's opening words stand before an item's. */
  readonly text: string;
}

/** The text of a law as it stood from one day to another. */
export interface LawText {
  readonly law: string;
  /** First day in force, from the text (自…起施行) or from who imports it; `null` unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly provisions: readonly Provision[];
}

const ARTICLE =
  /^(?:#+\s*|\*\*)?(第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十])?)(?:\*\*)?[\s　]*/;
const DIVISION = /^(?:#+\s*)?第[一二三四五六七八九十百零]+(?:编|分编|章|节)/;
const ITEM = /^[-*\s]*[（(]([一二三四五六七八九十]+)[）)]\s*/;
const IN_FORCE = /自(\d{4})年(\d{1,2})月(\d{1,2})日起施行/;

/**
 * Reads the plain text or Markdown of one law: a title, then articles that begin a line with 第…条; further lines are
 * paragraphs, lines that begin with （一） items of the paragraph before.
 * @throws {ChiduError} `statute-text` where there is no title or no article, or articles do not ascend.
 */
export function parseLaw(
  text: string,
  given: { readonly law?: string; readonly from?: string; readonly to?: string } = {},
): LawText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s　]+|[\s　]+$/g, ''))
    .filter((line) => line !== '');
  const title = lines.find((line) => !ARTICLE.test(line))?.replace(/^#+\s*|[《》*]/g, '');
  const law = (given.law ?? title ?? '').replace(/^中华人民共和国/, '').trim();
  if (law === '' || law.length > 60) throw refused('the text does not begin with a title', 1);
  for (const day of [given.from, given.to])
    if (day !== undefined && !isDay(day)) throw refused(`no such day: ${day}`, 0);
  const provisions: Provision[] = [];
  let article: string | null = null;
  let last: [number, number] = [0, 0];
  let paragraph = 0;
  let opening = '';
  lines.forEach((line, i) => {
    const heading = ARTICLE.exec(line);
    const number = heading && parseArticle(heading[1] ?? '');
    if (heading && number) {
      const [main = 0, inserted = 0] = number.split('-').map(Number);
      if (main < last[0] || (main === last[0] && inserted <= last[1]))
        throw refused(`article ${number} does not follow article ${last.join('-')}`, i + 1);
      last = [main, inserted];
      article = number;
      paragraph = 0;
    }
    if (article === null || (!heading && DIVISION.test(line)) || /^[-=_*]{3,}$/.test(line)) return;
    const rest = heading ? line.slice(heading[0].length) : line;
    if (rest === '') return;
    const itemHead = ITEM.exec(rest);
    if (itemHead && paragraph > 0) {
      const before = provisions.at(-1);
      const first =
        before?.item === null && before.paragraph === paragraph && before.article === article;
      if (first) opening = provisions.pop()?.text ?? '';
      const item = parseCount(itemHead[1] ?? '') ?? 0;
      const words = `${opening}${rest.slice(itemHead[0].length)}`;
      provisions.push({ law, article, paragraph, item, text: words });
      return;
    }
    paragraph += 1;
    provisions.push({ law, article, paragraph, item: null, text: rest });
  });
  if (provisions.length === 0) throw refused('the text has no article', 1);
  const [, year, month = '', day = ''] = IN_FORCE.exec(text) ?? [];
  const said = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { law, from: given.from ?? said ?? null, to: given.to ?? null, provisions };
}

const refused = (message: string, line: number) =>
  new ChiduError('statute-text', message, { at: `line ${line}` });
