import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PointOrder, point } from '../pointer/pointer.ts';

declare global {
  /** In the extension's own world of a page; the page cannot see it. */
  var chiduPointer: ((order: PointOrder | null) => number) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.chiduPointer ??= (order) => point(document, order);
});
