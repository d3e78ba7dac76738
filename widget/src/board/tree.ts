import { rollUp, type UnitNode, unitTree } from '@chidu/sdk/oversight';
import type { Board, BoardCase } from '@chidu/sdk/oversight/board';
import type { ShownUnit } from './shown.ts';

/** Units from the top with what their branches hold, parents before their children. */
export function treeOf(board: Board, cases: readonly BoardCase[]): readonly ShownUnit[] {
  if (board.organisation === null) return [];
  const tree = unitTree(board.organisation);
  const own = Map.groupBy(cases, ({ unit }) => unit);
  const sums = rollUp(
    tree,
    ({ id }) => own.get(id)?.length ?? 0,
    (a, b) => a + b,
  );
  const shown: ShownUnit[] = [];
  const walk = ({ unit, below, units, people }: UnitNode) => {
    const { id, parent, name, level } = unit;
    shown.push({ id, parent, name, level, units, people, cases: sums.get(id) ?? 0 });
    for (const child of below) walk(child);
  };
  for (const top of tree) walk(top);
  return shown;
}
