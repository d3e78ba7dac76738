import type { Condition, PenaltyKind, Subject } from '../../src/rules/index.ts';

/** What each word of the source means here. A word that is missing is refused, never passed on. */

/** Penalty kinds: the Chinese word that the source must carry with it, and the English one. */
export const PENALTIES: Readonly<
  Record<string, readonly [kind: PenaltyKind, zh: string, en: string]>
> = {
  warning: ['warning', '警告', 'warning'],
  'circulated-criticism': ['circulated-criticism', '通报批评', 'circulated criticism'],
  fine: ['fine', '罚款', 'fine'],
  'confiscate-illegal-gains': [
    'confiscate-illegal-gains',
    '没收违法所得',
    'confiscation of illegal gains',
  ],
  'confiscate-fees': ['confiscate-fees', '没收广告费用/所收费用', 'confiscation of fees'],
  'confiscate-goods': ['confiscate-goods', '没收违法物品/产品', 'confiscation of goods'],
  'confiscate-tools': [
    'confiscate-tools',
    '没收工具设备原料等',
    'confiscation of tools and materials',
  ],
  'suspend-business': ['suspend-business', '责令停产停业(停业整顿)', 'suspension of business'],
  'revoke-business-licence': [
    'revoke-business-licence',
    '吊销营业执照',
    'revocation of the business licence',
  ],
  'revoke-permit': ['revoke-permit', '吊销许可证件', 'revocation of the permit'],
  'withdraw-approval': [
    'withdraw-approval',
    '撤销批准/备案/资格',
    'withdrawal of approval, filing or qualification',
  ],
  'no-new-application': [
    'no-new-application',
    '一定期限不受理申请',
    'no new application accepted for a time',
  ],
  'detention-by-police': ['detention-by-police', '行政拘留(公安机关)', 'detention by the police'],
  'practice-ban': ['practice-ban', '限制从业', 'ban from the trade'],
  'order-closure': ['order-closure', '责令关闭', 'order to close'],
};

/** Measures that are no penalties (行政处罚法 9). */
export const MEASURES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'order-correct': ['责令改正', 'order to correct'],
  'order-stop': ['责令停止', 'order to stop'],
  'order-correct-within-time': ['责令限期改正', 'order to correct within a time'],
  'remove-influence': ['责令消除影响', 'order to remove the influence'],
  'order-stop-use': ['责令停止使用', 'order to stop using'],
  'order-refund': ['责令退还多收价款', 'order to refund the overcharge'],
  abolish: ['取缔', 'abolition'],
  publicise: ['公示/公告', 'publication'],
  compensate: ['责令赔偿', 'order to compensate'],
  'list-abnormal': ['列入经营异常名录', 'entry in the list of abnormal operations'],
};

/** What a person reads where the source has the short form of a working list. */
export const READ_AS: Readonly<Record<string, string>> = {
  '没收广告费用/所收费用': '没收广告费用或者所收费用',
  '没收违法物品/产品': '没收违法物品、产品',
  没收工具设备原料等: '没收工具、设备、原料等物品',
  '责令停产停业(停业整顿)': '责令停产停业（停业整顿）',
  '撤销批准/备案/资格': '撤销批准、备案或者资格',
  一定期限不受理申请: '一定期限内不受理申请',
  '行政拘留(公安机关)': '行政拘留（由公安机关决定）',
  '公示/公告': '公示或者公告',
};

/** What a fine is a multiple of. */
export const BASES: Readonly<Record<string, string>> = {
  'multiple-of:货值金额': 'goodsValue',
  'multiple-of:广告费用': 'adFee',
  'multiple-of:违法所得': 'illegalGains',
  'multiple-of:违法经营额': 'illegalTurnover',
  'multiple-of:上一年度销售额': 'lastYearSales',
  'multiple-of:检验费用': 'inspectionFee',
  'multiple-of:上一年度从本单位取得收入': 'lastYearIncome',
  'multiple-of:违法收入': 'illegalIncome',
  'multiple-of:被隐匿等物品货值金额': 'concealedGoodsValue',
  'multiple-of:虚报注册资本金额': 'falseCapitalAmount',
  'multiple-of:虚假或未出资金额': 'unpaidContribution',
  'multiple-of:抽逃出资金额': 'withdrawnCapital',
};

