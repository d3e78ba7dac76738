import type { Law } from '../shown.ts';
import { baseOf, Card, Scrolled, shareText, type ViewProps } from './figure.tsx';

/** 法律服务: on which articles the cases rest. */
export function LawView({
  t,
  onDrill,
  shown: { violations, known },
}: ViewProps & { readonly shown: Law }) {
  const l = t.law;
  return (
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
                    {summary !== null && t.language === 'zh' && <p class="note">{summary}</p>}
                  </th>
                  <td>
                    {basis === null ? t.unknown : l.article(basis.law, basis.article)}
                    {from !== null && <span class="base"> {l.since(from)}</span>}
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
  );
}
