import { ChiduError } from '../errors.ts';
import { type CborMap, type CborValue, decodeCbor, encodeCbor, isDeterministic } from './cbor.ts';
import { faultyLabel, isKnownLabel, LABEL } from './labels.ts';

/**
 * The signed content of a supervision code, named. Labels, types and which are required: formats/supervision-code.
 * Money is fen, dates are yyyymmdd as integers.
 */
export interface CodePayload {
  readonly authority?: string; // 2
  readonly document: string; // 3
  readonly issued: number; // 4
  readonly rule: { readonly pack: string; readonly version: string; readonly hash: Uint8Array }; // 5
  readonly violation: string; // 6
  readonly factors?: readonly (readonly [factor: number, option: number, points: number])[]; // 7
  readonly points?: number; // 8
  readonly tier: number; // 9
  readonly range?: { readonly min: number; readonly max: number }; // 10, 11
  readonly fine?: number; // 12
  readonly kinds?: readonly number[]; // 13
  readonly officer?: number; // 14
  readonly party?: Uint8Array; // 15
  readonly replyBy?: number; // 16
  readonly channels?: readonly number[]; // 17
  readonly detail?: Uint8Array; // 18
  readonly corrects?: Uint8Array; // 20
  readonly logHead?: { readonly size: number; readonly root: Uint8Array }; // 22
  readonly statusIndex?: number; // 23
  readonly facts?: readonly (readonly [fact: number, value: number])[]; // 24
  readonly documentKind?: number; // 25
  /** Labels this reader does not know: kept, covered by the signature, ignored. */
  readonly unknown?: ReadonlyMap<number | bigint, CborValue>;
}

/** What is wrong with the bytes of a payload: not the deterministic form, or a label (`at`) that is not well typed. */
export type PayloadFault =
  | { readonly code: 'not-canonical' }
  | { readonly code: 'payload'; readonly at: string };

const VERSION = 1;

/**
 * Payload → deterministic CBOR.
 * @throws {ChiduError} `payload` with the label in `at` where a value is missing, mistyped or out of range.
 */
export function encodePayload(payload: CodePayload): Uint8Array {
  const map = toLabels(payload);
  const label = faultyLabel(map);
  if (label !== null) {
    throw new ChiduError('payload', `label ${label} of the payload is missing or out of range`, {
      at: String(label),
    });
  }
  return encodeCbor(map);
}

/** Bytes → payload, or what is wrong with them. */
export function decodePayload(bytes: Uint8Array): CodePayload | PayloadFault {
  const value = decodeCbor(bytes);
  if (value === undefined || !isDeterministic(value, bytes)) return { code: 'not-canonical' };
  if (!(value instanceof Map)) return { code: 'payload', at: '' };
  const label = faultyLabel(value);
  return label === null ? fromLabels(value) : { code: 'payload', at: String(label) };
}

/** The payload as labels and CBOR values, unjudged; null where the bytes hold no map. */
export function payloadLabels(bytes: Uint8Array): CborMap | null {
  const value = decodeCbor(bytes);
  return value instanceof Map ? value : null;
}

function toLabels(payload: CodePayload): CborMap {
  const { rule, range, kinds, logHead } = payload;
  const named: [number, CborValue | undefined][] = [
    [LABEL.version, VERSION],
    [LABEL.authority, payload.authority],
    [LABEL.document, payload.document],
    [LABEL.issued, payload.issued],
    [LABEL.rule, [rule.pack, rule.version, rule.hash]],
    [LABEL.violation, payload.violation],
    [LABEL.factors, payload.factors],
    [LABEL.points, payload.points],
    [LABEL.tier, payload.tier],
    [LABEL.rangeMin, range?.min],
    [LABEL.rangeMax, range?.max],
    [LABEL.fine, payload.fine],
    [LABEL.kinds, kinds?.length === 1 ? kinds[0] : kinds],
    [LABEL.officer, payload.officer],
    [LABEL.party, payload.party],
    [LABEL.replyBy, payload.replyBy],
    [LABEL.channels, payload.channels],
    [LABEL.detail, payload.detail],
    [LABEL.corrects, payload.corrects],
    [LABEL.logHead, logHead && [logHead.size, logHead.root]],
    [LABEL.statusIndex, payload.statusIndex],
    [LABEL.facts, payload.facts],
    [LABEL.documentKind, payload.documentKind],
  ];
  const unknown = [...(payload.unknown ?? [])].filter(([label]) => !isKnownLabel(label));
  const present = named.filter((entry): entry is [number, CborValue] => entry[1] !== undefined);
  return new Map<CborValue, CborValue>([...present, ...unknown]);
}

/** Only for labels that `faultyLabel` has passed. */
function fromLabels(map: CborMap): CodePayload {
  const [pack, version, hash] = map.get(LABEL.rule) as [string, string, Uint8Array];
  const kinds = map.get(LABEL.kinds) as number | number[] | undefined;
  const logHead = map.get(LABEL.logHead) as [number, Uint8Array] | undefined;
  const min = map.get(LABEL.rangeMin) as number | undefined;
  const unknown = [...map].filter(([label]) => !isKnownLabel(label));
  const payload = {
    authority: map.get(LABEL.authority),
    document: map.get(LABEL.document),
    issued: map.get(LABEL.issued),
    rule: { pack, version, hash },
    violation: map.get(LABEL.violation),
    factors: map.get(LABEL.factors),
    points: map.get(LABEL.points),
    tier: map.get(LABEL.tier),
    range: min === undefined ? undefined : { min, max: map.get(LABEL.rangeMax) },
    fine: map.get(LABEL.fine),
    kinds: typeof kinds === 'number' ? [kinds] : kinds,
    officer: map.get(LABEL.officer),
    party: map.get(LABEL.party),
    replyBy: map.get(LABEL.replyBy),
    channels: map.get(LABEL.channels),
    detail: map.get(LABEL.detail),
    corrects: map.get(LABEL.corrects),
    logHead: logHead && { size: logHead[0], root: logHead[1] },
    statusIndex: map.get(LABEL.statusIndex),
    facts: map.get(LABEL.facts),
    documentKind: map.get(LABEL.documentKind),
    unknown: unknown.length > 0 ? new Map(unknown) : undefined,
  };
  const present = Object.entries(payload).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as CodePayload;
}
