import type { Alerts } from '../shown.ts';
import { Bars, Card, Level, Scrolled, Tile, type ViewProps } from './figure.tsx';
import { daysText } from './process.tsx';

/** 智慧预警: what the rules ask, and the rules with every threshold. */
export function AlertsView({
  t,
  onDrill,
  onCase,
  shown: { figures, rules, list },
}: ViewProps & { readonly shown: Alerts; readonly onCase: (id: string) => void }) {
  const a = t.alerts;
  const warnings = figures.find(({ id }) => id === 'board.warnings');
  return (
    <div class="split even">
      <Card
        heading={a.list}
        wide
        note={`${a.lead} ${a.more(t.number(list.rows.length), t.number(list.total))}`}
      >
        {list.rows.length === 0 ? (
          <p>{a.none}</p>
        ) : (
          <Scrolled>
            <ul class="alerts">
              {list.rows.map((alert) => (
                <li key={alert.id}>
                  <p>
                    <Level t={t} level={alert.level} />{' '}
                    <button type="button" class="link" onClick={() => onCase(alert.case)}>
                      {alert.caseNumber ?? alert.case}
                    </button>{' '}
                    {alert.unit}
                    {alert.days !== null && <> · {daysText(t, alert.days)}</>}
                    {alert.warning && <> · {a.warning}</>}
                  </p>
                  <p>{t.words(alert.question)}</p>
                  <p class="note">
                    {a.quantities}
                    {t.language === 'zh' ? '：' : ': '}
                    {alert.calculation.quantities
                      .map(({ label, value, unit }) =>
                        `${t.words(label)} ${value}${t.language === 'zh' ? '' : ' '}${a.units[unit] ?? ''}`.trim(),
                      )
                      .join(t.language === 'zh' ? '；' : '; ')}
                  </p>
                </li>
              ))}
            </ul>
          </Scrolled>
        )}
      </Card>
      <div class="side">
        <Card heading={t.overview.alerts}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={figures
              .filter(({ scope }) => scope.level !== undefined)
              .map((figure) => ({
                label: <Level t={t} level={figure.scope.level ?? ''} />,
                figure,
              }))}
          />
          {warnings && <Tile t={t} figure={warnings} onDrill={onDrill} />}
        </Card>
        <Card heading={a.rules}>
          <Scrolled>
            <table>
              <thead>
                <tr>
                  <th scope="col">{a.rule}</th>
                  <th scope="col">{a.thresholds}</th>
                  <th scope="col" class="number">
                    {a.found}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rules.map(({ id, label, state, unit, medium, high, values, why, figure }) => (
                  <tr key={id}>
                    <th scope="row">
                      {t.words(label)}
                      <span class="base"> {a[state]}</span>
                      <details>
                        <summary>{a.why}</summary>
                        {t.words(why)}
                        {Object.entries(values).map(([name, value]) => (
                          <span key={name} class="base">
                            {' '}
                            {name} {value}
                          </span>
                        ))}
                      </details>
                    </th>
                    <td>
                      {medium ?? a.never}／{high ?? a.never} {a.units[unit]}
                    </td>
                    <td class="number">
                      {figure === null ? (
                        a.never
                      ) : (
                        <button type="button" class="link" onClick={() => onDrill(figure.id)}>
                          {t.number(figure.numerator)}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </Card>
      </div>
    </div>
  );
}
