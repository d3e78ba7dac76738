import type { TrustError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import type { KeyRing } from './key.ts';
import { count, instant, literal, matching, object, text } from './shape.ts';
import { verifySignature } from './signature.ts';
import { jsonBody, parseJsonBody, parseSignedText } from './signed-text.ts';

/**
 * 状态列表: two bits for each code of an authority and a year, fetched whole, so that nobody learns which code is looked
 * up. Format `chidu-status-list/1`: sdk/docs/formats/status-list.md.
 */
export interface StatusList {
  readonly format: 'chidu-status-list/1';
  /** Unified social credit code. */
  readonly authority: string;
  /** Year of issue of the codes, `2026`. */
  readonly period: string;
  readonly seq: number;
  readonly issued: string;
  readonly nextUpdate: string;
  /** Positions; a multiple of 4. */
  readonly size: number;
  /** Base64 of size / 4 bytes; position i is bits 2 (i mod 4) and up of byte ⌊i / 4⌋. */
  readonly bits: string;
}

/** What became of a code. */
export type CodeStatus = 'valid' | 'withdrawn' | 'superseded' | 'decided-differently';

/** In the order of the two bits. */
export const CODE_STATUSES: readonly CodeStatus[] = [
  'valid',
  'withdrawn',
  'superseded',
  'decided-differently',
];

/** 131,072 positions: 32 KiB of bits for each authority and year. */
export const STATUS_LIST_SIZE = 131_072;

const shape = object({
  format: literal('chidu-status-list/1'),
  authority: text,
  period: matching(/^\d{4}$/),
  seq: count,
  issued: instant,
  nextUpdate: instant,
  size: count,
  bits: matching(/^[A-Za-z0-9+/]+={0,2}$/),
});

export interface StatusListOptions {
  readonly keys: KeyRing;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The highest number seen of this authority and period. */
  readonly floor?: number;
}

export type ReadStatusList =
  | {
      readonly ok: true;
      readonly list: StatusList;
      readonly stale: boolean;
      /** Status at an index, or null where the list has no such position. */
      readonly statusOf: (index: number) => CodeStatus | null;
    }
  | {
      readonly ok: false;
      readonly error: TrustError;
      readonly fields: Readonly<Record<string, string | number>>;
    };

/** Read a signed status list; its signer is a listed `authority` or `publisher` key of that authority. */
export async function readStatusList(
  bytes: Uint8Array,
  { keys, now, floor = 0 }: StatusListOptions,
): Promise<ReadStatusList> {
  const signed = parseSignedText(bytes);
  const value = signed === null ? undefined : parseJsonBody(signed.body);
  const fault = signed === null ? 'signatures' : shape(value, '');
  if (signed === null || fault !== null) return refuse('status-schema', { at: fault ?? '' });
  const status = value as StatusList;
  const bits = decodeBits(status);
  if (bits === null) return refuse('status-schema', { at: '/bits' });
  const [line] = signed.signatures;
  const key = keys.get(line?.kid ?? '');
  if (line === undefined || key === undefined)
    return refuse('status-key', { kid: line?.kid ?? '' });
  const listed = key.authorities === null || key.authorities.includes(status.authority);
  const day = Number(status.issued.slice(0, 10).replaceAll('-', ''));
  const usable = day >= key.notBefore && day <= key.notAfter && key.revokedAt === null;
  if (
    !listed ||
    !usable ||
    !['authority', 'publisher'].includes(key.role) ||
    line.alg !== key.alg
  ) {
    return refuse('status-key', { kid: line.kid });
  }
  if (!(await verifySignature(key.alg, key.spki, signed.body, line.signature))) {
    return refuse('status-signature', { kid: line.kid });
  }
  if (status.seq < floor) return refuse('status-rollback', { seq: status.seq, floor });
  return {
    ok: true,
    list: status,
    stale: now > Date.parse(status.nextUpdate),
    statusOf: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= status.size) return null;
      return CODE_STATUSES[((bits[index >> 2] as number) >> (2 * (index & 3))) & 3] ?? null;
    },
  };
}

function refuse(error: TrustError, fields: Record<string, string | number>): ReadStatusList {
  return { ok: false, error, fields };
}

function decodeBits({ size, bits }: StatusList): Uint8Array | null {
  try {
    const bytes = decodeBase64(bits);
    return bytes.length * 4 === size ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * The body of a status list, to be signed. `statuses` names the codes that are no longer simply valid.
 * @throws {RangeError} for an index outside the list.
 */
export function statusListBody(
  head: Pick<StatusList, 'authority' | 'period' | 'seq' | 'issued' | 'nextUpdate'>,
  statuses: Iterable<readonly [index: number, status: CodeStatus]>,
  size: number = STATUS_LIST_SIZE,
): Uint8Array {
  const bits = new Uint8Array(size / 4);
  for (const [index, status] of statuses) {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`status index ${index} is outside the list of ${size}`);
    }
    const shift = 2 * (index & 3);
    const byte = bits[index >> 2] as number;
    bits[index >> 2] = (byte & ~(3 << shift)) | (CODE_STATUSES.indexOf(status) << shift);
  }
  return jsonBody({ format: 'chidu-status-list/1', ...head, size, bits: encodeBase64(bits) });
}
