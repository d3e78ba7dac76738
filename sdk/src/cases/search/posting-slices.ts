/**
 * Lists of bytes, one a term, that grow side by side: slices of one pool, each twice as long as the one before, the last
 * four bytes of a full one naming the next.
 */
export class PostingSlices {
  #pool = new Uint8Array(1 << 22);
  #used = 0;
  #at = new Uint32Array(1 << 15);
  #end = new Uint32Array(1 << 15);
  #first = new Uint32Array(1 << 15);
  #bytes = new Uint32Array(1 << 15);
  #size = new Uint8Array(1 << 15);

  /** Begins the list of a new term; terms are numbered from 0 without a gap. */
  begin(term: number): void {
    if (term >= this.#at.length) {
      this.#at = longer(this.#at);
      this.#end = longer(this.#end);
      this.#first = longer(this.#first);
      this.#bytes = longer(this.#bytes);
      const size = new Uint8Array(this.#size.length * 2);
      size.set(this.#size);
      this.#size = size;
    }
    const at = this.#slice(3);
    this.#size[term] = 3;
    this.#first[term] = at;
    this.#at[term] = at;
    this.#end[term] = this.#used - 4;
  }

  push(term: number, byte: number): void {
    let at = this.#at[term] as number;
    if (at === this.#end[term]) {
      const size = Math.min(12, (this.#size[term] as number) + 1);
      this.#size[term] = size;
      const next = this.#slice(size);
      new DataView(this.#pool.buffer).setUint32(at, next);
      this.#end[term] = this.#used - 4;
      at = next;
    }
    this.#pool[at] = byte;
    this.#at[term] = at + 1;
    this.#bytes[term] = (this.#bytes[term] as number) + 1;
  }

  length(term: number): number {
    return this.#bytes[term] as number;
  }

  /** Copies the list of a term into `out` at `to`. */
  copy(term: number, out: Uint8Array, to: number): void {
    const view = new DataView(this.#pool.buffer);
    let left = this.#bytes[term] as number;
    let at = this.#first[term] as number;
    for (let size = 3; left > 0; size = Math.min(12, size + 1)) {
      const room = (1 << size) - 4;
      const part = Math.min(room, left);
      out.set(this.#pool.subarray(at, at + part), to);
      to += part;
      left -= part;
      if (left > 0) at = view.getUint32(at + room);
    }
  }

  #slice(size: number): number {
    const at = this.#used;
    this.#used += 1 << size;
    if (this.#used > this.#pool.length) {
      const pool = new Uint8Array(Math.ceil(this.#pool.length * 1.5) + (1 << size));
      pool.set(this.#pool);
      this.#pool = pool;
    }
    return at;
  }
}

function longer(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(list.length * 2);
  twice.set(list);
  return twice;
}
