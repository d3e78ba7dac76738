import { fromHex, toHex } from '../codes/bytes.ts';
import {
  type CborMap,
  type CborValue,
  decodeCbor,
  encodeCbor,
  isDeterministic,
} from '../codes/cbor.ts';
import { ChiduError, type LeafError } from '../errors.ts';
import { HASH_BYTES } from './hash.ts';
import { ACTOR_ROLES, type ActorRole, LEAF_TYPES, type LeafType } from './leaf-types.ts';

/**
 * 日志条目, `chidu-leaf/1`: what happened, without a word about a person. Deterministic CBOR with integer labels:
 * sdk/docs/formats/log-leaf.md.
 */
export interface Leaf {
  readonly type: LeafType;
  /** Seconds since 1970 by the clock of the service; never before that of the entry before it. */
  readonly time: number;
  /** Unified social credit code of the authority whose log it is. */
  readonly authority: string;
  /** Id of the code that it is about, 64 hex digits. */
  readonly codeId?: string;
  /** `bodyHash` of what was said or entered, 64 hex digits. */
  readonly bodyHash?: string;
  /** Index of the entry that it follows on. */
  readonly refersTo?: number;
  /** Year of the log that `refersTo` counts in, where that is an earlier one. */
  readonly refersToYear?: number;
  readonly actor?: LeafActor;
  /** By the actor's key over `leafStatement`, 128 hex digits. */
  readonly signature?: string;
  /** Of `opened` only: where the log of the year before ended. */
  readonly before?: ClosedLog;
}

export interface LeafActor {
  readonly role: ActorRole;
  /** Key id as in codes, 16 hex digits; null for whoever has no key, a party above all. */
  readonly kid: string | null;
}

/** The closing checkpoint of a log. */
export interface ClosedLog {
  readonly origin: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly root: string;
}

/** A leaf read, or why it is none: see `LeafError`. */
export type DecodedLeaf =
  | { readonly ok: true; readonly leaf: Leaf }
  | {
      readonly ok: false;
      readonly error: LeafError;
      /** The label at fault, where it is one. */
      readonly label?: number;
    };

const LABEL = {
  version: 0,
  type: 1,
  time: 2,
  authority: 3,
  codeId: 4,
  bodyHash: 5,
  refersTo: 6,
  actor: 7,
  signature: 8,
  before: 9,
  refersToYear: 10,
} as const;

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const KID_BYTES = 8;

/**
 * A leaf as bytes: what the log stores, serves and hashes.
 * @throws {ChiduError} `leaf-label` where a member is missing or not of its form; `fields.label` says which.
 */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const { actor, before } = leaf;
  const map = new Map<number, CborValue | undefined>([
    [LABEL.version, VERSION],
    [LABEL.type, LEAF_TYPES[leaf.type].number],
    [LABEL.time, leaf.time],
    [LABEL.authority, leaf.authority],
    [LABEL.codeId, bytesOf(leaf.codeId)],
    [LABEL.bodyHash, bytesOf(leaf.bodyHash)],
    [LABEL.refersTo, leaf.refersTo],
    [LABEL.actor, actor && [ACTOR_ROLES[actor.role], bytesOf(actor.kid ?? undefined) ?? null]],
    [LABEL.signature, bytesOf(leaf.signature)],
    [LABEL.before, before && [before.origin, before.size, bytesOf(before.root) as Uint8Array]],
    [LABEL.refersToYear, leaf.refersToYear],
  ]);
  const present = [...map].filter((entry): entry is [number, CborValue] => entry[1] !== undefined);
  const fault = readMap(new Map(present));
  if (!fault.ok) {
    throw new ChiduError(fault.error, 'not a leaf', { fields: { label: fault.label } });
  }
  return encodeCbor(new Map(present));
}

/** Text that is no hex becomes bytes of a length that no label has. */
const bytesOf = (hex: string | undefined): Uint8Array | undefined =>
  hex === undefined ? undefined : (fromHex(hex) ?? new Uint8Array());

/** Read a leaf strictly: one spelling, no label that is not known, every member that its type needs. */
export function decodeLeaf(bytes: Uint8Array): DecodedLeaf {
  const value = decodeCbor(bytes);
  if (!(value instanceof Map) || !isDeterministic(value, bytes)) {
    return { ok: false, error: 'leaf-cbor' };
  }
  return readMap(value);
}

