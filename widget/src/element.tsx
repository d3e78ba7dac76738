import { claimedRule, type KeyRing, readCodeText } from '@chidu/sdk/codes';
import { chinaDay } from '@chidu/sdk/text';
import { type Verdict, verifyWith } from '@chidu/sdk/verdict';
import { render } from 'preact';
import { Files } from './files.ts';
import { loadPart, type PartName, type Parts } from './parts.ts';
import type { ClauseWords, Held, NoticeState, Opened, Reading, Trouble } from './reading.ts';
import { type Strings, zh } from './strings/zh.ts';
import { sheet } from './styles.ts';
import { loadTrust, type TrustedIssuers } from './trust.ts';
import { Notice } from './view/notice.tsx';

const ATTRIBUTES = {
  /** What is to be checked: a change starts over. */
  checked: ['code', 'trust-list', 'trust-roots', 'rules', 'status', 'receipts', 'logs', 'service'],
  /** How it is shown. */
  shown: ['lang', 'heading-level', 'text-scale', 'gate'],
};

/** There is no HTMLElement on a server; importing this file there does nothing. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<chidu-notice>`: what the supervision code of a penalty notice says, checked in the page. Attributes, properties and
 * events: README.md. Two of them on one page share nothing.
 */
export class ChiduNotice extends Base {
  static readonly observedAttributes = [...ATTRIBUTES.checked, ...ATTRIBUTES.shown];

  /** Replace it to load lists and rules from elsewhere. @default the page's own `fetch` */
  fetch: typeof fetch = (...request) => globalThis.fetch(...request);
  /** Replace it to judge by another clock. @default the clock of this machine */
  now: () => Date = () => new Date();
  /** Keys to trust, handed in by a page that already holds them. @default null: read from `trust-list` */
  trust: TrustedIssuers | null = null;
  /** The words of the clause that a penalty rests on, from the portal's own book of laws. @default null: its number alone */
  clauseWords: ClauseWords | null = null;

  #state: NoticeState = { kind: 'empty' };
  #parts: Parts = {};
  readonly #needed = new Set<PartName>();
  #strings: Strings = zh;
  /** A code that the reader entered: it goes before the attribute and the address until one of them changes. */
  #entered: Opened | null = null;
  #files: Files | null = null;
  #keys: KeyRing | null = null;
  #run = 0;
  #ready: Promise<Verdict | null> = Promise.resolve(null);
  #frame = 0;
  #listening: AbortController | null = null;

  /** The verdict of the last check, or null while there is none. */
  get verdict(): Verdict | null {
    const reading = this.#reading;
    return reading === null || reading.pending ? null : reading.verdict;
  }

