import type { Dice } from './dice.ts';

const SURNAMES = [...'喻柏蒲卞樊尤褚诸池席祁宓晏屠明芮羿巴邬郗'];
const SIGNS = [...'云岫禾溪砚棠朗星野澄川筠汀舟霁煦瑾岚苇'];

/** A firm or shop that does not exist: 云岫禾商贸有限公司, 溪棠副食店. */
export function tradeName(trade: string, kind: string, dice: Dice): string {
  const name = dice.some(SIGNS, 2 + dice.below(2)).join('');
  if (kind === 'entity') return `${name}${trade}有限公司`;
  return `${name}${trade}${dice.pick(['店', '经营部', '商行', '门市部'])}`;
}

/** A person who does not exist. */
export function personName(dice: Dice): string {
  return dice.pick(SURNAMES) + dice.some(SIGNS, 1 + dice.below(2)).join('');
}
