import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { decodeBase64, encodeBase64 } from '../../../codes/base64.ts';
import { equalBytes } from '../../../codes/bytes.ts';
import type { Signer } from '../../../codes/sign.ts';
import { ChiduError } from '../../../errors.ts';
import { Frontier } from '../../../log/frontier.ts';
import { leafHash } from '../../../log/hash.ts';
import type { TreeHead } from '../../../log/proof.ts';
import { type Lock, lockFile } from '../sql/lock-file.ts';
import { Turns } from '../sql/turns.ts';
import { type CheckpointSigner, checkpointNote } from './checkpoint-signer.ts';
import { HeadFile } from './head-file.ts';
import type { SignedHead } from './log-tables.ts';

/** What is remembered of a log: `chidu-signer-memory/1`. */
const memory = z.object({
  format: z.literal('chidu-signer-memory/1'),
  origin: z.string(),
  size: z.number(),
  /** Base64 of the right edge of the tree: `Frontier`. */
  frontier: z.string(),
  note: z.string(),
});

interface Remembered {
  readonly file: HeadFile;
  frontier: Frontier;
  note: string | null;
}

/**
 * A signer of checkpoints that keeps what it signed in a directory: one file a log, outside of the database and not
 * restored with it. Only one process may have the directory.
 */
export class FileSigner implements CheckpointSigner {
  readonly #directory: string;
  readonly #signers: readonly Signer[];
  readonly #lock: Lock;
  readonly #logs = new Map<string, Promise<Remembered>>();
  readonly #turns = new Turns();

  /**
   * @param signers Each puts a line under every checkpoint; the first is the log's own Ed25519 key.
   * @throws {ChiduError} `store-locked`.
   */
  constructor(directory: string, signers: readonly Signer[]) {
    mkdirSync(directory, { recursive: true });
    this.#directory = directory;
    this.#signers = signers;
    this.#lock = lockFile(join(directory, 'signer.lock'));
  }

  async last(origin: string): Promise<SignedHead | null> {
    const { frontier, note } = await this.#remembered(origin);
    return note === null ? null : { size: frontier.size, root: frontier.root(), note };
  }

  sign(
    origin: string,
    from: number,
    entries: readonly Uint8Array[],
    head: TreeHead,
  ): Promise<SignedHead> {
    return this.#turns.take(async () => {
      const log = await this.#remembered(origin);
      if (log.frontier.size !== from) {
        throw new ChiduError('log-memory', `${log.frontier.size} entries of ${origin} are known.`, {
          fields: { origin, remembered: log.frontier.size, from },
        });
      }
      const frontier = log.frontier.copy();
      for (const entry of entries) frontier.append(leafHash(entry));
      const root = frontier.root();
      if (frontier.size !== head.size || !equalBytes(root, head.root)) {
        throw new ChiduError(
          'log-inconsistent',
          `${origin} does not lead to the head to be signed.`,
          {
            fields: { origin, size: head.size, remembered: from },
          },
        );
      }
      if (entries.length === 0 && log.note !== null) return { size: from, root, note: log.note };
      return this.#remember(origin, log, frontier);
    });
  }

  adopt(origin: string, frontier: Frontier): Promise<SignedHead> {
    return this.#turns.take(async () => {
      const log = await this.#remembered(origin);
      if (log.note !== null) {
        throw new ChiduError('log-memory', `${origin} is remembered already.`, {
          fields: { origin, remembered: log.frontier.size },
        });
      }
      return this.#remember(origin, log, frontier);
    });
  }

  async close(): Promise<void> {
    await this.#turns.take(async () => {
      for (const log of this.#logs.values()) await (await log).file.close();
    });
    this.#lock.close();
  }

  /** On disk first: a head that somebody has seen must never be forgotten. */
  async #remember(origin: string, log: Remembered, frontier: Frontier): Promise<SignedHead> {
    const { size } = frontier;
    const head = { size, root: frontier.root() };
    const note = await checkpointNote(origin, head, this.#signers);
    const content: z.infer<typeof memory> = {
      format: 'chidu-signer-memory/1',
      origin,
      size,
      frontier: encodeBase64(frontier.bytes()),
      note,
    };
    log.file.write(JSON.stringify(content));
    log.frontier = frontier;
    log.note = note;
    return { ...head, note };
  }

  #remembered(origin: string): Promise<Remembered> {
    let log = this.#logs.get(origin);
    if (log === undefined) {
      log = this.#open(origin);
      this.#logs.set(origin, log);
    }
    return log;
  }

  async #open(origin: string): Promise<Remembered> {
    const path = join(this.#directory, `${origin.replace(/[^a-z0-9.-]/g, '_')}.head`);
    const file = await HeadFile.open(path);
    if (file.text === null) return { file, frontier: new Frontier(), note: null };
    const { data } = memory.safeParse(JSON.parse(file.text));
    const frontier =
      data?.origin === origin ? Frontier.read(data.size, decodeBase64(data.frontier)) : null;
    if (data === undefined || frontier === null) {
      throw new ChiduError('store-damaged', `${path} is not the memory of ${origin}.`, {
        at: path,
      });
    }
    return { file, frontier, note: data.note };
  }
}
