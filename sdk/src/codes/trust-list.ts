import { ChiduError, type TrustError } from '../errors.ts';
import { ALGORITHMS } from './algorithm.ts';
import { fromHex, toHex } from './bytes.ts';
import { digest } from './digest.ts';
import { keyId } from './envelope.ts';
import { type KeyEntry, type KeyRing, keyRing } from './key.ts';
import {
  count,
  day,
  instant,
  integer,
  list,
  literal,
  matching,
  nullable,
  object,
  optional,
  text,
} from './shape.ts';
import { rawPublicKey, verifySignature } from './signature.ts';
import { parseJsonBody, parseSignedText, type SignedText } from './signed-text.ts';

/** 信任列表: whom to believe. Format `chidu-trust-list/1`: sdk/docs/formats/trust-list.md. */
export interface TrustList {
  readonly format: 'chidu-trust-list/1';
  /** Rises with every list. */
  readonly seq: number;
  readonly issued: string;
  /** After this time the list is stale: shown, not refused. */
  readonly nextUpdate: string;
  readonly authorities: readonly Authority[];
  readonly keys: readonly ListedKey[];
  /** Whose key signs a benchmark pack. */
  readonly packs: readonly { readonly id: string; readonly publisher: string }[];
  readonly logs: readonly ListedLog[];
  readonly witnesses: readonly ListedWitness[];
  /** How many witnesses, each of another chain of command, must have cosigned a checkpoint. */
  readonly witnessQuorum: number;
}

export interface Authority {
  /** Unified social credit code. */
  readonly code: string;
  readonly name: string;
  /** Administrative division code. */
  readonly region: string;
  /** Code of the superior authority. */
  readonly parent: string | null;
  /** Hosts that its printed codes may name. */
  readonly hosts: readonly string[];
  /** What label 17 of a code counts through. */
  readonly channels: readonly RightsChannel[];
}

/** 救济渠道: where a right is used. */
export interface RightsChannel {
  readonly number: number;
  /** What it serves: `statement`, `hearing`, `reconsideration`, `suit`, `supervision`. */
  readonly kind: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Address, telephone, hours or link, as text. */
  readonly contact: string;
}

/** A key as the list writes it; `spki` in hex, otherwise as `KeyEntry`. */
export interface ListedKey extends Omit<KeyEntry, 'spki' | 'authorities' | 'reason'> {
  readonly spki: string;
  readonly authorities: readonly string[];
  readonly reason: string | null;
}

/** 监督日志. A log with several keys has an entry for each: Ed25519, and SM2 beside it. */
export interface ListedLog {
  readonly origin: string;
  /** Note verification key (C2SP signed-note). */
  readonly key: string;
  /** Credit code of the authority whose log it is. */
  readonly authority?: string;
}

/** 见证方. */
export interface ListedWitness {
  readonly name: string;
  /** Note verification key (C2SP signed-note) of the kind that cosigns. */
  readonly key: string;
  /** 隶属: whom it answers to. Witnesses of one chain count once; without one it stands for itself. */
  readonly chain?: string;
}

/** The root keys that a build pins. */
export interface TrustRoots {
  readonly format: 'chidu-roots/1';
  /** How many holders must have signed: 2. */
  readonly quorum: number;
  /** No list below this number is accepted, whatever storage says. */
  readonly seqFloor: number;
  /** SPKI in hex. */
  readonly holders: readonly {
    readonly name: string;
    readonly ed25519: string;
    readonly sm2: string;
  }[];
}

/** The newest list seen: kept by the caller, so that an older list, or another of the same number, is noticed. */
export interface SeenList {
  readonly seq: number;
  /** SHA-256 of the body, hex. */
  readonly hash: string;
}

export interface TrustListOptions {
  readonly roots: TrustRoots;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly seen?: SeenList | null;
  /** Ask for a good SM2 line of each holder too. Loads the SM2 code. */
  readonly sm2?: boolean;
}

export interface AcceptedTrustList extends SeenList {
  readonly ok: true;
  readonly list: TrustList;
  readonly keys: KeyRing;
  /** `nextUpdate` has passed: newer keys and revocations may be missing. */
  readonly stale: boolean;
  /** Names of the holders whose signatures were counted. */
  readonly holders: readonly string[];
}

export interface RefusedTrustList {
  readonly ok: false;
  readonly error: TrustError;
  /** What a message needs: the path of a schema fault, the kid, the two numbers of a rollback. */
  readonly fields: Readonly<Record<string, string | number>>;
}

