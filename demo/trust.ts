import { randomBytes } from 'node:crypto';
import {
  ALGORITHMS,
  fromHex,
  jsonBody,
  keyId,
  type ListedKey,
  type RightsChannel,
  type Role,
  type Signer,
  signText,
  type TrustList,
  type TrustRoots,
  toHex,
  webCryptoSigner,
} from '@chidu/sdk/codes';
import { publicKeySm2, signSm2 } from '@chidu/sdk/codes/sm2';
import { chinaDay, dayNumber } from '@chidu/sdk/text';
import { AUTHORITY } from './legacy/cases.ts';

const DAY_MS = 86_400_000;
/** A list lasts a week and is made anew after a day. */
const NEXT_UPDATE_DAYS = 7;

/** Reconsideration goes to the government at the same level (行政复议法 24), objections to the justice department (Order 825, 6). */
const CHANNELS: readonly RightsChannel[] = [
  {
    number: 1,
    kind: 'statement',
    name: { zh: `${AUTHORITY.name}执法稽查科`, en: 'Enforcement office of the authority' },
    contact: `${AUTHORITY.address}，${AUTHORITY.phone}`,
  },
  {
    number: 2,
    kind: 'hearing',
    name: { zh: `${AUTHORITY.name}法规科`, en: 'Legal office of the authority' },
    contact: `${AUTHORITY.address}，${AUTHORITY.phone}`,
  },
  {
    number: 3,
    kind: 'reconsideration',
    name: { zh: '兰汀市人民政府', en: 'Government of the city' },
    contact: '兰汀市虚白路2号，000-5550138',
  },
  {
    number: 4,
    kind: 'suit',
    name: { zh: '兰汀市人民法院', en: 'Court of the city' },
    contact: '兰汀市虚白路3号，000-5550139',
  },
  {
    number: 5,
    kind: 'supervision',
    name: { zh: '兰汀市司法局', en: 'Justice department of the city' },
    contact: '兰汀市虚白路4号，000-5550140',
  },
];

/** The trust list of one run: its root holders are made at the start and live in this process only. */
export class DemoTrust {
  readonly roots: TrustRoots;
  readonly #signers: readonly Signer[];
  readonly #hosts: readonly string[];
  readonly #now: () => Date;
  readonly #keys = new Map<string, ListedKey>();
  readonly #logs: TrustList['logs'][number][] = [];
  #seq = 0;
  #made: { at: number; text: Promise<Uint8Array> } | null = null;

  private constructor(
    roots: TrustRoots,
    signers: readonly Signer[],
    hosts: readonly string[],
    now: () => Date,
  ) {
    this.roots = roots;
    this.#signers = signers;
    this.#hosts = hosts;
    this.#now = now;
  }

  /** `hosts` are those that the authority's printed codes may name: `localhost:8734`. */
  static async create(hosts: readonly string[], now: () => Date): Promise<DemoTrust> {
    const pairs = await Promise.all(
      ['一', '二', '三'].map(async (number) => ({
        name: `演示根密钥${number}`,
        ed25519: await ed25519Signer(),
        sm2: sm2Signer(),
      })),
    );
    const roots: TrustRoots = {
      format: 'chidu-roots/1',
      quorum: 2,
      seqFloor: 0,
      holders: pairs.map(({ name, ed25519, sm2 }) => ({
        name,
        ed25519: toHex(ed25519.spki),
        sm2: toHex(sm2.spki),
      })),
    };
    const signers = pairs.slice(0, 2).flatMap(({ ed25519, sm2 }) => [ed25519, sm2]);
    return new DemoTrust(roots, signers, hosts, now);
  }

  /** Lists a key for the demo's authority, this year and the next. Asking twice changes nothing. */
  admit(key: Pick<Signer, 'alg' | 'spki'>, role: Role = 'officer-provisional'): void {
    const kid = toHex(keyId(key.spki));
    if (this.#keys.has(kid)) return;
    const year = Number(chinaDay(this.#now().getTime()).slice(0, 4));
    this.#keys.set(kid, {
      alg: key.alg,
      spki: toHex(key.spki),
      role,
      authorities: [AUTHORITY.code],
      notBefore: dayNumber(`${year}-01-01`),
      notAfter: dayNumber(`${year + 1}-12-31`),
      revokedAt: null,
      reason: null,
    });
    this.#made = null;
  }

  /** Names a log and the key of its checkpoints. */
  watch(log: { readonly origin: string; readonly key: string }): void {
    this.#logs.push({ ...log, authority: AUTHORITY.code });
    this.#made = null;
  }

  /** The list as published: signed by two of the three holders, each with both keys. */
  list(): Promise<Uint8Array> {
    const at = this.#now().getTime();
    if (this.#made === null || at - this.#made.at > DAY_MS) {
      this.#seq += 1;
      this.#made = { at, text: signText(jsonBody(this.#content(at)), this.#signers) };
    }
    return this.#made.text;
  }

  #content(at: number): TrustList {
    return {
      format: 'chidu-trust-list/1',
      seq: this.#seq,
      issued: instant(at),
      nextUpdate: instant(at + NEXT_UPDATE_DAYS * DAY_MS),
      authorities: [
        {
          code: AUTHORITY.code,
          name: AUTHORITY.name,
          region: AUTHORITY.code.slice(2, 8),
          parent: null,
          hosts: this.#hosts,
          channels: CHANNELS,
        },
      ],
      keys: [...this.#keys.values()],
      packs: [],
      logs: this.#logs,
      witnesses: [],
      witnessQuorum: 0,
    };
  }
}

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A key that lasts as long as this process. */
export const ed25519Signer = async (): Promise<Signer> =>
  webCryptoSigner(await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']));

/** WebCrypto has no SM2: the SDK's own, over a number below the order of the curve because its top bit is cleared. */
function sm2Signer(): Signer {
  const secret = new Uint8Array(randomBytes(32));
  secret[0] = (secret[0] ?? 0) & 0x7f;
  const prefix = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
  return {
    alg: ALGORITHMS.SM2,
    spki: Uint8Array.of(...(fromHex(prefix) ?? []), ...publicKeySm2(secret)),
    sign: async (message) =>
      signSm2(secret, message, (length) => new Uint8Array(randomBytes(length))),
  };
}

/** A public key that WebCrypto itself accepts, so that one bad key cannot make the whole list unreadable. */
export async function readPublicKey(
  alg: number,
  spki: Uint8Array<ArrayBuffer>,
): Promise<Pick<Signer, 'alg' | 'spki'> | null> {
  const algorithm =
    alg === ALGORITHMS.ES256
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : alg === ALGORITHMS.Ed25519
        ? { name: 'Ed25519' }
        : null;
  if (algorithm === null) return null;
  try {
    const key = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
    return { alg, spki: new Uint8Array(await crypto.subtle.exportKey('spki', key)) };
  } catch {
    return null;
  }
}
