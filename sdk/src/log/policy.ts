import type { TrustList } from '../codes/trust-list.ts';
import type { LogError } from '../errors.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { checkNote, type Note } from './note.ts';
import { type NoteKey, parseNoteKey } from './note-key.ts';

/** Whom to believe about one log: its own keys, and who must have watched it. */
export interface LogPolicy {
  readonly origin: string;
  /** Credit code of the authority whose log it is; null where the list does not say. */
  readonly authority: string | null;
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly Witness[];
  /** How many witnesses, each of another chain of command, must have cosigned. */
  readonly quorum: number;
}

export interface Witness {
  readonly key: NoteKey;
  /** 隶属: two witnesses of one chain count once, for one superior could tell both what to sign. */
  readonly chain: string;
}

/**
 * What a trust list says of a log, or null where it does not name it. Keys of a kind that is not known here are left out:
 * a newer list may have them. A witness without a chain is a chain of its own.
 */
export function logPolicy(
  list: Pick<TrustList, 'logs' | 'witnesses' | 'witnessQuorum'>,
  origin: string,
): LogPolicy | null {
  const entries = list.logs.filter((log) => log.origin === origin);
  const keys = entries.flatMap(({ key }) => parseNoteKey(key) ?? []);
  if (keys.length === 0) return null;
  return {
    origin,
    authority: entries.find(({ authority }) => authority !== undefined)?.authority ?? null,
    keys,
    witnesses: list.witnesses.flatMap(({ name, key, chain }) => {
      const parsed = parseNoteKey(key);
      return parsed?.kind === 'cosignature' ? [{ key: parsed, chain: chain ?? name }] : [];
    }),
    quorum: list.witnessQuorum,
  };
}

/** A checkpoint that the log signed, and who watched. */
export interface TrustedCheckpoint {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  /** Names of the keys of the log that signed. */
  readonly signedBy: readonly NoteKey[];
  readonly cosignatures: readonly Cosignature[];
  /** When the quorum was reached, in seconds since 1970; null where it was not. */
  readonly witnessedAt: number | null;
}

export interface Cosignature {
  readonly name: string;
  readonly chain: string;
  /** Seconds since 1970. */
  readonly time: number;
}

export interface RefusedCheckpoint {
  readonly ok: false;
  readonly error: CheckpointError;
  /** The key whose signature is bad. */
  readonly at?: string;
}

type CheckpointError = Extract<LogError, `checkpoint-${string}` | 'note-signature'>;

export interface OpenOptions {
  /** Check SM2 signatures too, and ask for one where the policy has an SM2 key. Loads the SM2 code. */
  readonly sm2?: boolean;
}

/**
 * Read a checkpoint under a policy: the text, the log it is of, the log's signature, and the witnesses. Too few witnesses
 * refuse nothing here, `witnessedAt` is null then.
 */
export async function openCheckpoint(
  note: Note,
  policy: LogPolicy,
  { sm2 = false }: OpenOptions = {},
): Promise<TrustedCheckpoint | RefusedCheckpoint> {
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint === null) return { ok: false, error: 'checkpoint-format' };
  if (checkpoint.origin !== policy.origin) return { ok: false, error: 'checkpoint-origin' };
  const keys = policy.keys.filter(({ kind }) => kind === 'ed25519' || (sm2 && kind === 'sm2'));
  const checked = await checkNote(note, [...keys, ...policy.witnesses.map(({ key }) => key)]);
  if (!checked.ok) return checked;
  const signedBy = keys.filter((key) => checked.signatures.some((each) => each.key === key));
  for (const kind of new Set(keys.map((key) => key.kind))) {
    if (!signedBy.some((key) => key.kind === kind)) {
      return { ok: false, error: 'checkpoint-unsigned' };
    }
  }
  if (signedBy.length === 0) return { ok: false, error: 'checkpoint-unsigned' };
  const cosignatures = policy.witnesses.flatMap(({ key, chain }) => {
    const time = checked.signatures.find((each) => each.key === key)?.time;
    return typeof time === 'number' ? [{ name: key.name, chain, time }] : [];
  });
  return {
    ok: true,
    checkpoint,
    signedBy,
    cosignatures,
    witnessedAt: quorumTime(cosignatures, policy.quorum),
  };
}

/**
 * When the `quorum`-th chain of command had cosigned. With fewer liars than the quorum one of those who signed by then is
 * honest. Null where too few did; a quorum of 0 witnesses nothing.
 */
function quorumTime(cosignatures: readonly Cosignature[], quorum: number): number | null {
  const first = new Map<string, number>();
  for (const { chain, time } of cosignatures) {
    first.set(chain, Math.min(time, first.get(chain) ?? time));
  }
  return [...first.values()].sort((a, b) => a - b)[quorum - 1] ?? null;
}
