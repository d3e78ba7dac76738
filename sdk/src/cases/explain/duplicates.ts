import { maskAccidents } from '../text/masking.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';

/** Texts that share this much of their terms are written from one another. */
const COPIED = 0.8;

/** Groups texts in their order: each group's first is its leader, the rest are near duplicates of it. Answers indexes. */
export function groupCopies(texts: readonly string[]): number[][] {
  const buffer = emptyTerms();
  const groups: { terms: ReadonlySet<number>; members: number[] }[] = [];
  texts.forEach((text, i) => {
    const { keys, count } = readTerms(maskAccidents(text), buffer);
    const terms = new Set(keys.subarray(0, count));
    const group = groups.find((one) => shared(one.terms, terms) >= COPIED);
    if (group) group.members.push(i);
    else groups.push({ terms, members: [i] });
  });
  return groups.map(({ members }) => members);
}

/** Jaccard: terms in both by terms in either. */
function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < large.size * COPIED) return 0;
  let both = 0;
  for (const term of small) if (large.has(term)) both += 1;
  return both / (a.size + b.size - both || 1);
}
