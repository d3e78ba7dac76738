import type { Slot } from '../adapters/adapter.ts';
import { insertAtSlot } from './slot.ts';

/** Everything that is printed of a code, made ready by the background script; the page-side code only places it. */
export interface PrintedCode {
  readonly codeId: string;
  /** Symbol and caption as one SVG in millimetres. */
  readonly svg: string;
  readonly widthMm: number;
  readonly alt: string;
}

export type NoticeOrder =
  | { readonly do: 'place'; readonly code: PrintedCode; readonly slot: Slot }
  | { readonly do: 'remove'; readonly codeId: string };

/** `other-fine`: the notice states another amount than the code. */
export type PlaceResult =
  | 'placed'
  | 'removed'
  | 'no-slot'
  | 'not-shown'
  | 'not-here'
  | 'other-fine';

const TAG = 'chidu-code';
/** The host of the code in this document, and the code it shows. */
let current: { host: HTMLElement; codeId: string } | null = null;

/** One code per document: a new one takes the place of the old one. */
export function carryOutOrder(document: Document, order: NoticeOrder): PlaceResult {
  if (order.do === 'remove') {
    if (current?.codeId !== order.codeId || !current.host.isConnected) return 'not-here';
    current.host.remove();
    current = null;
    return 'removed';
  }
  if (current?.codeId === order.code.codeId && current.host.isConnected) return 'placed';
  current?.host.remove();
  const host = draw(document, order.code);
  const refusal = insertAtSlot(document, order.slot, host);
  if (refusal) return refusal;
  current = { host, codeId: order.code.codeId };
  if (isWhole(host, order.code)) return 'placed';
  host.remove();
  current = null;
  return 'not-shown';
}

/**
 * A closed root keeps the page's style sheet off the symbol, and `!important` in `:host` keeps it off the host: a rule
 * of the page for all elements would win otherwise.
 */
function draw(document: Document, code: PrintedCode): HTMLElement {
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];
  const picture = document.createElement('div');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', code.alt);
  // Parsed as XML of its own, not as the page's HTML: only elements of SVG come out.
  const svg = new DOMParser().parseFromString(code.svg, 'image/svg+xml').documentElement;
  picture.append(document.importNode(svg, true));
  root.append(picture);
  return host;
}

/** On screen and in its true size; a page that hides or scales it gets no half-visible code. */
function isWhole(host: HTMLElement, code: PrintedCode): boolean {
  const shown = host.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
  const pixels = (code.widthMm * 96) / 25.4;
  return shown && host.getBoundingClientRect().width >= pixels * 0.98;
}

/** Fills of an SVG are printed even where background graphics are off; backgrounds of CSS are not. */
const STYLE = `
:host { all: initial !important; display: inline-block !important; vertical-align: bottom !important;
  break-inside: avoid !important; line-height: 0 !important; }
svg { display: block; }
`;
