import type { Adapter } from '../adapters/adapter.ts';
import { readPage } from '../locate/read-page.ts';
import type { PageTexts } from '../locate/reading.ts';

export interface ReaderPorts {
  readonly hello: () => Promise<Adapter | null>;
  readonly report: (reading: PageTexts | null) => Promise<unknown>;
  readonly frameLoaded: () => Promise<unknown>;
  /** False once the extension was updated or removed under a page that is still open. */
  readonly alive: () => boolean;
  readonly now: () => string;
}

/** After a change the page gets this long to finish; without result the wait doubles up to the longest. */
const SHORTEST_MS = 200;
const LONGEST_MS = 4000;

/**
 * The reader of one document. Inert until `start`; on a page of no adapter it stops at once and leaves nothing. It only
 * looks: it changes no node, takes no key and no focus.
 */
export class FrameReader {
  readonly #document: Document;
  readonly #ports: ReaderPorts;
  #adapter: Adapter | null = null;
  #observer: MutationObserver | null = null;
  #listening: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = SHORTEST_MS;
  #last: string | null = null;
  #root: Element | null = null;

  constructor(document: Document, ports: ReaderPorts) {
    this.#document = document;
    this.#ports = ports;
  }

  /** Run again, it looks anew: the document may have been rewritten under it, or its adapter be another one. */
  async start(): Promise<void> {
    this.#adapter = await this.#ports.hello();
    if (!this.#adapter) return this.stop();
    this.#listen();
    await this.#readAndReport();
  }

  /** What the document shows at this moment, null on a page of no adapter. */
  async now(): Promise<PageTexts | null> {
    this.#adapter ??= await this.#ports.hello();
    return this.#adapter && readPage(this.#document, this.#adapter, this.#ports.now());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#observer?.disconnect();
    this.#listening?.abort();
    this.#adapter = null;
  }

  /** document.open() takes listeners away, so they are set anew each time. */
  #listen(): void {
    this.#observer?.disconnect();
    this.#listening?.abort();
    this.#observer = new MutationObserver(() => this.#later());
    this.#observer.observe(this.#document, { childList: true, subtree: true, characterData: true });
    this.#listening = new AbortController();
    const quietly = { capture: true, passive: true, signal: this.#listening.signal };
    this.#document.addEventListener('input', () => this.#soon(), quietly);
    this.#document.addEventListener('change', () => this.#soon(), quietly);
    this.#document.addEventListener(
      'load',
      ({ target }) => {
        if (target instanceof Element && /^I?FRAME$/.test(target.tagName))
          void this.#ports.frameLoaded();
      },
      quietly,
    );
  }

  /** A person is typing. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wait = SHORTEST_MS;
    this.#later();
  }

  /** Never put off by the next change: a page with a running clock would be read never again. */
  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#readAndReport();
    }, this.#wait);
  }

  async #readAndReport(): Promise<void> {
    if (!this.#ports.alive()) this.stop();
    if (!this.#adapter) return;
    const reading = await this.now();
    // Written anew with the same content is still news: what was placed in it is gone.
    if (this.#root !== this.#document.documentElement) this.#last = null;
    this.#root = this.#document.documentElement;
    const shown = reading && JSON.stringify({ ...reading, at: '' });
    // A page that is never still (a clock, a ticker) is read more and more seldom.
    if (shown === this.#last) {
      this.#wait = Math.min(this.#wait * 2, LONGEST_MS);
      return;
    }
    this.#wait = SHORTEST_MS;
    this.#last = shown;
    await this.#ports.report(reading);
  }
}
