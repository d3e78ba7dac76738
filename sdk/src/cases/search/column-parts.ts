import type { CaseIndex } from './case-index.ts';
import { dayColumn, decadesBetween, levelColumn, placeColumn, valueStep } from './columns.ts';
import type { Searchable } from './fields.ts';
import type { Heaviest, Part } from './hit.ts';
import { DATE_HALVES_AFTER, VALUE_DECADES, type Weights } from './weights.ts';

type ColumnKind = 'value' | 'level' | 'place' | 'date' | 'version';

/** What the single values of a query add to a row, worked out once a query as tables over their columns. */
export class Columns {
  readonly #units: number;
  readonly #value: Int32Array;
  readonly #level: Int32Array;
  readonly #day: number;
  readonly #dateUnits: number;
  readonly #place: number;
  readonly #placeUnits: number;
  readonly #version: number;
  readonly #versionUnits: number;
  readonly #most: number;

  constructor(query: Searchable, weights: Weights, units: number) {
    this.#units = units;
    const value = valueStep(query.value);
    this.#value = tableOf(256, value, weights.value * units, (other) =>
      Math.max(0, 1 - decadesBetween(value, other) / VALUE_DECADES),
    );
    const level = levelColumn(query.level);
    this.#level = tableOf(8, level, weights.level * units, (other) =>
      Math.max(0, 1 - Math.abs(level - other) / 2),
    );
    this.#day = dayColumn(query.decisionDate);
    this.#dateUnits = weights.date * units;
    this.#place = placeColumn(query.region);
    this.#placeUnits = weights.place * units;
    this.#version = dayColumn(query.lawVersion);
    this.#versionUnits = Math.round(weights.version * units);
    this.#most =
      (value && weights.value * units) +
      (level && weights.level * units) +
      (this.#day && this.#dateUnits) +
      (this.#place && this.#placeUnits) +
      (this.#version && this.#versionUnits);
  }

  /** Offers every row whose sum of postings and columns is among the heaviest. */
  scan(index: CaseIndex, sums: Int32Array, found: Heaviest, at: number): void {
    let least = found.least() - this.#most;
    const { documents } = index;
    for (let row = 0; row < documents; row += 1) {
      const sum = sums[row] as number;
      if (sum <= least || sum === 0) continue;
      const units = sum + this.#row(index, row);
      if (units <= found.least()) continue;
      found.offer(at, row, units);
      least = found.least() - this.#most;
    }
  }

  #row(index: CaseIndex, row: number): number {
    return (
      (this.#value[index.values[row] as number] ?? 0) +
      (this.#level[index.levels[row] as number] ?? 0) +
      this.#since(index.days[row] as number) +
      this.#near(index.places[row] as number) +
      (this.#version !== 0 && this.#version === index.versions[row] ? this.#versionUnits : 0)
    );
  }

  #since(day: number): number {
    if (this.#day === 0 || day === 0) return 0;
    const years = Math.abs(this.#day - day) / 365.25;
    return Math.round(this.#dateUnits * 0.5 ** (years / DATE_HALVES_AFTER));
  }

  /** GB/T 2260: two digits a province, four a prefecture, six a county. */
  #near(place: number): number {
    const here = this.#place;
    if (here === 0 || place === 0) return 0;
    if (here === place) return Math.round(this.#placeUnits);
    if (Math.trunc(here / 100) === Math.trunc(place / 100))
      return Math.round(this.#placeUnits * 0.7);
    if (Math.trunc(here / 1e4) === Math.trunc(place / 1e4))
      return Math.round(this.#placeUnits * 0.4);
    return 0;
  }

  parts(index: CaseIndex, row: number): Part[] {
    const units: [ColumnKind, number][] = [
      ['value', this.#value[index.values[row] as number] ?? 0],
      ['level', this.#level[index.levels[row] as number] ?? 0],
      ['place', this.#near(index.places[row] as number)],
      ['date', this.#since(index.days[row] as number)],
      [
        'version',
        this.#version !== 0 && this.#version === index.versions[row] ? this.#versionUnits : 0,
      ],
    ];
    return units.flatMap(([kind, part]) =>
      part > 0 ? [{ kind, name: '', score: part / this.#units }] : [],
    );
  }
}

/** Units by the value of a column; an unknown value on either side (0) has none. */
function tableOf(
  size: number,
  known: number,
  most: number,
  share: (other: number) => number,
): Int32Array {
  const table = new Int32Array(size);
  if (known === 0 || most === 0) return table;
  for (let other = 1; other < size; other += 1) table[other] = Math.round(most * share(other));
  return table;
}
