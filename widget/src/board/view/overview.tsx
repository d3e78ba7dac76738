import type { Overview, ShownFigure } from '../shown.ts';
import { Bars, Card, Level, Months, Tile, type ViewProps } from './figure.tsx';

const byDefinition = (figures: readonly ShownFigure[], id: string) =>
  figures.filter(({ definition }) => definition.id === id);

/** 执法总览: everything at a glance, each number a door to what it counts. */
export function OverviewView({
  t,
  onDrill,
  shown: { figures, matters, remedies },
}: ViewProps & { readonly shown: Overview }) {
  const one = (id: string) => figures.find((figure) => figure.id === id);
  const lead = ['cases', 'open', 'overdue', 'alerted', 'objected', 'upheld', 'coded', 'viewed']
    .map((id) => one(`board.${id}`))
    .filter((figure) => figure !== undefined);
  const use = ['use.as-suggested', 'use.lighter', 'use.heavier', 'use.unreasoned', 'use.outside']
    .map(one)
    .filter((figure) => figure !== undefined);
  const alerts = byDefinition(figures, 'board.alerts');
  const clues = matters.find(({ id }) => id === 'board.clues');
  const settled = matters.find(({ id }) => id === 'board.settled');
  return (
    <div class="grid">
      <div class="tiles">
        {lead.map((figure) => (
          <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
        ))}
      </div>
      <Card heading={t.overview.stages}>
        <Bars
          t={t}
          onDrill={onDrill}
          rows={byDefinition(figures, 'board.stage').map((figure) => ({
            label: t.stages[figure.scope.stage ?? ''],
            figure,
          }))}
        />
      </Card>
      <Card heading={t.overview.tiers}>
        <Bars
          t={t}
          onDrill={onDrill}
          rows={byDefinition(figures, 'board.tier').map((figure) => ({
            label: t.tiers[figure.scope.tier ?? ''],
            figure,
          }))}
        />
      </Card>
      <Card heading={t.overview.months}>
        <Months t={t} onDrill={onDrill} figures={byDefinition(figures, 'board.began')} />
      </Card>
      <Card heading={t.overview.alerts}>
        {alerts.length === 0 ? (
          <p class="note">{t.alerting}</p>
        ) : (
          <Bars
            t={t}
            onDrill={onDrill}
            rows={alerts.map((figure) => ({
              label: <Level t={t} level={figure.scope.level ?? ''} />,
              figure,
            }))}
          />
        )}
      </Card>
      {clues !== undefined && clues.numerator > 0 && settled !== undefined ? (
        <Card heading={t.overview.clues}>
          <div class="pair">
            <Tile t={t} figure={clues} onDrill={onDrill} />
            <Tile t={t} figure={settled} onDrill={onDrill} />
          </div>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={byDefinition(matters, 'board.clue-level').map((figure) => ({
              label: <Level t={t} level={figure.scope.level ?? ''} />,
              figure,
            }))}
          />
        </Card>
      ) : (
        <Card heading={t.overview.use}>
          <Bars
            t={t}
            onDrill={onDrill}
            rows={use.map((figure) => ({ label: t.words(figure.definition.label), figure }))}
          />
        </Card>
      )}
      <Card heading={t.overview.remedies}>
        <div class="pair">
          {remedies.map((figure) => (
            <Tile key={figure.id} t={t} figure={figure} onDrill={onDrill} />
          ))}
        </div>
      </Card>
    </div>
  );
}
