import type { Authorize } from '@chidu/sdk/api/client';
import type { OversightEvent } from '@chidu/sdk/oversight';
import { chinaDay } from '@chidu/sdk/text';
import { ATTRIBUTES, shownBy } from './attributes.ts';
import type { BoardState, Drawn } from './board-state.ts';
import { apart, type Counted, countedOf } from './counted.ts';
import { type DeskModel, openDeskModel } from './desk-model.ts';
import { fetchJson, fetchPapers, PAPERS } from './fetch-papers.ts';
import type { Summary } from './model.ts';
import { follow, type Line } from './source.ts';
import { sheet } from './styles.ts';

/** Everything: what the store counts is counted of the whole log. */
const WHOLE = { unit: null, from: null, to: null, violation: null, level: null };

/** There is no HTMLElement on a server; importing this file there does nothing. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<chidu-board>`: the screen of the supervision body, or with `public` the statistics that an authority has published.
 * Attributes, properties and events: README.md. Two of them on one page share nothing.
 */
export class ChiduBoard extends Base {
  static readonly observedAttributes = [...ATTRIBUTES.loaded, ...ATTRIBUTES.shown];

  /** Signs requests to the `service`: `requestAuthorizer` of `@chidu/sdk/api`. */
  authorize: Authorize | null = null;
  /** Replace it to judge by another clock. @default the clock of this machine */
  now: () => Date = () => new Date();
  /** How often a service is asked where no stream gets through. Milliseconds. */
  pollEvery = 15_000;

  #entries: readonly OversightEvent[] | null = null;
  #state: BoardState = { kind: 'empty' };
  #model: DeskModel | null = null;
  #drawn: Drawn | null = null;
  #run: AbortController | null = null;
  #ready: Promise<Summary | null> = Promise.resolve(null);
  #starting = false;
  #onShown: (state: BoardState) => void = () => {};
  /** Files that nothing has to wait for, taken in once for the model there is. */
  #later: Promise<void> | null = null;

  /** Entries handed in by the page, in the place of a file or a service. */
  get entries(): readonly OversightEvent[] | null {
    return this.#entries;
  }
  set entries(entries: readonly OversightEvent[] | null) {
    this.#entries = entries;
    if (this.isConnected) this.#start();
  }

  /** Settles when what is being loaded has been shown, alerts included; null where nothing could be. */
  get ready(): Promise<Summary | null> {
    return this.#ready;
  }

  connectedCallback() {
    if (this.shadowRoot === null) {
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
    }
    this.#start();
  }

  disconnectedCallback() {
    this.#run?.abort();
    this.#model?.close();
    this.#model = null;
    this.#drawn?.clear();
    this.#drawn = null;
  }

  attributeChangedCallback(name: string) {
    if (!this.isConnected || this.shadowRoot === null) return;
    if (ATTRIBUTES.loaded.includes(name)) this.#start();
    else void this.#draw();
  }

