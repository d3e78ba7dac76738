import type { Law } from '../shown.ts';
import { Coverage } from './coverage.tsx';
import { baseOf, Card, Scrolled, shareText, type ViewProps } from './figure.tsx';

/** 法律服务: on which articles the cases rest. */
export function LawView({
  t,
  onDrill,
  shown: { violations, known, coverage },
}: ViewProps & { readonly shown: Law }) {
  const l = t.law;
  return (
    <div class="stack">
      <p class="warning">{l.advice}</p>
      <div class="split even">
        <Coverage t={t} onDrill={onDrill} coverage={coverage} />
        <Card heading={l.lead} wide note={known ? undefined : l.noBook}>
          {violations.length === 0 ? (
            <p>{l.none}</p>
          ) : (
            <Scrolled>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{l.violation}</th>
                    <th scope="col">{l.basis}</th>
                    <th scope="col" class="number">
                      {l.cases}
                    </th>
                    <th scope="col" class="number">
                      {l.objected}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {violations.map(({ violation, name, basis, summary, from, cases, objected }) => (
                    <tr key={violation}>
                      <th scope="row">
                        {name === null ? violation : t.words(name)}
                        {summary !== null && t.language === 'en' && <p class="note">{summary}</p>}
                      </th>
                      <td>
                        {basis === null ? t.unknown : l.of(basis.law, [l.place(basis.article)])}
                        {from !== null && <span class="base"> {l.since(t.day(from))}</span>}
                      </td>
                      <td class="number">
                        <button type="button" class="link" onClick={() => onDrill(cases.id)}>
                          {t.number(cases.numerator)}
                        </button>
                      </td>
                      <td class="number">
                        <button type="button" class="link" onClick={() => onDrill(objected.id)}>
                          {shareText(t, objected)} <span class="base">{baseOf(t, objected)}</span>
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          )}
        </Card>
      </div>
    </div>
  );
}