  get #reading(): Reading | null {
    return this.#state.kind === 'read' ? this.#state.reading : null;
  }

  /** Settles with the verdict once the check that is under way has been shown; null where there is no code. */
  get ready(): Promise<Verdict | null> {
    return this.#ready;
  }

  connectedCallback() {
    if (this.shadowRoot === null) {
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
    }
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const moved of ['hashchange', 'popstate']) {
      addEventListener(moved, () => this.hasAttribute('code') || this.#changed(), { signal });
    }
    void this.verify();
    void this.#speak();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    cancelAnimationFrame(this.#frame);
    this.#run += 1;
    this.#ready = Promise.resolve(null);
    // Whatever listens or holds something open lets go of it.
    if (this.shadowRoot !== null) render(null, this.shadowRoot);
  }

  attributeChangedCallback(name: string) {
    if (!this.isConnected || this.shadowRoot === null) return;
    if (ATTRIBUTES.checked.includes(name)) this.#changed();
    else if (name === 'lang') void this.#speak();
    else this.#render();
  }

  #changed() {
    this.#entered = null;
    void this.verify();
  }

  /** Checks again, for instance when the network is back. Attributes that change together are one check. */
  verify(): Promise<Verdict | null> {
    this.#run += 1;
    const run = this.#run;
    this.#ready = Promise.resolve().then(() =>
      run === this.#run ? this.#check(run) : this.#ready,
    );
    return this.#ready;
  }

  /** Prints the page; `sheet`: only what leads each part, for a party who has no phone to read the rest on. */
  print({ sheet = false } = {}) {
    const page = this.shadowRoot?.querySelector('.page');
    page?.toggleAttribute('data-sheet', sheet);
    globalThis.print();
    page?.removeAttribute('data-sheet');
  }

  /** The check that is shown, as a file that anybody can check again; null while there is none. */
  async exportEvidence(): Promise<Blob | null> {
    const { verdict } = this;
    const code = this.#code();
    if (verdict === null || this.#files === null || code === null) return null;
    const { evidenceOf } = await import('./chunks/evidence.ts');
    const log = this.#reading?.log?.evidence ?? null;
    return evidenceOf({ code, verdict, log, ...this.#files.got, made: this.now() });
  }

  /** The digits that are being looked at. */
  #code(): string | null {
    const read = readCodeText(this.#entered?.text ?? this.getAttribute('code') ?? location.href);
    return read.found ? read.text : null;
  }

  #service(): string | null {
    const service = this.getAttribute('service');
    return service === null ? null : new URL(service, document.baseURI).href;
  }

  #held(): Held | null {
    const [service, code] = [this.#service(), this.#code()];
    if (service === null || code === null || this.verdict === null) return null;
    return { code, service, load: this.fetch, now: this.now, keys: this.#keys };
  }

  async #save() {
    const evidence = await this.exportEvidence();
    if (evidence === null) return;
    const { download } = await import('./chunks/evidence.ts');
    download(evidence, `chidu-${this.verdict?.checkCode}.json`);
  }

  /** What was typed, or a file; answers why it is of no use. */
  async #enter(entry: string | File): Promise<Trouble | null> {
    const part = await import('./chunks/open.ts').catch(() => null);
    const opened =
      part === null ? 'noReader' : await part.open(entry, this.getAttribute('lookup'), this.fetch);
    if (typeof opened === 'string') return opened;
    this.#entered = opened;
    void this.verify();
    return null;
  }

  async #check(run: number): Promise<Verdict | null> {
    const given = this.#entered?.text ?? this.getAttribute('code');
    const text = given ?? location.href;
    const read = readCodeText(text);
    if (given === null && !read.found && read.reason === 'no-code') {
      this.#show({ kind: 'empty' });
      return null;
    }
    // All start at once, and before anything is drawn: a slow line should be waited for only once. First what no page could
    // ask for before the code had been read.
    const evidence = this.#entered?.evidence ?? null;
    const files = new Files(this, this.fetch, evidence);
    files.expectRule(claimedRule(text));
    const replaying = import('./chunks/replay.ts').catch(() => null);
    const ruling = import('./chunks/rule.ts').catch(() => null);
    const trusting = this.trust ?? loadTrust(files, this.now());
    const logged = ['receipts', 'service'].some((name) => this.hasAttribute(name)) || evidence?.log;
    const logging = logged ? loadPart('log') : null;
    this.#showMeanwhile({ kind: 'checking' });
    const trust = await trusting;
    const part = await logging;
    const log =
      part && trust.list
        ? part.openLog({
            files,
            list: trust.list,
            service: this.#service(),
            load: this.fetch,
            evidence,
          })
        : null;
    const reading = (verdict: Verdict, pending: boolean): Reading => ({
      verdict,
      pending,
      issuer: trust.issuerOf(verdict.kid, verdict.payload?.authority),
      log: pending ? null : (log?.shown() ?? null),
      clauseWords: this.clauseWords,
      evidence: null,
    });
    const verdict = await verifyWith(text, {
      trust,
      now: this.now,
      loadRule: files.rule,
      onSigned: (soFar) => {
        if (run === this.#run) this.#showMeanwhile({ kind: 'read', reading: reading(soFar, true) });
      },
      ...(log && { log: log.log, witnessedOn: log.witnessedOn }),
      status: async (payload, authority) => {
        const { keys } = trust;
        const asked =
          payload.statusIndex !== undefined && (this.hasAttribute('status') || evidence);
        if (keys === null || !asked) return null;
        const part = await import('./chunks/status.ts').catch(() => null);
        const options = { keys, load: files.statusList, now: this.now() };
        return part?.checkStatus(payload, authority, options) ?? null;
      },
      replay: async (payload, value) => {
        const [reader, engine] = [await ruling, await replaying];
        if (reader === null || engine === null) return null;
        const read = reader.readRule(value);
        return 'at' in read
          ? engine.unread(read.at, 'not a Rule of format 1')
          : engine.replay(payload, read.rule);
      },
    });
    const again = evidence && (await import('./chunks/evidence.ts').catch(() => null));
    if (run !== this.#run) return this.#ready;
    this.#files = files;
    this.#keys = trust.keys;
    this.#show({
      kind: 'read',
      reading: {
        ...reading(verdict, false),
        evidence: again && {
          made: evidence.made,
          changed: again.changedSince(evidence, verdict).map(({ id }) => id),
        },
      },
    });
    this.dispatchEvent(
      new CustomEvent('chidu-verdict', { detail: verdict, bubbles: true, composed: true }),
    );
    if (logged) this.#need('log');
    if (verdict.payload !== null) {
      this.#need('decision');
      this.#need('rights');
    }
    return verdict;
  }

  /** Loads a part that the verdict need not wait for, once. One that failed is tried again with the next check. */
  #need(name: PartName) {
    if (this.#needed.has(name)) return;
    this.#needed.add(name);
    onceSeen(async () => {
      const part = await loadPart(name);
      this.#parts = { ...this.#parts, [name]: part };
      this.#render();
    });
  }

  get #english() {
    return /^en/i.test(this.closest('[lang]')?.getAttribute('lang') ?? '');
  }

  /** The texts of the language asked for; Chinese until they are here, and where there are none. */
  async #speak() {
    const english = this.#english;
    const strings = english ? ((await import('./chunks/en.ts').catch(() => null))?.en ?? zh) : zh;
    if (strings === this.#strings || english !== this.#english) return;
    this.#strings = strings;
    this.#render();
  }

  #show(state: NoticeState) {
    cancelAnimationFrame(this.#frame);
    this.#state = state;
    this.#render();
  }

  /** What to tell while something is waited for: drawn with the next frame, so not at all where the wait is over by then. */
  #showMeanwhile(state: NoticeState) {
    cancelAnimationFrame(this.#frame);
    this.#state = state;
    this.#frame = withNextFrame(() => this.#render());
  }

  #render() {
    if (this.shadowRoot === null) return;
    render(
      <div class="page" style={{ '--chidu-text-scale': scale(this.getAttribute('text-scale')) }}>
        <Notice
          key={this.#reading?.verdict.codeId ?? this.#state.kind}
          t={this.#strings}
          state={this.#state}
          level={level(this.getAttribute('heading-level'))}
          gated={this.getAttribute('gate') !== 'off'}
          secure={globalThis.isSecureContext}
          today={chinaDay(this.now().getTime())}
          parts={this.#parts}
          held={this.#held()}
          onNeed={(part) => this.#need(part)}
          onPrint={(sheet) => this.print({ sheet })}
          onSave={() => void this.#save()}
          onEntry={(entry) => this.#enter(entry)}
        />
      </div>,
      this.shadowRoot,
    );
  }
}

/** Goes on with the next frame; a hidden page has none to wait for. Answers what cancels it. */
function withNextFrame(then: () => unknown): number {
  if (!document.hidden) return requestAnimationFrame(then);
  then();
  return 0;
}

/** Goes on once what was just drawn is on the screen. */
const onceSeen = (then: () => unknown) => withNextFrame(() => setTimeout(then));

/** `text-scale`: 1 to 3 times the portal's text. */
const scale = (value: string | null) => String(Math.min(3, Math.max(1, Number(value) || 1)));

/** `heading-level`: sections and their parts lie up to two below, and there is no `h7`. */
const level = (value: string | null) => Math.min(4, Math.max(1, Math.trunc(Number(value)) || 2));

declare global {
  interface HTMLElementTagNameMap {
    'chidu-notice': ChiduNotice;
  }
  interface HTMLElementEventMap {
    'chidu-verdict': CustomEvent<Verdict>;
  }
}
