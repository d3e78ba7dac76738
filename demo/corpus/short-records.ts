import type { CaseRecord } from '@chidu/sdk/cases';
import { formatFenShort } from '@chidu/sdk/text';
import { Dice } from './dice.ts';
import { goodsOf } from './goods.ts';
import { VIOLATIONS } from './latent.ts';
import { PLACES } from './places.ts';

const CLAIMS = [
  '请求撤销行政处罚决定',
  '认为处罚数额明显不当',
  '主张未造成危害后果应当不予处罚',
  '认为认定事实不清、证据不足',
  '主张程序违法、未告知听证权利',
];
const RESULTS = [
  '驳回原告的诉讼请求',
  '判决撤销并责令重新作出决定',
  '判决变更罚款数额',
  '准许原告撤回起诉',
  '判决确认违法但不撤销',
];

/** Short records in the manner of litigation over penalties, as many as wanted, one at a time. */
export function* shortRecords({
  seed,
  count,
}: {
  seed: number;
  count: number;
}): Generator<CaseRecord> {
  const dice = new Dice(seed);
  for (let i = 0; i < count; i += 1) {
    const violation = dice.pick(VIOLATIONS);
    const { goods, places } = goodsOf(violation.field);
    const place = dice.pick(PLACES);
    const [year, month, date] = [2014 + dice.below(12), 1 + dice.below(12), 1 + dice.below(28)];
    const value = Math.round(Math.exp(9 + 7 * dice.next())) * 100;
    const fine = Math.max(1, Math.round((value * (0.2 + dice.next() * 4)) / 100_000)) * 100_000;
    const act = dice.pick(violation.acts).replaceAll('#', dice.pick(goods));
    const two = (number: number) => String(number).padStart(2, '0');
    yield {
      format: 'chidu-case-record/1',
      id: `suit-${i + 1}`,
      facts: `${place.authority}认定原告${act}，地点在${dice.pick(places)}，货值${formatFenShort(value)}，罚款${formatFenShort(fine)}。原告${dice.pick(CLAIMS)}。法院${dice.pick(RESULTS)}。`,
      violation: violation.id,
      statutes: [],
      fine,
      value,
      factors: {},
      decisionDate: `${year}-${two(month)}-${two(date)}`,
      region: place.code,
      level: place.level,
      source: { name: '尺度示例诉讼（虚构）' },
    };
  }
}
