import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, getHashes, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../bytes.ts';
import { publicKeySm2, signSm2, sm3, verifySm2 } from './index.ts';

const hex = (text: string): Uint8Array => fromHex(text.replaceAll(' ', '')) as Uint8Array;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const random = (length: number): Uint8Array => randomBytes(length);

describe('SM3', () => {
  /** GB/T 32905-2016, appendix A. */
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('hashes the example %s', (text, digest) => {
    expect(toHex(sm3(utf8(text)))).toBe(digest);
  });

  it.runIf(getHashes().includes('sm3'))('agrees with OpenSSL at every length up to 200', () => {
    for (let length = 0; length <= 200; length++) {
      const message = randomBytes(length);
      expect(toHex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
    }
  });
});

const secret = hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const message = utf8('message digest');
const publicKey = publicKeySm2(secret);
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const scalar = (value: bigint): Uint8Array => hex(value.toString(16).padStart(64, '0'));

describe('SM2', () => {
  /** GB/T 32918.5-2017, appendix A.2: the published example on the recommended curve. */
  it('gives the published key and signature', () => {
    expect(toHex(publicKey)).toBe(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    );
    const k = 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n;
    const signature = signSm2(secret, message, () => scalar(k - 1n));
    expect(toHex(signature)).toBe(
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    );
    expect(verifySm2(publicKey, message, signature)).toBe(true);
  });

  const signature = signSm2(secret, message, random);
  const [r, s] = [signature.slice(0, 32), signature.slice(32)];

  it.each([
    ['another message', publicKey, utf8('message digesT'), signature],
    ['r = 0', publicKey, message, concatBytes([scalar(0n), s])],
    ['s = 0', publicKey, message, concatBytes([r, scalar(0n)])],
    ['r = n', publicKey, message, concatBytes([scalar(N), s])],
    ['s = n', publicKey, message, concatBytes([r, scalar(N)])],
    ['r = 2^256 − 1', publicKey, message, concatBytes([scalar(2n ** 256n - 1n), s])],
    ['r + s = n', publicKey, message, concatBytes([scalar(N - 5n), scalar(5n)])],
    ['r and s swapped', publicKey, message, concatBytes([s, r])],
    ['a signature of 63 bytes', publicKey, message, signature.slice(0, 63)],
    ['a signature of 65 bytes', publicKey, message, concatBytes([r, Uint8Array.of(0), s])],
    [
      'a point off the curve',
      publicKey.with(64, publicKey.at(64) === 1 ? 2 : 1),
      message,
      signature,
    ],
    ['the point at infinity', new Uint8Array(65).with(0, 4), message, signature],
    ['a compressed point', publicKey.slice(0, 33).with(0, 2), message, signature],
  ])('refuses %s', (_, key, text, signed) => {
    expect(verifySm2(key, text, signed)).toBe(false);
  });

  it('binds the user id', () => {
    expect(verifySm2(publicKey, message, signature, utf8(''))).toBe(false);
    const own = signSm2(secret, message, random, utf8('ALICE123@YAHOO.COM'));
    expect(verifySm2(publicKey, message, own)).toBe(false);
    expect(verifySm2(publicKey, message, own, utf8('ALICE123@YAHOO.COM'))).toBe(true);
  });

  it('refuses secret keys that the standard excludes', () => {
    for (const d of [0n, N - 1n, N]) {
      expect(() => signSm2(scalar(d), message, random)).toThrow(RangeError);
    }
  });
});

const hasOpenssl = spawnSync('openssl', ['list', '-public-key-algorithms'], { encoding: 'utf8' });

describe.runIf(hasOpenssl.stdout?.includes('SM2'))('SM2 against the OpenSSL command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-sm2-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Buffer =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const id = 'distid:1234567812345678';
  const SPKI = hex('3059301306072a8648ce3d020106082a811ccf5501822d034200');

  it('verifies what OpenSSL signs, and not with another id', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', file('key.pem'));
    const spki = openssl('pkey', '-in', file('key.pem'), '-pubout', '-outform', 'DER');
    expect(toHex(spki.subarray(0, SPKI.length))).toBe(toHex(SPKI));
    for (let round = 0; round < 12; round++) {
      const text = randomBytes(round * 17);
      writeFileSync(file('message'), text);
      const sign = (distid: string): Uint8Array => {
        openssl(
          'dgst',
          '-sm3',
          '-sign',
          file('key.pem'),
          '-sigopt',
          distid,
          '-out',
          file('sig'),
          file('message'),
        );
        return fromDer(readFileSync(file('sig')));
      };
      expect(verifySm2(spki.subarray(SPKI.length), text, sign(id))).toBe(true);
      expect(verifySm2(spki.subarray(SPKI.length), text, sign('distid:'))).toBe(false);
    }
  });

  it('signs what OpenSSL verifies, and not with another id', () => {
    const key = concatBytes([SPKI, publicKey]);
    const lines = Buffer.from(key)
      .toString('base64')
      .match(/.{1,64}/g);
    writeFileSync(
      file('pub.pem'),
      ['-----BEGIN PUBLIC KEY-----', ...(lines ?? []), '-----END PUBLIC KEY-----', ''].join('\n'),
    );
    for (let round = 0; round < 12; round++) {
      const text = randomBytes(round * 17 + 1);
      writeFileSync(file('message'), text);
      writeFileSync(file('sig'), toDer(signSm2(secret, text, random)));
      const verify = (distid: string): boolean =>
        spawnSync('openssl', [
          'dgst',
          '-sm3',
          '-verify',
          file('pub.pem'),
          '-sigopt',
          distid,
          '-signature',
          file('sig'),
          file('message'),
        ]).status === 0;
      expect(verify(id)).toBe(true);
      expect(verify('distid:someone else')).toBe(false);
    }
  });
});

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) to r ‖ s. */
function fromDer(der: Uint8Array): Uint8Array {
  const integer = (at: number): [Uint8Array, number] => {
    const end = at + 2 + (der[at + 1] as number);
    return [der.slice(at + 2, end), end];
  };
  const [first, next] = integer(2);
  const [second] = integer(next);
  return concatBytes([first, second].map((value) => scalar(BigInt(`0x${toHex(value)}`))));
}

/** r ‖ s to ECDSA-Sig-Value. */
function toDer(raw: Uint8Array): Uint8Array {
  const integer = (value: Uint8Array): Uint8Array => {
    const start = value.findIndex((byte) => byte !== 0);
    const trimmed = value.slice(start);
    const body = (trimmed[0] as number) < 0x80 ? trimmed : concatBytes([Uint8Array.of(0), trimmed]);
    return concatBytes([Uint8Array.of(2, body.length), body]);
  };
  const body = concatBytes([integer(raw.slice(0, 32)), integer(raw.slice(32))]);
  return concatBytes([Uint8Array.of(0x30, body.length), body]);
}
