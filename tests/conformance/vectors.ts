import { readFileSync } from 'node:fs';
import type { Signer } from '@chidu/sdk/codes';
import { publicKeySm2, signSm2 } from '@chidu/sdk/codes/sm2';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha512 } from '@noble/hashes/sha2.js';
import {
  array,
  type Bytes,
  bodyOf,
  bstr,
  cbor,
  digitsOf,
  head,
  headerOf,
  identityOf,
  int,
  map,
  printed,
  signedOf,
  text,
  type Value,
} from './raw-code.ts';
import {
  ed25519Signer,
  ed25519Spki,
  es256Signer,
  es256Spki,
  seedOf,
  sm2Signer,
  sm2Spki,
} from './signers.ts';

/** One line of input and the answer it must get. */
export interface Vector {
  readonly name: string;
  readonly input: string;
  readonly ok: boolean;
  readonly error: string | null;
  readonly id: string | null;
  readonly checkCode: string | null;
  /** Label numbers as keys, byte strings as hex; null unless ok. */
  readonly payload: unknown;
}

/** A key as `--keys` takes it. */
export interface VectorKey {
  readonly alg: number;
  readonly spki: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt: number | null;
  readonly authorities?: readonly string[];
  readonly role?: string;
}

export interface VectorFile {
  readonly format: 'chidu-conformance/1';
  readonly keys: readonly VectorKey[];
  readonly vectors: readonly Vector[];
}

type Labels = readonly (readonly [number | bigint, Value])[];

const A = '11330106002489123X';
const B = '11330108002490457C';
const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** Labels that every code carries. */
const minimal: Labels = [
  [1, 1],
  [3, '甲市监罚先告〔2026〕第000123号'],
  [4, 20261115],
  [5, ['sample-points', '2026.1', hash(0xa5)]],
  [6, 'food-safety-122-1'],
  [9, 4],
  [10, 5_000_000],
  [11, 10_000_000],
  [12, 6_500_000],
];
const typical = withLabels(minimal, [
  [7, [1, 2, 3, 4, 5, 6, 7, 8].map((factor) => [factor, (factor % 4) + 1, factor * 5])],
  [8, 180],
  [13, [3, 4]],
  [15, new Uint8Array(16).fill(0x3c)],
  [18, hash(0xc3)],
  [23, 70123],
  [
    24,
    [
      [1, 860_000],
      [2, 420_000],
    ],
  ],
]);

/** Labels replaced or added, in deterministic order; a value of undefined takes the label away. */
function withLabels(
  labels: Labels,
  change: readonly (readonly [number | bigint, Value | undefined])[],
): Labels {
  const all = new Map<number | bigint, Value | undefined>([...labels, ...change]);
  const key = (label: number | bigint): string => Buffer.from(int(label)).toString('hex');
  return [...all]
    .filter((entry): entry is [number | bigint, Value] => entry[1] !== undefined)
    .sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
}

const payloadOf = (labels: Labels): Bytes =>
  map(...labels.map(([label, value]): [Bytes, Bytes] => [int(label), cbor(value)]));

