import { fromHex, keyRing, verifyCode } from '@chidu/sdk/codes';
import { expect } from 'chai';
import text from '../../conformance/vectors.json?raw';
import type { VectorFile } from '../../conformance/vectors.ts';

const file = JSON.parse(text) as VectorFile;
const ring = keyRing(
  file.keys.map(({ spki, authorities = null, role = 'authority', ...key }) => ({
    ...key,
    spki: fromHex(spki) as Uint8Array,
    authorities,
    role,
  })),
);

/** Stands in front of the browser's own `crypto.subtle` until it is deleted again. */
const replaceSubtle = (value: unknown): void => {
  Object.defineProperty(crypto, 'subtle', { value, configurable: true });
};

const engines: Readonly<Record<string, () => void>> = {
  'with WebCrypto': () => undefined,
  'without crypto.subtle, as on a page without https': () => replaceSubtle(undefined),
  'without Ed25519 in WebCrypto': () => {
    const { subtle } = crypto;
    const lacks = new DOMException('Unrecognized name.', 'NotSupportedError');
    replaceSubtle({
      importKey: (...args: Parameters<SubtleCrypto['importKey']>) =>
        (args[2] as Algorithm).name === 'Ed25519'
          ? Promise.reject(lacks)
          : subtle.importKey(...args),
      verify: subtle.verify.bind(subtle),
    });
  },
};

describe('conformance vectors in a browser', () => {
  afterEach(() => {
    Reflect.deleteProperty(crypto, 'subtle');
  });

  for (const [engine, prepare] of Object.entries(engines)) {
    it(`are answered rightly ${engine}`, async () => {
      prepare();
      for (const { name, input, ok, error, id, checkCode } of file.vectors) {
        const result = await verifyCode(input, ring);
        const got = {
          ok: result.ok,
          error: result.ok ? null : result.error,
          id: result.id,
          checkCode: result.checkCode,
        };
        expect(got, name).to.deep.equal({ ok, error, id, checkCode });
      }
    });
  }
});
