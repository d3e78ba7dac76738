import { hasControl } from './control.ts';
import { plainText } from './label-text.ts';

const UNIT = /^[百千]?[万亿]?元/;
const CELL = /^(T[DH]|DD|LI)$/;

/**
 * The unit behind a place: in the text that follows, or in an element or cell of its own. Libraries put it beside the box that
 * holds the control; without it 1.86 万元 would be read as 1.86 yuan.
 */
export function unitBehind(place: Node): string {
  for (let at = place, climbs = 0; climbs < 3; climbs += 1) {
    let next = at.nextSibling;
    while (next && plainText(next) === '' && !hasControl(next)) next = next.nextSibling;
    if (next) {
      const text = plainText(next);
      const unit = UNIT.exec(text)?.[0] ?? '';
      return next instanceof Text || unit === text ? unit : '';
    }
    const up = at.parentElement;
    if (!up || CELL.test(at.nodeName) || plainText(up) !== plainText(at)) return '';
    at = up;
  }
  return '';
}
