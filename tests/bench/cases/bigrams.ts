/** The tokens that every peer gets: two ideographs that stand side by side, and words of letters. */
export function bigrams(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/[\u3400-\u9fa5]+|[a-z]{2,}/gi)) {
    if (/^[a-z]/i.test(run)) found.push(run.toLowerCase());
    else for (let i = 0; i + 1 < run.length; i += 1) found.push(run.slice(i, i + 2));
  }
  return found;
}
