/** The little of the packages to measure against that `timings.ts` calls; `speed.ts` says where they lie. */
declare module 'peer:jose' {
  export class CompactSign {
    constructor(payload: Uint8Array);
    setProtectedHeader(header: { readonly alg: string }): this;
    sign(key: CryptoKey): Promise<string>;
  }
  export function compactVerify(jws: string, key: CryptoKey): Promise<object>;
  export function generateKeyPair(
    alg: string,
  ): Promise<{ readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }>;
}

declare module 'peer:sm-crypto' {
  interface Pair {
    readonly privateKey: string;
    readonly publicKey: string;
  }
  interface Options {
    readonly hash: boolean;
  }
  export const sm2: {
    generateKeyPairHex(): Pair;
    doSignature(message: readonly number[], privateKey: string, options: Options): string;
    doVerifySignature(
      message: readonly number[],
      signature: string,
      publicKey: string,
      options: Options,
    ): boolean;
  };
}
