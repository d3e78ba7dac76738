import { parseSize } from './checkpoint.ts';
import { checkNote, formatNote, type Note, type NoteLine, parseNoteLines } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { formatWitnessRequest } from './witness-request.ts';

/** One POST to a witness's `add-checkpoint`. */
export type PostToWitness = (
  body: string,
) => Promise<{ readonly status: number; readonly body: string }>;

export interface AskOptions {
  readonly key: NoteKey;
  /** Size that this witness cosigned last, as far as is known; 0 for none. */
  readonly oldSize: number;
  /** Consistency proof from a size to that of the checkpoint. */
  readonly prove: (from: number) => Promise<readonly Uint8Array[]>;
  readonly post: PostToWitness;
}

/** A good cosignature, or what the witness answered instead. */
export type Asked =
  | { readonly ok: true; readonly line: NoteLine; readonly time: number }
  | { readonly ok: false; readonly status: number; readonly body: string };

/**
 * Ask a witness to cosign a checkpoint, once more where it remembers another size than was thought. A witness that has
 * seen a larger tree, or another one, answers 409: the log must stop then, for it has lost entries or been forked.
 */
export async function askWitness(
  checkpoint: Note,
  size: number,
  { key, oldSize, prove, post }: AskOptions,
): Promise<Asked> {
  const ask = async (from: number) =>
    post(
      formatWitnessRequest({
        oldSize: from,
        proof: await prove(from),
        note: formatNote(checkpoint),
      }),
    );
  let answer = await ask(Math.min(oldSize, size));
  const kept = answer.status === 409 ? parseSize(answer.body.trimEnd()) : null;
  if (kept !== null && kept !== oldSize && kept <= size) answer = await ask(kept);
  const lines = answer.status === 200 ? parseNoteLines(answer.body) : null;
  const line = lines?.find(({ name, id }) => name === key.name && id === key.id);
  const checked = line && (await checkNote({ text: checkpoint.text, lines: [line] }, [key]));
  const time = checked?.ok ? checked.signatures[0]?.time : undefined;
  return line !== undefined && typeof time === 'number'
    ? { ok: true, line, time }
    : { ok: false, ...answer };
}
