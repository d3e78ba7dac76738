import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { fromHex, toHex } from '../../codes/bytes.ts';
import { ChiduError } from '../../errors.ts';
import type { Checkpoint } from '../../log/checkpoint.ts';
import { HeadFile } from '../store/log/head-file.ts';
import { type Lock, lockFile } from '../store/sql/lock-file.ts';

const memory = z.object({
  format: z.literal('chidu-witness-memory/1'),
  origin: z.string(),
  size: z.number(),
  root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/**
 * The checkpoint of each log that was cosigned last. Losing it would let the witness cosign a fork, so it is on disk before
 * an answer goes out, and a directory belongs to one process.
 */
export class WitnessMemory {
  readonly #directory: string;
  readonly #lock: Lock;
  readonly #kept = new Map<string, { readonly file: HeadFile; checkpoint: Checkpoint }>();

  private constructor(directory: string, lock: Lock) {
    this.#directory = directory;
    this.#lock = lock;
  }

  /** @throws {ChiduError} `store-locked`; `store-damaged` for a file that cannot be read. */
  static async open(directory: string): Promise<WitnessMemory> {
    await mkdir(directory, { recursive: true });
    const opened = new WitnessMemory(directory, lockFile(join(directory, 'witness.lock')));
    try {
      for (const name of await readdir(directory)) {
        if (name.endsWith('.head')) await opened.#read(join(directory, name));
      }
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  }

  readonly last = (origin: string): Checkpoint | null => this.#kept.get(origin)?.checkpoint ?? null;

  /** On disk when it resolves. */
  async keep(checkpoint: Checkpoint): Promise<void> {
    const { origin, size, root } = checkpoint;
    const file = this.#kept.get(origin)?.file ?? (await HeadFile.open(this.#pathOf(origin)));
    const content: z.infer<typeof memory> = {
      format: 'chidu-witness-memory/1',
      origin,
      size,
      root: toHex(root),
    };
    await file.write(JSON.stringify(content));
    this.#kept.set(origin, { file, checkpoint });
  }

  async close(): Promise<void> {
    for (const { file } of this.#kept.values()) await file.close();
    this.#lock.close();
  }

  async #read(path: string): Promise<void> {
    const file = await HeadFile.open(path);
    const { data } = memory.safeParse(file.text === null ? null : JSON.parse(file.text));
    // A file without a text was made and never written: nothing was answered on its account.
    if (data === undefined && file.text === null) return file.close();
    if (data === undefined || path !== this.#pathOf(data.origin) || this.#kept.has(data.origin)) {
      await file.close();
      throw new ChiduError('store-damaged', `${path} is not the memory of a log.`, { at: path });
    }
    const checkpoint = { ...data, root: fromHex(data.root) as Uint8Array };
    this.#kept.set(data.origin, { file, checkpoint });
  }

  /** Percent-encoding keeps two origins apart that differ in one character. */
  #pathOf(origin: string): string {
    return join(this.#directory, `${encodeURIComponent(origin)}.head`);
  }
}