/** Everything that can be wrong about a code, each with its right value when not given. */
interface Parts {
  readonly signer?: Signer;
  readonly header?: Bytes;
  readonly payload?: Bytes;
  readonly sign?: (message: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  readonly aad?: string;
  readonly body?: (header: Bytes, payload: Bytes, signature: Uint8Array) => Bytes;
}

const authority = ed25519Signer('authority');
const es256 = es256Signer('authority');
const sm2 = sm2Signer('authority');
const single = ed25519Signer('one authority');
const several = ed25519Signer('several authorities');
const officer = ed25519Signer('officer');
const revoked = ed25519Signer('revoked');
const stranger = ed25519Signer('stranger');
const wide = ed25519Signer('wide window');

async function code({ signer = authority, header, payload, sign, aad, body = bodyOf }: Parts) {
  const protectedHeader = header ?? headerOf(signer);
  const content = payload ?? payloadOf(minimal);
  const message = signedOf(protectedHeader, content, aad);
  const signature = await (sign ?? signer.sign.bind(signer))(message);
  return {
    text: digitsOf(body(protectedHeader, content, signature)),
    identity: identityOf(protectedHeader, content),
  };
}

/** All vectors, made anew: the same on every machine. */
export async function makeVectors(): Promise<VectorFile> {
  const vectors: Vector[] = [];
  const none = { id: null, checkCode: null };

  const accept = async (
    name: string,
    labels: Labels,
    parts: Parts = {},
    wrap = (text: string) => text,
  ) => {
    const { text: digits, identity } = await code({ ...parts, payload: payloadOf(labels) });
    const payload = Object.fromEntries(
      labels.map(([label, value]) => [String(label), printed(value)]),
    );
    vectors.push({ name, input: wrap(digits), ok: true, error: null, ...identity, payload });
  };
  const refuse = async (
    error: string,
    name: string,
    parts: Parts,
    wrap = (text: string) => text,
  ) => {
    const early = ['format', 'digits', 'envelope', 'header'].includes(error);
    const { text: digits, identity } = await code(parts);
    const known = early ? none : identity;
    vectors.push({ name, input: wrap(digits), ok: false, error, ...known, payload: null });
  };
  const refuseText = (error: string, name: string, input: string) => {
    vectors.push({ name, input, ok: false, error, ...none, payload: null });
  };
  const { text: good } = await code({});
  const url = (form: string) => (digits: string) => `https://fxjd.example.gov.cn${form}${digits}`;
  const escaped = (address: string) => `https://mini.example.cn/?q=${encodeURIComponent(address)}`;

  const example = (name: string) =>
    new RegExp(`^${name} {2,}(\\S+)$`, 'm').exec(formatPage)?.[1] as string;
  vectors.push({
    name: 'the worked example of the format page',
    input: example('text'),
    ok: true,
    error: null,
    id: example('code id'),
    checkCode: example('check code'),
    payload: {
      1: 1,
      2: '11330106002489123X',
      3: '杭西综执罚先告字〔2026〕第000123号',
      4: 20261115,
      5: [
        'zj-zhzf-cgjl',
        '2026.3.1',
        'c6877ff5252d2ab23d4e94740c021a3079561de30324345f1e9beb7f5c7ca13d',
      ],
      6: 'CG-0417',
      9: 2,
      10: 500000,
      11: 2000000,
      12: 1200000,
    },
  });

  // Accepted: algorithms and content.
  for (const [name, signer] of Object.entries({ Ed25519: authority, ES256: es256, SM2: sm2 })) {
    await accept(`minimal, ${name}`, minimal, { signer });
    await accept(`typical, ${name}`, typical, { signer });
  }
  const order = p256.Point.Fn.ORDER;
  const withS = (low: boolean) => async (message: Uint8Array) => {
    const signature = await es256.sign(message);
    const s = number(signature.subarray(32));
    return s < order / 2n === low
      ? signature
      : concat(signature.subarray(0, 32), scalar(order - s));
  };
  await accept('ES256 with the lower s', minimal, { signer: es256, sign: withS(true) });
  await accept('ES256 with the higher s', minimal, { signer: es256, sign: withS(false) });
  await accept(
    'every known label',
    withLabels(typical, [
      [2, A],
      [14, 17],
      [16, 20261122],
      [17, [1, 2, 3]],
      [20, new Uint8Array(8).fill(7)],
      [22, [10_000_019, new Uint8Array(12).fill(9)]],
      [25, 2],
    ]),
    { signer: sm2 },
  );
  await accept(
    'no fine',
    withLabels(minimal, [
      [9, 1],
      [10, undefined],
      [11, undefined],
      [12, undefined],
    ]),
  );
  await accept('a minimum equal to the maximum', withLabels(minimal, [[10, 10_000_000]]));
  await accept(
    'a fine of nothing',
    withLabels(minimal, [
      [10, 0],
      [12, 0],
    ]),
  );
  await accept(
    'a proposed fine outside the range: that is for the replay',
    withLabels(minimal, [[12, 1]]),
  );
  await accept('the largest amount', withLabels(minimal, [[11, Number.MAX_SAFE_INTEGER]]));
  await accept('penalty kind as one integer', withLabels(minimal, [[13, 3]]));
  await accept('penalty kinds as an array, 14 among them', withLabels(minimal, [[13, [1, 14]]]));
  await accept(
    'negative points',
    withLabels(minimal, [
      [
        7,
        [
          [1, 1, -5],
          [2, 3, 0],
        ],
      ],
      [8, -5],
    ]),
  );
  await accept('no factors', withLabels(minimal, [[7, []]]));
  await accept('a negative fact', withLabels(minimal, [[24, [[3, -1]]]]));
  await accept('a day that only leap years have', withLabels(minimal, [[4, 20280229]]), {
    signer: wide,
  });
  await accept('a text outside the basic plane', withLabels(minimal, [[3, '甲𠮷〔2026〕1号']]));
  await accept('a text with a byte order mark inside', withLabels(minimal, [[3, '\ufeff甲1号']]));
  await accept(
    'an authority code that no checksum would pass',
    withLabels(minimal, [[2, 'any text']]),
  );

  // Accepted: unknown labels are kept.
  await accept('unknown label with an integer', withLabels(minimal, [[26, 5]]));
  await accept(
    'unknown label that the table skips',
    withLabels(minimal, [
      [19, 'kept'],
      [21, [1, [2, 'x']]],
    ]),
  );
  await accept(
    'unknown label with bytes, true, false and null',
    withLabels(minimal, [[30, [Uint8Array.of(1, 2), true, false, null]]]),
  );
  await accept(
    'unknown label 0 and a negative one',
    withLabels(minimal, [
      [0, 1],
      [-1, 'x'],
    ]),
  );
  await accept(
    'unknown label and value beyond 2^53',
    withLabels(minimal, [[2n ** 60n, 2n ** 60n]]),
  );

  // Accepted: authority and window.
  await accept('one authority, label 2 absent', minimal, { signer: single });
  await accept('one authority, label 2 present', withLabels(minimal, [[2, A]]), { signer: single });
  await accept('several authorities, the second', withLabels(minimal, [[2, B]]), {
    signer: several,
  });
  await accept('the first day of the window', withLabels(minimal, [[4, 20261101]]), {
    signer: single,
  });
  await accept('the last day of the window', withLabels(minimal, [[4, 20261130]]), {
    signer: single,
  });

  // Accepted: ways to hand the text over.
  await accept('fragment', minimal, {}, url('/c#'));
  await accept('fragment with glue', minimal, {}, (digits) => `${url('/c#')(digits)}&appinstall=0`);
  await accept('bare with glue', minimal, {}, (digits) => `${digits}&appinstall=0`);
  await accept('white space around', minimal, {}, (digits) => ` \t${digits}  `);
  await accept('path', minimal, {}, url('/c/'));
  await accept(
    'path with query',
    minimal,
    {},
    (digits) => `${url('/c/')(digits)}?from=singlemessage`,
  );
  await accept('q', minimal, {}, url('/c?q='));
  await accept('q among others', minimal, {}, (digits) => `${url('/c?lang=zh&q=')(digits)}&x=1`);
  await accept('q escaped', minimal, {}, (digits) => url('/c?q=')(`%31${digits.slice(1)}`));
  await accept('q with a whole address', minimal, {}, (digits) => escaped(url('/c#')(digits)));
  await accept('q with a whole path address', minimal, {}, (digits) => escaped(url('/c/')(digits)));
  await accept(
    'fragment before q',
    minimal,
    {},
    (digits) => `https://fxjd.example.gov.cn/c?q=${good}#${digits}`,
  );
  await accept('fragment before path', typical, {}, (digits) => `${url('/c/')(good)}#${digits}`);
  await accept('path before q', typical, {}, (digits) => `${url('/c/')(digits)}?q=${good}`);
  const filler =
    1400 -
    bodyOf(
      headerOf(authority),
      payloadOf(withLabels(minimal, [[26, new Uint8Array(300)]])),
      new Uint8Array(64),
    ).length +
    300;
  await accept('3,400 digits', withLabels(minimal, [[26, new Uint8Array(filler)]]));

  // Refused: text.
  for (const [name, input] of [
    ['nothing', ''],
    ['words', 'hello'],
    ['an address without a code', 'https://fxjd.example.gov.cn/c'],
    ['another path', url('/d/')(good)],
    ['format digit 2', `2${good.slice(1)}`],
    ['format digit 0', `0${good.slice(1)}`],
    ['format digit 2 in a fragment', url('/c#2')(good.slice(1))],
    [
      'full-width digits throughout',
      good.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['a full-width format digit', `１${good.slice(1)}`],
    ['one full-width digit inside', `${good.slice(0, 200)}０${good.slice(201)}`],
    ['a full-width digit at the end', `${good}０`],
    ['groups of four with spaces', good.replace(/(.{4})/g, '$1 ')],
    ['a tab inside', `${good.slice(0, 100)}\t${good.slice(100)}`],
    ['a no-break space inside', `${good.slice(0, 100)}\u00a0${good.slice(100)}`],
    ['an escaped space inside q', url('/c?q=')(`${good.slice(0, 100)}%20${good.slice(100)}`)],
    ['39 digits', `1${'0'.repeat(39)}`],
    ['the format digit alone', '1'],
    ['3,401 digits', `1${'0'.repeat(3401)}`],
    ['a dash inside leaves too few digits', `${good.slice(0, 30)}-${good.slice(30)}`],
  ] as const) {
    refuseText('format', name, input);
  }

  // Refused: digits.
  const digits = good.slice(1);
  const tail = digits.length % 17;
  for (const [name, input] of [
    ['the first group above 7 bytes', `1${String(2n ** 56n)}${digits.slice(17)}`],
    ['the largest group of nines', `1${'9'.repeat(17)}${digits.slice(17)}`],
    ['a tail of 1 digit', `1${'0'.repeat(17 * 3 + 1)}`],
    ['a tail of 2 digits', `1${'0'.repeat(17 * 3 + 2)}`],
    ['a tail of 4 digits', `1${'0'.repeat(17 * 3 + 4)}`],
    ['a tail of 16 digits', `1${'0'.repeat(17 * 3 + 16)}`],
    ['a tail above its byte', `1${'0'.repeat(17 * 3)}256`],
    ['a tail above its six bytes', `1${'0'.repeat(17 * 3)}${String(2n ** 48n)}`],
    ['the real tail above its bytes', good.slice(0, good.length - tail) + '9'.repeat(tail)],
  ] as const) {
    refuseText('digits', name, input);
  }

  // Refused: envelope.
  const shaped = (name: string, body: NonNullable<Parts['body']>) =>
    refuse('envelope', name, { body });
  const parts = (header: Bytes, payload: Bytes, signature: Uint8Array) =>
    [bstr(header), map(), bstr(payload), bstr(signature)] as const;
  await shaped('no tag', (...of) => bodyOf(...of).slice(1));
  await shaped('tag 17', (...of) => [0xd1, ...bodyOf(...of).slice(1)]);
  await shaped('tag 98, COSE_Sign', (...of) => [...head(6, 98), ...bodyOf(...of).slice(1)]);
  await shaped('tag 18 twice', (...of) => [0xd2, ...bodyOf(...of)]);
  await shaped('an array of three', (...of) => [0xd2, ...array(...parts(...of).slice(0, 3))]);
  await shaped('an array of five', (...of) => [0xd2, ...array(...parts(...of), int(0))]);
  await shaped('a map in place of the array', (...of) => {
    const [a, b, c, d] = parts(...of);
    return [0xd2, ...map([a, b], [c, d])];
  });
  await shaped('an unprotected map with a label', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), map([int(4), int(1)]), bstr(payload), bstr(signature)),
  ]);
  await shaped('an array in place of the unprotected map', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), array(), bstr(payload), bstr(signature)),
  ]);
  await shaped('a header that is a map, not bytes', (header, payload, signature) => [
    0xd2,
    ...array(header, map(), bstr(payload), bstr(signature)),
  ]);
  await shaped('a payload that is a map, not bytes', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), map(), payload, bstr(signature)),
  ]);
  await shaped('no payload (detached)', (header, _, signature) => [
    0xd2,
    ...array(bstr(header), map(), [0xf6], bstr(signature)),
  ]);
  await shaped('a signature of 63 bytes', (header, payload, signature) =>
    bodyOf(header, payload, signature.slice(1)),
  );
  await shaped('a signature of 65 bytes', (header, payload, signature) =>
    bodyOf(header, payload, [0, ...signature]),
  );
  await shaped('no signature', (header, payload) => bodyOf(header, payload, []));
  await shaped('a trailing byte', (...of) => [...bodyOf(...of), 0]);
  await shaped('a byte short', (...of) => bodyOf(...of).slice(0, -1));
  await shaped('a reserved length', (...of) => [0xd2, 0x9c, ...bodyOf(...of).slice(2)]);
  await shaped('a length of 2^64 − 1', (header, payload, signature) => [
    0xd2,
    0x84,
    0x5b,
    255,
    255,
    255,
    255,
    255,
    255,
    255,
    255,
    ...header,
    ...array(bstr(payload), bstr(signature)).slice(1),
  ]);
  await shaped('an open array', (...of) => [0xd2, 0x9f, ...bodyOf(...of).slice(2)]);

  // Refused: header.
  const alg = [int(1), int(authority.alg)] as const;
  const kid = [int(4), headerOf(authority).slice(-9)] as const;
  for (const [name, header] of [
    ['no bytes', []],
    ['an empty map', map()],
    ['alg alone', map(alg)],
    ['kid alone', map(kid)],
    ['a third label', map(alg, [int(3), int(0)], kid)],
    ['another label for kid', map(alg, [int(5), kid[1]])],
    ['labels as text', map([text('1'), alg[1]], [text('4'), kid[1]])],
    ['alg as text', map([int(1), text('EdDSA')], kid)],
    ['alg as a float', map([int(1), [0xf9, 0xcc, 0xc0]], kid)],
    ['kid as text', map(alg, [int(4), text('6c5e53a4')])],
    ['kid missing from the map', map(alg, [int(4), [0xf6]])],
    ['an array', array(int(1), alg[1], int(4), kid[1])],
    ['cut short', map(alg, kid).slice(0, -1)],
    ['a trailing byte', [...map(alg, kid), 0]],
  ] as const) {
    await refuse('header', `header: ${name}`, { header });
  }

  // Refused: key and algorithm.
  await refuse('unknown-key', 'a key that nobody listed', { signer: stranger });
  await refuse('unknown-key', 'an unknown key before anything about form', {
    signer: stranger,
    header: map(headerEntry(stranger, 4), headerEntry(stranger, 1)),
    payload: [0xff],
  });
  for (const [name, number] of [
    ['ES256 for an Ed25519 key', -7],
    ['SM2 for an Ed25519 key', -65537],
    ['EdDSA, the older number', -8],
    ['none', 0],
  ] as const) {
    await refuse('algorithm', `alg says ${name}`, { header: map([int(1), int(number)], kid) });
  }
  await refuse('algorithm', 'alg says −2^64', { header: map([int(1), int(-(2n ** 64n))], kid) });
  await refuse('algorithm', 'alg says ES256 for an SM2 key', {
    signer: sm2,
    header: map([int(1), int(-7)], headerEntry(sm2, 4)),
  });
  await refuse('algorithm', 'another alg before key order', {
    header: map(kid, [int(1), int(-7)]),
  });

  // Refused: envelope and header not deterministic.
  const longForm = (name: string, body: NonNullable<Parts['body']>) =>
    refuse('not-canonical', name, { body });
  await longForm('tag 18 in two bytes', (...of) => [0xd8, 18, ...bodyOf(...of).slice(1)]);
  await longForm('array length in two bytes', (...of) => [
    0xd2,
    0x98,
    4,
    ...bodyOf(...of).slice(2),
  ]);
  await longForm('array without length', (...of) => [0xd2, 0x9f, ...bodyOf(...of).slice(2), 0xff]);
  await longForm('unprotected map length in two bytes', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), [0xb8, 0], bstr(payload), bstr(signature)),
  ]);
  await longForm('unprotected map without length', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), [0xbf, 0xff], bstr(payload), bstr(signature)),
  ]);
  await longForm('header length in two bytes', (header, payload, signature) => [
    0xd2,
    ...array([...head(2, header.length, 1), ...header], map(), bstr(payload), bstr(signature)),
  ]);
  await longForm('payload length in four bytes', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), map(), [...head(2, payload.length, 4), ...payload], bstr(signature)),
  ]);
  await longForm('signature in two pieces', (header, payload, signature) => [
    0xd2,
    ...array(bstr(header), map(), bstr(payload), [
      0x5f,
      ...bstr(signature.slice(0, 32)),
      ...bstr(signature.slice(32)),
      0xff,
    ]),
  ]);
  for (const [name, header] of [
    ['labels out of order', map(kid, alg)],
    ['label in two bytes', map([head(0, 1, 1), alg[1]], kid)],
    ['alg in four bytes', map([int(1), head(1, 18, 4)], kid)],
    ['kid length in two bytes', map(alg, [int(4), [...head(2, 8, 1), ...kid[1].slice(1)]])],
    ['map without length', [0xbf, ...alg.flat(), ...kid.flat(), 0xff]],
    ['map length in two bytes', [0xb8, 2, ...alg.flat(), ...kid.flat()]],
    ['alg twice', map(alg, alg, kid)],
    ['kid twice', map(alg, kid, kid)],
  ] as const) {
    await refuse('not-canonical', `header: ${name}`, { header });
  }
  await refuse('not-canonical', 'key order in the header before a bad signature', {
    header: map(kid, alg),
    sign: () => new Uint8Array(64),
  });

  // Refused: signature.
  const bad = (name: string, of: Parts) => refuse('signature', name, of);
  for (const [name, signer] of Object.entries({ Ed25519: authority, ES256: es256, SM2: sm2 })) {
    await bad(`${name}: one bit flipped`, {
      signer,
      sign: async (message) => flip(await signer.sign(message), 40),
    });
    await bad(`${name}: one bit of r flipped`, {
      signer,
      sign: async (message) => flip(await signer.sign(message), 3),
    });
    await bad(`${name}: zeros`, { signer, sign: () => new Uint8Array(64) });
    await bad(`${name}: all ones`, { signer, sign: () => new Uint8Array(64).fill(255) });
    await bad(`${name}: another context`, { signer, aad: 'supervision-code/2' });
    await bad(`${name}: no context`, { signer, aad: '' });
    await bad(`${name}: another payload`, {
      signer,
      sign: () => signer.sign(signedOf(headerOf(signer), payloadOf(typical))),
    });
    await bad(`${name}: halves swapped`, {
      signer,
      sign: async (message) => swap(await signer.sign(message)),
    });
  }
  await bad('another listed key', { sign: (message) => single.sign(message) });
  await bad('a bad signature before a bad payload', {
    payload: [0xff],
    sign: () => new Uint8Array(64),
  });
  await ed25519Edges(bad);
  await es256Edges(bad);
  await sm2Edges(bad);

  // Refused: role and authority.
  await refuse('key-authority', 'a role that signs no codes', { signer: officer });
  await refuse('key-authority', 'another authority', {
    signer: single,
    payload: payloadOf(withLabels(minimal, [[2, B]])),
  });
  await refuse('key-authority', 'several authorities, label 2 absent', { signer: several });
  await refuse('key-authority', 'several authorities, a third', {
    signer: several,
    payload: payloadOf(withLabels(minimal, [[2, '11330109002501234Y']])),
  });
  await refuse('key-authority', 'another authority before a bad date', {
    signer: single,
    payload: payloadOf(
      withLabels(minimal, [
        [2, B],
        [4, 20261301],
      ]),
    ),
  });
  await refuse('key-authority', 'another authority before an unsorted payload', {
    signer: single,
    payload: reversed(withLabels(minimal, [[2, B]])),
  });

  // Refused: payload not deterministic.
  const raw = (extra: Bytes, value: Bytes) =>
    map(...minimal.map(([label, each]): [Bytes, Bytes] => [int(label), cbor(each)]), [
      extra,
      value,
    ]);
  for (const [name, payload] of [
    ['keys out of order', reversed(minimal)],
    ['a label twice', raw(int(12), int(6_500_000))],
    [
      'a label in two bytes',
      map(
        [head(0, 1, 1), int(1)],
        ...minimal.slice(1).map(([label, value]): [Bytes, Bytes] => [int(label), cbor(value)]),
      ),
    ],
    ['an amount in eight bytes', replaced(12, head(0, 6_500_000, 8))],
    [
      'a text length in two bytes',
      replaced(6, [...head(3, 17, 1), ...text('food-safety-122-1').slice(1)]),
    ],
    ['a text in pieces', replaced(6, [0x7f, ...text('food'), ...text('-safety-122-1'), 0xff])],
    ['an array without length', replaced(13, [0x9f, 3, 0xff])],
    ['a map without length', [0xbf, ...payloadOf(minimal).slice(1), 0xff]],
    ['a float for an amount', replaced(12, [0xfa, 0x4a, 0xc6, 0x5d, 0x40])],
    ['a float in an unknown label', raw(int(26), [0xf9, 0x3c, 0])],
    ['a tag in an unknown label', raw(int(26), [0xc1, 1])],
    ['undefined in an unknown label', raw(int(26), [0xf7])],
    ['a big number as tag 2', replaced(12, [0xc2, ...bstr([1, 0])])],
    ['text that is not UTF-8', replaced(6, [0x62, 0xc3, 0x28])],
    ['half a surrogate pair as UTF-8', replaced(6, [0x63, 0xed, 0xa0, 0x80])],
    ['a trailing byte', [...payloadOf(minimal), 0]],
    ['a byte short', payloadOf(minimal).slice(0, -1)],
    ['no bytes', []],
    ['a break alone', [0xff]],
  ] as const) {
    await refuse('not-canonical', `payload: ${name}`, { payload });
  }
  await refuse('not-canonical', 'an unsorted payload before a bad date', {
    payload: reversed(withLabels(minimal, [[4, 20261301]])),
  });

  // Refused: payload of wrong types and ranges.
  const labelled = (name: string, change: readonly (readonly [number, Value | undefined])[]) =>
    refuse('payload', `payload: ${name}`, { payload: payloadOf(withLabels(minimal, change)) });
  for (const label of [1, 3, 4, 5, 6, 9])
    await labelled(`label ${label} missing`, [[label, undefined]]);
  await labelled('version 2', [[1, 2]]);
  await labelled('version as text', [[1, '1']]);
  await labelled('authority as integer', [[2, 1]]);
  await labelled('document number as bytes', [[3, hash(1)]]);
  await labelled('document number not NFC', [[3, '文号 e\u0301']]);
  await labelled('a compatibility ideograph, which NFC replaces', [[6, '\uf900']]);
  await labelled('30 February', [[4, 20260230]]);
  await labelled('29 February of no leap year', [[4, 20260229]]);
  await labelled('month 13', [[4, 20261301]]);
  await labelled('day 0', [[4, 20261100]]);
  await labelled('a negative date', [[4, -20261115]]);
  await labelled('a date as text', [[4, '2026-11-15']]);
  await labelled('a date of eight digits and more', [[4, 202611150]]);
  await labelled('31 April for the last day of statements', [[16, 20260431]]);
  await labelled('a rule hash of 31 bytes', [[5, ['a', '1', new Uint8Array(31)]]]);
  await labelled('a rule without version', [[5, ['a', hash(1)]]]);
  await labelled('a rule with a fourth part', [[5, ['a', '1', hash(1), 1]]]);
  await labelled('a rule version as integer', [[5, ['a', 1, hash(1)]]]);
  await labelled('a rule version not NFC', [[5, ['a', 'e\u0301', hash(1)]]]);
  await labelled('factors out of order', [
    [
      7,
      [
        [2, 1, 5],
        [1, 1, 5],
      ],
    ],
  ]);
  await labelled('a factor of two parts', [[7, [[1, 1]]]]);
  await labelled('a factor with points as text', [[7, [[1, 1, '5']]]]);
  await labelled('factors as integer', [[7, 1]]);
  await labelled('points as text', [[8, '5']]);
  await labelled('tier 0', [[9, 0]]);
  await labelled('tier 6', [[9, 6]]);
  await labelled('a negative minimum', [[10, -1]]);
  await labelled('a negative maximum', [
    [10, -2],
    [11, -1],
  ]);
  await labelled('a negative fine', [[12, -1]]);
  await labelled('a minimum above the maximum', [[10, 10_000_001]]);
  await labelled('an amount as text', [[12, '6500000']]);
  await labelled('an amount as bytes', [[12, Uint8Array.of(1)]]);
  await labelled('an amount as null', [[12, null]]);
  await labelled('penalty kind 0', [[13, 0]]);
  await labelled('penalty kind 15', [[13, [1, 15]]]);
  await labelled('penalty kind as text', [[13, '罚款']]);
  await labelled('an officer as text', [[14, '17']]);
  await labelled('a party commitment of 15 bytes', [[15, new Uint8Array(15)]]);
  await labelled('rights channels as integer', [[17, 1]]);
  await labelled('a detail hash of 20 bytes', [[18, new Uint8Array(20)]]);
  await labelled('a corrected code of 32 bytes', [[20, hash(1)]]);
  await labelled('a log head without root', [[22, [5]]]);
  await labelled('a log root of 32 bytes', [[22, [5, hash(1)]]]);
  await labelled('a status index as text', [[23, '5']]);
  await labelled('facts of three parts', [[24, [[1, 2, 3]]]]);
  await labelled('a fact as text', [[24, [[1, '2']]]]);
  await labelled('document kind 0', [[25, 0]]);
  await labelled('document kind 5', [[25, 5]]);
  await refuse('payload', 'payload: a label as text', { payload: raw(text('x'), int(1)) });
  await refuse('payload', 'payload: an array', { payload: array(int(1)) });
  await refuse('payload', 'payload: an integer', { payload: int(1) });
  await refuse('payload', 'payload: an empty map', { payload: map() });
  await refuse('payload', 'a bad payload before the window', {
    signer: single,
    payload: payloadOf(
      withLabels(minimal, [
        [4, 20250101],
        [9, 6],
      ]),
    ),
  });

  // Refused: window and revocation.
  const dated = (day: number) => payloadOf(withLabels(minimal, [[4, day]]));
  await refuse('key-window', 'the day before the window', {
    signer: single,
    payload: dated(20261031),
  });
  await refuse('key-window', 'the day after the window', {
    signer: single,
    payload: dated(20261201),
  });
  await refuse('key-window', 'outside the window of a revoked key', {
    signer: revoked,
    payload: dated(20270101),
  });
  await refuse('key-revoked', 'issued after the revocation', {
    signer: revoked,
    payload: dated(20261120),
  });
  await refuse('key-revoked', 'issued before the revocation, and not in a log', {
    signer: revoked,
    payload: dated(20260301),
  });

  return { format: 'chidu-conformance/1', keys, vectors };
}