/** Variables that are not simply the fact of the same name: a number hidden in a yes-or-no question is asked as a number. */
export const COUNTED: Readonly<Record<string, Condition>> = {
  'infringements5y>=2': { op: 'ge', fact: 'infringements5y', value: 2 },
  threePlusIn2Years: { op: 'ge', fact: 'violations2y', value: 3 },
};

const party = (zh: string, en: string, ...values: string[]): Subject => ({
  role: 'party',
  label: { zh, en },
  ...(values.length > 0 ? { values } : {}),
});
const person = (zh: string, en: string): Subject => ({ role: 'person', label: { zh, en } });

/** Whom the text names. `party` with values is chosen by the fact `subject`, without them by the tier's conditions. */
export const SUBJECTS: Readonly<Record<string, Subject>> = Object.fromEntries(
  [
    party('广告主', 'advertiser', 'advertiser'),
    party('广告经营者、广告发布者', 'advertising agent or publisher', 'ad-agent', 'ad-publisher'),
    party('广告发布者', 'advertisement publisher', 'ad-publisher'),
    party('广告代言人', 'spokesperson', 'ad-spokesperson'),
    party(
      '广告主、广告经营者、广告发布者',
      'advertiser, advertising agent or publisher',
      'advertiser',
      'ad-agent',
      'ad-publisher',
    ),
    party('互联网平台经营者', 'internet platform operator', 'internet-platform'),
    party('个人经营者', 'operator who is an individual'),
    party('单位', 'entity'),
    party('机构', 'institution'),
    party('代理机构', 'agency'),
    party('接受并使用者', 'who received and used it'),
    person(
      '直接负责的主管人员和其他直接责任人员',
      'managers directly in charge and other persons directly responsible',
    ),
    person(
      '法定代表人、主要负责人、直接负责的主管人员和其他责任人员',
      'legal representative, main head, managers directly in charge and other responsible persons',
    ),
    person(
      '法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员',
      'legal representative, main head, managers directly in charge and other persons directly responsible',
    ),
    person(
      '法定代表人、主要负责人、直接责任人员、受贿个人',
      'legal representative, main head, persons directly responsible, individuals who took bribes',
    ),
    person('主要负责人', 'main head'),
    person('法定代表人等责任人员', 'legal representative and other responsible persons'),
    person('责任人员', 'responsible persons'),
    person(
      '法定代表人、主要负责人和直接责任人员',
      'legal representative, main head and persons directly responsible',
    ),
  ].map((subject) => [subject.label.zh, subject]),
);

/** Where a text says of a fact what general law does not: what an officer must look at in the entries of these articles. */
export const HINTS: readonly {
  readonly fact: string;
  readonly law: string;
  readonly articles?: readonly number[];
  readonly hint: { readonly zh: string; readonly en: string };
}[] = [
  {
    fact: 'serious',
    law: '食品安全法',
    articles: [123, 124, 125, 126, 132],
    hint: {
      zh: '食品安全法实施条例第六十七条：货值金额2万元以上或者持续3个月以上；食源性疾病致人死亡或者致30人以上患病；故意提供虚假信息或者隐瞒真实情况；拒绝、逃避监督检查；受行政处罚后1年内又实施同一性质违法行为或者受刑事处罚后又违法；其他情节严重的情形。',
      en: 'Article 67 of the Implementing Regulation: goods of 20,000 yuan or more, or three months or more; food-borne disease with a death, or 30 or more ill; deliberate false information; refusing or evading inspection; the same kind again within one year of a penalty, or any after a criminal penalty; other serious circumstances.',
    },
  },
  {
    fact: 'illegalGains',
    law: '价格违法行为行政处罚规定',
    hint: {
      zh: '价格违法行为行政处罚规定第十八条：违法所得无法确定的，按照没有违法所得处罚，填零，并记明无法确定的理由。应当退还而已退还的多收价款计入违法所得，但不没收。',
      en: 'Article 18 of the price regulation: gains that cannot be determined count as none, so enter zero and record why. Overcharges that were refunded count, and are not confiscated.',
    },
  },
];
