import type { FieldId, ValueCheck } from '../adapters/adapter.ts';

/**
 * The words by which case systems name the fields of a penalty case. Patterns are held against a label's plain text
 * (`labelText`: half width, without spaces, colon, number and unit).
 */
export interface GlossaryEntry {
  readonly field: FieldId;
  /** How we name it to people. */
  readonly title: string;
  readonly check: ValueCheck;
  /**
   * Wordings in order of trust: one of a later line counts only where no earlier one stands on the page. The whole label
   * must match.
   */
  readonly wordings: readonly RegExp[];
  /** The commonest wordings: a later release of the same system may print one of these instead. */
  readonly plain: readonly string[];
  /** Wordings that say what they mean only under a title (名称 under 当事人), and the titles. */
  readonly under?: { readonly titles: RegExp; readonly wordings: RegExp };
}

/** The whole label, with or without a remark in brackets behind it. */
const says = (...wordings: string[]): RegExp =>
  new RegExp(`^(?:${wordings.join('|')})(?:\\([^()]{1,12}\\))?$`, 'u');

const WHO =
  '(?:案件|涉案|违法|违规|涉嫌违法|被立案)?(?:当事人|行政相对人|行政管理相对人|相对人|违法嫌疑人|受罚人)|(?:被处罚|受处罚|被行政处罚|被调查|被检查)(?:当事人|单位|个人|对象|人|主体)(?:\\((?:人|个人|单位|当事人)\\)|/个人|或个人|或者个人)?|(?:违法|涉案|涉案违法|处罚|被处罚)(?:主体|对象|单位|企业|经营者)(?:\\(个人\\)|或个人)?';
const NAMED =
  '(?:名称|姓名|全称|(?:\\(?(?:单位|企业)?(?:姓名|名称)(?:或者?|/|、|及)?\\(?(?:名称|姓名|字号)\\)?\\)?))';
const DATE = '(?:日期|时间|日|年月日)';
const AMOUNT = '(?:金额|数额|总额|总金额|总值|价值|价款|额)?(?:合计|总计)?';
const NUMBER = '(?:号|编号|文号|字号|书号|号码)';
const DAY: ValueCheck = { as: 'day' };
const FEN: ValueCheck = { as: 'fen' };
const words = (most: number): ValueCheck => ({ as: 'text', pattern: `[\\s\\S]{2,${most}}` });
/** A number of a document: characters, digits, brackets, and no running text. */
const FILE_NUMBER: ValueCheck = {
  as: 'text',
  pattern:
    '(?=.*\\d)(?!.*[〕\\]】)）］]\\s*第?\\s*号)[\\p{L}\\d〔〕\\[\\]【】()（）﹝﹞［］\\-—_/.·:\\s第号]{4,50}',
};
const PEOPLE = '(?:姓名|名单)?';

/** What stands over the lines of the party: 当事人, 当事人基本情况, 被处罚人（单位）. */
const PARTY_TITLE =
  /^(?:[^,，。]{0,4}(?:当事人|行政相对人|相对人|被处罚人|被处罚单位|被处罚对象|违法主体|处罚对象|被调查人|被举报人|被投诉人|被检查人|违法单位))(?:\(?(?:单位|个人|企业)\)?)?(?:的?(?:基本)?(?:情况|信息|资料|概况))?$/u;

