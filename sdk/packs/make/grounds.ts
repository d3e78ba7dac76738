import type { Ground } from '../../src/rules/index.ts';

/** Which entries a ground of a special law belongs to: every given list must hold the entry's own. */
interface Scope {
  readonly law: string;
  readonly articles?: readonly number[];
  readonly violations?: readonly string[];
  /** Only the entry under this text. */
  readonly version?: string;
}

const EVIDENCE = {
  innocent: ['进货查验记录', '供货者资质和票据', '当事人不知情的证据', '如实说明进货来源的材料'],
};

const price = (item: number, id: string, zh: string, en: string, evidence: string[]) => ({
  scope: { law: '价格违法行为行政处罚规定' },
  ground: {
    number: 1110 + item,
    id: `price-${id}`,
    force: 'must' as const,
    effect: ['aggravate' as const],
    label: { zh, en },
    cite: { law: '价格违法行为行政处罚规定', article: 17, paragraph: 2, item },
    evidence,
  },
});

const drug = (item: number, id: string, zh: string, en: string, articles?: number[]) => ({
  scope: { law: '药品管理法', ...(articles === undefined ? {} : { articles }) },
  ground: {
    number: 1120 + item,
    id: `drug-${id}`,
    force: 'must' as const,
    effect: ['aggravate' as const],
    label: { zh, en },
    cite: { law: '药品管理法', article: 137, item, version: '2019-08-26修订' },
    evidence: [],
  },
});

