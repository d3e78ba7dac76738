import type { CaseRecord } from '../record.ts';
import { parseCount } from '../text/article-number.ts';

type Citation = CaseRecord['statutes'][number];

const LAW = /《([^《》]{2,40})》/g;
/** 第…条, 第…款 and 第…项, each with its number; an item may stand in brackets. */
const STEP = /第\s*[（(]?\s*([零〇一二三四五六七八九十百千\d]{1,7})\s*[）)]?\s*([条款项])/g;

/**
 * What a text cites, in its order and each once: `《食品安全法》第一百二十四条第一款第（五）项、第二款`. Numbers that follow without a
 * law's name belong to the law named last. An article that was inserted later (第…条之一) is left out, because the format
 * has no number for it.
 */
export function readCitations(text: string): Citation[] {
  const found: Citation[] = [];
  const laws = [...text.matchAll(LAW)];
  for (const [i, match] of laws.entries()) {
    const from = match.index + match[0].length;
    const part = text.slice(from, laws[i + 1]?.index ?? text.length);
    found.push(...citedIn(lawName(match[1] ?? ''), part));
  }
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

/** 《中华人民共和国食品安全法（2021年修正）》 is cited as 食品安全法. */
function lawName(full: string): string {
  return full
    .replace(/[（(][^）)]*[）)]$/, '')
    .replace(/^中华人民共和国/, '')
    .trim();
}

function citedIn(law: string, text: string): Citation[] {
  const cited: Citation[] = [];
  /** Of an article that the format has no number for. */
  let passing = true;
  for (const { 1: digits = '', 2: kind, 0: whole, index } of text.matchAll(STEP)) {
    const number = parseCount(digits);
    if (number === null) continue;
    if (kind === '条') {
      passing = /^\s*之[一二三四五六七八九]/.test(text.slice(index + whole.length));
      if (!passing) cited.push({ law, article: number });
    }
    const last = passing ? undefined : cited.at(-1);
    if (last === undefined || kind === '条') continue;
    const { article, paragraph, item } = last;
    const next =
      kind === '款'
        ? { law, article, paragraph: number }
        : { law, article, ...(paragraph === undefined ? {} : { paragraph }), item: number };
    // 第一款、第三款 and 第（一）项、第（三）项 are two citations; the first step only completes the article.
    const completes =
      kind === '款' ? paragraph === undefined && item === undefined : item === undefined;
    if (completes) cited[cited.length - 1] = next;
    else cited.push(next);
  }
  return cited;
}
