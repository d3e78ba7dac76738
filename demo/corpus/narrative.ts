import { addDays, formatFen, formatFenShort } from '@chidu/sdk/text';
import type { Dice } from './dice.ts';
import { FACTOR_WORDS } from './factor-words.ts';
import { goodsOf } from './goods.ts';
import type { Latent } from './latent.ts';
import { personName, tradeName } from './names.ts';

export interface Narrative {
  readonly title: string;
  readonly facts: string;
  readonly basis: string;
  readonly decision: string;
  readonly party: string;
}

/** Writes a case down as an officer would: who wrote it, and how carefully, is drawn from `dice`. */
export function narrate(latent: Latent, dice: Dice): Narrative {
  const { violation, place } = latent;
  const { goods, unit, places, papers, trades } = goodsOf(violation.field);
  const trade = dice.pick(trades);
  const party =
    latent.party === 'individual' ? personName(dice) : tradeName(trade, latent.party, dice);
  const own = { goods: dice.some(goods, 3), unit: dice.pick(unit), place: dice.pick(places) };
  const papersSeen = dice.some(papers, 2 + dice.below(3));
  const style = dice.chance(0.7) ? place.style : dice.below(5);
  const words = { latent, dice, party, own, papers: papersSeen, style };
  const told = [
    opening(words),
    act(words),
    ...dealings(words),
    money(words),
    ...factors(words),
    ...proof(words),
  ];
  return {
    title: title(words),
    facts: told.join(''),
    basis: basis(words),
    decision: decision(words),
    party,
  };
}

interface Words {
  readonly latent: Latent;
  readonly dice: Dice;
  readonly party: string;
  readonly own: {
    readonly goods: readonly string[];
    readonly unit: string;
    readonly place: string;
  };
  readonly papers: readonly string[];
  readonly style: number;
}

function title({ latent, dice, party, own }: Words): string {
  const [short = ''] = latent.violation.name.replace(/（.*?）/g, '').split('或者');
  return dice.pick([
    `${party}${short}案`,
    `${party}涉嫌${short}案`,
    `关于${party}经营${own.goods[0]}违法一案`,
  ]);
}

function opening({ latent, dice, party, own, style }: Words): string {
  const found = day(latent.actDate, style);
  const { place } = latent;
  const told = dice.pick([
    `本局执法人员对${party}位于${place.county || place.prefecture}的经营场所进行现场检查`,
    `根据群众投诉举报，本局执法人员到${party}的${own.place}开展核查`,
    '本局收到12315平台转来的举报单后派员核实',
    `在${dice.pick(['春季', '夏季', '秋季', '节前', '专项'])}检查行动中，执法人员来到${party}`,
    `本局接到上级机关移送的线索，反映${party}存在违法行为`,
    `监督抽检结果送达后，本局对${party}立案调查`,
    '网络监测发现异常后，本局固定了相关电子数据',
  ]);
  const people = ['两名执法人员出示执法证件，说明来意。', '检查时当事人的负责人在场。', ''];
  if (style === 1) return `经查，当事人${party}于${found}被发现以下情况：`;
  if (style === 4) return `${found}，${told}。`;
  return `${found}，${told}。${dice.pick(people)}`;
}

function act({ latent, dice, own, style }: Words): string {
  const [first = '', second = '', third = ''] = own.goods;
  const done = dice.pick(latent.violation.acts).replaceAll('#', first);
  const count = 2 + dice.below(90);
  const begin = dice.pick(['经查明，当事人', '现场发现，当事人', '调查查明：当事人', '当事人']);
  const more = dice.pick([
    `在${own.place}查见${first}${count}${own.unit}、${second}${1 + dice.below(40)}${own.unit}。`,
    `涉及的还有${second}和${third}。`,
    `执法人员在${own.place}拍照取证，清点${first}共${count}${own.unit}。`,
    `上述情形出现在${own.place}，同时摆放的有${second}。`,
  ]);
  const since = dice.pick([
    '',
    `据当事人陈述，${first}从外地批发市场购进，`,
    '当事人对上述情况没有异议，',
    `该批${first}的批号为${dice.pick([...'ABCDHKLM'])}${20_200_000 + dice.below(60_000)}，`,
  ]);
  return `${begin}${done}。${since}${style === 2 ? '具体如下：' : ''}${more}`;
}

