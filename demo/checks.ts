import { isDeepStrictEqual } from 'node:util';

/** What the tour asserts: every check is printed as it is made, and one that fails is not forgotten. */
export class Checks {
  #made = 0;
  #failed = 0;

  chapter(zh: string, en: string): void {
    console.log(`\n${zh} · ${en}`);
  }

  equal(what: string, actual: unknown, expected: unknown): void {
    this.true(what, isDeepStrictEqual(actual, expected), { actual, expected });
  }

  true(what: string, holds: boolean, found: unknown = null): void {
    this.#made += 1;
    if (!holds) this.#failed += 1;
    console.log(`  ${holds ? '✓' : '✗'} ${what}${holds ? '' : `\n    ${JSON.stringify(found)}`}`);
  }

  /** Prints the sum and gives the exit code. */
  sum(): number {
    console.log(`\n${this.#made - this.#failed} passed, ${this.#failed} failed`);
    return this.#failed === 0 && this.#made > 0 ? 0 : 1;
  }
}
