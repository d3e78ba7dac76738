import type { Signer } from '../codes/sign.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { growthFault } from './growth.ts';
import { checkNote, cosign, formatNoteLine } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { parseWitnessRequest } from './witness-request.ts';

/** A log that a witness watches. */
export interface WatchedLog {
  readonly origin: string;
  readonly keys: readonly NoteKey[];
}

/** 见证: who watches, which logs, with which key. */
export interface WitnessOptions {
  readonly name: string;
  /** Ed25519, for this witness alone. */
  readonly signer: Signer;
  readonly logs: readonly WatchedLog[];
}

/** What the witness decided: an answer over HTTP, and, where it cosigned, what it must have kept before answering. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  /** Cosignature lines at 200; at 409 for another old size the size that it last cosigned. */
  readonly body: string;
  readonly contentType: string;
  readonly keep: Checkpoint | null;
}

/**
 * Decide an `add-checkpoint` request (C2SP tlog-witness). The caller holds a lock per log from reading `last` until `keep`
 * is on disk, and only then answers: an answer that is not remembered could be contradicted later.
 *
 * @param last the checkpoint of this origin that was cosigned last, or null
 * @param now seconds since 1970
 */
export async function decideWitness(
  request: string,
  { name, signer, logs }: WitnessOptions,
  last: (origin: string) => Checkpoint | null,
  now: number,
): Promise<WitnessAnswer> {
  const parsed = parseWitnessRequest(request);
  const next = parsed && parseCheckpoint(parsed.note.text);
  if (parsed === null || next === null) return refuse(400, 'not an add-checkpoint request');
  const log = logs.find(({ origin }) => origin === next.origin);
  if (log === undefined) return refuse(404, 'not a log that is watched here');
  const checked = await checkNote(parsed.note, log.keys);
  if (!checked.ok || checked.signatures.length === 0) return refuse(403, 'not signed by the log');
  if (parsed.oldSize > next.size) return refuse(400, 'smaller than its old size');
  const kept = last(next.origin);
  if (parsed.oldSize !== (kept?.size ?? 0)) {
    return { ...refuse(409, String(kept?.size ?? 0)), contentType: 'text/x.tlog.size' };
  }
  if (kept === null && parsed.proof.length > 0) return refuse(422, 'a proof from nothing');
  if (growthFault(kept, next, parsed.proof) !== null) {
    return next.size === kept?.size
      ? refuse(409, 'another tree of the same size')
      : refuse(422, 'not consistent');
  }
  const line = await cosign(parsed.note.text, name, signer, now);
  return {
    status: 200,
    body: formatNoteLine(line),
    contentType: 'text/plain; charset=utf-8',
    keep: next,
  };
}

const refuse = (status: WitnessAnswer['status'], why: string): WitnessAnswer => ({
  status,
  body: `${why}\n`,
  contentType: 'text/plain; charset=utf-8',
  keep: null,
});
