import * as z from 'zod/mini';
import { ChiduError } from '../../errors.ts';
import { Day } from '../../rules/words.ts';
import type { Words } from '../figure.ts';
import type { Exercise } from '../use/index.ts';
import { K_FLOOR, requireK } from './k-floor.ts';
import { suppress } from './suppress.ts';

const Label = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
const Cell = z.nullable(z.int().check(z.minimum(0)));

/**
 * 公开统计: how discretion was used, in numbers of cases, for everybody. Null is hidden: it may be small, or hidden so that sums do not
 * give a small one back; it is never 0. It holds no amount, no authority and no id of a case.
 */
export const PublicStatistics = z.strictObject({
  format: z.literal('chidu-public/1'),
  k: z.int().check(z.minimum(K_FLOOR)),
  /** Cases that were not in an earlier publication and are of a day before this. */
  before: Day,
  rows: z.array(Label),
  columns: z.array(Label),
  /** `cells[row][column]`. */
  cells: z.array(z.array(Cell)),
  rowTotals: z.array(Cell),
  columnTotals: z.array(Cell),
  total: Cell,
});
export type PublicStatistics = z.infer<typeof PublicStatistics>;

/** What a case is counted under: rows and columns in their order, and the id of the one a case belongs to. */
export interface Dimension {
  readonly labels: readonly (Words & { readonly id: string })[];
  readonly of: (one: Exercise) => string;
}

export const BY_TIER: Dimension = {
  labels: [
    { id: 'waive', zh: '不予处罚', en: 'No penalty' },
    { id: 'mitigate', zh: '减轻', en: 'Mitigated' },
    { id: 'lighten', zh: '从轻', en: 'Lighter' },
    { id: 'ordinary', zh: '一般', en: 'Ordinary' },
    { id: 'aggravate', zh: '从重', en: 'Heavier' },
  ],
  of: ({ tier }) => tier,
};

export interface Published {
  readonly statistics: PublicStatistics;
  /** Ids of the cases counted, for the authority's own ledger: never published, handed in as `counted` the next time. */
  readonly counted: readonly string[];
}

/**
 * Statistics for the public with every number from 1 to k − 1 hidden, and enough others that no sum gives one back. A case is
 * counted once, ever: in one publication, in one table. So two publications have no case in common, and neither their
 * difference nor a second table over the same cases tells anything that one table does not. A case that is entered late, or
 * corrected after it was published, is counted in the next one, or stays as it was.
 * @throws {ChiduError} `amount-range` for a `k` below `K_FLOOR`; `unknown-reference` for a case under no row or column.
 */
export function publicStatistics({
  exercises,
  k,
  before,
  rows,
  columns = BY_TIER,
  counted,
}: {
  readonly exercises: readonly Exercise[];
  readonly k: number;
  /** `YYYY-MM-DD`. */
  readonly before: string;
  readonly rows: Dimension;
  readonly columns?: Dimension;
  /** Cases of every earlier publication. */
  readonly counted: ReadonlySet<string>;
}): Published {
  requireK(k);
  const fresh = exercises.filter(
    (one) => one.state !== 'proposed' && one.day < before && !counted.has(one.case),
  );
  const [height, width] = [rows.labels.length, columns.labels.length];
  const counts = Array.from({ length: height + 1 }, () => new Array<number>(width + 1).fill(0));
  for (const one of fresh) {
    const row = placeIn(rows, one);
    const column = placeIn(columns, one);
    for (const r of [row, height])
      for (const c of [column, width]) (counts[r] as number[])[c] = (counts[r]?.[c] ?? 0) + 1;
  }
  const hidden = suppress(counts, k);
  const shown = counts.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
  const labelOf = ({ id, zh, en }: Dimension['labels'][number]) => ({ id, zh, en });
  return {
    statistics: {
      format: 'chidu-public/1',
      k,
      before,
      rows: rows.labels.map(labelOf),
      columns: columns.labels.map(labelOf),
      cells: shown.slice(0, height).map((row) => row.slice(0, width)),
      rowTotals: shown.slice(0, height).map((row) => row[width] ?? null),
      columnTotals: (shown[height] ?? []).slice(0, width),
      total: shown[height]?.[width] ?? null,
    },
    counted: fresh.map((one) => one.case),
  };
}

function placeIn({ labels, of }: Dimension, one: Exercise): number {
  const place = labels.findIndex(({ id }) => id === of(one));
  if (place >= 0) return place;
  throw new ChiduError('unknown-reference', 'a case under no row or column', {
    fields: { id: of(one) },
  });
}
