import { isShown } from './shown.ts';

/**
 * Elements with this name, or with it as id. A generated id (a long run of digits) is no anchor: it belongs to
 * another field after the next release. A hidden twin counts only where nothing is shown.
 */
export function byName(document: Document, name: string): readonly Element[] {
  const quoted = CSS.escape(name);
  const selector = /\d{4,}/.test(name) ? `[name=${quoted}]` : `[name=${quoted}],[id=${quoted}]`;
  const all = [...document.querySelectorAll(selector)].filter(
    (element) => !element.matches('form,frame,iframe,meta,label,[type=button],[type=submit]'),
  );
  const shown = all.filter(isShown);
  const found = shown.length > 0 ? shown : all;
  // A group of ticks is one field; none ticked is an empty one.
  const [tick] = found.filter((element) => element.matches('[type=radio],[type=checkbox]'));
  const ticked = found.find((element) => element.matches(':checked'));
  return tick ? [ticked ?? tick] : found;
}
