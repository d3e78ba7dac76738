import type { PublicStatistics } from '@chidu/sdk/oversight/public';
import type { BoardStrings } from '../strings/zh.ts';

/** Published statistics as a table. What is hidden is a word, never a zero and never a gap. */
export function Published({
  t,
  statistics: { k, before, rows, columns, cells, rowTotals, columnTotals, total },
  preview = false,
}: {
  readonly t: BoardStrings;
  /** What would be published if nothing had been: the ledger of earlier publications is the authority's. */
  readonly preview?: boolean;
  readonly statistics: PublicStatistics;
}) {
  const cell = (value: number | null | undefined, key: string) => (
    <td class="number" key={key}>
      {value === null || value === undefined ? <em>{t.public.hidden}</em> : t.number(value)}
    </td>
  );
  return (
    <>
      <p class="note">
        {preview ? t.public.preview(t.day(before)) : t.public.before(t.day(before))} {t.public.k(k)}
      </p>
      <table class="cross">
        <thead>
          <tr>
            <th scope="col">{t.public.row}</th>
            {columns.map((column) => (
              <th scope="col" class="number" key={column.id}>
                {t.words(column)}
              </th>
            ))}
            <th scope="col" class="number">
              {t.public.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <th scope="row">{t.words(row)}</th>
              {columns.map(({ id }, j) => cell(cells[i]?.[j], id))}
              {cell(rowTotals[i], 'total')}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.public.total}</th>
            {columns.map(({ id }, j) => cell(columnTotals[j], id))}
            {cell(total, 'total')}
          </tr>
        </tfoot>
      </table>
    </>
  );
}
