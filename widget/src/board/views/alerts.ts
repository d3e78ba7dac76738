import { RULES } from '@chidu/sdk/oversight/alerts';
import { BOARD_FIGURES, boardFigures } from '@chidu/sdk/oversight/board';
import type { Views } from '../shown.ts';
import { firstPage, type Known } from './known.ts';
import { unitName } from './unit-name.ts';

export function alertsView({ board, cases, papers, keep }: Known): Views['alerts'] {
  const figures = boardFigures(cases).filter(({ definition: { id } }) =>
    [BOARD_FIGURES.alerts.id, BOARD_FIGURES.rule.id, BOARD_FIGURES.warnings.id].includes(
      id as never,
    ),
  );
  const byRule = new Map(figures.map((figure) => [figure.scope.rule, figure]));
  const here = new Set(cases.map(({ id }) => id));
  const urgency = { high: 0, medium: 1, low: 2 };
  const list = cases
    .flatMap(({ alerts, unit }) =>
      alerts.map((alert) => ({ ...alert, unit: unitName(board, alert.authority, unit) })),
    )
    .filter((alert) => here.has(alert.case))
    .sort(
      (a, b) =>
        urgency[a.level] - urgency[b.level] ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (a.id < b.id ? -1 : 1),
    );
  const { id, version, title, from } = papers.thresholds;
  return {
    figures: figures.map(keep),
    thresholds: { id, version, title: { zh: title.zh, en: title.en ?? title.zh }, from },
    rules: RULES.map(({ id, label }) => {
      const { state, unit, levels, values, cite, why } = papers.thresholds.rules[id];
      const figure = byRule.get(id);
      return {
        id,
        label: { zh: label.zh, en: label.en ?? label.zh },
        state,
        unit,
        medium: levels.medium,
        high: levels.high,
        values: { ...values },
        cite: cite.map((one) => ({ ...one })),
        why: { zh: why.zh, en: why.en ?? why.zh },
        figure: figure ? keep(figure) : null,
      };
    }),
    list: firstPage(list),
  };
}
