/** Controls that people fill in, as opposed to their hidden twins. */
const CONTROL = 'input:not([type=hidden]),select,textarea';

export const isControl = (node: Node | null): boolean =>
  node instanceof Element && node.matches(CONTROL);

export const hasControl = (node: Node): boolean =>
  isControl(node) || (node instanceof Element && node.querySelector(CONTROL) !== null);
