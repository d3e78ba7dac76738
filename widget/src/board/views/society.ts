import { BOARD_FIGURES, boardFigures } from '@chidu/sdk/oversight/board';
import { K_FLOOR, publicStatistics } from '@chidu/sdk/oversight/public';
import type { Views } from '../shown.ts';
import type { Known } from './known.ts';

export function society({ cases, papers, keep }: Known): Views['society'] {
  const { viewed, objected, answered, upheld } = BOARD_FIGURES;
  const wanted: readonly string[] = [viewed, objected, answered, upheld].map(({ id }) => id);
  const exercises = cases.flatMap(({ exercise }) => exercise ?? []);
  const violations = [...new Set(exercises.map(({ violation }) => violation))].sort();
  const labels = violations.map((id) => {
    const name = papers.statutes.get(id)?.name;
    return { id, zh: name?.zh ?? id, en: name?.en ?? id };
  });
  return {
    figures: boardFigures(cases)
      .filter(({ definition: { id } }) => wanted.includes(id))
      .map(keep),
    publication:
      labels.length === 0
        ? null
        : publicStatistics({
            exercises,
            k: K_FLOOR,
            before: papers.today,
            rows: { labels, of: ({ violation }) => violation },
            counted: new Set(),
          }).statistics,
  };
}
