export { ALGORITHMS, type Algorithm } from './algorithm.ts';
export { encodeBase64Url, strictBase64 } from './base64.ts';
export { fromHex, toHex } from './bytes.ts';
export type { CborMap, CborValue } from './cbor.ts';
export { claimedRule } from './claimed-rule.ts';
export { digest } from './digest.ts';
export {
  approveKey,
  type EnrolmentRefusal,
  type KeyApproval,
  type KeyRequest,
  keyRequest,
  type ReadApproval,
  type ReadRequest,
  readKeyApproval,
  readKeyRequest,
  requestDigits,
} from './enrolment.ts';
export { keyId } from './envelope.ts';
export { checkCodeOf } from './identity.ts';
export { type KeyEntry, type KeyRing, keyRing, ROLES, type Role, SIGNING_ROLES } from './key.ts';
export {
  codeIndex,
  type FindCode,
  type LookupFault,
  type LookupQuery,
  type LookupResult,
  lookUpCode,
  normalCheckCode,
  normalDocument,
} from './lookup.ts';
export { PARTY_SALT_BYTES, partyCommitment } from './party.ts';
export {
  type CodePayload,
  decodePayload,
  encodePayload,
  type PayloadFault,
  payloadLabels,
} from './payload.ts';
export { readPublication } from './publication.ts';
export {
  finishCode,
  generateOfficerKey,
  type PreparedCode,
  prepareCode,
  type SignedCode,
  type Signer,
  signCode,
  type WebCryptoKeyPair,
  webCryptoSigner,
} from './sign.ts';
export { verifySignature } from './signature.ts';
export { readSignedPack, type SignedPack } from './signed-pack.ts';
export {
  jsonBody,
  parseSignedText,
  type SignatureLine,
  type SignedText,
  signText,
} from './signed-text.ts';
export {
  CODE_STATUSES,
  type CodeStatus,
  type ReadStatusList,
  readStatusList,
  STATUS_LIST_SIZE,
  type StatusList,
  type StatusListOptions,
  statusListBody,
} from './status-list.ts';
export { type AddressForm, type CodeText, codeUrl, readCodeText, type TextFault } from './text.ts';
export {
  type AcceptedTrustList,
  type Authority,
  acceptTrustList,
  type ListedKey,
  type ListedLog,
  type ListedWitness,
  type RefusedTrustList,
  type RightsChannel,
  readTrustList,
  type SeenList,
  type TrustList,
  type TrustListOptions,
  type TrustMemory,
  type TrustRoots,
} from './trust-list.ts';
export {
  type AcceptedCode,
  type CheckedCode,
  type RefusedCode,
  type VerifyOptions,
  verifyCode,
} from './verify.ts';