const shape = object({
  format: literal('chidu-trust-list/1'),
  seq: count,
  issued: instant,
  nextUpdate: instant,
  authorities: list(
    object({
      code: text,
      name: text,
      region: text,
      parent: nullable(text),
      hosts: list(matching(/^[a-z0-9.-]+(:\d+)?$/)),
      channels: list(
        object({ number: count, kind: text, name: object({ zh: text, en: text }), contact: text }),
      ),
    }),
  ),
  keys: list(
    object({
      alg: integer,
      spki: matching(/^([0-9a-f]{2})+$/),
      role: text,
      authorities: list(text),
      notBefore: day,
      notAfter: day,
      revokedAt: nullable(day),
      reason: nullable(text),
    }),
  ),
  packs: list(object({ id: text, publisher: matching(/^[0-9a-f]{16}$/) })),
  logs: list(object({ origin: text, key: text, authority: optional(text) })),
  witnesses: list(object({ name: text, key: text, chain: optional(text) })),
  witnessQuorum: count,
});

/**
 * Read a signed trust list: signatures first, then shape, keys, and its number against what was seen before. Does not
 * throw on what a mirror may send.
 */
export async function readTrustList(
  bytes: Uint8Array,
  { roots, now, seen = null, sm2 = false }: TrustListOptions,
): Promise<AcceptedTrustList | RefusedTrustList> {
  const signed = parseSignedText(bytes);
  if (signed === null) return refuse('trust-schema', { at: 'signatures' });
  const holders = await signingHolders(signed, roots, sm2);
  if (holders.length < roots.quorum) {
    return refuse('trust-quorum', { signed: holders.length, needed: roots.quorum });
  }
  const value = parseJsonBody(signed.body);
  const fault = shape(value, '');
  if (fault !== null) return refuse('trust-schema', { at: fault });
  const trusted = value as TrustList;
  const keys = readKeys(trusted);
  if ('ok' in keys) return keys;
  const hash = toHex(await digest(signed.body));
  const floor = Math.max(roots.seqFloor, seen?.seq ?? 0);
  if (trusted.seq < floor) return refuse('trust-rollback', { seq: trusted.seq, floor });
  if (trusted.seq === seen?.seq && hash !== seen.hash) {
    return refuse('trust-fork', { seq: trusted.seq });
  }
  const stale = now > Date.parse(trusted.nextUpdate);
  return { ok: true, list: trusted, keys, stale, holders, seq: trusted.seq, hash };
}

const refuse = (error: TrustError, fields: RefusedTrustList['fields']): RefusedTrustList => ({
  ok: false,
  error,
  fields,
});

/** Holders that signed these bytes: each counts once, by its Ed25519 line, and with `sm2` only with both lines. */
async function signingHolders(
  { body, signatures }: SignedText,
  roots: TrustRoots,
  sm2: boolean,
): Promise<string[]> {
  const signedWith = async (alg: number, spki: string): Promise<boolean> => {
    const key = fromHex(spki) as Uint8Array;
    const kid = toHex(keyId(key));
    const line = signatures.find((each) => each.kid === kid && each.alg === alg);
    return line !== undefined && verifySignature(alg, key, body, line.signature);
  };
  const holders: string[] = [];
  for (const holder of roots.holders) {
    if (!(await signedWith(ALGORITHMS.Ed25519, holder.ed25519))) continue;
    if (sm2 && !(await signedWith(ALGORITHMS.SM2, holder.sm2))) continue;
    holders.push(holder.name);
  }
  return holders;
}

function readKeys(trusted: TrustList): KeyRing | RefusedTrustList {
  const codes = new Set(trusted.authorities.map((authority) => authority.code));
  const entries: KeyEntry[] = [];
  for (const [index, { spki, reason, ...key }] of trusted.keys.entries()) {
    const at = `/keys/${index}`;
    const bytes = fromHex(spki) as Uint8Array;
    if (rawPublicKey(key.alg, bytes) === null)
      return refuse('trust-algorithm', { at, alg: key.alg });
    if (!key.authorities.every((code) => codes.has(code))) return refuse('trust-schema', { at });
    entries.push({ ...key, spki: bytes, ...(reason === null ? {} : { reason }) });
  }
  try {
    return keyRing(entries);
  } catch (error) {
    if (!(error instanceof ChiduError)) throw error;
    return refuse('trust-duplicate-kid', { kid: error.at ?? '' });
  }
}

/** Where the newest list is remembered: IndexedDB, a file, a row. */
export interface TrustMemory {
  readonly read: () => Promise<SeenList | null>;
  readonly write: (seen: SeenList) => Promise<void>;
}

/** `readTrustList` against a memory, which is raised when the list is newer. */
export async function acceptTrustList(
  bytes: Uint8Array,
  options: Omit<TrustListOptions, 'seen'> & { readonly memory: TrustMemory },
): Promise<AcceptedTrustList | RefusedTrustList> {
  const seen = await options.memory.read();
  const result = await readTrustList(bytes, { ...options, seen });
  if (result.ok && result.seq > (seen?.seq ?? -1)) {
    await options.memory.write({ seq: result.seq, hash: result.hash });
  }
  return result;
}
