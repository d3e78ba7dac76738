import type { Evidence, LoadRule, LoadStatusList } from '@chidu/sdk/verdict';

type Kind = 'trustList' | 'rule' | 'statusList';
export interface Loaded {
  readonly bytes: Uint8Array;
  readonly from: string;
}

/** What a page may have asked for already: `head.html` of the build, and a server that sees the code. */
const PRELOADED: readonly string[] = ['trust-list', 'trust-roots', 'rules'];

/**
 * The files of one check. They come from the hosts that the element names; what no host has is taken from the evidence
 * file that is being looked at, if there is one. Any source will do, for everything is checked. No referrer is sent: the
 * address of this page may hold the code.
 */
export class Files {
  /** As they came, for an evidence file. */
  readonly got: Record<Kind, Uint8Array | null> = { trustList: null, rule: null, statusList: null };
  readonly #element: Element;
  readonly #load: typeof fetch;
  readonly #evidence: Evidence | null;
  readonly #rules = new Map<string, ReturnType<LoadRule>>();

  constructor(element: Element, load: typeof fetch, evidence: Evidence | null) {
    this.#element = element;
    this.#load = load;
    this.#evidence = evidence;
  }

  readonly trustList = (): Promise<Loaded | null> => this.#take('trustList', 'trust-list', '');

  /** Rules as `<hash>.json` under one address. */
  readonly rule: LoadRule = (hash) => {
    const asked = this.#rules.get(hash) ?? this.#take('rule', 'rules', `${hash}.json`);
    this.#rules.set(hash, asked);
    return asked;
  };

  /** Starts to load a Rule that will be asked for, if the code is what it claims to be. */
  expectRule(hash: string | null) {
    if (hash !== null) this.rule(hash).catch(() => null);
  }

  /** Status lists as `<credit code>-<year>.txt` under one address. */
  readonly statusList: LoadStatusList = (authority, year) =>
    this.#take('statusList', 'status', `${authority}-${year}.txt`);

  async #take(kind: Kind, attribute: string, name: string): Promise<Loaded | null> {
    const kept = this.#evidence?.[kind];
    const found = await this.fetched(attribute, name).catch((error) => {
      if (!kept) throw error;
      return null;
    });
    const taken =
      found ??
      (kept ? { bytes: new TextEncoder().encode(kept), from: this.#evidence?.made ?? '' } : null);
    this.got[kind] = taken?.bytes ?? null;
    return taken;
  }

  /**
   * A file under the address that an attribute names; null where there is no such attribute or file. Of several addresses,
   * with blanks between them, a later one is asked where those before it have no file or cannot be reached.
   */
  async fetched(attribute: string, name: string): Promise<Loaded | null> {
    const bases = this.#element.getAttribute(attribute)?.match(/\S+/g) ?? [];
    let failure: unknown = null;
    for (const base of bases) {
      try {
        const address = new URL(name, new URL(base, document.baseURI));
        const found = await this.#fetch(address, attribute);
        if (found !== null) return found;
      } catch (error) {
        failure = error;
      }
    }
    if (failure !== null) throw failure;
    return null;
  }

  async #fetch(address: URL, attribute: string): Promise<Loaded | null> {
    const response = await this.#load(address, {
      // A preload sends what the page's own scripts are sent with, and is taken by a like request only.
      credentials: PRELOADED.includes(attribute) ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${response.status} ${address.host}`);
    return { bytes: new Uint8Array(await response.arrayBuffer()), from: address.host };
  }
}