const headerEntry = ({ alg, spki }: Signer, label: 1 | 4): readonly [Bytes, Bytes] =>
  label === 1 ? [int(1), int(alg)] : [int(4), headerOf({ alg, spki }).slice(-9)];

const reversed = (labels: Labels): Bytes =>
  map(...labels.map(([label, value]): [Bytes, Bytes] => [int(label), cbor(value)]).reverse());

/** The minimal payload with one label's value as given bytes. */
const replaced = (label: number, value: Bytes): Bytes =>
  map(
    ...withLabels(minimal, [[label, 0]]).map(([each, known]): [Bytes, Bytes] => [
      int(each),
      each === label ? value : cbor(known),
    ]),
  );

const concat = (...parts: (Bytes | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.with(at, (bytes[at] as number) ^ 1);
const swap = (bytes: Uint8Array): Uint8Array => concat(bytes.subarray(32), bytes.subarray(0, 32));
const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const scalar = (value: bigint): Uint8Array =>
  Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const littleEndian = (value: bigint): Uint8Array => scalar(value).toReversed();
const fromLittleEndian = (bytes: Uint8Array): bigint => number(bytes.toReversed());

type Bad = (name: string, of: Parts) => Promise<void>;

const L = ed25519.Point.Fn.ORDER;
const P25519 = 2n ** 255n - 19n;
const IDENTITY = littleEndian(1n);
const ORDER_2 = littleEndian(P25519 - 1n);
const ORDER_8 = Buffer.from(
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'hex',
);
const IDENTITY_NOT_CANONICAL = littleEndian(P25519 + 1n);
const BASE = ed25519.Point.BASE;

/** Keys that are listed and good for nothing. */
const smallOrderKeys = {
  identity: IDENTITY,
  'order 2': ORDER_2,
  'order 8': ORDER_8,
  'the identity, not canonical': IDENTITY_NOT_CANONICAL,
};
const offCurveEs256 = es256Spki(offCurve(es256.spki));
const offCurveSm2 = sm2Spki(offCurve(sm2.spki));
const infinitySm2 = sm2Spki(concat([4], new Uint8Array(64)));
const p256AsEd25519 = { alg: -19, spki: es256Signer('listed with another algorithm').spki };

function offCurve(spki: Uint8Array): Uint8Array {
  const point = spki.slice(-65);
  return point.with(64, (point[64] as number) ^ 1);
}

/** Signatures that some Ed25519 libraries let pass and others do not. */
async function ed25519Edges(bad: Bad): Promise<void> {
  const raw = (spki: Uint8Array) => spki.slice(-32);
  const secret = ed25519.utils.getExtendedPublicKey(seedOf('authority')).scalar;
  const challenge = (r: Uint8Array, key: Uint8Array, message: Uint8Array) =>
    fromLittleEndian(sha512(concat(r, key, message))) % L;
  await bad('Ed25519: S + L', {
    sign: async (message) => {
      const signature = await authority.sign(message);
      return concat(
        signature.subarray(0, 32),
        littleEndian(fromLittleEndian(signature.subarray(32)) + L),
      );
    },
  });
  for (const [name, r] of Object.entries({
    'the identity': IDENTITY,
    'the identity, not canonical': IDENTITY_NOT_CANONICAL,
  })) {
    // R = 0 and S = k·a satisfy S·B = R + k·A.
    await bad(`Ed25519: R is ${name}, the equation holds`, {
      sign: (message) =>
        concat(r, littleEndian((challenge(r, raw(authority.spki), message) * secret) % L)),
    });
  }
  for (const [name, point] of Object.entries(smallOrderKeys)) {
    const signer: Signer = {
      alg: -19,
      spki: ed25519Spki(point),
      // With A of small order, R = S·B satisfies the equation for one message in eight, whoever signs.
      sign: async (message) => {
        for (let s = 1n; ; s++) {
          const r = BASE.multiply(s).toBytes();
          if (challenge(r, point, message) % 8n === 0n) return concat(r, littleEndian(s));
        }
      },
    };
    await bad(`Ed25519: the key is ${name}, the equation holds`, { signer });
  }
  await bad('Ed25519: a point whose y no curve point has', {
    sign: async (message) => concat(littleEndian(2n), (await authority.sign(message)).subarray(32)),
  });
  await bad('a listed P-256 key that says Ed25519', {
    signer: { ...p256AsEd25519, sign: (message) => authority.sign(message) },
  });
}

async function es256Edges(bad: Bad): Promise<void> {
  const n = p256.Point.Fn.ORDER;
  const edge = (name: string, change: (r: Uint8Array, s: Uint8Array) => Uint8Array) =>
    bad(`ES256: ${name}`, {
      signer: es256,
      sign: async (message) => {
        const signature = await es256.sign(message);
        return change(signature.subarray(0, 32), signature.subarray(32));
      },
    });
  await edge('r = 0', (_, s) => concat(scalar(0n), s));
  await edge('s = 0', (r) => concat(r, scalar(0n)));
  await edge('r = n', (_, s) => concat(scalar(n), s));
  await edge('s = n', (r) => concat(r, scalar(n)));
  await edge('r = n − 1', (_, s) => concat(scalar(n - 1n), s));
  await edge('little endian', (r, s) => concat(r.toReversed(), s.toReversed()));
  await bad('ES256: a listed key off the curve', { signer: { ...es256, spki: offCurveEs256 } });
  await bad('ES256: SM2 over the same message', {
    signer: es256,
    sign: (message) => sm2.sign(message),
  });
  await bad('ES256: SHA-512', {
    signer: es256,
    sign: (message) =>
      p256.sign(sha512(message).slice(0, 32), seedOf('authority'), { prehash: false, lowS: false }),
  });
}

async function sm2Edges(bad: Bad): Promise<void> {
  const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
  const secret = seedOf('authority');
  const edge = (name: string, change: (r: Uint8Array, s: Uint8Array) => Uint8Array) =>
    bad(`SM2: ${name}`, {
      signer: sm2,
      sign: async (message) => {
        const signature = await sm2.sign(message);
        return change(signature.subarray(0, 32), signature.subarray(32));
      },
    });
  await edge('r = 0', (_, s) => concat(scalar(0n), s));
  await edge('s = 0', (r) => concat(r, scalar(0n)));
  await edge('r = n', (_, s) => concat(scalar(n), s));
  await edge('s = n', (r) => concat(r, scalar(n)));
  await edge('s = n − 1', (r) => concat(r, scalar(n - 1n)));
  await edge('r + s = n', (r) => concat(r, scalar(n - number(r))));
  for (const id of ['', 'ALICE123@YAHOO.COM', '12345678']) {
    await bad(`SM2: user id "${id}"`, {
      signer: sm2,
      sign: (message) =>
        signSm2(
          secret,
          message,
          () => concat(seedOf('nonce'), message.slice(0, 16)),
          new TextEncoder().encode(id),
        ),
    });
  }
  await bad('SM2: good only where the message is taken for the digest', {
    signer: sm2,
    ...withoutHash(n),
  });
  await bad('SM2: a listed key off the curve', { signer: { ...sm2, spki: offCurveSm2 } });
  await bad('SM2: a listed key at infinity', { signer: { ...sm2, spki: infinitySm2 } });
  await bad('SM2: ES256 over the same message', {
    signer: sm2,
    sign: (message) => es256.sign(message),
  });
}

/**
 * A payload with 32 free bytes at its end and a signature that satisfies the equation of SM2 when the message, read as
 * one integer, stands in for the digest. Anyone can make such a pair from the public key alone: CVE-2026-23965.
 */
function withoutHash(n: bigint): Pick<Parts, 'payload' | 'sign'> {
  const [s, t] = [5n, 7n];
  const secret = number(seedOf('authority'));
  const x = number(publicKeySm2(scalar((s + t * secret) % n)).subarray(1, 33));
  const digest = t - s - x;
  const open = payloadOf(withLabels(minimal, [[26, new Uint8Array(32)]]));
  const free = (((digest - number(signedOf(headerOf(sm2), open))) % n) + n) % n;
  const payload = payloadOf(withLabels(minimal, [[26, scalar(free)]]));
  return { payload, sign: () => concat(scalar(t - s), scalar(s)) };
}

const formatPage = readFileSync(
  new URL('../../sdk/docs/formats/supervision-code.md', import.meta.url),
  'utf8',
);

const open = { notBefore: 20260101, notAfter: 20261231, revokedAt: null };
const key = (
  { alg, spki }: Pick<Signer, 'alg' | 'spki'>,
  change: Partial<VectorKey> = {},
): VectorKey => ({
  alg,
  spki: Buffer.from(spki).toString('hex'),
  ...open,
  ...change,
});

const keys: readonly VectorKey[] = [
  key({
    alg: -19,
    spki: Buffer.from(
      '302a300506032b6570032100ebff29754592032f498b402ccba03ead09d0571390a760b6a816271d18aaa552',
      'hex',
    ),
  }),
  key(authority),
  key(es256),
  key(sm2),
  key(single, { notBefore: 20261101, notAfter: 20261130, authorities: [A] }),
  key(several, { authorities: [A, B] }),
  key(officer, { role: 'officer' }),
  key(revoked, { revokedAt: 20261001 }),
  key(wide, { notBefore: 20250101, notAfter: 20291231 }),
  ...Object.values(smallOrderKeys).map((point) => key({ alg: -19, spki: ed25519Spki(point) })),
  key({ alg: -7, spki: offCurveEs256 }),
  key({ alg: -65537, spki: offCurveSm2 }),
  key({ alg: -65537, spki: infinitySm2 }),
  key(p256AsEd25519),
];
