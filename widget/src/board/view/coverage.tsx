import { Component } from 'preact';
import type { ShownClause, ShownCoverage } from '../shown.ts';
import { Card, Scrolled, Tile, type ViewProps } from './figure.tsx';

const STATES = [
  'stale',
  'none',
  'unused',
  'used',
] as const satisfies readonly ShownClause['state'][];

type Props = ViewProps & { readonly coverage: ShownCoverage | null };

/** 裁量基准覆盖情况: which violations have a table, which tables are used, and which the law has overtaken. */
export class Coverage extends Component<Props, { readonly state: ShownClause['state'] | null }> {
  constructor(props: Props) {
    super(props);
    this.state = { state: null };
  }

  override render({ t, onDrill, coverage }: Props, { state }: Coverage['state']) {
    const c = t.coverage;
    if (coverage === null) {
      return (
        <Card heading={c.heading} wide>
          <p>{c.none}</p>
        </Card>
      );
    }
    const { figures, clauses, orphans, notInForce, samples } = coverage;
    const chosen = clauses.filter((clause) => state === null || clause.state === state);
    const separator = t.language === 'zh' ? '、' : ', ';
    return (
      <Card heading={c.heading} wide>
        <div class="tiles">
          {figures.map((figure) => (
            <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
          ))}
        </div>
        {samples.length > 0 && <p class="warning">{c.samples(samples.join(separator))}</p>}
        {notInForce.length > 0 && <p class="note">{c.notInForce(notInForce.join(separator))}</p>}
        {orphans.length > 0 && (
          <p class="note">
            {c.orphans(t.number(orphans.length))}{' '}
            {orphans.map(({ violation }) => violation).join(separator)}
          </p>
        )}
        <p class="choices">
          <label>
            {c.show}{' '}
            <select
              name="coverage"
              value={state ?? ''}
              onChange={({ currentTarget: { value } }) =>
                this.setState({ state: STATES.find((one) => one === value) ?? null })
              }
            >
              <option value="">
                {t.all} {t.number(clauses.length)}
              </option>
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {c.states[one]}{' '}
                  {t.number(clauses.filter((clause) => clause.state === one).length)}
                </option>
              ))}
            </select>
          </label>
        </p>
        <Scrolled>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.law.violation}</th>
                <th scope="col">{c.state}</th>
                <th scope="col">{c.pack}</th>
                <th scope="col" class="number">
                  {c.cases}
                </th>
              </tr>
            </thead>
            <tbody>
              {chosen.map((clause) => (
                <tr key={clause.violation} data-clause={clause.state}>
                  <th scope="row">
                    {t.words(clause.name)}
                    <p class="base">
                      {t.law.of(clause.basis.law, [t.law.place(clause.basis.article)])}
                    </p>
                  </th>
                  <td>
                    {c.states[clause.state]}
                    {clause.since !== null && <p class="base">{c.since(t.day(clause.since))}</p>}
                  </td>
                  <td>
                    {c.standards[clause.standard]}
                    {clause.pack !== null && (
                      <p class="base">
                        {c.of(clause.pack.id, clause.pack.version, t.day(clause.pack.from))}
                      </p>
                    )}
                  </td>
                  <td class="number">
                    {clause.cases.numerator === 0 ? (
                      '0'
                    ) : (
                      <button type="button" class="link" onClick={() => onDrill(clause.cases.id)}>
                        {t.number(clause.cases.numerator)}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Card>
    );
  }
}
