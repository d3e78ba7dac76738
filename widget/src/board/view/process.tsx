import type { Process, ShownCase } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { Bars, Card, Level, Scrolled, Tile, type ViewProps } from './figure.tsx';

/** 全程监督: what waits, the longest overdue first. */
export function ProcessView({
  t,
  onDrill,
  onCase,
  shown: { figures, cases },
}: ViewProps & { readonly shown: Process; readonly onCase: (id: string) => void }) {
  const p = t.process;
  return (
    <div class="split">
      <div class="side">
        <div class="pair">
          {figures
            .filter(({ scope }) => scope.stage === undefined)
            .map((figure) => (
              <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
            ))}
        </div>
        <Card heading={t.overview.stages}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={figures
              .filter(({ scope }) => scope.stage !== undefined)
              .map((figure) => ({ label: t.stages[figure.scope.stage ?? ''], figure }))}
          />
        </Card>
      </div>
      <Card
        heading={p.lead}
        wide
        note={t.alerts.more(t.number(cases.rows.length), t.number(cases.total))}
      >
        {cases.rows.length === 0 ? (
          <p>{p.none}</p>
        ) : (
          <Scrolled>
            <CaseTable t={t} cases={cases.rows} onCase={onCase} />
          </Scrolled>
        )}
      </Card>
    </div>
  );
}

/** Cases, each of which opens. */
export function CaseTable({
  t,
  cases,
  onCase,
}: {
  readonly t: BoardStrings;
  readonly cases: readonly ShownCase[];
  readonly onCase: (id: string) => void;
}) {
  const p = t.process;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{p.case}</th>
          <th scope="col">{p.unit}</th>
          <th scope="col">{p.stage}</th>
          <th scope="col">{p.began}</th>
          <th scope="col">{p.due}</th>
          <th scope="col">{p.notice}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <button type="button" class="link" onClick={() => onCase(one.id)}>
                {one.caseNumber ?? one.id}
              </button>
            </th>
            <td>{one.unit}</td>
            <td>{t.stages[one.stage]}</td>
            <td class="whole">{one.began}</td>
            <td class="whole">{one.alert?.days == null ? p.noDue : daysText(t, one.alert.days)}</td>
            <td>
              {one.alert === null ? (
                p.noDue
              ) : (
                <>
                  <Level t={t} level={one.alert.level} /> {t.words(one.alert.question)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const daysText = (t: BoardStrings, days: number): string =>
  days < 0 ? t.process.overdue(-days) : t.process.left(days);
