import { parseArticle } from './article-number.ts';

/**
 * What a decision names in law: charges (盗窃罪), causes of action (民间借贷纠纷) and articles (`刑法 264`). Cases on
 * the same issue are alike though their words differ.
 */
export function issuesIn(text: string): string[] {
  const issues = new Set<string>();
  for (const [, charge] of text.matchAll(CHARGE)) {
    const name = charge?.replace(/^.*(?:犯|构成|涉嫌|系|定性为|的)/, '');
    if (name && name.length >= 3 && !NO_CHARGE.test(name)) issues.add(name);
  }
  // Names of parties stand right before a cause of action, so its last words are taken, in two lengths.
  for (const [, words = ''] of text.matchAll(CAUSE))
    for (const length of [2, 4]) issues.add(`${words.slice(-length)}纠纷`);
  for (const article of articlesIn(text)) issues.add(article);
  return [...issues];
}

const CHARGE = /(?:犯|构成|涉嫌|以)([\u4e00-\u9fa5、]{2,20}?罪)(?![犯名行责过])/g;
const NO_CHARGE = /^(?:有|无|犯|本|该|此|其|前|原|漏|余|数|同种|何|之|认|悔|立功赎|所犯|非).*罪$/;
const CAUSE = /([\u4e00-\u9fa5]{2,16})纠纷/g;

const LAW = '《([^《》]{2,40})》(?:[（(][^（）()]{1,30}[）)])?';
const ARTICLE = '第[一二三四五六七八九十百千零〇\\d]+条(?:之[一二三四五六七八九十])?';
const CITED = new RegExp(
  `(?:${LAW}|((?:刑法|民法典|刑事诉讼法|民事诉讼法|行政处罚法)))((?:[的之]?(?:规定)?[、，,和及与]?(?:${ARTICLE})(?:第?[一二三四五六七八九十\\d]+[款项目])*(?:[、，,和及与]?第?[（(]?[一二三四五六七八九十\\d]+[）)]?[款项目])*)+)`,
  'g',
);

/** Articles cited, as `law number`: `中华人民共和国` left out, paragraphs and items not told apart. */
function articlesIn(text: string): string[] {
  const articles = new Set<string>();
  for (const [, quoted, bare, numbers] of text.matchAll(CITED)) {
    const law = (quoted ?? bare ?? '').replace(/^中华人民共和国/, '');
    for (const [article] of (numbers ?? '').matchAll(new RegExp(ARTICLE, 'g'))) {
      const number = parseArticle(article);
      if (number !== null) articles.add(`${law} ${number}`);
    }
  }
  return [...articles];
}
