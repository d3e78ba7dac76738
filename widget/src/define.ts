import { ChiduNotice } from './element.tsx';

export { ChiduNotice };

/** A page may load this twice, or an older copy first: the first one stays. */
if (globalThis.customElements?.get('chidu-notice') === undefined) {
  globalThis.customElements?.define('chidu-notice', ChiduNotice);
}
