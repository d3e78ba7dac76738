import type { CrossKey } from '@chidu/sdk/oversight/board';
import type { Heading, Statistics } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { Bars, baseOf, Card, Scrolled, shareText, type ViewProps } from './figure.tsx';

const KEYS = ['unit', 'violation', 'month', 'tier', 'stage'] as const satisfies readonly CrossKey[];

/** 统计分析: cases by two keys, and how discretion is used. */
export function StatisticsView({
  t,
  onDrill,
  shown: { table, use },
  rows,
  columns,
  onCut,
}: ViewProps & {
  readonly shown: Statistics;
  readonly rows: CrossKey;
  readonly columns: CrossKey;
  readonly onCut: (cut: { rows?: CrossKey; columns?: CrossKey }) => void;
}) {
  const s = t.statistics;
  const nameOf = (by: CrossKey, { key, name }: Heading) =>
    (name && t.words(name)) ??
    (by === 'tier' ? t.tiers[key] : by === 'stage' ? t.stages[key] : null) ??
    (key || t.unknown);
  const cell = (figure: Statistics['table']['total']) => (
    <td class="number" key={figure.id}>
      {figure.numerator === 0 ? (
        '0'
      ) : (
        <button type="button" class="link" onClick={() => onDrill(figure.id)}>
          {t.number(figure.numerator)}
        </button>
      )}
    </td>
  );
  const tenths = use.filter(({ scope }) => scope.tenth !== undefined);
  const rates = use.filter(({ scope }) => scope.tenth === undefined);
  return (
    <div class="split statistics">
      <Card heading={s.table} wide>
        <p class="choices">
          <Cut t={t} label={s.rows} value={rows} onChange={(key) => onCut({ rows: key })} />
          <Cut
            t={t}
            label={s.columns}
            value={columns}
            onChange={(key) => onCut({ columns: key })}
          />
        </p>
        <Scrolled>
          <table class="cross">
            <thead>
              <tr>
                <th scope="col">{t.crossKeys[rows]}</th>
                {table.columns.map((column) => (
                  <th scope="col" key={column.key} class="number">
                    {nameOf(columns, column)}
                  </th>
                ))}
                <th scope="col" class="number">
                  {s.sum}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <tr key={row.key}>
                  <th scope="row">{nameOf(rows, row)}</th>
                  {table.cells[i]?.map(cell)}
                  {table.rowTotals[i] && cell(table.rowTotals[i])}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{s.sum}</th>
                {table.columnTotals.map(cell)}
                {cell(table.total)}
              </tr>
            </tfoot>
          </table>
        </Scrolled>
      </Card>
      <div class="side">
        <Card heading={s.use} note={s.useOf}>
          <dl class="rates">
            {rates.map((figure) => (
              <div key={figure.id}>
                <dt>{t.words(figure.definition.label)}</dt>
                <dd>
                  <button type="button" class="link" onClick={() => onDrill(figure.id)}>
                    {shareText(t, figure)} <span class="base">{baseOf(t, figure)}</span>
                  </button>
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card heading={s.tenths}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={tenths.map((figure) => ({ label: s.tenth(Number(figure.scope.tenth)), figure }))}
          />
        </Card>
      </div>
    </div>
  );
}

function Cut({
  t,
  label,
  value,
  onChange,
}: {
  readonly t: BoardStrings;
  readonly label: string;
  readonly value: CrossKey;
  readonly onChange: (key: CrossKey) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as CrossKey)}
      >
        {KEYS.map((key) => (
          <option key={key} value={key}>
            {t.crossKeys[key]}
          </option>
        ))}
      </select>
    </label>
  );
}
