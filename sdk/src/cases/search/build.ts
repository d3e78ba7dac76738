import type { CaseRecord } from '../record.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';
import type { CaseIndex } from './case-index.ts';
import { dayColumn, levelColumn, placeColumn, valueStep } from './columns.ts';
import { type Averages, FIELDS, measureFields, type Searchable } from './fields.ts';
import { namedTerms } from './named.ts';
import { PostingSlices } from './posting-slices.ts';
import { TermNumbers } from './term-numbers.ts';
import { BM25F, COMMON } from './weights.ts';

export interface BuildOptions {
  readonly signal?: AbortSignal;
  /** Records done so far; called between slices of work. */
  readonly onProgress?: (done: number) => void;
  /**
   * Mean lengths of the fields in the whole library (`measureFields`), so that its shards score alike. Without them the
   * first thousand records stand in.
   */
  readonly averages?: Averages;
}

export type Indexable = Searchable & Pick<CaseRecord, 'id'>;

const SLICE = 1024;

/**
 * Builds the index of one shard, row by row in the order given. Gives way to other work between slices, and throws the
 * signal's reason when told to stop; nothing is left behind then.
 */
export async function buildIndex(
  records: Iterable<Indexable> | AsyncIterable<Indexable>,
  options: BuildOptions = {},
): Promise<CaseIndex> {
  const { signal, onProgress } = options;
  let builder = options.averages && new Builder(options.averages);
  let waiting: Indexable[] = [];
  const flush = async () => {
    builder ??= new Builder(measureFields(waiting));
    for (const record of waiting) builder.add(record);
    waiting = [];
    onProgress?.(builder.documents);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  };
  signal?.throwIfAborted();
  for await (const record of records) {
    waiting.push(record);
    if (waiting.length === SLICE) await flush();
  }
  await flush();
  return (builder as Builder).finish();
}

class Builder {
  documents = 0;
  readonly #averages: Averages;
  readonly #numbers = new TermNumbers();
  readonly #postings = new PostingSlices();
  readonly #terms = emptyTerms();
  /** Per term number: weighted occurrences in the present record, records that have it, the last of them. */
  #here = new Float64Array(1 << 16);
  #counts = new Uint32Array(1 << 16);
  #last = new Int32Array(1 << 16);
  #touched = new Uint32Array(1 << 14);
  #touchedCount = 0;
  readonly #named = new Set<number>();
  readonly #columns = { values: [], levels: [], days: [], versions: [], places: [] } as Record<
    'values' | 'levels' | 'days' | 'versions' | 'places',
    number[]
  >;
  readonly #ids: string[] = [];

  constructor(averages: Averages) {
    this.#averages = averages;
  }

  add(record: Indexable): void {
    for (const field of FIELDS) {
      const text = record[field];
      if (text) this.#read(text, field);
    }
    const row = this.documents;
    for (let i = 0; i < this.#touchedCount; i += 1) {
      const number = this.#touched[i] as number;
      const weight = this.#here[number] as number;
      const impact = Math.round((255 * weight) / (BM25F.saturation + weight));
      this.#here[number] = 0;
      if (impact > 0) this.#post(number, row, impact);
    }
    this.#touchedCount = 0;
    for (const { key } of namedTerms(record)) {
      const number = this.#number(key);
      this.#named.add(number);
      if (this.#counts[number] === 0 || this.#last[number] !== row) this.#post(number, row, 255);
    }
    this.#columns.values.push(valueStep(record.value));
    this.#columns.levels.push(levelColumn(record.level));
    this.#columns.days.push(dayColumn(record.decisionDate));
    this.#columns.versions.push(dayColumn(record.lawVersion));
    this.#columns.places.push(placeColumn(record.region));
    this.#ids.push(record.id);
    this.documents = row + 1;
  }

  #read(text: string, field: keyof typeof BM25F.fields): void {
    const { weight, length } = BM25F.fields[field];
    const each = weight / (1 - length + (length * text.length) / this.#averages[field]);
    const { keys, count } = readTerms(text, this.#terms);
    for (let i = 0; i < count; i += 1) {
      const number = this.#number(keys[i] as number);
      const before = this.#here[number] as number;
      if (before === 0) {
        if (this.#touchedCount === this.#touched.length) this.#touched = twice(this.#touched);
        this.#touched[this.#touchedCount] = number;
        this.#touchedCount += 1;
      }
      this.#here[number] = before + each;
    }
  }

  #number(key: number): number {
    const known = this.#numbers.count;
    const number = this.#numbers.of(key);
    if (number < known) return number;
    if (number >= this.#here.length) {
      const here = new Float64Array(this.#here.length * 2);
      here.set(this.#here);
      this.#here = here;
      this.#counts = twice(this.#counts);
      const last = new Int32Array(this.#last.length * 2);
      last.set(this.#last);
      this.#last = last;
    }
    this.#postings.begin(number);
    return number;
  }

  #post(number: number, row: number, impact: number): void {
    const first = this.#counts[number] === 0;
    let step = first ? row : row - (this.#last[number] as number);
    while (step > 127) {
      this.#postings.push(number, (step & 127) | 128);
      step >>>= 7;
    }
    this.#postings.push(number, step);
    this.#postings.push(number, impact);
    this.#counts[number] = (this.#counts[number] as number) + 1;
    this.#last[number] = row;
  }

  finish(): CaseIndex {
    const { documents } = this;
    const all = Array.from({ length: this.#numbers.count }, (_, number) => number)
      .filter((number) => (this.#counts[number] as number) > 0)
      .sort((a, b) => this.#numbers.keyOf(a) - this.#numbers.keyOf(b));
    const most = documents < COMMON.from ? documents : documents * COMMON.share;
    const kept = (number: number) =>
      (this.#counts[number] as number) <= most || this.#named.has(number);
    const keys = new Uint32Array(all.length);
    const counts = new Uint32Array(all.length);
    const starts = new Uint32Array(all.length + 1);
    all.forEach((number, i) => {
      keys[i] = this.#numbers.keyOf(number);
      counts[i] = this.#counts[number] as number;
      starts[i + 1] = (starts[i] as number) + (kept(number) ? this.#postings.length(number) : 0);
    });
    const postings = new Uint8Array(starts[all.length] as number);
    all.forEach((number, i) => {
      if (kept(number)) this.#postings.copy(number, postings, starts[i] as number);
    });
    const encoder = new TextEncoder();
    const ids = this.#ids.map((id) => encoder.encode(id));
    const idEnds = new Uint32Array(documents);
    let end = 0;
    ids.forEach((id, row) => {
      end += id.length;
      idEnds[row] = end;
    });
    const idBytes = new Uint8Array(end);
    ids.forEach((id, row) => {
      idBytes.set(id, (idEnds[row] as number) - id.length);
    });
    const { values, levels, days, versions, places } = this.#columns;
    return {
      documents,
      averages: this.#averages,
      keys,
      counts,
      starts,
      postings,
      values: Uint8Array.from(values),
      levels: Uint8Array.from(levels),
      days: Uint16Array.from(days),
      versions: Uint16Array.from(versions),
      places: Uint32Array.from(places),
      idBytes,
      idEnds,
    };
  }
}

function twice(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2);
  longer.set(list);
  return longer;
}
