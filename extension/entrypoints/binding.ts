import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Adapter } from '../adapters/adapter.ts';
import { readPage } from '../locate/read-page.ts';
import type { PageTexts } from '../locate/reading.ts';
import { Picker } from '../picker/picker.ts';
import type { Picked } from '../suggest/picked.ts';
import { type PageProposals, proposePage } from '../suggest/propose.ts';

/** What the binder asks of a frame. */
export interface Binding {
  readonly propose: () => PageProposals;
  /** What a draft of an adapter reads here. */
  readonly read: (adapter: Adapter) => PageTexts | null;
  readonly pick: (on: boolean) => void;
}

/** Sent to the binder's page when a person has pointed at something. */
export interface PickedMessage {
  readonly type: 'binding/picked';
  readonly picked: Picked;
}

declare global {
  /** In the extension's own world of a page; the page cannot see it. */
  var chiduBinding: Binding | undefined;
}

export default defineUnlistedScript(() => {
  const picker = new Picker(document);
  globalThis.chiduBinding ??= {
    propose: () => proposePage(document),
    read: (adapter) => readPage(document, adapter, new Date().toISOString()),
    pick: (on) => {
      picker.stop();
      if (!on) return;
      picker.start((picked) => {
        const message: PickedMessage = { type: 'binding/picked', picked };
        void browser.runtime.sendMessage(message).catch(() => null);
      });
    },
  };
});
