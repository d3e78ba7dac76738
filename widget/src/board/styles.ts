import css from './styles.css?inline';

let shared: CSSStyleSheet | undefined;

/** One constructed sheet for all elements: a strict policy blocks `<style>` and style attributes, but not this. */
export function sheet(): CSSStyleSheet {
  if (shared === undefined) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