/** Who bought what, when and for how much: what fills the pages and tells cases apart least. */
function dealings({ latent, dice, own, style }: Words): string[] {
  const rounds = style === 1 ? 2 : 4 + dice.below(4);
  return Array.from({ length: rounds }, (_, i) => {
    const goods = own.goods[i % own.goods.length];
    const bought = 5 + dice.below(120);
    const sold = dice.below(bought);
    const price = 2 + dice.below(180);
    const from = day(addDays(latent.actDate, -5 - dice.below(150)), style);
    const supplier = tradeName(dice.pick(['批发', '贸易', '供应链', '实业']), 'entity', dice);
    const cost = `${(price * (0.5 + dice.next() * 0.4)).toFixed(1)}元`;
    const told = dice.pick([
      () =>
        `当事人于${from}从${supplier}购进${goods}${bought}${own.unit}，进价每${own.unit}${cost}，售价每${own.unit}${price}元，至检查时已售出${sold}${own.unit}，库存${bought - sold}${own.unit}。`,
      () =>
        `${goods}由业务员${personName(dice).slice(0, 1)}某送货上门，共${bought}${own.unit}，以每${own.unit}${price}元的价格对外销售，剩余${bought - sold}${own.unit}摆放在${own.place}。`,
      () =>
        `${from}起，当事人经营${goods}，每${own.unit}标价${price}元，登记销售${sold}${own.unit}，销售款${sold * price}元，未能提供完整的${dice.pick(['记录', '台账', '凭证'])}。`,
      () =>
        `经清点，${own.place}有${goods}${bought - sold}${own.unit}，其中${1 + dice.below(9)}${own.unit}已经拆封，供货者为${supplier}，双方没有签订书面合同。`,
    ]);
    return told();
  });
}

function money({ latent, dice, own }: Words): string {
  const value = amount(latent.value, dice);
  const gains = latent.confiscated > 0 ? amount(latent.confiscated, dice) : null;
  const sold = dice.pick([
    `涉案货值金额共计${value}`,
    `至案发时经营额为${value}`,
    `上述${own.goods[0]}按标价计算货值${value}`,
    `案值${value}`,
    `经核算，涉案金额${value}`,
  ]);
  return `${sold}${gains === null ? dice.pick(['，违法所得无法计算', '，未获利', '']) : `，违法所得${gains}`}。`;
}

/** What speaks of the factors, in any order; what weighs nothing is often not mentioned. */
function factors({ latent, dice, style }: Words): string[] {
  const { benchmark } = latent.violation;
  const said = benchmark.factors.flatMap(({ id, label, options }) => {
    if (id === 'scale') return [];
    const option = options.findIndex((one) => one.id === latent.factors[id]);
    if (dice.chance(option === 0 ? 0.45 : 0.12)) return [];
    const worded = FACTOR_WORDS[`${id} ${latent.factors[id]}`];
    const text = worded ? dice.pick(worded) : `${label.zh}：${options[option]?.label.zh ?? ''}`;
    return [`${style === 2 ? `关于${label.zh}，` : ''}${text}${dice.pick(['。', '。', '；'])}`];
  });
  return dice.some(said, said.length);
}

