import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CborValue, encodeCbor } from '../codes/cbor.ts';
import { ChiduError } from '../errors.ts';
import { bodyHash } from './body-hash.ts';
import { decodeLeaf, encodeLeaf, type Leaf, leafStatement } from './leaf.ts';
import { ACTOR_ROLES, type ActorRole, LEAF_TYPES, type LeafType } from './leaf-types.ts';

const AUTHORITY = '11330106002489128X';
const issued: Leaf = {
  type: 'issued',
  time: 1_795_305_600,
  authority: AUTHORITY,
  codeId: '47e5da82c75b99194443d035ada5eea725b3f22657a28b6b6ee80d4091a23440',
  bodyHash: 'aa'.repeat(32),
  actor: { role: 'officer', kid: '6c5e53a4b940dd22' },
  signature: 'bb'.repeat(64),
};

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((each) => Buffer.from(each).toString('hex'));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Any leaf that its type allows. */
const anyLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    type: fc.constantFrom(...(Object.keys(LEAF_TYPES) as LeafType[])),
    time: fc.maxSafeNat(),
    authority: fc.constant(AUTHORITY),
    codeId: hex(32),
    bodyHash: hex(32),
    refersTo: fc.maxSafeNat(),
    refersToYear: optional(fc.integer({ min: 2000, max: 9999 })),
    actor: fc.record({
      role: fc.constantFrom(...(Object.keys(ACTOR_ROLES) as ActorRole[])),
      kid: hex(8),
    }),
    signature: optional(hex(64)),
    before: fc.record({ origin: fc.string(), size: fc.maxSafeNat(), root: hex(32) }),
  })
  .map(({ before, refersToYear, signature, ...leaf }) => ({
    ...leaf,
    ...(leaf.type === 'opened' && { before }),
    ...(refersToYear !== undefined && { refersToYear }),
    ...(signature !== undefined && { signature }),
  }));

describe('a leaf', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(anyLeaf, (leaf) => {
        expect(decodeLeaf(encodeLeaf(leaf))).toEqual({ ok: true, leaf });
      }),
      { seed: 6962 },
    );
  });

  it('has 110 to 180 bytes', () => {
    expect(encodeLeaf(issued).length).toBe(180);
    const { signature: _, ...unsigned } = issued;
    expect(encodeLeaf(unsigned).length).toBe(113);
  });

  it('is fixed for ever in its bytes', () => {
    const bytes = Buffer.from(encodeLeaf(issued)).toString('hex');
    expect(bytes).toBe(
      `a80001010102${'1a6b023080'}0372${Buffer.from(AUTHORITY).toString('hex')}045820${issued.codeId}055820${issued.bodyHash}078202486c5e53a4b940dd22085840${issued.signature}`,
    );
  });

  it('numbers types and roles once each', () => {
    const numbers = Object.values(LEAF_TYPES).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(Object.values(ACTOR_ROLES)).size).toBe(Object.keys(ACTOR_ROLES).length);
  });

  it('asks for what its type needs', () => {
    for (const [type, { needs }] of Object.entries(LEAF_TYPES)) {
      for (const needed of needs) {
        const { signature: _, ...whole } = { ...issued, type: type as LeafType, refersTo: 3 };
        const { [needed]: __, ...lacking } = whole;
        expect(() => encodeLeaf(whole)).not.toThrow();
        expect(() => encodeLeaf(lacking as Leaf)).toThrow(ChiduError);
      }
    }
  });

  it('is refused in any other spelling, by code and label', () => {
    const map = (entries: [number, CborValue][]) => decodeLeaf(encodeCbor(new Map(entries)));
    const base: [number, CborValue][] = [
      [0, 1],
      [1, 15],
      [2, 1],
      [3, AUTHORITY],
    ];
    expect(map(base)).toMatchObject({ ok: true });
    const changed = (label: number, value: CborValue) =>
      map([...base.filter(([each]) => each !== label), [label, value]]);
    expect(changed(0, 2)).toEqual({ ok: false, error: 'leaf-version', label: 0 });
    expect(changed(1, 99)).toEqual({ ok: false, error: 'leaf-type', label: 1 });
    for (const [label, value] of [
      [2, -1],
      [2, '1'],
      [2, 2n ** 60n],
      [3, '示例区市场监督管理局'],
      [3, '11330106002489128'],
      [4, 'ab'],
      [4, new Uint8Array(31)],
      [5, new Uint8Array(33)],
      [6, -1],
      [7, [99, null]],
      [7, [1]],
      [7, [2, new Uint8Array(7)]],
      [8, new Uint8Array(64)],
      [9, ['x', 1, new Uint8Array(31)]],
      [10, 2025],
      [11, '张三'],
    ] as [number, CborValue][]) {
      expect([label, value, changed(label, value)]).toEqual([
        label,
        value,
        { ok: false, error: 'leaf-label', label },
      ]);
    }
    const bytes = encodeLeaf(issued);
    expect(decodeLeaf(bytes.slice(0, -1))).toEqual({ ok: false, error: 'leaf-cbor' });
    expect(decodeLeaf(Uint8Array.of(...bytes, 0))).toEqual({ ok: false, error: 'leaf-cbor' });
    // The first key, 0, in a longer form than needed.
    const longer = Uint8Array.of(0xa8, 0x18, 0, ...bytes.slice(2));
    expect(decodeLeaf(longer)).toEqual({ ok: false, error: 'leaf-cbor' });
    expect(decodeLeaf(new TextEncoder().encode('{"a":1}'))).toEqual({
      ok: false,
      error: 'leaf-cbor',
    });
  });

  it('never throws on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeLeaf(bytes)).toHaveProperty('ok');
      }),
      { seed: 6962, numRuns: 2000 },
    );
  });

  it('has a statement of its own for each thing that can be signed', () => {
    const same = { ...issued, time: 5, signature: 'cc'.repeat(64) };
    expect(leafStatement(same)).toEqual(leafStatement(issued));
    const others: Partial<Leaf>[] = [
      { type: 'objected' },
      { codeId: 'cd'.repeat(32) },
      { bodyHash: 'cd'.repeat(32) },
      { refersTo: 0 },
      { authority: '113301060024891280' },
    ];
    for (const other of others) {
      expect(leafStatement({ ...issued, ...other })).not.toEqual(leafStatement(issued));
    }
  });
});

it('hashes a body behind its salt', () => {
  const body = new TextEncoder().encode('异议内容');
  const salt = new Uint8Array(16).fill(7);
  expect(bodyHash(body, salt)).toEqual(bodyHash(Uint8Array.of(...salt, ...body), null));
  expect(bodyHash(body, salt)).not.toEqual(bodyHash(body, new Uint8Array(16)));
  expect(() => bodyHash(body, new Uint8Array(8))).toThrow(RangeError);
});