export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    field: 'caseNumber',
    title: '案号',
    check: FILE_NUMBER,
    plain: ['案号', '案件编号', '立案编号'],
    wordings: [
      says(
        '(?:立案|处罚|案件)?案号',
        '案件编码',
        `案件(?:编|文|立案|登记|唯一)?${NUMBER}`,
        `(?:行政处罚)?立案(?:审批表)?${NUMBER}`,
      ),
      says(`(?:案卷|卷宗|办案|业务|案源)${NUMBER}`, '案件ID', `案件(?:标识|代码)`),
    ],
    under: { titles: /^案件$/u, wordings: says('编号') },
  },
  {
    field: 'caseName',
    title: '案件名称',
    check: words(200),
    plain: ['案件名称'],
    wordings: [says('案件名称', '案件标题', '案名', '案件题名')],
  },
  {
    field: 'documentNumber',
    title: '告知书文号',
    check: FILE_NUMBER,
    plain: ['告知书文号'],
    wordings: [
      says(`(?:行政)?(?:处罚)?(?:事先|听证)?告知书?(?:文)?${NUMBER}`),
      says('文号', '文书(?:文号|编号|字号|号)', '发文字号', '发文文号'),
    ],
  },
  {
    field: 'decisionNumber',
    title: '处罚决定书文号',
    check: FILE_NUMBER,
    plain: ['处罚决定书文号', '决定书文号'],
    wordings: [
      says(
        `(?:行政)?处罚(?:决定)?(?:书|文书)?(?:文)?${NUMBER}`,
        `(?:行政)?(?:处罚)?决定书?(?:文)?${NUMBER}`,
        '(?:行政)?处罚决定书',
      ),
    ],
  },
  {
    field: 'party',
    title: '当事人',
    check: {
      as: 'text',
      // Neither a choice beside the label nor a link behind the name.
      pattern:
        '(?!(?:单位|个人|企业|公司|法人|自然人|公民|其他组织|个体工商户|个体户)$)(?!.*(?:复制|查看|详情|核验|画像)$)(?!.*[:：])[^\\n]{2,80}',
    },
    plain: ['当事人', '当事人名称', '当事人姓名', '被处罚人', '行政相对人名称'],
    wordings: [
      says(`(?:${WHO})${NAMED}?`, `(?:${WHO})(?:\\(${NAMED}\\))`),
      says(
        '(?:市场主体|经营主体|主体|字号|商户|企业\\(?个人\\)?|企业|公司|商家|店铺|经营者|单位\\(?个人\\)?)名称',
        '(?:单位|企业)名称(?:\\(姓名\\)|或姓名|/姓名)',
        '(?:姓名|名称)(?:或|或者|/|、)(?:名称|姓名)',
        '姓名\\(名称\\)',
        '名称\\(姓名\\)',
      ),
    ],
    under: {
      titles: PARTY_TITLE,
      wordings: says(
        '(?:单位|企业|机构|公司|个体(?:工商户|户)?|字号|主体|法人)?(?:名称|全称)',
        '(?:个人|公民|自然人)?姓名',
        '姓名(?:/|或|或者|、)名称',
        '名称(?:/|或|或者|、)姓名',
      ),
    },
  },
  {
    field: 'partyKind',
    title: '当事人类型',
    check: {
      as: 'choice',
      values: {
        法人: 'entity',
        企业: 'entity',
        单位: 'entity',
        企业法人: 'entity',
        法人或其他组织: 'entity',
        法人或者其他组织: 'entity',
        法人及其他组织: 'entity',
        法人及非法人组织: 'entity',
        法人和非法人组织: 'entity',
        '法人、非法人组织': 'entity',
        法人和其他组织: 'entity',
        非法人组织: 'entity',
        其他组织: 'entity',
        有限责任公司: 'entity',
        股份有限公司: 'entity',
        事业单位: 'entity',
        个体工商户: 'individual',
        个体户: 'individual',
        个体: 'individual',
        自然人: 'individual',
        个人: 'individual',
        公民: 'individual',
      },
    },
    plain: ['当事人类型', '当事人类别'],
    wordings: [
      says(
        `(?:${WHO})(?:类型|类别|性质|种类|分类)`,
        '(?:主体|相对人|市场主体)(?:类型|类别|性质|种类)',
      ),
    ],
  },
  {
    field: 'partyCode',
    title: '统一社会信用代码',
    check: { as: 'text', pattern: '[0-9A-Za-z*]{15}(?:[0-9A-Za-z*]{3})?' },
    plain: ['统一社会信用代码', '社会信用代码'],
    wordings: [
      says('统一社会信用代码(?:/?证?)?', '(?:统一)?(?:社会)?信用代码', '统一信用代码', '统一代码'),
      says(
        `(?:营业执照|工商登记|执照)?(?:注册号|执照号码?|注册号码)`,
        `(?:身份)?证件?号码?`,
        '统一社会信用代码(?:/|或|、|\\().*',
        // Of the numbers that the form for publicity asks for, the first.
        `(?:${WHO})代码(?:_?1)?`,
        '(?:公民)?身份证(?:件)?(?:号|号码|编号)',
        `(?:${WHO})(?:证件|代码|证照)号?码?`,
      ),
    ],
    under: { titles: PARTY_TITLE, wordings: says('(?:机构|证照|单位|企业)?(?:代码|号码)') },
  },
  {
    field: 'legalRepresentative',
    title: '法定代表人',
    check: { as: 'text', pattern: '(?!.*[:：])[\\p{L}·. ]{2,40}' },
    plain: ['法定代表人', '法定代表人（负责人）', '法人代表'],
    wordings: [
      says(
        `法定代表人${PEOPLE}`,
        `法人代表${PEOPLE}`,
        '法定代表人(?:\\(负责人\\)|/负责人|或负责人|、负责人|\\(负责人、经营者\\)|\\(主要负责人\\))(?:姓名)?',
        '法定代表\\(负责\\)人',
        '负责人\\(法定代表人\\)',
      ),
      says(`(?:主要|企业)负责人${PEOPLE}`, `经营者${PEOPLE}`, '法人姓名', '投资人'),
    ],
    under: {
      titles: PARTY_TITLE,
      wordings: says('(?:法定代表人|法人代表|(?:单位)?负责人|经营者).{0,8}'),
    },
  },
  {
    field: 'address',
    title: '住所',
    // Not with the next label and its value behind it.
    check: { as: 'text', pattern: '(?!.*[:：])[\\s\\S]{2,120}' },
    plain: ['住所', '地址', '住址'],
    wordings: [
      says(
        '住所',
        '住址',
        '地址',
        '住所\\(住址\\)',
        '住址\\(住所\\)',
        '住所(?:或|或者|/|、)?(?:住址|地址)',
        `(?:${WHO})(?:住所|住址|地址)`,
        '单位地址',
        '企业地址',
        '注册地址',
        '住所地',
      ),
      says('(?:生产)?经营(?:场所|地址|住所)', '详细地址', '所在地'),
    ],
    under: { titles: PARTY_TITLE, wordings: says('住所', '住址', '地址', '联系地址', '通讯地址') },
  },
  {
    field: 'cause',
    title: '案由',
    check: words(300),
    plain: ['案由'],
    wordings: [
      says('.{0,4}案由', '案由名称'),
      says(
        '(?:涉嫌|主要)?违法行为(?:名称|种类|类型|事项)?',
        '(?:涉嫌|主要)?(?:违法|案件)(?:类型|类别|种类|性质)',
        '处罚事由',
        '(?:行政)?处罚事项(?:名称)?',
        '立案(?:事由|理由)',
        '事由',
      ),
    ],
  },
  {
    field: 'illegalFacts',
    title: '违法事实',
    check: words(20_000),
    plain: ['违法事实', '主要违法事实', '违法事实描述'],
    wordings: [
      says(
        '(?:主要|涉嫌|认定的?|查明的?|基本)?违法(?:主要)?(?:的)?(?:犯罪)?事实(?:和证据|及证据|与证据|、证据|描述|摘要|概述|经过|情况|简述|内容)?',
        '(?:主要)?违法行为(?:事实|描述|情况|摘要|表现)',
        '违法情况',
        '(?:认定|查明)(?:的)?事实',
      ),
      says(
        '(?:主要|基本|简要)?案情(?:摘要|简介|概要|介绍|简述|描述|概述|简况)?',
        '案件(?:基本)?(?:情况|事实|概况|简介|摘要|描述)',
        '(?:主要|基本)事实',
        '处罚事实',
      ),
    ],
  },
  {
    field: 'evidence',
    title: '主要证据',
    check: words(20_000),
    plain: ['主要证据', '证据'],
    wordings: [says('(?:主要|相关|定案)?证据(?:材料|清单|情况|及来源)?')],
  },
  {
    field: 'violatedBasis',
    title: '违反的规定',
    check: words(5000),
    plain: ['违反条款', '违反规定', '违法依据'],
    wordings: [
      says(
        '(?:违反|违法|触犯)(?:的)?(?:法律)?(?:法规)?(?:规定|条款|条文|法条|依据|法律|法律法规|法律条款|法律依据)(?:名称|内容)?',
        '(?:违法行为)?定性(?:的)?(?:法律)?(?:依据|条款)',
        '认定依据',
      ),
    ],
  },
  {
    field: 'penaltyBasis',
    title: '处罚依据',
    check: words(5000),
    plain: ['处罚依据', '处罚法律依据', '行政处罚依据', '处罚条款'],
    wordings: [
      says(
        '(?:行政|拟)?(?:处罚|行政处罚|拟处罚|量罚|罚则)(?:的)?(?:适用|援引)?(?:法律)?(?:法规)?(?:依据|条款|条文|法条|规定)(?:名称|内容|条款)?',
        '处罚的?(?:法律法规|法律)依据',
        '罚则',
      ),
      says(
        '(?:适用)?(?:法律|法规|法律法规|法条)(?:依据|条款)?',
        '依据条款',
        '适用条款',
        '适用法律',
      ),
    ],
  },
  {
    field: 'penaltyKind',
    title: '处罚种类',
    check: words(200),
    plain: ['处罚种类', '处罚类型'],
    wordings: [says('(?:行政|拟)?处罚(?:的)?(?:种类|类型|类别|方式)')],
  },
  {
    field: 'penaltyContent',
    title: '处罚内容',
    check: words(5000),
    plain: ['处罚内容', '处罚结果'],
    wordings: [
      says(
        '(?:拟|行政|建议)?(?:作出的?)?(?:行政)?处罚(?:决定)?(?:内容|结果|措施)',
        '(?:行政)?处罚决定',
        '(?:拟|建议)(?:作出)?(?:行政)?处罚',
        '处罚(?:建议|意见)',
      ),
    ],
  },
  {
    field: 'reasons',
    title: '裁量理由',
    check: words(5000),
    plain: ['裁量理由', '裁量说明'],
    wordings: [
      says(
        '(?:自由|行政|行政处罚|处罚)?(?:自由)?裁量(?:的)?(?:理由|说明|情节|情况说明|依据及理由)',
      ),
    ],
  },
  {
    field: 'facts.goodsValue',
    title: '货值金额',
    check: FEN,
    plain: ['货值金额', '涉案货值金额', '涉案货值', '货值'],
    wordings: [
      says(
        `(?:涉案|涉嫌|违法|案件|经营|总|产品|商品|食品|药品)?(?:物品|产品|商品|货物|财物)?货值(?:人民币)?${AMOUNT}`,
        `(?:涉案|违法)(?:物品|产品|商品|货物|财物)(?:的)?(?:价值|金额|总值|总额)`,
        `货物(?:总)?(?:价值|金额)`,
      ),
      says('涉案金额', '案值', '案值金额', '涉案价值', '案件金额', '涉案总金额'),
    ],
  },
  {
    field: 'facts.illegalGains',
    title: '违法所得',
    check: FEN,
    plain: ['违法所得', '违法所得金额', '违法所得数额'],
    wordings: [
      says(`(?:认定|案件|总|其中)?(?:违法|非法)所得(?:总)?${AMOUNT}`),
      says('(?:获利|违法获利|非法获利)(?:金额|数额)?'),
    ],
  },
  {
    field: 'facts.illegalTurnover',
    title: '违法经营额',
    check: FEN,
    plain: ['违法经营额', '违法经营数额', '非法经营额'],
    wordings: [
      says(
        `(?:违法|非法|涉案)经营${AMOUNT}`,
        `(?:违法|非法)经营(?:总)?额(?:度)?`,
        `(?:违法|涉案)?销售(?:金额|总额|额)`,
      ),
    ],
  },
  {
    field: 'facts.adFee',
    title: '广告费用',
    check: FEN,
    plain: ['广告费用', '广告费'],
    wordings: [says(`(?:违法|涉案)?广告(?:发布|制作)?费用?${AMOUNT}`)],
  },
  {
    field: 'fine',
    title: '罚款金额',
    check: FEN,
    plain: ['罚款金额', '罚款数额', '拟罚款金额'],
    wordings: [
      says(
        `(?:拟|建议|决定|应|处以?)?(?:处)?(?:罚款|处罚)(?:的)?(?:金额|数额|额)`,
        '拟(?:处)?罚款',
        '罚金额',
      ),
    ],
  },
  {
    field: 'confiscated',
    title: '没收违法所得',
    check: FEN,
    plain: ['没收违法所得', '没收违法所得金额'],
    wordings: [
      says(
        `(?:拟|决定)?没收(?:的)?(?:违法|非法)所得${AMOUNT}`,
        '没收(?:金额|款)',
        `没收违法所得(?:、非法财物)?的?(?:金额|数额)`,
      ),
    ],
  },
  {
    field: 'caseSource',
    title: '案件来源',
    check: words(100),
    plain: ['案件来源'],
    wordings: [
      says(
        '(?:案件|案源|线索|问题|立案)?来源',
        '案源(?:类型|途径)?',
        '(?:案件)?线索来源',
        '案件来源(?:类型|途径|方式|渠道)',
      ),
    ],
  },
  {
    field: 'stage',
    title: '案件状态',
    check: words(60),
    plain: ['案件状态', '案件阶段'],
    wordings: [
      says(
        '(?:案件|办案|办理|处理|流程|当前)?(?:当前|所处)?(?:状态|阶段|环节|进度|节点)(?:名称)?',
        '(?:案件|当前)(?:办理|所处|流程)(?:状态|阶段|环节|进度)',
      ),
    ],
  },
  {
    field: 'officers',
    title: '办案人员',
    check: words(80),
    plain: ['办案人员', '承办人', '执法人员'],
    wordings: [
      says(
        `(?:办案|执法|承办|经办|案件承办|案件主办|调查)(?:人员?|员|民警)${PEOPLE}`,
        '承办执法人员',
        '行政执法人员',
      ),
      says(`(?:案件)?主办(?:人员?|执法人员)${PEOPLE}`),
    ],
  },
  {
    field: 'department',
    title: '办案机构',
    check: words(80),
    plain: ['办案机构', '承办机构', '办案部门'],
    wordings: [
      says(
        '(?:办案|承办|主办|立案|执法|处罚|经办|查办|作出处罚)(?:的)?(?:机构|机关|部门|单位|科室|大队|处室)(?:名称)?',
      ),
    ],
  },
  {
    field: 'foundDate',
    title: '发现日期',
    check: DAY,
    plain: ['发现日期', '发现时间'],
    wordings: [says(`(?:案件|线索|违法行为)?发现${DATE}`)],
  },
  {
    field: 'actDate',
    title: '违法行为日期',
    check: DAY,
    plain: ['违法行为终了日期'],
    wordings: [
      says(`(?:违法)?行为(?:终了|结束|截止|终止)${DATE}`, `违法(?:终了|结束|截止)${DATE}`),
      says(
        `(?:违法|涉案)(?:行为)?(?:发生)?(?:的)?${DATE}`,
        `(?:案发|发案|案件发生|行为发生|事发)${DATE}`,
      ),
    ],
  },
  {
    field: 'filedDate',
    title: '立案日期',
    check: DAY,
    plain: ['立案日期', '立案时间'],
    wordings: [
      says(
        `(?:案件|批准|决定|正式|准予)?立案(?:批准|审批|决定|登记|通过)?${DATE}`,
        `批准立案${DATE}`,
      ),
    ],
  },
  {
    field: 'noticeDate',
    title: '告知日期',
    check: DAY,
    plain: ['告知日期', '告知时间'],
    wordings: [says(`(?:行政)?(?:处罚)?(?:事先|听证)?告知(?:书)?(?:作出|下达|发出)?${DATE}`)],
  },
  {
    field: 'hearingDate',
    title: '听证日期',
    check: DAY,
    plain: ['听证日期', '听证时间'],
    wordings: [says(`(?:举行)?听证(?:会)?(?:举行|召开)?${DATE}`)],
  },
  {
    field: 'decisionDate',
    title: '决定日期',
    check: DAY,
    plain: ['处罚决定日期', '决定日期'],
    wordings: [
      says(
        `(?:作出|下达)?(?:行政)?(?:处罚)?决定(?:书)?(?:作出|下达|签发|制作|的)?${DATE}`,
        `(?:作出)?(?:行政)?处罚${DATE}`,
      ),
    ],
  },
  {
    field: 'serviceDate',
    title: '送达日期',
    check: DAY,
    plain: ['送达日期', '送达时间'],
    wordings: [says(`(?:处罚)?(?:决定)?(?:书)?(?:文书)?送达${DATE}`)],
  },
  {
    field: 'closedDate',
    title: '结案日期',
    check: DAY,
    plain: ['结案日期', '结案时间'],
    wordings: [says(`(?:案件|批准|准予)?结案(?:批准|审批)?${DATE}`)],
  },
  {
    field: 'investigationDate',
    title: '调查终结日期',
    check: DAY,
    plain: ['调查终结日期'],
    wordings: [says(`(?:案件)?调查(?:终结|结束)(?:报告)?${DATE}`)],
  },
  {
    field: 'reviewDate',
    title: '审核日期',
    check: DAY,
    plain: ['审核日期'],
    wordings: [says(`(?:案件|法制|案件法制)(?:审核|核审)${DATE}`)],
  },
  {
    field: 'noticeServiceDate',
    title: '告知书送达日期',
    check: DAY,
    plain: ['告知书送达日期'],
    wordings: [says(`(?:行政)?(?:处罚)?(?:事先|听证)?告知书送达${DATE}`)],
  },
  {
    field: 'paidDate',
    title: '缴款日期',
    check: DAY,
    plain: ['缴款日期'],
    wordings: [says(`(?:罚款|罚没款)?(?:缴款|缴纳|缴清|收缴)${DATE}`)],
  },
];

