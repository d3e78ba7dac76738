/** Where each part of a decision or judgment stands in its text. */
export interface Sections {
  /** Court, parties, how the case went so far. */
  readonly title: string;
  readonly facts: string;
  /** Why the law applies: 本院认为, 本局认为. */
  readonly basis: string;
  /** 判决如下, 作出如下处罚. Remedies, signatures and annexes behind it are left out. */
  readonly decision: string;
}

const FACTS =
  /(?:经?(?:本院)?(?:公开)?(?:开庭)?审理查明|经查明|现?查明|公诉机关(?:起诉)?指控|检察院(?:起诉书)?指控|起诉书指控|违法事实|经查)[：:，,]?/;
const REASONS = /(?:本院(?:经审理|经审查)?认为|本(?:局|机关)(?:经审查)?认为|我局认为|合议庭认为)/g;
const DECISION =
  /(?:判决如下|裁定如下|决定如下|作出如下(?:行政)?(?:处罚|判决|裁定|决定)|处罚(?:内容|决定)如下)[：:]?/g;
const TAIL =
  /(?:如不服本(?:判决|裁定|决定)|如对本(?:处罚|行政处罚)决定不服|审判长|书记员|附[：:]|附相关法律|附本(?:案|判决))/;

/**
 * Splits a decision at the phrases that Chinese decisions and judgments are made of. A text without them is facts
 * altogether; a part that is missing is empty.
 */
export function sectionsOf(text: string): Sections {
  const decided = lastMatch(DECISION, text, 0);
  const reasons = lastMatch(REASONS, decided ? text.slice(0, decided.from) : text, 0);
  const end = reasons?.from ?? decided?.from ?? text.length;
  const found = FACTS.exec(text.slice(0, end));
  // A heading late in the text is a phrase of the facts, not their heading.
  const facts = found && found.index < end * 0.6 ? found.index : 0;
  const tail = text.slice(decided?.to ?? text.length);
  return {
    title: text.slice(0, facts),
    facts: text.slice(facts, end),
    basis: reasons ? text.slice(reasons.to, decided?.from ?? text.length) : '',
    decision: tail.slice(0, TAIL.exec(tail)?.index ?? tail.length),
  };
}

function lastMatch(pattern: RegExp, text: string, from: number) {
  let last: { from: number; to: number } | null = null;
  for (const match of text.slice(from).matchAll(pattern))
    last = { from: from + match.index, to: from + match.index + match[0].length };
  return last;
}
