import type { Appraisal } from '../shown.ts';
import { baseOf, Card, Scrolled, shareText, Tile, type ViewProps } from './figure.tsx';

const percent = (points: number) => (points / 100).toFixed(2);

/** 评议考核: the formula, the data, the scores with how sure they are, and who contests them. */
export function AppraisalView({
  t,
  onDrill,
  shown: { rates, beside, unknown, formula, scores },
}: ViewProps & { readonly shown: Appraisal }) {
  const a = t.appraisal;
  return (
    <div class="stack">
      <Card heading={a.rates} wide>
        {rates.length === 0 && unknown.length === 0 ? (
          <p>{a.noOrganisation}</p>
        ) : (
          <div class="tiles">
            {rates.map((figure) => (
              <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
            ))}
            {unknown.map(({ id, label }) => (
              <p class="tile" key={id}>
                <span class="tile-label">{t.words(label)}</span>
                <span class="base">{a.unknown}</span>
              </p>
            ))}
          </div>
        )}
      </Card>
      {beside.length > 0 && (
        <Card heading={a.beside} wide>
          <div class="tiles">
            {beside.map((figure) => (
              <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
            ))}
          </div>
        </Card>
      )}
      {formula === null ? (
        <p>{a.noFormula}</p>
      ) : (
        <div class="split even">
          <Card heading={a.formula(t.words(formula.title), formula.version)} note={a.never}>
            {formula.sample && <p class="warning">{a.sample}</p>}
            <table>
              <thead>
                <tr>
                  <th scope="col">{a.item}</th>
                  <th scope="col" class="number">
                    {a.weight}
                  </th>
                  <th scope="col" class="number">
                    {a.line}
                  </th>
                </tr>
              </thead>
              <tbody>
                {formula.items.map(({ figure, label, weight, none, all }) => (
                  <tr key={figure}>
                    <th scope="row">{t.words(label)}</th>
                    <td class="number">{percent(weight)}%</td>
                    <td class="number">
                      {percent(none)}%—{percent(all)}%
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="note">{a.appeal}</p>
          </Card>
          <Card heading={a.score} wide>
            <Scrolled>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{a.unit}</th>
                    <th scope="col" class="number">
                      {a.score}
                    </th>
                    <th scope="col" class="number">
                      {a.interval}
                    </th>
                    <th scope="col">{a.place}</th>
                    {formula.items.map(({ figure, label }) => (
                      <th scope="col" class="number" key={figure}>
                        {t.words(label)}
                      </th>
                    ))}
                    <th scope="col" class="number">
                      {a.contests}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {scores.map(({ unit, name, total, interval, places, contests, items }) => (
                    <tr key={unit}>
                      <th scope="row">{name}</th>
                      <td class="number">{total === null ? a.small : percent(total)}</td>
                      <td class="number">
                        {interval === null
                          ? t.process.noDue
                          : `${percent(interval[0])}—${percent(interval[1])}`}
                      </td>
                      <td>{places === null ? t.process.noDue : a.places(...places)}</td>
                      {items.map(({ figure, counted }) => (
                        <td class="number" key={figure}>
                          {counted === null ? (
                            t.process.noDue
                          ) : (
                            <button type="button" class="link" onClick={() => onDrill(counted.id)}>
                              {shareText(t, counted)} <span class="base">{baseOf(t, counted)}</span>
                            </button>
                          )}
                        </td>
                      ))}
                      <td class="number">{t.number(contests)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          </Card>
        </div>
      )}
    </div>
  );
}
