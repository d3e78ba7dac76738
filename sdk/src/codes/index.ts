export { ALGORITHMS, type Algorithm } from './algorithm.ts';
export type { CborMap, CborValue } from './cbor.ts';
export { checkCodeOf } from './identity.ts';
export { type KeyEntry, type KeyRing, keyRing, ROLES, type Role, SIGNING_ROLES } from './key.ts';
export {
  type CodePayload,
  decodePayload,
  encodePayload,
  type PayloadFault,
  payloadLabels,
} from './payload.ts';
export {
  generateOfficerKey,
  type SignedCode,
  type Signer,
  signCode,
  type WebCryptoKeyPair,
  webCryptoSigner,
} from './sign.ts';
export { type AddressForm, type CodeText, codeUrl, readCodeText, type TextFault } from './text.ts';
export {
  type AcceptedCode,
  type CheckedCode,
  type RefusedCode,
  type VerifyOptions,
  verifyCode,
} from './verify.ts';
