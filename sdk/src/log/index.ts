export { type Asked, type AskOptions, askWitness, type PostToWitness } from './ask-witness.ts';
export { type AuditFault, type AuditOptions, type AuditReport, auditLog } from './audit.ts';
export { bodyHash, SALT_BYTES } from './body-hash.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { Frontier } from './frontier.ts';
export { type GrowthError, growthFault } from './growth.ts';
export { earlierTree, type GrowthProof, proveGrowth } from './growth-proof.ts';
export { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash } from './hash.ts';
export { type GetFromLog, hostedTiles } from './hosted-tiles.ts';
export {
  type ClosedLog,
  type DecodedLeaf,
  decodeLeaf,
  encodeLeaf,
  type Leaf,
  type LeafActor,
  leafStatement,
} from './leaf.ts';
export { ACTOR_ROLES, type ActorRole, LEAF_TYPES, type LeafType } from './leaf-types.ts';
export { type LogKeys, readLogKeys } from './log-keys.ts';
export {
  type CheckedNote,
  checkNote,
  cosign,
  formatNote,
  formatNoteLine,
  type Note,
  type NoteLine,
  type NoteSignature,
  parseNote,
  parseNoteLines,
  signNote,
} from './note.ts';
export {
  formatNoteKey,
  type NoteKey,
  type NoteKeyKind,
  noteKey,
  parseNoteKey,
} from './note-key.ts';
export {
  type LoggedEntry,
  type OpenedReceipt,
  openReceipt,
  type ReceiptError,
} from './open-receipt.ts';
export { type LogName, logOrigin, parseLogOrigin } from './origin.ts';
export {
  type Cosignature,
  type LogPolicy,
  logPolicy,
  type OpenOptions,
  openCheckpoint,
  type RefusedCheckpoint,
  type TrustedCheckpoint,
  type Witness,
} from './policy.ts';
export {
  proveConsistency,
  proveInclusion,
  rootOfInclusion,
  type TreeHead,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
export { formatReceipt, type ParsedReceipt, parseReceipt, type Receipt } from './receipt.ts';
export {
  bundlePath,
  decodeBundle,
  encodeBundle,
  parseTilePath,
  TILE_WIDTH,
  type TileAddress,
  tileIn,
  tilePath,
  tileRoot,
  tilesFilled,
  tilesOf,
} from './tile.ts';
export type { ReadTiles } from './tree-reader.ts';
export {
  decideWitness,
  type WatchedLog,
  type WitnessAnswer,
  type WitnessOptions,
} from './witness.ts';
export {
  formatWitnessRequest,
  parseWitnessRequest,
  type WitnessRequest,
} from './witness-request.ts';
