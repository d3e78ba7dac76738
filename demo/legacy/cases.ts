import type { Case } from '@chidu/sdk/discretion';
import type { DataError } from '@chidu/sdk/errors';

/**
 * Ten cases as the old system holds them: strings, the way they were typed. Everybody in them is invented; the credit
 * codes have right check characters and a region, 9901, that GB/T 2260 has never assigned.
 */
export interface LegacyCase {
  /** Key in the address: `ajdetail.jsp?ajid=…`. */
  readonly ajid: string;
  readonly ajbh: string;
  readonly ajmc: string;
  /** Code of the violation in the old system's own dictionary: `VIOLATIONS`. */
  readonly wfxw: string;
  readonly dsrxm: string;
  /** 1 法人, 2 其他组织, 3 个体工商户, 4 自然人 */
  readonly dsrlx: '1' | '2' | '3' | '4';
  readonly zjhm: string;
  readonly fddbr: string;
  readonly zs: string;
  readonly larq: string;
  readonly ajly: string;
  readonly wffsrq: string;
  readonly wfzzrq: string;
  /** Amounts exactly as typed: with separators, full-width, with a unit of their own, or vague. Empty: not filled in. */
  readonly hzje: string;
  /** The hidden twin of `hzje` that the old form posts. It should be the same amount. */
  readonly hzjeHidden: string;
  readonly wfsd: string;
  /** The old form asks for this one in 万元. */
  readonly wfjye: string;
  readonly ggfy: string;
  readonly wfss: string;
  readonly qtcf: readonly string[];
  readonly gzswh: string;
  readonly expected: Expected;
}

/** What a reader must find on the page of the case: money in fen, an absent fact is unknown. */
export interface Expected {
  readonly violation: string;
  readonly party: Case['party'];
  readonly actDate: string | null;
  readonly money: Readonly<
    Partial<Record<'goodsValue' | 'illegalGains' | 'illegalTurnover' | 'adFee', number>>
  >;
  /** Fields that must not become a value, and why. */
  readonly refused: readonly {
    readonly field: string;
    readonly code: DataError | 'empty' | 'conflict';
  }[];
}

/** The old system's dictionary 案由代码: its own codes and wording, with the article lines it prints. */
export interface LegacyViolation {
  readonly code: string;
  readonly violation: string;
  readonly name: string;
  readonly prohibition: string;
  readonly basis: string;
}

export const AUTHORITY = {
  name: '兰汀市市场监督管理局',
  code: '11990100MB0A00018B',
  address: '兰汀市虚白路1号',
  contact: '甄示范、贾演示',
  phone: '000-5550137',
} as const;

export const VIOLATIONS: readonly LegacyViolation[] = [
  {
    code: 'SP1220101',
    violation: 'food-unlicensed-operation',
    name: '未取得食品生产经营许可从事食品生产经营活动',
    prohibition: '《中华人民共和国食品安全法》第三十五条第一款',
    basis: '《中华人民共和国食品安全法》第一百二十二条第一款',
  },
  {
    code: 'SP1240105',
    violation: 'food-expired-or-false-date',
    name: '经营超过保质期的食品',
    prohibition: '《中华人民共和国食品安全法》第三十四条第十项',
    basis: '《中华人民共和国食品安全法》第一百二十四条第一款第五项',
  },
  {
    code: 'GG0550100',
    violation: 'ad-false',
    name: '发布虚假广告',
    prohibition: '《中华人民共和国广告法》第四条第一款、第二十八条第一款',
    basis: '《中华人民共和国广告法》第五十五条第一款',
  },
  {
    code: 'SB0600200',
    violation: 'tm-infringement',
    name: '侵犯注册商标专用权',
    prohibition: '《中华人民共和国商标法》第五十七条第三项',
    basis: '《中华人民共和国商标法》第六十条第二款',
  },
  {
    code: 'JG0130000',
    violation: 'price-no-marking',
    name: '违反明码标价规定',
    prohibition: '《中华人民共和国价格法》第十三条第一款',
    basis: '《价格违法行为行政处罚规定》第十三条',
  },
  {
    code: 'JL0430000',
    violation: 'met-overdue-verification',
    name: '使用强制检定计量器具未按规定申请检定',
    prohibition: '《中华人民共和国计量法实施细则》第二十二条',
    basis: '《中华人民共和国计量法实施细则》第四十三条',
  },
  {
    code: 'HZ0620102',
    violation: 'cos-no-purchase-record',
    name: '化妆品经营者未建立并执行进货查验记录制度',
    prohibition: '《化妆品监督管理条例》第三十八条',
    basis: '《化妆品监督管理条例》第六十二条第一款第二项',
  },
  {
    code: 'ZL0500000',
    violation: 'pq-adulterated',
    name: '以不合格产品冒充合格产品',
    prohibition: '《中华人民共和国产品质量法》第三十九条',
    basis: '《中华人民共和国产品质量法》第五十条',
  },
  {
    code: 'TZ0840001',
    violation: 'se-use-uninspected',
    name: '使用未经检验的特种设备',
    prohibition: '《中华人民共和国特种设备安全法》第四十条第三款',
    basis: '《中华人民共和国特种设备安全法》第八十四条第一项',
  },
];

