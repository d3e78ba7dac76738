/** Keys of terms to numbers from 0, in the order they were first seen: open addressing over typed arrays. */
export class TermNumbers {
  #slots = new Int32Array(1 << 16).fill(-1);
  #keys = new Uint32Array(1 << 15);
  count = 0;

  /** The number of a key, a new one where it has none yet. */
  of(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (;;) {
      slot &= mask;
      const number = this.#slots[slot] as number;
      if (number < 0) break;
      if (this.#keys[number] === key) return number;
      slot += 1;
    }
    const number = this.count;
    this.count += 1;
    this.#keys[number] = key;
    this.#slots[slot] = number;
    if (this.count * 2 > mask) this.#grow();
    return number;
  }

  keyOf(number: number): number {
    return this.#keys[number] as number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const keys = new Uint32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = (Math.imul(keys[number] as number, 0x9e3779b1) >>> 7) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
    this.#keys = keys;
  }
}
