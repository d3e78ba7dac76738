import type { Issue } from '../../errors.ts';
import type { ImportedRow } from './import-cases.ts';
import type { Masked } from './mask.ts';

/** What came of an import, in numbers and places; no value of the source is in it. */
export interface ImportReport {
  readonly rows: number;
  readonly taken: number;
  /** Rows that were refused, with their reasons. */
  readonly rejected: readonly { readonly at: string; readonly issues: readonly Issue[] }[];
  /** Rows that were taken with values left unknown, because they could not be read. */
  readonly incomplete: readonly { readonly at: string; readonly issues: readonly Issue[] }[];
  /** `number`: not taken. `text`: taken, and almost the same as another. */
  readonly duplicates: readonly {
    readonly at: string;
    readonly kind: 'number' | 'text';
    readonly of: string;
  }[];
  /** How often each kind was masked, and in how many rows. */
  readonly masked: Readonly<Record<Masked['kind'], { rows: number; places: number }>>;
  /** Records whose violation the source settles. */
  readonly settled: number;
}

/** Counts rows as they come. */
export class ReportWriter {
  #rows = 0;
  #taken = 0;
  #settled = 0;
  readonly #rejected: ImportReport['rejected'][number][] = [];
  readonly #incomplete: ImportReport['incomplete'][number][] = [];
  readonly #duplicates: ImportReport['duplicates'][number][] = [];
  readonly #masked = Object.fromEntries(
    (['name', 'trade-name', 'id-number', 'phone', 'card'] as const).map((kind) => [
      kind,
      { rows: 0, places: 0 },
    ]),
  ) as Record<Masked['kind'], { rows: number; places: number }>;

  add({ at, record, issues, masked, duplicate }: ImportedRow): void {
    this.#rows += 1;
    if (duplicate !== null) this.#duplicates.push({ at, ...duplicate });
    else if (record === null) this.#rejected.push({ at, issues });
    if (record === null) return;
    this.#taken += 1;
    if (record.violation !== undefined) this.#settled += 1;
    if (issues.length > 0) this.#incomplete.push({ at, issues });
    for (const { kind, count } of masked) {
      this.#masked[kind].rows += 1;
      this.#masked[kind].places += count;
    }
  }

  report(): ImportReport {
    return {
      rows: this.#rows,
      taken: this.#taken,
      rejected: this.#rejected,
      incomplete: this.#incomplete,
      duplicates: this.#duplicates,
      masked: this.#masked,
      settled: this.#settled,
    };
  }
}
