import type { LeafType } from '../../../log/leaf-types.ts';
import type { Transaction } from '../sql/database.ts';
import type { LogKey, SignedHead } from './log-tables.ts';

/** Where an entry comes to stand. */
export interface Position extends LogKey {
  readonly index: number;
  /** Milliseconds since 1970, never before that of the entry before it. */
  readonly time: number;
}

/** Something to be logged. */
export interface NewEntry {
  readonly kind: LeafType;
  /** The bytes of the leaf. May be asked again with another position, so it does nothing but compute. */
  data(position: Position): Uint8Array;
  /** Kept beside the log: what `bodyHash` in the leaf is of. */
  readonly body?: { readonly salt: Uint8Array; readonly body: Uint8Array };
  /**
   * What changes together with the entry, in its transaction: rows of this authority. A throw takes this entry back and
   * no other. May run again.
   */
  within?(sql: Transaction, position: Position): Promise<unknown>;
}

/** An entry in a signed and published checkpoint. */
export interface Appended {
  readonly position: Position;
  readonly data: Uint8Array;
  /** The first checkpoint here that has it. */
  readonly head: SignedHead;
}
