import type { Statute } from '@chidu/sdk/rules';
import { Dice } from './dice.ts';

/** How officers word common acts; `#` stands for the goods. Others are worded from the name of the entry. */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  'food-unlicensed-operation': [
    '没有办理食品经营许可证就对外制售#',
    '在未依法取得食品生产经营许可的情况下加工、售卖#',
    '未办理食品许可手续，开门营业并出售自制#',
  ],
  'food-expired-or-false-date': [
    '货架上待售的#已经过了保质期，仍在出售',
    '把过期的#摆在正常销售区继续卖给顾客',
    '在#包装上重新喷印生产日期后销售',
    '销售的#标示的生产日期晚于检查当日',
  ],
  'food-expired-raw-material': ['厨房使用超过保质期的#做原料加工菜品', '用过期的#制作后供顾客食用'],
  'food-label-noncompliant': [
    '出售的预包装#没有中文标签',
    '#的包装上没有生产者名称、地址和配料表',
    '经营的#标签内容与批准内容不一致',
  ],
  'food-label-defect': ['#营养成分表的修约间隔不规范', '#标签上的净含量字符高度不够'],
  'food-contaminants-over-limit': [
    '经抽样检验，#中的镉含量超过国家标准限量',
    '#的菌落总数检验结果超标，判定为不合格',
    '抽检的#检出农药残留超过最大限量',
  ],
  'food-additive-abuse': [
    '在#中超范围使用甜蜜素',
    '#中苯甲酸的检出值超过允许的最大使用量',
    '给#过量添加泡打粉等含铝添加剂',
  ],
  'food-spoiled-adulterated': ['出售的#有霉斑、异味，感官性状异常', '#里混入了头发、塑料丝等异物'],
  'food-no-purchase-check': [
    '购进#时没有索取供货者的许可证和合格证明',
    '不能提供#的进货查验记录和购进票据',
    '未如实登记#的进货日期、批号和供货商联系方式',
  ],
  'food-utensils-not-disinfected': [
    '盛放#的餐具未经消毒就给顾客使用',
    '复用餐饮具抽检大肠菌群不合格，盛装#的碗碟没有按规定清洗消毒',
  ],
  'food-staff-health-certificate': [
    '两名接触#的从业人员没有有效的健康证明',
    '安排健康证过期的员工加工#',
  ],
  'food-process-control': ['加工#时生熟不分，未落实过程控制要求', '#贮存温度失控且没有记录'],
  'food-farm-products-seller': ['摊位销售#没有建立进货查验记录', '卖#的摊主拿不出进货凭证'],
  'ad-absolute-terms': [
    '宣传#时写有“全国第一”“最好”字样',
    '在推广#的页面使用“顶级”“独一无二”等用语',
    '以“最佳”“国家级品质”介绍#',
  ],
  'ad-false': [
    '宣称#“三天见效”，实际没有任何依据',
    '推广#所用的获奖情况、用户数量均属虚构',
    '广告中#的功效与实际不符，误导顾客购买',
  ],
  'ad-disease-treatment-claims': [
    '宣传#能治疗高血压、糖尿病',
    '称#可以消炎、止痛、抗癌，使用了医疗用语',
  ],
  'ad-unreviewed': ['#的广告没有经过审查机关审查就发布', '未取得广告批准文号即推广#'],
  'tm-infringement': [
    '销售的#上带有与权利人注册商标相同的标识，经权利人辨认为假冒',
    '从流动商贩处买进仿冒名牌的#后加价出售',
    '未经商标权人许可，在#上使用近似商标',
    '网店出售的#系侵权商品，权利人出具了鉴定意见',
  ],
  'uc-false-promotion': [
    '对#的销售状况、用户评价作引人误解的介绍',
    '虚构#的原价和研发背景误导消费者',
  ],
  'uc-confusion': [
    '擅自在#上使用与他人有一定影响的包装、装潢近似的标识',
    '#的店招仿冒知名企业字号',
  ],
  'uc-prize-sales': ['#抽奖活动没有公布兑奖条件', '#有奖销售的最高奖品超过五万元'],
  'pq-unsafe': [
    '生产的#经检验不符合强制性安全标准',
    '销售的#绝缘性能不合格，可能危及人身安全',
    '#的阻燃项目不符合国家标准',
  ],
  'pq-adulterated': ['用低等级材料冒充高等级的#出售', '#的实际成分与标称不符，以次充好'],
  'pq-label': ['#没有中文标明的厂名和厂址', '#未标明生产日期和安全使用期'],
  'price-no-marking': [
    '出售#没有标价签',
    '#货签不对位，部分商品未标明价格',
    '在标价之外向购买#的顾客加收未予标明的费用',
  ],
  'price-fraud': ['#标示“原价”从未成交过', '以低价招徕购买#的顾客，结算时按高价收款'],
  'met-overdue-verification': [
    '称量#用的电子秤没有检定合格标志',
    '#使用的计量器具超过检定周期仍在使用',
  ],
  'se-use-uninspected': ['投入使用的#没有经过检验', '#的定期检验已不合格，仍继续运行'],
  'se-not-registered': ['#投用后三十日内没有办理使用登记', '使用中的#没有登记证书'],
  'se-unqualified-personnel': ['操作#的工人没有作业人员证', '安排无证人员驾驶#'],
  'se-cylinder-filling': ['给超期未检的#充装', '充装#前后没有检查记录'],
  'drug-gsp-gmp': ['#没有按说明书要求的温度贮存', '执业药师不在岗时销售#，未执行质量管理规范'],
  'drug-retail-records': ['没有凭处方销售#', '销售#未开具标明批号的凭证'],
  'drug-substandard': ['货架上的#已超过有效期', '抽检的#含量测定不合格，按劣药论处'],
  'drug-illegal-source': ['从没有资质的个人手里购进#', '#来自不具备经营资格的上线'],
  'cos-no-purchase-record': ['没有查验#的注册备案情况，也没有进货记录', '未建立#的进货查验制度'],
  'cos-expired-or-self-mixed': ['摆在柜台上的#过了使用期限', '自行调配#给顾客使用'],
  'dev-expired': ['使用过期的#', '货架上有效期已过的#没有下架'],
  'dev-unfiled-class2-trade': ['没有办理第二类医疗器械经营备案就卖#'],
  'reg-unregistered-operation': [
    '没有领取营业执照就以固定门面经营#',
    '未办理设立登记，长期从事#有关的经营',
  ],
  'reg-false-materials': ['使用他人身份和虚假的#骗取登记', '提交伪造的#办理设立登记'],
  'reg-annual-report': ['未按期报送并公示#'],
  'unlicensed-no-licence': ['无照从事#经营'],
  'con-false-promotion': ['对#的质量和用途作夸大介绍，使顾客误解'],
  'con-unfair-terms': ['#的格式合同写明“概不退换”“最终解释权归本店”'],
  'con-prepayment': ['收取#预付款后不按约定提供服务也不退款'],
  'ec-licence-info': ['经营#的网店首页没有公示营业执照信息'],
  'cert-ccc-uncertified': ['销售未经强制性产品认证的#', '#没有3C标志，也查不到认证证书'],
};

