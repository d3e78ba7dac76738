import type { Liaison } from '../shown.ts';
import { Bars, Card, Level, Scrolled, Tile, type ViewProps } from './figure.tsx';

/** 法治联动: clues and supervision cases, where they are and who has to act. */
export function LiaisonView({
  t,
  onDrill,
  shown: { figures, states, matters },
}: ViewProps & { readonly shown: Liaison }) {
  const l = t.liaison;
  const of = (id: string) => figures.filter(({ definition }) => definition.id === `board.${id}`);
  return (
    <div class="split">
      <div class="side">
        <div class="pair">
          {[...of('clues'), ...of('settled'), ...of('clue-work'), ...of('supervisions')].map(
            (figure) => (
              <Tile
                key={figure.id}
                t={t}
                figure={figure}
                onDrill={onDrill}
                {...(figure.scope.work && { label: t.works[figure.scope.work] ?? '' })}
              />
            ),
          )}
        </div>
        <Card heading={l.from}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={of('clue-channel').map((figure) => ({
              label: t.channels[figure.scope.channel ?? ''],
              figure,
            }))}
          />
        </Card>
        <Card heading={l.level}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={of('clue-level').map((figure) => ({
              label: <Level t={t} level={figure.scope.level ?? ''} />,
              figure,
            }))}
          />
        </Card>
        <Card heading={l.state}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={states.map(({ label, figure }) => ({ label: t.words(label), figure }))}
          />
        </Card>
      </div>
      <Card
        heading={l.lead}
        wide
        note={t.alerts.more(t.number(matters.rows.length), t.number(matters.total))}
      >
        {matters.rows.length === 0 ? (
          <p>{l.none}</p>
        ) : (
          <Scrolled>
            <table>
              <thead>
                <tr>
                  {[l.matter, l.from, l.level, l.state, l.unit, l.day, l.due].map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {matters.rows.map(({ kind, id, number, from, state, level, unit, day, due }) => (
                  <tr key={`${kind} ${id}`}>
                    <th scope="row">
                      {l[kind]} {number}
                    </th>
                    <td>{typeof from === 'string' ? (t.channels[from] ?? from) : t.words(from)}</td>
                    <td>{level === null ? t.process.noDue : <Level t={t} level={level} />}</td>
                    <td>{t.words(state)}</td>
                    <td>
                      {unit === null
                        ? t.process.noDue
                        : typeof unit === 'string'
                          ? unit
                          : t.words(unit)}
                    </td>
                    <td class="whole">{day}</td>
                    <td class="whole">{due ?? t.process.noDue}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Card>
    </div>
  );
}
