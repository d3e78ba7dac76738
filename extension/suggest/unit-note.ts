import { labelText, squeeze } from '../locate/label-text.ts';
import { textNodes } from '../locate/read-text.ts';

const NOTE = /^[(【]?.{0,8}单位[:为]?(?:人民币)?[百千万亿]+元[)】]?$/;
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,caption';

/**
 * Whether the page states once, away from the labels, that amounts are not in yuan: `单位：万元` over a table, `涉案金额（万元）`
 * over its rows. For which of the amounts that holds only a person can say.
 */
export const hasUnitNote = (document: Document): boolean =>
  textNodes(document).some((node) => {
    if (NOTE.test(squeeze(node.data))) return true;
    if (labelText(node.data).unit !== '万元') return false;
    const cell = node.parentElement?.closest<HTMLTableCellElement>('td,th');
    const row = cell?.closest('tr');
    return cell && row ? row.cells.length === 1 : node.parentElement?.closest(HEADING) != null;
  });
