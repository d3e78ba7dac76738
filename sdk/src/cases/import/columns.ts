import { halfWidth } from '../../text/index.ts';

/**
 * What a column of a source may feed. `party…`, `person`, `idNumber` and `authorityCode` are read to mask and to tell kinds apart;
 * they do not come into a record as they are.
 */
export const TARGETS = [
  'id',
  'title',
  'facts',
  'basis',
  'decision',
  'number',
  'act',
  'kinds',
  'fine',
  'confiscated',
  'value',
  'actDate',
  'decisionDate',
  'authority',
  'authorityCode',
  'region',
  'party',
  'partyKind',
  'partyCode',
  'person',
  'idNumber',
] as const;
export type Target = (typeof TARGETS)[number];

/** Targets that hold amounts of money and need a unit. */
export const AMOUNTS = ['fine', 'confiscated', 'value'] as const satisfies readonly Target[];
export type AmountTarget = (typeof AMOUNTS)[number];

/**
 * Headers of public penalty lists (双公示: 行政处罚信息公示) and of case systems, and what they mean. `null` is known and
 * not taken.
 */
const HEADERS: readonly (readonly [Target | null, string])[] = [
  ['title', '案件名称 处罚名称 行政处罚名称 处罚案件名称'],
  ['facts', '违法事实 主要违法事实 违法事实和证据 主要违法事实和证据 基本案情 案情 案情简介 事实'],
  ['basis', '处罚依据 行政处罚依据 处罚的依据 法律依据 处罚法律依据'],
  ['decision', '处罚内容 行政处罚内容 处罚结果 处罚决定 行政处罚决定 处罚决定内容'],
  ['number', '行政处罚决定书文号 处罚决定书文号 决定书文号 处罚文号 文书号 文号 决定书编号'],
  ['act', '违法行为类型 案由 违法行为 违法行为种类 违法类型'],
  ['kinds', '处罚类别 处罚类别1 行政处罚类别 处罚种类 行政处罚种类'],
  ['fine', '罚款金额 罚款数额 罚款'],
  [
    'confiscated',
    '没收违法所得、没收非法财物的金额 没收违法所得、没收非法财物金额 没收违法所得没收非法财物的金额 没收金额 没收违法所得金额',
  ],
  ['value', '货值金额 货值 案值 涉案金额 涉案货值 案件价值'],
  ['actDate', '违法行为发生日期 违法行为终了日期 违法日期 违法时间'],
  ['decisionDate', '处罚决定日期 行政处罚决定日期 作出行政处罚决定日期 处罚日期 决定日期'],
  [
    'authority',
    '处罚机关 行政处罚机关 处罚机关名称 作出行政处罚决定的机关 作出处罚决定的机关 处罚单位 办案机关 办案单位',
  ],
  ['authorityCode', '处罚机关统一社会信用代码 行政处罚机关统一社会信用代码'],
  ['region', '行政区划代码 行政区划 区划代码 地方编码 区划'],
  [
    'party',
    '行政相对人名称 相对人名称 当事人 当事人名称 被处罚人 被处罚单位 违法主体名称 处罚对象',
  ],
  ['partyKind', '行政相对人类别 相对人类别 当事人类型 主体类型 当事人类别'],
  ['partyCode', '统一社会信用代码 行政相对人代码1 行政相对人代码_1 信用代码 社会信用代码'],
  [
    'person',
    '法定代表人 法定代表人姓名 负责人 法定代表人或负责人 法人代表 经营者 经营者姓名 法定代表人或经营者 负责人姓名',
  ],
  [
    'idNumber',
    '证件号码 身份证号 身份证号码 居民身份证号 行政相对人代码6 行政相对人代码_6 自然人身份证号 法定代表人证件号码 法定代表人身份证号',
  ],
  [
    null,
    '序号 备注 证件类型 法定代表人证件类型 工商注册号 工商登记码 组织机构代码 税务登记号 事业单位证书号 社会组织登记证号 ' +
      '行政相对人代码2 行政相对人代码3 行政相对人代码4 行政相对人代码5 暂扣或吊销证照名称及编号 处罚有效期 公示截止期 公示期限 ' +
      '数据来源单位 数据来源单位统一社会信用代码 当前状态 信息使用范围 时间戳 上报单位',
  ],
];

const MEANING = new Map(
  HEADERS.flatMap(([target, names]) => names.split(' ').map((name) => [name, target] as const)),
);

/** What a header means: a target, null for one that is known and not taken, undefined where nobody knows it. */
export function meaningOf(header: string): Target | null | undefined {
  const plain = halfWidth(header).replace(/[\s*]/g, '');
  if (MEANING.has(plain)) return MEANING.get(plain);
  // (万元), (统一社会信用代码), (必填), ：
  const bare = plain.replace(/\([^)]*\)/g, '').replace(/[:：]$/, '');
  const inside = /\(([^)]*)\)/.exec(plain)?.[1] ?? '';
  return MEANING.has(bare) ? MEANING.get(bare) : MEANING.get(inside);
}