/** Words of the law and what officers write for them. */
const SYNONYMS: readonly (readonly [string, readonly string[]])[] = [
  ['未取得', ['没有取得', '未依法取得', '没有办理']],
  ['未经许可', ['没有许可', '未获许可', '无证']],
  ['未按规定', ['没有按照规定', '未依规定', '不按要求']],
  ['未按期', ['没有按时', '逾期未']],
  ['未建立', ['没有建立', '缺少']],
  ['未履行', ['没有履行', '未尽到', '怠于履行']],
  ['未依法', ['没有依法', '未依照法律']],
  ['从事', ['开展', '进行', '擅自从事']],
  ['生产经营', ['制售', '加工并销售', '经营']],
  ['生产、销售', ['制售', '销售', '生产并对外出售']],
  ['生产、经营', ['经营', '制售']],
  ['销售', ['出售', '对外售卖', '卖出']],
  ['使用', ['采用', '用']],
  ['不符合', ['达不到', '不满足']],
  ['虚假', ['不真实的', '虚构的', '不实']],
  ['拒绝', ['拒不接受', '不配合']],
  ['阻碍', ['妨碍', '阻挠']],
  ['明知', ['在知情的情况下', '清楚知道']],
  ['伪造', ['假造', '编造']],
  ['提供', ['给予', '供给']],
  ['利用', ['借助', '通过']],
  ['消费者', ['顾客', '买受人', '客户']],
  ['经营者', ['商家', '商户']],
  ['不合理', ['不公平', '过分']],
  ['标签', ['标识', '包装标示']],
  ['检查', ['监督检查', '现场检查']],
  ['未经同意', ['没有征得同意', '擅自']],
  ['发布', ['刊登', '对外发布', '投放']],
  ['广告', ['宣传内容', '广告']],
];

/**
 * Ways to say what was done, for one entry of the statute book; `#` stands for the goods. Those of queries differ from most of
 * those of documents, as the words of two officers do.
 */
export function actsOf(statute: Statute): readonly string[] {
  const name = statute.name.zh.replace(/（[^）]*）/g, '');
  const dice = new Dice([...statute.violation].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7));
  const made = new Set<string>(WORDED[statute.violation]?.flatMap((one) => [one, one]) ?? []);
  for (let i = 0; i < 6; i += 1) made.add(worded(name, dice));
  return [...made];
}

function worded(name: string, dice: Dice): string {
  let text = name;
  const parts = name.split('或者');
  // One case is mostly about one of the acts that the entry joins.
  if (parts.length > 1 && dice.chance(0.6)) text = dice.pick(parts);
  for (const [from, to] of SYNONYMS) {
    if (text.includes(from) && dice.chance(0.7)) text = text.replace(from, dice.pick(to));
  }
  return dice.pick([`${text}，涉及#`, `就#${text}`, `${text}（#）`, `在经营#的过程中${text}`]);
}
