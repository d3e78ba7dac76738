/** One reason of a score: a term of the text or something of the structure that agrees. */
export interface Part {
  readonly kind:
    | 'text'
    | 'violation'
    | 'article'
    | 'factor'
    | 'value'
    | 'level'
    | 'place'
    | 'date'
    | 'version';
  /** The term, the violation, `食品安全法 122`, `fault=knowing`; empty for what has one value only. */
  readonly name: string;
  readonly score: number;
}

export interface Hit {
  /** Which of the indexes searched, and the row there. */
  readonly index: number;
  readonly row: number;
  readonly id: string;
  readonly score: number;
  /** Largest first; they add up to the score. */
  readonly parts: readonly Part[];
}

interface Found {
  readonly index: number;
  readonly row: number;
  readonly units: number;
}

/** Keeps the heaviest few of many rows: a binary heap with the lightest on top. */
export interface Heaviest {
  /** What a row must exceed to be kept. */
  readonly least: () => number;
  readonly offer: (index: number, row: number, units: number) => void;
  /** Heaviest first, equal ones in the order they were offered. */
  readonly sorted: () => Found[];
}

export function heaviest(most: number): Heaviest {
  const heap: Found[] = [];
  const lighter = (a: Found, b: Found) =>
    a.units < b.units ||
    (a.units === b.units && (a.index > b.index || (a.index === b.index && a.row > b.row)));
  const swap = (a: number, b: number) => {
    const kept = heap[a] as Found;
    heap[a] = heap[b] as Found;
    heap[b] = kept;
  };
  return {
    least: () => (heap.length < most ? 0 : (heap[0]?.units ?? 0)),
    offer(index, row, units) {
      if (most === 0) return;
      const found = { index, row, units };
      if (heap.length < most) {
        let at = heap.push(found) - 1;
        for (
          let up = (at - 1) >> 1;
          at > 0 && lighter(found, heap[up] as Found);
          up = (at - 1) >> 1
        ) {
          swap(at, up);
          at = up;
        }
        return;
      }
      heap[0] = found;
      for (let at = 0; ; ) {
        const left = at * 2 + 1;
        if (left >= heap.length) return;
        const right = left + 1;
        const down =
          right < heap.length && lighter(heap[right] as Found, heap[left] as Found) ? right : left;
        if (!lighter(heap[down] as Found, heap[at] as Found)) return;
        swap(at, down);
        at = down;
      }
    },
    sorted: () => [...heap].sort((a, b) => (lighter(a, b) ? 1 : -1)),
  };
}
