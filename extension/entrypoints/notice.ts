import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { carryOutOrder, type NoticeOrder, type PlaceResult } from '../notice/place.ts';

declare global {
  /** In the extension's own world of a page; the page cannot see it. */
  var chiduNotice: ((order: NoticeOrder) => PlaceResult) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.chiduNotice ??= (order) => carryOutOrder(document, order);
});
