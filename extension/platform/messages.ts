import { browser } from 'wxt/browser';
import type { Adapter } from '../adapters/adapter.ts';
import type { PageTexts } from '../locate/reading.ts';
import type { PlaceResult } from '../notice/place.ts';

/** The whole protocol between the parts of the extension: what is asked and what is answered. */
export interface Messages {
  /** A reader in a new document: am I on a page of an enabled adapter? */
  'reader/hello': { ask: Record<never, never>; answer: Adapter | null };
  /** What the document shows now; null when it is none of the adapter's pages. */
  'reader/report': { ask: { texts: PageTexts | null }; answer: null };
  /** A child frame was loaded or rewritten: it may need a reader. */
  'reader/frame-loaded': { ask: Record<never, never>; answer: null };
  /** A trusted click on the launcher. */
  'launcher/open': { ask: Record<never, never>; answer: null };
  /** From the panel: put a code into every open notice with its document number, or take it out. */
  'notice/place': { ask: { codeId: string }; answer: PlaceResult[] };
  'notice/remove': { ask: { codeId: string }; answer: PlaceResult[] };
}

export type MessageType = keyof Messages;

export interface Sender {
  /** Absent for our own pages. */
  readonly tab?: number;
  readonly window?: number;
  readonly frame?: number;
  readonly document?: string;
  readonly url: string;
  readonly origin: string;
}

export type Handlers = {
  [T in MessageType]: (
    ask: Messages[T]['ask'],
    sender: Sender,
  ) => Promise<Messages[T]['answer']> | Messages[T]['answer'];
};

export function send<T extends MessageType>(
  type: T,
  ask: Messages[T]['ask'],
): Promise<Messages[T]['answer']> {
  return browser.runtime.sendMessage({ type, ask });
}

/** In the background script, once, while it starts: a worker that wakes must find its listeners. */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, respond) => {
    const { type, ask } = (message ?? {}) as { type?: MessageType; ask?: never };
    // Only our own parts may ask: no page and no other extension can.
    if (from.id !== browser.runtime.id || type === undefined || !Object.hasOwn(handlers, type))
      return false;
    const sender: Sender = {
      ...(from.tab?.id === undefined ? {} : { tab: from.tab.id }),
      ...(from.tab?.windowId === undefined ? {} : { window: from.tab.windowId }),
      ...(from.frameId === undefined ? {} : { frame: from.frameId }),
      ...(from.documentId === undefined ? {} : { document: from.documentId }),
      url: from.url ?? '',
      origin: from.origin ?? '',
    };
    // `respond` rather than a promise: Chromium takes promises from 148 on only.
    Promise.resolve(
      (handlers[type] as (ask: never, sender: Sender) => unknown)(ask as never, sender),
    )
      .catch((error: unknown) => {
        console.error(type, error);
        return null;
      })
      .then(respond);
    return true;
  });
}
