import { type CodeStatus, signText, statusListBody } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Service } from '../service.ts';
import { logTables } from '../store/log/log-tables.ts';
import { codes } from '../store/records/codes.ts';

/** A list is signed anew when a code changes and at the latest after this; it is stale after the second. Milliseconds. */
const SIGNED_ANEW = 3_600_000;
const STALE = 48 * 3_600_000;

/** A list as it was signed last, and of which state of the codes. */
interface SignedList {
  readonly seq: number;
  readonly state: string;
  readonly at: number;
  readonly text: Promise<Uint8Array>;
}

/** The signed status lists, made from the state of the codes: what is published can never lag behind it for long. */
export class StatusLists {
  readonly #service: Service;
  readonly #lists = new Map<string, SignedList>();

  constructor(service: Service) {
    this.#service = service;
  }

  /** @throws {ChiduError} `not-found` for an authority or a year of which there is nothing. */
  async list(authority: string, period: string): Promise<Uint8Array> {
    const { config, database, now } = this.#service;
    if (!config.authorities.some(({ code }) => code === authority)) throw none();
    const years = await logTables.years(database.reader, authority);
    if (!years.some(({ year }) => String(year) === period)) throw none();
    const rows = await codes.notValid(database.reader, authority, period);
    const state = JSON.stringify(rows);
    const key = `${authority} ${period}`;
    const at = now();
    const last = this.#lists.get(key);
    if (last?.state === state && at - last.at < SIGNED_ANEW) return last.text;
    const signer = this.#service.signerOf(authority);
    // Seconds rise by themselves and across instances; a list signed within the same second says the same or more.
    const seq = Math.max(Math.floor(at / 1000), last === undefined ? 0 : last.seq + 1);
    const body = statusListBody(
      {
        authority,
        period,
        seq,
        issued: second(at),
        nextUpdate: second(at + STALE),
      },
      rows.map(({ statusIndex, status }) => [statusIndex, status as CodeStatus]),
    );
    const text = signText(body, [signer]);
    this.#lists.set(key, { seq, state, at, text });
    // A signature that failed is not kept.
    text.catch(() => this.#lists.delete(key));
    return text;
  }
}

const none = (): ChiduError => new ChiduError('not-found', 'no such list');

/** Instants in signed texts are whole seconds. */
const second = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
