import { isDisplayed, isShown } from './shown.ts';

/** With how many characters stand in a box: 25/500. */
const SILENT = 'script,style,noscript,template,button,object,[class$=_count],[class$=-count]';
const BREAKS = 'br,p,div,li,tr,td,th,dt,dd,ul,ol,table';
/** The mark of a required field, in a text of its own beside the control. */
const REQUIRED = /^\s*[(（]?([*＊※]|必填项?)[)）]?\s*$/;
const NO_VALUE = /^(hidden|button|submit|reset|image|file|password)$/;

/**
 * What an officer would read off these nodes, in their order: text, and in place of each control what it holds.
 * A date in three boxes reads as 2026年3月5日, an amount with its unit behind the box as `3.75 万元`.
 * Parts the page does not show are left out. Where the whole place is hidden (a closed tab), only those that would stay
 * hidden if it were opened: a hint, a validation message.
 */
export function readText(nodes: readonly Node[], hidden = false): string {
  const [only] = nodes;
  // A hidden field counts only where it was asked for by name.
  if (nodes.length === 1 && only instanceof HTMLInputElement && only.type === 'hidden')
    return only.value.trim();
  const ticked = only?.nodeName !== 'BODY' && nodes.some((node) => hasTicks(node));
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      // Where choices are ticked only the words of the ticked ones count.
      if (!ticked && !REQUIRED.test(node.data)) parts.push(node.data);
      return;
    }
    if (!(node instanceof Element) || node.matches(SILENT)) return;
    if (!(hidden ? nodes.includes(node) || isDisplayed(node) : isShown(node))) return;
    if (node instanceof HTMLInputElement) {
      if (hasTicks(node)) {
        if (node.checked) parts.push(wordsOfTick(node));
      } else if (!NO_VALUE.test(node.type)) parts.push(node.value);
    } else if (node instanceof HTMLSelectElement) {
      parts.push([...node.selectedOptions].map((option) => option.text).join(' '));
    } else if (node instanceof HTMLIFrameElement) {
      // An editor is a frame of its own; any other frame is read by its own reader.
      const { body, designMode } = node.contentDocument ?? {};
      if (body && (designMode === 'on' || body.isContentEditable)) parts.push(body.innerText);
    } else if (node instanceof HTMLTextAreaElement) {
      parts.push(node.value);
    } else {
      const breaks = node.matches(BREAKS);
      if (breaks) parts.push(' ');
      for (const child of node.childNodes) visit(child);
      if (breaks) parts.push(' ');
    }
  };
  for (const node of nodes) visit(node);
  return (
    parts
      .join('')
      .replace(/[\s\u200b\ufeff]+/g, ' ')
      // A colon that stands between the label and the value.
      .replace(/^[\s:：]+|\s+$/g, '')
  );
}

function hasTicks(node: Node): boolean {
  const tick = 'input[type=checkbox],input[type=radio]';
  return node instanceof Element && (node.matches(tick) || node.querySelector(tick) !== null);
}

/** The words beside a tick: its label, else the text that follows up to the next control. */
function wordsOfTick(input: HTMLInputElement): string {
  const label = input.labels?.[0];
  if (label) return label.textContent ?? '';
  let words = '';
  for (let next = input.nextSibling; next && !hasTicks(next); next = next.nextSibling)
    words += next.textContent ?? '';
  return words;
}

/** The texts of a document, without scripts and without what only a control holds. */
export function textNodes(document: Document): readonly Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('script,style,template,option,textarea'))
      found.push(node as Text);
  return found;
}