export const CASES: readonly LegacyCase[] = [
  {
    ajid: '20260137',
    ajbh: '兰市监案〔2026〕137号',
    ajmc: '兰汀市喆记早点铺未取得食品经营许可从事食品经营活动案',
    wfxw: 'SP1220101',
    dsrxm: '兰汀市喆记早点铺',
    dsrlx: '3',
    zjhm: '92990103MA9C010747',
    fddbr: '范喆例',
    zs: '兰汀市虚白路88号1层',
    larq: '2026-09-04',
    ajly: '日常检查',
    wffsrq: '2026-03-10',
    wfzzrq: '2026-09-02',
    hzje: '9,999.00',
    hzjeHidden: '9999.00',
    wfsd: '3,200.00',
    wfjye: '',
    ggfy: '',
    wfss: '当事人自2026年3月10日起，在未取得食品经营许可证的情况下，在兰汀市虚白路88号1层制作并销售包子、豆浆等早点，至2026年9月2日被本局检查发现时止。经查，当事人经营上述食品的货值金额共计9,999.00元，违法所得3,200.00元。',
    qtcf: ['没收违法所得3,200.00元', '没收用于违法经营的蒸柜1台、豆浆机2台'],
    gzswh: '兰市监罚告〔2026〕137号',
    expected: {
      violation: 'food-unlicensed-operation',
      party: { kind: 'individual' },
      actDate: '2026-09-02',
      money: { goodsValue: 999_900, illegalGains: 320_000 },
      refused: [],
    },
  },
  {
    ajid: '20260138',
    ajbh: '兰市监案〔2026〕138号',
    ajmc: '兰汀市虚谷食品有限公司未取得食品生产许可从事食品生产活动案',
    wfxw: 'SP1220101',
    dsrxm: '兰汀市虚谷食品有限公司',
    dsrlx: '1',
    zjhm: '91990103MA9C011463',
    fddbr: '虞谷',
    zs: '兰汀市拟真工业园3号厂房',
    larq: '2026-09-08',
    ajly: '投诉举报',
    wffsrq: '2026-06-01',
    wfzzrq: '2026-09-07',
    hzje: '10,000.00',
    hzjeHidden: '10000.00',
    wfsd: '2,600.00',
    wfjye: '',
    ggfy: '',
    wfss: '当事人自2026年6月1日起，在未取得食品生产许可证的情况下，在兰汀市拟真工业园3号厂房生产并销售预包装糕点，至2026年9月7日被本局检查发现时止。经查，当事人生产经营上述食品的货值金额共计10,000.00元，违法所得2,600.00元。',
    qtcf: ['没收违法所得2,600.00元', '没收违法生产的糕点46盒、用于违法生产的烤箱1台'],
    gzswh: '兰市监罚告〔2026〕138号',
    expected: {
      violation: 'food-unlicensed-operation',
      party: { kind: 'entity' },
      actDate: '2026-09-07',
      money: { goodsValue: 1_000_000, illegalGains: 260_000 },
      refused: [],
    },
  },
  {
    ajid: '20260141',
    ajbh: '兰市监案〔2026〕141号',
    ajmc: '兰汀市幻方健身服务有限公司发布虚假广告案',
    wfxw: 'GG0550100',
    dsrxm: '兰汀市幻方健身服务有限公司',
    dsrlx: '1',
    zjhm: '91990103MA9C01218U',
    fddbr: '钱虚舟',
    zs: '兰汀市如意街12号2层',
    larq: '2026-09-10',
    ajly: '监测移送',
    wffsrq: '2026-07-15',
    wfzzrq: '2026-08-31',
    hzje: '',
    hzjeHidden: '',
    wfsd: '',
    wfjye: '',
    ggfy: '１２，８００元',
    wfss: '当事人于2026年7月15日至8月31日在其店面及网络主页发布广告，宣称“三十天减重二十公斤，无效全额退款”。经查，当事人不能提供证明上述内容真实的任何材料，也从未兑现退款承诺。上述广告的设计、制作、发布费用共计12,800元，有合同及付款凭证为证。',
    qtcf: [],
    gzswh: '兰市监罚告〔2026〕141号',
    expected: {
      violation: 'ad-false',
      party: { kind: 'entity' },
      actDate: '2026-08-31',
      money: { adFee: 1_280_000 },
      refused: [],
    },
  },
  {
    ajid: '20260142',
    ajbh: '兰市监案〔2026〕142号',
    ajmc: '兰汀市拟云箱包店销售侵犯注册商标专用权的商品案',
    wfxw: 'SB0600200',
    dsrxm: '兰汀市拟云箱包店',
    dsrlx: '3',
    zjhm: '92990103MA9C01285N',
    fddbr: '孙拟云',
    zs: '兰汀市如意街56号',
    larq: '2026-09-11',
    ajly: '权利人投诉',
    wffsrq: '2026-02-18',
    wfzzrq: '2026-09-09',
    hzje: '',
    hzjeHidden: '',
    wfsd: '',
    wfjye: '3.75',
    ggfy: '',
    wfss: '当事人自2026年2月18日起销售标有“云尺”商标的双肩包，至2026年9月9日止，已售出120个，库存30个，违法经营额共计37,500元。经商标权利人鉴别，上述商品为侵犯其注册商标专用权的商品，当事人不能说明提供者。',
    qtcf: ['没收侵权双肩包30个'],
    gzswh: '兰市监罚告〔2026〕142号',
    expected: {
      violation: 'tm-infringement',
      party: { kind: 'individual' },
      actDate: '2026-09-09',
      money: { illegalTurnover: 3_750_000 },
      refused: [],
    },
  },
  {
    ajid: '20260145',
    ajbh: '兰市监案〔2026〕145号',
    ajmc: '兰汀市示例水果店违反明码标价规定案',
    wfxw: 'JG0130000',
    dsrxm: '兰汀市示例水果店',
    dsrlx: '3',
    zjhm: '92990103MA9C01357F',
    fddbr: '李示例',
    zs: '兰汀市虚白路102号',
    larq: '2026-09-15',
    ajly: '日常检查',
    wffsrq: '2026-09-14',
    wfzzrq: '2026-09-14',
    hzje: '',
    hzjeHidden: '',
    wfsd: '0.00',
    wfjye: '',
    ggfy: '',
    wfss: '2026年9月14日，本局执法人员检查发现，当事人店内销售的苹果、葡萄等6种水果均未标明价格和计价单位。当事人当场改正，标明了全部商品的价格。未发现当事人多收价款。',
    qtcf: [],
    gzswh: '兰市监罚告〔2026〕145号',
    expected: {
      violation: 'price-no-marking',
      party: { kind: 'individual' },
      actDate: '2026-09-14',
      money: { illegalGains: 0 },
      refused: [],
    },
  },
  {
    ajid: '20260148',
    ajbh: '兰市监案〔2026〕148号',
    ajmc: '兰汀市样板粮油有限公司使用未申请检定的计量器具案',
    wfxw: 'JL0430000',
    dsrxm: '兰汀市样板粮油有限公司',
    dsrlx: '1',
    zjhm: '91990103MA9C01429B',
    fddbr: '贾样板',
    zs: '兰汀市仿佛大道7号',
    larq: '2026-09-17',
    ajly: '双随机抽查',
    wffsrq: '2026-04-01',
    wfzzrq: '2026-09-16',
    hzje: '',
    hzjeHidden: '',
    wfsd: '',
    wfjye: '',
    ggfy: '',
    wfss: '当事人在粮油收购中用于贸易结算的2台电子地上衡，检定有效期至2026年3月31日。当事人在有效期届满后未申请检定，继续使用至2026年9月16日被本局检查发现时止。',
    qtcf: [],
    gzswh: '兰市监罚告〔2026〕148号',
    expected: {
      violation: 'met-overdue-verification',
      party: { kind: 'entity' },
      actDate: '2026-09-16',
      money: {},
      refused: [],
    },
  },
  {
    ajid: '20260150',
    ajbh: '兰市监案〔2026〕150号',
    ajmc: '兰汀市镜花美容有限公司未执行化妆品进货查验记录制度案',
    wfxw: 'HZ0620102',
    dsrxm: '兰汀市镜花美容有限公司',
    dsrlx: '1',
    zjhm: '91990103MA9C014969',
    fddbr: '花镜',
    zs: '兰汀市水月街3号',
    larq: '2026-09-18',
    ajly: '专项检查',
    wffsrq: '2026-01-05',
    wfzzrq: '2026-09-17',
    hzje: '2.4万元',
    hzjeHidden: '24000.00',
    wfsd: '',
    wfjye: '',
    ggfy: '',
    wfss: '当事人自2026年1月5日至2026年9月17日购进面膜、精华液等化妆品9批次，货值金额共计2.4万元。当事人未查验供货者的市场主体登记证明和产品合格证明，也未如实记录并保存相关凭证。',
    qtcf: ['警告'],
    gzswh: '兰市监罚告〔2026〕150号',
    expected: {
      violation: 'cos-no-purchase-record',
      party: { kind: 'entity' },
      actDate: '2026-09-17',
      money: { goodsValue: 2_400_000 },
      refused: [],
    },
  },
  {
    ajid: '20260153',
    ajbh: '兰市监案〔2026〕153号',
    ajmc: '兰汀市泡影电器商行销售以不合格产品冒充合格产品的商品案',
    wfxw: 'ZL0500000',
    dsrxm: '兰汀市泡影电器商行（普通合伙）',
    dsrlx: '2',
    zjhm: '91990103MA9C015682',
    fddbr: '梅泡影',
    zs: '兰汀市仿佛大道201号',
    larq: '2026-09-21',
    ajly: '监督抽查',
    wffsrq: '2026-05-20',
    wfzzrq: '2026-09-18',
    hzje: '37,500.00',
    hzjeHidden: '35700.00',
    wfsd: '5,100.00',
    wfjye: '',
    ggfy: '',
    wfss: '当事人自2026年5月20日起以合格产品名义销售250个电源插座，至2026年9月18日止，货值金额共计37,500.00元，违法所得5,100.00元。经检验，该批插座的防触电保护项目不符合强制性国家标准，判定为不合格。',
    qtcf: ['没收违法所得5,100.00元', '没收不合格电源插座85个'],
    gzswh: '兰市监罚告〔2026〕153号',
    expected: {
      violation: 'pq-adulterated',
      party: { kind: 'entity' },
      actDate: '2026-09-18',
      money: { illegalGains: 510_000 },
      refused: [{ field: 'hzje', code: 'conflict' }],
    },
  },
  {
    ajid: '20260156',
    ajbh: '兰市监案〔2026〕156号',
    ajmc: '兰汀市海市物流有限公司使用未经检验的特种设备案',
    wfxw: 'TZ0840001',
    dsrxm: '兰汀市海市物流有限公司',
    dsrlx: '1',
    zjhm: '91990103MA9C0163XM',
    fddbr: '甄楼',
    zs: '兰汀市拟真工业园9号仓库',
    larq: '2026-09-23',
    ajly: '日常检查',
    wffsrq: '2026-08-01',
    wfzzrq: '',
    hzje: '',
    hzjeHidden: '',
    wfsd: '',
    wfjye: '',
    ggfy: '',
    wfss: '当事人自2026年8月1日起在仓库使用1台叉车装卸货物。经查，该叉车未经定期检验。本局责令当事人停止使用该叉车。',
    qtcf: [],
    gzswh: '兰市监罚告〔2026〕156号',
    expected: {
      violation: 'se-use-uninspected',
      party: { kind: 'entity' },
      actDate: null,
      money: {},
      refused: [{ field: 'wfzzrq', code: 'empty' }],
    },
  },
  {
    ajid: '20260159',
    ajbh: '兰市监案〔2026〕159号',
    ajmc: '兰汀市南柯便利店经营超过保质期的食品案',
    wfxw: 'SP1240105',
    dsrxm: '兰汀市南柯便利店',
    dsrlx: '3',
    zjhm: '92990103MA9C01701E',
    fddbr: '南柯',
    zs: '兰汀市如意街90号',
    larq: '2026-09-25',
    ajly: '投诉举报',
    wffsrq: '2026-09-01',
    wfzzrq: '2026-09-24',
    hzje: '约三万',
    hzjeHidden: '',
    wfsd: '',
    wfjye: '',
    ggfy: '',
    wfss: '2026年9月24日，本局执法人员检查发现，当事人货架上待售的饼干、饮料等食品已超过保质期。',
    qtcf: ['没收超过保质期的食品'],
    gzswh: '兰市监罚告〔2026〕159号',
    expected: {
      violation: 'food-expired-or-false-date',
      party: { kind: 'individual' },
      actDate: '2026-09-24',
      money: {},
      refused: [{ field: 'hzje', code: 'amount-vague' }],
    },
  },
];
