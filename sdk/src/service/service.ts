import type { KeyRing, Signer } from '../codes/index.ts';
import type { ServiceConfig } from './config.ts';
import type { Logs } from './logs.ts';
import type { RuleBook } from './rule-book.ts';
import type { Database } from './store/sql/database.ts';

/** The signed trust list as it is handed out, and the keys in it. Read anew where the list was replaced. */
export interface TrustSource {
  readonly bytes: () => Promise<Uint8Array | null>;
  readonly keys: () => Promise<KeyRing>;
  /** When the next list is due, in milliseconds since 1970. Behind it, revocations may be missing; nothing is refused for that. */
  readonly nextUpdate: () => Promise<number>;
}

/** What the service works with: everything that has an effect is handed in. */
export interface Service {
  readonly config: ServiceConfig;
  readonly database: Database;
  readonly logs: Logs;
  readonly rules: RuleBook;
  readonly trust: TrustSource;
  /** The key that signs an authority's codes and status lists: a file, a token, a signature server. */
  readonly signerOf: (authority: string) => Signer;
  /** Signed text `chidu-recipient/1` of the supervision body, or null where it has none. */
  readonly recipientOf: (authority: string) => Promise<Uint8Array | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  /** Waits; a test may hand in one that does not. */
  readonly pause: (ms: number) => Promise<void>;
}