  /** Attributes that change together are one start. */
  #start() {
    if (this.#starting) return;
    this.#starting = true;
    this.#ready = Promise.resolve().then(() => {
      this.#starting = false;
      this.#run?.abort();
      if (!this.isConnected) return null;
      this.#run = new AbortController();
      return this.hasAttribute('public')
        ? this.#publish(this.#run.signal)
        : this.#load(this.#run.signal);
    });
  }

  async #publish(signal: AbortSignal): Promise<null> {
    const address = this.getAttribute('publication');
    this.#show({ kind: 'loading', progress: null });
    const value = address === null ? null : await fetchJson(address).catch(() => null);
    if (!signal.aborted) this.#show({ kind: 'published', value });
    return null;
  }

  async #load(signal: AbortSignal): Promise<Summary | null> {
    const [file, service] = [this.getAttribute('events'), this.getAttribute('service')];
    if (this.#entries === null && file === null && service === null) {
      this.#show({ kind: 'empty' });
      return null;
    }
    this.#show({ kind: 'loading', progress: null });
    this.#model?.close();
    this.#model = null;
    this.#later = null;
    // Entries are on their way while the files beside them are asked for: names are wanted when figures are there.
    const papers = fetchPapers(this, PAPERS.first);
    const desk = await openDeskModel();
    if (signal.aborted) {
      desk.close();
      return null;
    }
    this.#model = desk;
    const equipped = papers.then((found) => desk.equip({ ...found, today: this.#today() }));
    if (service !== null && this.#entries === null && file === null) {
      await equipped;
      return signal.aborted ? null : this.#follow(desk, service, signal);
    }
    const failed = this.#entries
      ? await this.#hand(desk, this.#entries, signal)
      : await desk.loadFile(new URL(file ?? '', document.baseURI).href, (progress) => {
          if (!signal.aborted) this.#show({ kind: 'loading', progress });
        });
    await equipped;
    if (signal.aborted) return null;
    if (failed !== null) {
      this.#show({ kind: 'failed', why: failed });
      return null;
    }
    return this.#read(desk, signal, null);
  }

  /** In slices, so that the page stays alive while they cross over. */
  async #hand(
    desk: DeskModel,
    entries: readonly OversightEvent[],
    signal: AbortSignal,
  ): Promise<null> {
    const SLICE = 5_000;
    for (let at = 0; at < entries.length && !signal.aborted; at += SLICE) {
      await desk.add(entries.slice(at, at + SLICE));
      const done = Math.min(at + SLICE, entries.length);
      this.#show({
        kind: 'loading',
        progress: { entries: done, done, total: entries.length },
      });
    }
    return null;
  }

  /** First everything that needs no second thought, then the alerts. */
  async #read(
    desk: DeskModel,
    signal: AbortSignal,
    line: Line | null,
    counted: Counted | null = null,
  ): Promise<Summary | null> {
    let summary = await desk.read();
    const apart = counted?.entries === summary.entries ? await this.#apart(desk, counted) : [];
    if (signal.aborted) return null;
    this.#show({ kind: 'ready', summary, line, at: this.now().getTime(), apart });
    this.#later ??= fetchPapers(this, PAPERS.later).then((papers) => desk.equip(papers));
    await this.#later;
    summary = await desk.raise();
    if (signal.aborted) return null;
    const now = this.#state.kind === 'ready' ? this.#state.line : line;
    await this.#seen(
      { kind: 'ready', summary, line: now, at: this.now().getTime(), apart },
      signal,
    );
    this.dispatchEvent(
      new CustomEvent('chidu-board', { detail: summary, bubbles: true, composed: true }),
    );
    return summary;
  }

  async #apart(desk: DeskModel, counted: Counted) {
    const { figures, remedies } = await desk.view('overview', {
      filter: WHOLE,
      rows: 'unit',
      columns: 'tier',
    });
    return apart(counted, [...figures, ...remedies]);
  }

  /** Shows it, and settles when a view of it, or of what came after it, is in the page. */
  #seen(state: BoardState, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onShown = (shown) => {
      if (shown === state || this.#state !== state) resolve();
    };
    signal.addEventListener('abort', () => resolve(), { once: true });
    this.#show(state);
    return promise;
  }

  #follow(desk: DeskModel, service: string, signal: AbortSignal): Promise<Summary | null> {
    const { promise, resolve } = Promise.withResolvers<Summary | null>();
    let line: Line = { kind: 'live' };
    let there = false;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let entries = 0;
    const followed = {
      base: new URL(service, document.baseURI).href,
      authorize: this.authorize ?? undefined,
      authority: this.getAttribute('authority') ?? '',
      year: this.getAttribute('year') ?? this.#today().slice(0, 4),
    };
    let counted: Counted | null = null;
    void countedOf(followed, signal).then((found) => {
      counted = found;
      if (this.#state.kind === 'loading') this.#show({ ...this.#state, counted });
    });
    // New entries are shown together, once a second at most.
    const soon = () => {
      if (waiting !== null) return;
      waiting = setTimeout(() => {
        waiting = null;
        void this.#read(desk, signal, line);
      }, 1_000);
    };
    void follow(
      followed,
      {
        events: async (events) => {
          await desk.add(events);
          entries += events.length;
          if (there) soon();
          else {
            const progress = { entries, done: entries, total: counted?.entries ?? null };
            this.#show({ kind: 'loading', progress, counted });
          }
        },
        caughtUp: () => {
          there = true;
          resolve(this.#read(desk, signal, line, counted));
        },
        line: (told) => {
          line = told;
          if (this.#state.kind === 'ready') this.#show({ ...this.#state, line });
          else if (told.kind === 'broken') this.#show({ kind: 'failed', why: told.why });
        },
      },
      { signal, pollMs: this.pollEvery },
    );
    return promise;
  }

  #today(): string {
    const given = this.getAttribute('today');
    if (given !== null) return given;
    return chinaDay(this.now().getTime());
  }

  #show(state: BoardState) {
    this.#state = state;
    void this.#draw();
  }

  async #draw() {
    const root = this.shadowRoot;
    if (root === null) return;
    const asked = this.closest('[lang]')?.getAttribute('lang')?.toLowerCase() ?? 'zh';
    const open = this.hasAttribute('public')
      ? import('./chunks/public.tsx')
      : import('./chunks/desk.tsx');
    const [part, english] = await Promise.all([
      open.catch(() => null),
      asked.startsWith('en') ? import('./chunks/en.ts').catch(() => null) : null,
    ]);
    if (part === null) {
      this.#onShown(this.#state);
      root.textContent = '程序没有载入，请刷新页面。 The program did not load; reload the page.';
      return;
    }
    if (!this.isConnected) return;
    this.#drawn ??= part.mount(root);
    this.#drawn.draw({
      state: this.#state,
      model: this.#model,
      strings: english?.en ?? null,
      ...shownBy(this),
      onCancel: () => void this.#model?.cancel(),
      onRetry: () => this.#start(),
      onShown: (state) => this.#onShown(state),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chidu-board': ChiduBoard;
  }
  interface HTMLElementEventMap {
    'chidu-board': CustomEvent<Summary>;
  }
}
