import { createHash } from 'node:crypto';
import { fdatasyncSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ChiduError } from '../../../errors.ts';

/** Of one of the two places of a file: more than the frontier of any tree and a note with two signatures need. */
const PLACE = 8192;
const DIGEST = 32;

/**
 * A file that holds one short text and never loses it: two places, written in turn, each with its number and a hash; a
 * write that was cut off leaves the other. It keeps its size, so that one `fdatasync` puts a write on disk.
 */
export class HeadFile {
  readonly #file: FileHandle;
  #turn: number;
  #text: string | null;

  private constructor(file: FileHandle, turn: number, text: string | null) {
    this.#file = file;
    this.#turn = turn;
    this.#text = text;
  }

  /**
   * @param path Made where it is missing.
   * @throws {ChiduError} `store-damaged` where it is there and neither place can be read.
   */
  static async open(path: string): Promise<HeadFile> {
    const file = await open(path, 'a+').then(async (made) => {
      await made.close();
      return open(path, 'r+');
    });
    const bytes = await file.readFile();
    const places = [read(bytes.subarray(0, PLACE)), read(bytes.subarray(PLACE))];
    const [newest] = places
      .filter((place) => place !== null)
      .sort((one, other) => other.turn - one.turn);
    if (newest === undefined && bytes.some((byte) => byte !== 0)) {
      await file.close();
      throw new ChiduError('store-damaged', `${path} cannot be read.`, { at: path });
    }
    if (bytes.length !== 2 * PLACE) {
      await file.truncate(2 * PLACE);
      await file.sync();
    }
    return new HeadFile(file, newest?.turn ?? 0, newest?.text ?? null);
  }

  get text(): string | null {
    return this.#text;
  }

  /** On disk when it returns. It waits for the disk: a signer has nothing else to do, and a process of its own. */
  write(text: string): void {
    const turn = this.#turn + 1;
    const bytes = place(turn, text);
    writeSync(this.#file.fd, bytes, 0, PLACE, (turn % 2) * PLACE);
    fdatasyncSync(this.#file.fd);
    this.#turn = turn;
    this.#text = text;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

function place(turn: number, text: string): Uint8Array {
  const bytes = new Uint8Array(PLACE);
  const content = new TextEncoder().encode(`${turn}\n${text}\n`);
  if (DIGEST + content.length > PLACE) throw new RangeError(`${content.length} bytes`);
  bytes.set(content, DIGEST);
  bytes.set(digest(bytes.subarray(DIGEST)));
  return bytes;
}

function read(bytes: Uint8Array): { turn: number; text: string } | null {
  const content = bytes.subarray(DIGEST);
  if (bytes.length !== PLACE || !digest(content).equals(bytes.subarray(0, DIGEST))) return null;
  const text = new TextDecoder().decode(content.subarray(0, content.indexOf(0)));
  const end = text.indexOf('\n');
  return { turn: Number(text.slice(0, end)), text: text.slice(end + 1, -1) };
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
