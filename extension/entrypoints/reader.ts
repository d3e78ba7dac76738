import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../platform/messages.ts';
import { FrameReader } from '../reader/frame-reader.ts';

declare global {
  /** In the extension's own world of a page; the page cannot see it. */
  var chiduReader: FrameReader | undefined;
}

export default defineUnlistedScript(() => {
  const quiet = (): null => null;
  globalThis.chiduReader ??= new FrameReader(document, {
    hello: () => send('reader/hello', {}).catch(quiet),
    report: (texts) => send('reader/report', { texts }).catch(quiet),
    frameLoaded: () => send('reader/frame-loaded', {}).catch(quiet),
    alive: () => browser.runtime?.id !== undefined,
    now: () => new Date().toISOString(),
  });
  void globalThis.chiduReader.start();
});
