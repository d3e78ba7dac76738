import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { toHex } from '../../codes/index.ts';

const MINUTE_MS = 60_000;

/**
 * How many requests without a signature that holds one address has made in this minute; those that tried to sign are counted
 * apart, so that the traffic of a portal keeps no desk out. Addresses are hashed with a secret that
 * lasts as long as the minute, and nothing is kept behind it.
 */
export class OpenRate {
  readonly #most: number;
  readonly #now: () => number;
  readonly #random: (length: number) => Uint8Array;
  readonly #header: string | undefined;
  #minute = -1;
  #secret = '';
  #hits = new Map<string, number>();

  /** @param options.header where a server in front states the address of its client */
  constructor(options: {
    readonly most: number;
    readonly now: () => number;
    readonly random: (length: number) => Uint8Array;
    readonly header?: string | undefined;
  }) {
    this.#most = options.most;
    this.#now = options.now;
    this.#random = options.random;
    this.#header = options.header;
  }

  /** Counts a request, and says whether it is still within the limit. */
  admits(context: Context): boolean {
    return this.#count(`open ${this.#whoOf(context)}`) <= this.#most;
  }

  /** Counts a request whose signature did not hold. */
  failed(context: Context): void {
    this.#count(`failed ${this.#whoOf(context)}`);
  }

  /** Whether signatures of this address are still looked at. */
  mayTry(context: Context): boolean {
    return (this.#hits.get(`failed ${this.#whoOf(context)}`) ?? 0) < this.#most;
  }

  #count(who: string): number {
    const hits = (this.#hits.get(who) ?? 0) + 1;
    this.#hits.set(who, hits);
    return hits;
  }

  #whoOf(context: Context): string {
    const minute = Math.floor(this.#now() / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#secret = toHex(this.#random(16));
      this.#hits = new Map();
    }
    const address = (this.#header && context.req.header(this.#header)) || addressOf(context);
    return hash('sha256', `${this.#secret} ${networkOf(address)}`, 'base64');
  }
}

/** One customer has a /64 of IPv6 at least, and may take any address of it: RFC 6177. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [
    ...head,
    ...Array<string>(8 - head.length - (tail?.length ?? 0)).fill('0'),
    ...(tail ?? []),
  ];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}

/** Without a socket, in a test or behind another server of this process, all are one. */
function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}