function proof({ dice, papers, style, party }: Words): string[] {
  const list = papers.join('、');
  const standard = [
    `以上事实，有现场笔录、询问笔录、${list}以及现场照片等证据证明。`,
    `上述事实有${list}、当事人的陈述和申辩材料在案佐证。`,
    `认定上述事实的主要证据有：一、现场检查笔录一份；二、${list}复印件，由当事人签名确认；三、对有关人员的询问笔录。`,
  ];
  const more = [
    '本局依法向当事人送达了行政处罚告知书，告知拟作出处罚的内容、事实、理由、依据以及依法享有的陈述、申辩权利。',
    '当事人在法定期限内没有提出陈述、申辩意见，也没有要求举行听证。',
    `案件调查期间，${party}提交了营业执照复印件和整改报告，执法人员予以核对。`,
    '调查取证过程有全程音像记录，证据之间能够相互印证。',
    '本局认为，本案事实清楚，证据确凿，程序合法，适用法律正确。',
    '经本局负责人批准，对本案立案调查，并指定两名执法人员承办。',
    '执法人员当场制作笔录，对涉案物品采取先行登记保存措施，期满后依法作出处理决定。',
  ];
  const count = style === 1 ? 2 : style === 4 ? 3 : 4 + dice.below(4);
  return [dice.pick(standard), ...dice.some(more, count)];
}

function basis({ latent, dice }: Words): string {
  const { versions } = latent.violation;
  const entry = latent.statute ?? versions[0];
  if (entry === undefined) return '';
  const { prohibition } = entry;
  const broken = prohibition[0] === undefined ? '有关规定' : cited(prohibition[0], dice);
  return dice.pick([
    `当事人的行为违反了${broken}的规定，依据${cited(entry.basis, dice)}的规定予以处罚。`,
    `违反${broken}；处罚依据为${cited(entry.basis, dice)}。`,
    `上述行为不符合${broken}的要求。根据${cited(entry.basis, dice)}以及《中华人民共和国行政处罚法》第五条第二款，综合考虑案件的事实、性质、情节以及社会危害程度，给予行政处罚。`,
  ]);
}

function decision({ latent, dice }: Words): string {
  const { fine, confiscated, tier } = latent;
  const parts = [dice.pick(['责令改正违法行为', '责令立即改正', '责令停止上述行为'])];
  if (tier === 'waive') parts.push('不予行政处罚');
  else {
    if (confiscated > 0) parts.push(`没收违法所得${amount(confiscated, dice)}`);
    parts.push(fine === null ? '给予警告' : `罚款${amount(fine, dice)}`);
  }
  const list = parts.map((part, i) => `${i + 1}．${part}`).join('；');
  return dice.pick([
    `决定处罚如下：${list}。`,
    `${parts.join('，')}。`,
    `鉴于上述情节，本局决定：${list}，上缴国库。`,
  ]);
}

/** 《食品安全法》第一百二十四条第一款第（二）项, or with Arabic digits. */
function cited(
  {
    law,
    article,
    paragraph,
    item,
  }: { law: string; article: number; paragraph?: number | undefined; item?: number | undefined },
  dice: Dice,
): string {
  const full = /法$/.test(law) ? `中华人民共和国${law}` : law;
  const number = dice.chance(0.8) ? chinese : String;
  return [
    `《${dice.chance(0.7) ? full : law}》第${number(article)}条`,
    paragraph === undefined ? '' : `第${number(paragraph)}款`,
    item === undefined ? '' : `第${dice.chance(0.5) ? `（${chinese(item)}）` : number(item)}项`,
  ].join('');
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 999 in Chinese numerals. */
function chinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const low = ones > 0 ? (DIGITS[ones] as string) : '';
  if (tens === 0) return high + (hundreds > 0 && ones > 0 ? '零' : '') + low;
  return `${high}${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十${low}`;
}

function amount(fen: number, dice: Dice): string {
  const kind = dice.below(8);
  if (kind === 0) return formatFenShort(fen);
  if (kind === 1) return `人民币${formatFen(fen)}`;
  if (kind < 5) return `${(fen / 100).toFixed(fen % 100 === 0 ? 0 : 2)}元`;
  return formatFen(fen);
}

function day(text: string, style: number): string {
  const [year, month, date] = text.split('-').map(Number);
  if (style === 3) return `${year}.${month}.${date}`;
  return `${year}年${month}月${date}日`;
}
