import type { LabelIndex, Place } from '../locate/by-label.ts';
import { isDisplayed } from '../locate/shown.ts';

/** As many labels as a row of a form may have; what is hidden with more of them is a closed tab. */
const ROW = 3;
const SPARE =
  'dialog,[role=dialog],[class*=modal i],[class*=dialog i],[class*=popup i],[class*=template i],[class*=tpl i],[id*=dialog i],[id*=dlg i],[id*=template i],[id*=tpl i]';

/**
 * A place in a row that the page hides because it does not apply, in the pattern for further rows, or in a window that is not
 * open. What stands there, often a default, is no value of the case. A closed tab is another matter.
 */
export function isNotInUse(index: LabelIndex, { nodes, hidden }: Place): boolean {
  const [node] = nodes.filter((one) => one.isConnected);
  if (!hidden || !node) return false;
  let off: Element | null = null;
  for (let up = node.parentElement; up; up = up.parentElement) if (!isDisplayed(up)) off = up;
  if (off === null) return false;
  const inside = [...index.exact.values()].flat().filter(({ element }) => off.contains(element));
  return inside.length <= ROW || (node.parentElement?.closest(SPARE) ?? null) !== null;
}
