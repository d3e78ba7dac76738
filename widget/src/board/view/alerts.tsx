import type { Alerts, ShownArticle } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { Bars, Card, Level, Scrolled, Tile, type ViewProps } from './figure.tsx';
import { daysText } from './process.tsx';

/** 智慧预警: what the rules ask, and the rules with every threshold. */
export function AlertsView({
  t,
  onDrill,
  onCase,
  shown: { figures, thresholds, rules, list },
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
        <Card
          heading={a.rules}
          note={a.file(t.words(thresholds.title), thresholds.version, t.day(thresholds.from))}
        >
          <Scrolled>
            <table>
              <thead>
                <tr>
                  <th scope="col">{a.rule}</th>
                  <th scope="col">{a.thresholds}</th>
                  <th scope="col">{a.from}</th>
                  <th scope="col" class="number">
                    {a.found}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rules.map(
                  ({ id, label, state, unit, medium, high, values, cite, why, figure }) => (
                    <tr key={id}>
                      <th scope="row">
                        {t.words(label)}
                        <span class="base"> {a[state]}</span>
                        <details>
                          <summary>{a.why}</summary>
                          {t.words(why)}
                          {Object.keys(values).length > 0 && (
                            <dl class="values" aria-label={a.valuesOf}>
                              {Object.entries(values).map(([name, value]) => (
                                <div key={name}>
                                  <dt>{a.values[name] ?? name}</dt>
                                  <dd>{value}</dd>
                                </div>
                              ))}
                            </dl>
                          )}
                        </details>
                      </th>
                      <td>
                        {medium ?? a.never}／{high ?? a.never} {a.units[unit]}
                      </td>
                      <td data-from={id}>
                        {cite.length === 0
                          ? a.noArticle
                          : citedIn(t, cite).map((law) => <div key={law}>{law}</div>)}
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
                  ),
                )}
              </tbody>
            </table>
          </Scrolled>
        </Card>
      </div>
    </div>
  );
}

/** Articles law by law, each law named once. */
const citedIn = (t: BoardStrings, cite: readonly ShownArticle[]): string[] =>
  [...Map.groupBy(cite, ({ law }) => law)].map(([law, articles]) =>
    t.law.of(
      law,
      articles.map(({ article, paragraph, item }) => t.law.place(article, paragraph, item)),
    ),
  );
