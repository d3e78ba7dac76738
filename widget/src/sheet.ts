/**
 * One constructed sheet for all elements of a kind, made when the first is: a strict policy blocks `<style>` and style
 * attributes, but not this.
 */
export function sharedSheet(css: string): () => CSSStyleSheet {
  let shared: CSSStyleSheet | undefined;
  return () => {
    if (shared === undefined) {
      shared = new CSSStyleSheet();
      shared.replaceSync(css);
    }
    return shared;
  };
}
