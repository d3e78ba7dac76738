import { ChiduBoard } from './element.ts';

export { ChiduBoard };

/** A page may load this twice, or an older copy first: the first one stays. */
if (globalThis.customElements?.get('chidu-board') === undefined) {
  globalThis.customElements?.define('chidu-board', ChiduBoard);
}
