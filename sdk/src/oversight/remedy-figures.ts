import type { CaseHistory } from './events/case-history.ts';
import { type Figure, type FigureDefinition, share } from './figure.ts';

/** 败诉率 and 纠错率. What was withdrawn or is not decided is in neither base. */
export const REMEDY_FIGURES = {
  lost: {
    id: 'remedies.lost',
    label: { zh: '败诉率', en: 'Suits lost' },
    formula: {
      zh: '诉讼终结且行为被撤销、变更或者确认违法的案件÷诉讼终结且有裁判结果的案件',
      en: 'cases whose act was revoked, changed or found unlawful by a court ÷ cases with a suit that ended in a judgment',
    },
    counts: 'case',
  },
  corrected: {
    id: 'remedies.corrected',
    label: { zh: '复议纠错率', en: 'Corrected in reconsideration' },
    formula: {
      zh: '复议终结且行为被撤销、变更或者确认违法的案件÷复议终结且有复议结果的案件',
      en: 'cases whose act was revoked, changed or found unlawful in reconsideration ÷ cases with a reconsideration that ended in a decision',
    },
    counts: 'case',
  },
} as const satisfies Record<string, FigureDefinition>;

/** Both rates, each with the cases that it rests on: 0 % of nothing is no rate, and is shown as such. */
export function remedyFigures(cases: readonly CaseHistory[]): Figure[] {
  return (
    [
      [REMEDY_FIGURES.lost, 'suit'],
      [REMEDY_FIGURES.corrected, 'reconsideration'],
    ] as const
  ).map(([definition, kind]) => {
    const results = cases.flatMap(({ id, remedies }) => {
      // What was withdrawn afterwards takes back no judgment.
      const decided = remedies.findLast(
        (one) => one.kind === kind && one.state === 'ended' && one.result !== undefined,
      );
      return decided?.result ? [{ id, result: decided.result }] : [];
    });
    return share(definition, {
      part: results.filter(({ result }) => result === 'changed').map(({ id }) => id),
      of: results.map(({ id }) => id),
    });
  });
}