function readMap(map: CborMap): DecodedLeaf {
  const bad = (label: number): DecodedLeaf => ({ ok: false, error: 'leaf-label', label });
  if (map.get(LABEL.version) !== VERSION) return { ok: false, error: 'leaf-version', label: 0 };
  const known: readonly CborValue[] = Object.values(LABEL);
  for (const label of map.keys()) if (!known.includes(label)) return bad(Number(label));
  const type = nameOf(
    map.get(LABEL.type),
    LEAF_TYPES,
    (entry: { readonly number: number }) => entry.number,
  );
  if (type === undefined) return { ok: false, error: 'leaf-type', label: LABEL.type };

  const leaf: { -readonly [Member in keyof Leaf]?: Leaf[Member] } = { type };
  for (const [label, value] of map) {
    const member = MEMBERS[label as keyof typeof MEMBERS];
    if (member !== undefined && !member(value, leaf)) return bad(Number(label));
  }
  for (const needed of ['time', 'authority', ...LEAF_TYPES[type].needs] as const) {
    if (leaf[needed] === undefined) return bad(LABEL[needed]);
  }
  if (leaf.before !== undefined && type !== 'opened') return bad(LABEL.before);
  if (leaf.refersToYear !== undefined && leaf.refersTo === undefined)
    return bad(LABEL.refersToYear);
  // A signature is somebody's: without a key id nobody could say whose.
  if (leaf.signature !== undefined && !leaf.actor?.kid) return bad(LABEL.signature);
  return { ok: true, leaf: leaf as Leaf };
}

type Draft = { -readonly [Member in keyof Leaf]?: Leaf[Member] };

/** Each label but version and type: takes its value into the leaf, or answers false. */
const MEMBERS: Readonly<Record<number, (value: CborValue, leaf: Draft) => boolean>> = {
  [LABEL.time]: (value, leaf) => isCount(value) && take(leaf, 'time', value),
  [LABEL.authority]: (value, leaf) =>
    typeof value === 'string' && /^[0-9A-Z]{18}$/.test(value) && take(leaf, 'authority', value),
  [LABEL.codeId]: (value, leaf) => isBytes(value, HASH_BYTES) && take(leaf, 'codeId', toHex(value)),
  [LABEL.bodyHash]: (value, leaf) =>
    isBytes(value, HASH_BYTES) && take(leaf, 'bodyHash', toHex(value)),
  [LABEL.refersTo]: (value, leaf) => isCount(value) && take(leaf, 'refersTo', value),
  [LABEL.refersToYear]: (value, leaf) =>
    isCount(value) && value >= 2000 && value <= 9999 && take(leaf, 'refersToYear', value),
  [LABEL.signature]: (value, leaf) =>
    isBytes(value, SIGNATURE_BYTES) && take(leaf, 'signature', toHex(value)),
  [LABEL.actor]: (value, leaf) => {
    if (!Array.isArray(value) || value.length !== 2) return false;
    const role = nameOf(value[0], ACTOR_ROLES, (number) => number);
    const kid: CborValue = value[1];
    if (role === undefined || (kid !== null && !isBytes(kid, KID_BYTES))) return false;
    return take(leaf, 'actor', { role, kid: kid && toHex(kid) });
  },
  [LABEL.before]: (value, leaf) => {
    if (!Array.isArray(value) || value.length !== 3) return false;
    const [origin, size, root] = value as CborValue[];
    if (typeof origin !== 'string' || !isCount(size) || !isBytes(root, HASH_BYTES)) return false;
    return take(leaf, 'before', { origin, size, root: toHex(root) });
  },
};

function take<Member extends keyof Leaf>(leaf: Draft, member: Member, value: Leaf[Member]): true {
  leaf[member] = value;
  return true;
}

const isCount = (value: CborValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isBytes = (value: CborValue | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;

function nameOf<Table extends object>(
  number: CborValue | undefined,
  table: Table,
  numberOf: (entry: Table[keyof Table]) => number,
): keyof Table | undefined {
  return (Object.keys(table) as (keyof Table)[]).find((name) => numberOf(table[name]) === number);
}

/**
 * What an actor signs: that this happened, to which code, with which body. The body hash is salted and the actor takes
 * part in choosing the salt, so that the signature in the log does not let anyone try guesses of the body.
 */
export const leafStatement = (
  leaf: Pick<Leaf, 'type' | 'authority' | 'codeId' | 'bodyHash' | 'refersTo'>,
): Uint8Array =>
  encodeCbor([
    'chidu-leaf/1',
    LEAF_TYPES[leaf.type].number,
    leaf.authority,
    bytesOf(leaf.codeId) ?? null,
    bytesOf(leaf.bodyHash) ?? null,
    leaf.refersTo ?? null,
  ]);