/** Statutory grounds outside 行政处罚法, each read in its text. Those of general law stand in `grounds.json`. */
export const GROUNDS: readonly { readonly scope: Scope; readonly ground: Ground }[] = [
  {
    scope: { law: '商标法', violations: ['tm-infringement'], version: '2019-04-23修正' },
    ground: {
      number: 1101,
      id: 'tm-repeated-or-serious',
      force: 'must',
      effect: ['aggravate'],
      label: {
        zh: '五年内实施两次以上商标侵权行为或者有其他严重情节',
        en: 'two or more trademark infringements within five years, or other serious circumstances',
      },
      cite: { law: '商标法', article: 60, paragraph: 2, version: '2019-04-23修正' },
      when: {
        op: 'any',
        of: [
          { op: 'ge', fact: 'infringements5y', value: 2 },
          { op: 'eq', fact: 'otherSerious', value: true },
        ],
      },
      evidence: ['五年内的处罚决定书或者生效判决', '其他严重情节的证据'],
    },
  },
  {
    scope: { law: '商标法', violations: ['tm-infringement'], version: '2019-04-23修正' },
    ground: {
      number: 1102,
      id: 'tm-innocent-seller',
      force: 'must',
      effect: ['waive'],
      label: {
        zh: '销售者不知道是侵权商品，能证明合法取得并说明提供者（责令停止销售）',
        en: 'a seller who did not know, obtained the goods lawfully and names the supplier (only ordered to stop selling)',
      },
      cite: { law: '商标法', article: 60, paragraph: 2, version: '2019-04-23修正' },
      evidence: EVIDENCE.innocent,
    },
  },
  {
    scope: { law: '反不正当竞争法', violations: ['uc-confusion'], version: '2025-06-27修订' },
    ground: {
      number: 1103,
      id: 'uc-innocent-seller',
      force: 'must',
      effect: ['waive'],
      label: {
        zh: '销售者不知道是混淆商品，能证明合法取得并说明提供者（责令停止销售）',
        en: 'a seller who did not know, obtained the goods lawfully and names the supplier (only ordered to stop selling)',
      },
      cite: { law: '反不正当竞争法', article: 23, paragraph: 2, version: '2025-06-27修订' },
      evidence: EVIDENCE.innocent,
    },
  },
  price(1, 'grave', '价格违法行为严重或者社会影响较大', 'grave, or of large social effect', []),
  price(2, 'again-and-again', '屡查屡犯', 'again and again after inspections', [
    '既往检查和处罚记录',
  ]),
  price(
    3,
    'evidence',
    '伪造、涂改或者转移、销毁证据',
    'evidence forged, altered, moved or destroyed',
    [],
  ),
  price(
    4,
    'assets-moved',
    '转移与价格违法行为有关的资金或者商品',
    'money or goods of the violation moved away',
    [],
  ),
  price(
    5,
    'refund-refused',
    '拒不退还消费者或者其他经营者多付的价款',
    'refuses to refund what was overpaid',
    ['责令退款通知书及送达回证'],
  ),
  price(6, 'other', '应予从重处罚的其他价格违法行为', 'others that call for a heavier penalty', []),
  drug(
    1,
    'special-drugs',
    '以特殊管理药品冒充其他药品，或者以其他药品冒充特殊管理药品',
    'specially controlled drugs passed off as others, or others as them',
    [116],
  ),
  drug(
    2,
    'mothers-and-children',
    '生产、销售以孕产妇、儿童为主要使用对象的假药、劣药',
    'counterfeit or substandard drugs mainly for pregnant women or children',
    [116, 117],
  ),
  drug(
    3,
    'biological',
    '生产、销售的生物制品属于假药、劣药',
    'biological products that are counterfeit or substandard',
    [116, 117],
  ),
  drug(
    4,
    'injury',
    '生产、销售假药、劣药，造成人身伤害后果',
    'counterfeit or substandard drugs that injured people',
    [116, 117],
  ),
  drug(
    5,
    'again',
    '生产、销售假药、劣药，经处理后再犯',
    'counterfeit or substandard drugs again after a penalty',
    [116, 117],
  ),
  drug(
    6,
    'obstruction',
    '拒绝、逃避监督检查，伪造、销毁、隐匿有关证据材料，或者擅自动用查封、扣押物品',
    'inspection refused or evaded, evidence forged, destroyed or hidden, sealed goods touched',
  ),
  {
    scope: { law: '药品管理法', articles: [116, 117] },
    ground: {
      number: 1131,
      id: 'drug-innocent-dealer',
      force: 'must',
      effect: ['waive'],
      label: {
        zh: '药品经营企业、医疗机构履行进货检查验收义务且不知道是假药、劣药（收缴药品）',
        en: 'a dealer or hospital that checked its purchases and did not know (the drugs are collected)',
      },
      cite: { law: '药品管理法实施条例', article: 86, version: '2026-01-16修订(国务院令第828号)' },
      keeps: ['confiscate-goods'],
      evidence: EVIDENCE.innocent,
    },
  },
  {
    scope: { law: '食品安全法', articles: [123, 124, 125, 126, 132] },
    ground: {
      number: 1141,
      id: 'food-serious',
      force: 'must',
      effect: ['aggravate'],
      label: {
        zh: '食品安全违法情节严重，处以罚款',
        en: 'a fine for serious food safety violations',
      },
      cite: { law: '食品安全法实施条例', article: 67, paragraph: 2, version: '2019-10-11修订' },
      when: { op: 'eq', fact: 'serious', value: true },
      evidence: ['实施条例第六十七条第一款所列情形的证据'],
    },
  },
  {
    scope: { law: '食品安全法', articles: [123, 124, 125] },
    ground: {
      number: 1142,
      id: 'food-innocent-dealer',
      force: 'may',
      effect: ['waive'],
      label: {
        zh: '食品经营者履行进货查验义务、不知道食品不符合标准并如实说明来源（没收食品）',
        en: 'a dealer who checked his purchases, did not know and names the source (the food is confiscated)',
      },
      cite: { law: '食品安全法', article: 136, version: '2025-09-12修正' },
      keeps: ['confiscate-goods'],
      evidence: EVIDENCE.innocent,
    },
  },
  {
    scope: { law: '食品安全法', articles: [123, 124, 125] },
    ground: {
      number: 1143,
      id: 'food-recalled',
      force: 'may',
      effect: ['lighten', 'mitigate'],
      label: {
        zh: '主动停止生产经营、召回或者采取其他有效措施，未造成危害后果',
        en: 'stopped, recalled or otherwise removed the risk, and no harm came of it',
      },
      cite: { law: '食品安全法实施条例', article: 76, version: '2019-10-11修订' },
      evidence: ['召回公告和召回记录', '处置记录'],
    },
  },
  {
    scope: {
      law: '医疗器械监督管理条例',
      violations: ['dev-unregistered', 'dev-below-standard', 'dev-expired'],
    },
    ground: {
      number: 1151,
      id: 'device-innocent-dealer',
      force: 'may',
      effect: ['waive'],
      label: {
        zh: '经营企业、使用单位履行进货查验义务、不知道并如实说明来源（收缴医疗器械）',
        en: 'a dealer or user who checked the purchases, did not know and names the source (the devices are collected)',
      },
      cite: { law: '医疗器械监督管理条例', article: 87, version: '2024-12-06修订' },
      keeps: ['confiscate-goods'],
      evidence: EVIDENCE.innocent,
    },
  },
  {
    scope: { law: '化妆品监督管理条例', articles: [59, 60, 61] },
    ground: {
      number: 1161,
      id: 'cosmetics-innocent-dealer',
      force: 'may',
      effect: ['waive'],
      label: {
        zh: '化妆品经营者履行进货查验记录等义务且不知道化妆品不合规（收缴化妆品）',
        en: 'a dealer who checked the purchases and did not know (the cosmetics are collected)',
      },
      cite: { law: '化妆品监督管理条例', article: 68, version: '2020-06-16(国务院令第727号)' },
      keeps: ['confiscate-goods'],
      evidence: EVIDENCE.innocent,
    },
  },
  {
    scope: { law: '产品质量法', articles: [49, 50, 51, 52, 53] },
    ground: {
      number: 1171,
      id: 'product-innocent-seller',
      force: 'may',
      effect: ['lighten', 'mitigate'],
      label: {
        zh: '销售者有充分证据证明不知道产品禁止销售并如实说明进货来源',
        en: 'a seller with full proof of not knowing who names the source',
      },
      cite: { law: '产品质量法', article: 55, version: '2018-12-29修正' },
      evidence: EVIDENCE.innocent,
    },
  },
];

/** The grounds of an entry, by number. */
export function groundsOf(
  violation: string,
  basis: { law: string; article: number; version?: string },
): Ground[] {
  return GROUNDS.filter(
    ({ scope }) =>
      scope.law === basis.law &&
      (scope.articles?.includes(basis.article) ?? true) &&
      (scope.violations?.includes(violation) ?? true) &&
      (scope.version === undefined || scope.version === basis.version),
  ).map(({ ground }) => ground);
}