/**
 * Labels that no field of ours asks for. They are known so that none of them is ever taken for a value: in many pages
 * the cell to the right of a label is another label.
 */
const OTHER =
  /^(?:.{1,10}年月日|[^[【]{0,10}(?:名称|姓名|日期|时间|金额|数额|编号|文号|号码|代码|电话|手机|传真|邮箱|邮编|邮政编码|地址|住址|住所|类型|类别|种类|性别|年龄|民族|国籍|职务|职业|职称|学历|籍贯|意见|备注|附件|附言|期限|天数|签名|签字|盖章|印章|数量|单价|规格|型号|批号|批次|计量单位|结果|方式|状态|阶段|环节|进度|来源|依据|事由|案由|摘要|简介|事实|情节|理由)|(?:法定代表|负责|联系|办理|承办|主办|协办|经办|审批|审核|核审|批准|送达|收件|收|代理|举报|投诉|被投诉|申请|委托|记录|制作|填表|填报|登记|录入|证|见证)人员?|(?:办案|执法|承办|协办|主办|记录|陪同)人员|(?:办案|承办|主办|审核|执法|所属|移送|协办|立案|管辖)(?:部门|机构|单位|机关|地区)|序号|操作|是否.{1,10}|其他|合计|小计|行业|区域|辖区|品名|文书|流程|当事人|案号|负责人|经营者)(?:\([^()]{0,10}\))?$/u;

export interface Meaning {
  readonly entry: GlossaryEntry;
  /** Index of the wording line: 0 is the plainest. */
  readonly rank: number;
}

/** What a label means by itself; null where it is none of the glossary's. */
export function meaningOf(label: string): Meaning | null {
  for (let rank = 0; rank < 2; rank += 1)
    for (const entry of GLOSSARY) if (entry.wordings[rank]?.test(label)) return { entry, rank };
  return null;
}

/** What a label means under these titles. */
export function meaningUnder(
  label: string,
  titles: readonly string[],
): { entry: GlossaryEntry; title: string } | null {
  for (const entry of GLOSSARY) {
    const { under } = entry;
    const title = under?.wordings.test(label) && titles.find((one) => under.titles.test(one));
    if (title) return { entry, title };
  }
  return null;
}

/** Titles of what a page says about somebody else, about other cases, or about what it used to say: 投诉人信息, 关联案件, 变更记录. */
const OTHERS = new RegExp(
  `^(?:${[
    '(?:投诉|举报|投诉举报|申请|委托|代理|委托代理|受托|联系|见证|受害|被侵权|权利|商标权利|专利权利|注册|利害关系|送达|抽样|检验|检测|鉴定)(?:人|方|者|单位|机构|企业)',
    '(?:标称)?(?:供货|供应|生产|进货|上游)(?:商|方|单位|厂家|厂商)',
    '标称.{2,8}',
    '(?:投诉|举报|投诉举报|申诉|信访)(?:内容|事项|信息|情况|登记|详情)',
    '(?:其他|其它|同案|共同)当事人',
    '第三人|证人|消费者',
    '(?:行政)?(?:复议|诉讼|应诉|强制|强制措施|强制执行|查封|扣押|查封扣押|先行登记保存|移送)(?:申请|决定)?(?:文书)?',
    '(?:行政处罚)?裁量(?:基准|标准|幅度)(?:表|参考)?|.{0,6}(?:示例|样例|范例|填写说明|填表说明)',
  ].join(
    '|',
  )})(?:单位)?(?:基本|身份)?(?:信息|情况|资料)?$|^(?:(?:该|本)?(?:当事人|行政相对人|相对人|被处罚人|企业|单位|主体)|系统|数据|案件|字段|信息|罚款|金额|流程)?(?:的)?(?:${[
    '(?:关联|相关|同类|类似|相似|历史|既往|以往|以前|往年|其他|其它|上一?(?:次|起|个)|前[次案]|曾受|受过)(?:的)?(?:行政)?(?:处罚|案件|案例|违法|办案|记录)+',
    '上一?次|前次|前科|前案|违法记录|处罚(?:历史|记录)|案件历史',
    '(?:变更|修改|操作|更正|调整|修订)(?:历史|记录|日志|明细|轨迹)|历史(?:版本|数据|值)',
  ].join('|')})(?:的)?(?:基本)?(?:信息|列表|情况|记录|参考|推荐|明细|详情|查询|库)*$`,
  'u',
);
export const isAboutOthers = (title: string): boolean => OTHERS.test(title);

/** Heads of columns in a table of changes. */
export const isOfChanges = (head: string): boolean =>
  /^(?:(?:变更|修改|更正|调整|修订)[前后](?:的?(?:值|内容|数据|金额))?|[原旧新](?:值|内容|数据|金额))$/u.test(
    head,
  );

/** Whether a text names a field rather than fills it. */
export const isLabelWording = (label: string): boolean =>
  meaningOf(label) !== null || OTHER.test(label);
