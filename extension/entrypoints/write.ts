import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hasPlace, type WriteOrder, type WriteResult, writeField } from '../write/write-field.ts';

declare global {
  /** In the extension's own world of a page; the page cannot see it. */
  var chiduHasPlace: ((order: WriteOrder) => true | null) | undefined;
  var chiduWrite: ((order: WriteOrder) => Promise<WriteResult | null>) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.chiduHasPlace ??= (order) => hasPlace(document, order);
  globalThis.chiduWrite ??= (order) => writeField(document, order);
});
