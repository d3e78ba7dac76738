import type { Tier } from '@chidu/sdk/rules';
import type { FieldReading, Refusal } from '../locate/reading.ts';
import type { PlaceResult } from '../notice/place.ts';
import type { Language } from '../platform/settings.ts';
import type { IssueRefusal } from './issue-code.ts';
import type { NoRule } from './rule-book.ts';

/** Everything the desk says, in both languages. A key missing in one does not compile. */
export interface Words {
  readonly title: string;
  readonly otherLanguage: string;
  readonly settings: string;
  readonly noCase: string;
  readonly noCaseHint: string;
  readonly unreadable: string;
  readonly brokenPacks: string;
  readonly case: string;
  readonly read: string;
  readonly typed: string;
  readonly correct: string;
  readonly usePage: string;
  readonly choose: string;
  readonly needed: string;
  readonly optional: string;
  readonly state: Readonly<Record<Exclude<FieldReading['state'], 'read'>, string>>;
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly onPage: string;
  readonly from: (where: string, by: FieldBy, frame: string) => string;
  readonly hidden: string;
  readonly healed: string;
  readonly violation: string;
  readonly violationSearch: string;
  readonly violationCount: (count: number) => string;
  readonly fromPage: string;
  readonly facts: string;
  readonly grounds: string;
  readonly groundsHint: string;
  readonly groundsExamined: (found: number) => string;
  readonly must: string;
  readonly may: string;
  readonly effect: Readonly<Record<Exclude<Tier, 'ordinary'>, string>>;
  readonly evidence: string;
  readonly factors: string;
  readonly points: (points: number) => string;
  readonly pointsSum: (points: number) => string;
  readonly elect: string;
  readonly electHint: string;
  readonly electNone: string;
  readonly reason: string;
  readonly result: string;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly range: string;
  readonly band: string;
  readonly suggestion: string;
  readonly noSuggestion: string;
  readonly outcome: { readonly waived: string; readonly 'no-fine': string };
  readonly optionalFine: string;
  readonly undecided: string;
  readonly factorsOpen: (count: number) => string;
  readonly sample: string;
  readonly persons: string;
  readonly reasons: string;
  readonly basis: string;
  readonly issue: string;
  readonly documentKind: string;
  readonly documentKinds: readonly [string, string, string, string];
  readonly penalties: string;
  readonly fine: string;
  readonly fineHint: (min: string, max: string) => string;
  readonly noFine: string;
  readonly departure: string;
  readonly departureHint: string;
  readonly sign: string;
  readonly signAgain: string;
  readonly advice: string;
  readonly refused: Readonly<Record<IssueRefusal['reason'], string>>;
  /** By error code of the SDK; others are shown as they are. */
  readonly fault: Readonly<Record<string, string>>;
  readonly issued: string;
  readonly checkCode: string;
  readonly place: string;
  readonly remove: string;
  readonly annex: string;
  readonly portal: string;
  readonly placed: Readonly<Record<PlaceResult | 'no-notice' | 'wanted', string>>;
  readonly earlier: string;
  readonly superseded: string;
  readonly current: string;
  readonly noRule: Readonly<Record<NoRule['reason'], string>>;
  readonly needFirst: string;
  readonly open: (count: number) => string;
}

type FieldBy = 'label' | 'name' | 'path' | 'sentence';

const zh: Words = {
  title: '尺度',
  otherLanguage: 'English',
  settings: '设置',
  noCase: '本页未识别到案件',
  noCaseHint: '请在办案系统中打开一个案件的详情页。未启用适配的网站不会被读取。',
  unreadable: '本页无法读取，请在设置中启用对应的系统。',
  brokenPacks: '规则包无法使用，不能出具意见：',
  case: '案件',
  read: '读自',
  typed: '手工填写',
  correct: '修改',
  usePage: '恢复页面值',
  choose: '请选择',
  needed: '待填',
  optional: '选填（决定日期等）',
  state: {
    missing: '页面上未找到，请手工填写',
    empty: '页面上为空，请手工填写',
    ambiguous: '页面上有多处，无法确定，请手工填写',
    refused: '页面内容不能采用，请手工填写',
    conflict: '页面上的值互相矛盾，请核实后手工填写',
  },
  refusal: {
    'amount-text': '不是一个明确的金额',
    'amount-vague': '金额不确切（含“约”“余”“以上”等字样），须查明后填写',
    'amount-range': '金额过大，超出可精确计算的范围',
    'amount-empty': '没有金额',
    'date-text': '不是能识别的日期，请写成 2026-09-02',
    'count-text': '不是整数',
    'choice-unknown': '不在可选项之内',
    pattern: '格式与该栏目不符',
    'label-instead': '读到的是另一个栏目的名称',
  },
  onPage: '页面原文',
  from: (where, by, frame) =>
    `${{ label: `栏目“${where}”`, name: `控件名 ${where}`, path: `位置 ${where}`, sentence: '正文语句' }[by]}（${frame}）`,
  hidden: '在未打开的页签或隐藏域中',
  healed: '页面有变动，按备用方式找到，请核对',
  violation: '违法行为',
  violationSearch: '按名称或法条筛选',
  violationCount: (count) => `共 ${count} 项`,
  fromPage: '按页面案由',
  facts: '法定事实',
  grounds: '法定情节',
  groundsHint: '逐项审查，勾选已查明的情节。',
  groundsExamined: (found) =>
    found === 0 ? '已逐项审查，未发现上列情节' : `已逐项审查，发现以上 ${found} 项，无其他`,
  must: '应当',
  may: '可以',
  effect: { waive: '不予处罚', mitigate: '减轻', lighten: '从轻', aggravate: '从重' },
  evidence: '应有证据',
  factors: '裁量因素',
  points: (points) => `${points > 0 ? '+' : ''}${points} 分`,
  pointsSum: (points) => `合计 ${points} 分`,
  elect: '选择适用的档次',
  electHint: '法律在此留有选择，由办案人员决定并说明理由。',
  electNone: '不另作选择',
  reason: '理由',
  result: '裁量意见',
  tier: {
    waive: '不予处罚',
    mitigate: '减轻',
    lighten: '从轻',
    ordinary: '一般',
    aggravate: '从重',
  },
  range: '法定罚款幅度',
  band: '本档幅度',
  suggestion: '建议罚款',
  noSuggestion: '减轻处罚不作计算，金额由办案人员确定',
  outcome: { waived: '依法不予行政处罚', 'no-fine': '本条不设罚款' },
  optionalFine: '可以并处罚款，也可以不罚款',
  undecided: '尚不能得出意见，原因：',
  factorsOpen: (count) => `裁量因素还有 ${count} 项未选择。`,
  sample: '示例裁量基准，分值为虚构，不得用于实际案件',
  persons: '对有关人员另行处罚',
  reasons: '推演理由',
  basis: '依据',
  issue: '签发监督码',
  documentKind: '文书种类',
  documentKinds: ['行政处罚告知书', '行政处罚听证告知书', '行政处罚决定书', '当场行政处罚决定书'],
  penalties: '处罚种类',
  fine: '拟处罚款（元）',
  fineHint: (min, max) => `不填即按建议金额；须在 ${min} 至 ${max} 之间。`,
  noFine: '不并处罚款',
  departure: '偏离建议的理由',
  departureHint: '写明本案与一般情形的不同之处。该理由留存备查并计入统计。',
  sign: '核对并签发',
  signAgain: '重新签发（旧码作废）',
  advice: '以上为辅助意见，由执法人员决定并负责。',
  refused: {
    'page-changed': '签发前重新读取页面，发现下列内容已变化，未签发。请核对后再签：',
    'no-key': '尚未生成签名密钥，请到“设置”中登记。',
    'no-settings': '请先在“设置”中填写执法机关代码和门户地址。',
    'no-document': '请填写文书文号。',
    'no-case-number': '没有案件编号，不能签发。',
    'fine-text': '请填写明确的罚款金额。',
    'departure-unexplained': '金额与建议不同，请写明理由（至少五个字）。',
    refused: '未签发：',
  },
  fault: {
    'bind-undecided': '尚未得出裁量意见',
    'bind-fine': '罚款金额不在本档幅度之内',
    'bind-kind': '所选处罚种类不是本条规定的',
    'bind-not-yet': '法律或者裁量基准在签发日尚未施行',
    'code-too-large': '内容过多，监督码超出可印大小',
  },
  issued: '已签发',
  checkCode: '核验码',
  place: '放入文书',
  remove: '从文书中移除',
  annex: '附页',
  portal: '在门户查看',
  placed: {
    placed: '已放入打开的文书。',
    removed: '已从文书中移除。',
    'no-slot': '文书上没有找到放置位置，请改用附页。',
    'not-shown': '文书页面遮挡或缩放了监督码，已撤回，请改用附页。',
    'not-here': '打开的文书中没有这个监督码。',
    'other-fine': '文书上的罚款金额与监督码不一致，未放入。请先改正文书。',
    'no-notice': '没有打开对应文号的文书。',
    wanted: '打开该文号的文书时将自动放入。',
  },
  earlier: '本案签发记录',
  superseded: '已被替代',
  current: '现行',
  noRule: {
    'unknown-violation': '法条库中没有这一违法行为。',
    'not-in-force': '该日期没有施行中的法条版本。',
    'no-benchmark': '没有可用的裁量基准。',
    'broken-rule': '该法条或者裁量基准的数据有误，不能使用，请联系管理员。',
  },
  needFirst: '请先确定违法行为、当事人类型和违法行为终了日期。',
  open: (count) => `还有 ${count} 项待填`,
};

const en: Words = {
  title: 'Chidu',
  otherLanguage: '中文',
  settings: 'Settings',
  noCase: 'No case recognised on this page',
  noCaseHint:
    'Open the detail page of a case in the case system. Sites without an enabled adapter are never read.',
  unreadable: 'This page cannot be read. Enable its system in the settings.',
  brokenPacks: 'The rule packs cannot be used: ',
  case: 'Case',
  read: 'from',
  typed: 'typed by hand',
  correct: 'Correct',
  usePage: 'Use page value',
  choose: 'Choose',
  needed: 'needed',
  optional: 'Optional (day of the decision)',
  state: {
    missing: 'Not found on the page: type it',
    empty: 'Empty on the page: type it',
    ambiguous: 'Stands in several places on the page: type it',
    refused: 'What the page says cannot be used: type it',
    conflict: 'The page contradicts itself: check and type it',
  },
  refusal: {
    'amount-text': 'not one exact amount',
    'amount-vague': 'the amount is not exact: establish it, then type it',
    'amount-range': 'too large to compute exactly',
    'amount-empty': 'no amount',
    'date-text': 'not a date in a known form; write 2026-09-02',
    'count-text': 'not a whole number',
    'choice-unknown': 'none of the choices',
    pattern: 'not of the form this field has',
    'label-instead': 'the name of another field',
  },
  onPage: 'On the page',
  from: (where, by, frame) =>
    `${{ label: `label “${where}”`, name: `control ${where}`, path: `place ${where}`, sentence: 'running text' }[by]}, frame ${frame}`,
  hidden: 'in a closed tab or a hidden field',
  healed: 'the page has changed; found the second way, please check',
  violation: 'Violation',
  violationSearch: 'Filter by name or article',
  violationCount: (count) => `${count} entries`,
  fromPage: 'as the page names it',
  facts: 'Facts the law asks for',
  grounds: 'Statutory grounds',
  groundsHint: 'Examine each; tick what has been established.',
  groundsExamined: (found) =>
    found === 0 ? 'All examined, none found' : `All examined; the ${found} ticked and no others`,
  must: 'must',
  may: 'may',
  effect: { waive: 'no penalty', mitigate: 'mitigate', lighten: 'lighten', aggravate: 'aggravate' },
  evidence: 'Evidence to hold',
  factors: 'Discretion factors',
  points: (points) => `${points > 0 ? '+' : ''}${points} points`,
  pointsSum: (points) => `${points} points in all`,
  elect: 'Choose the tier to apply',
  electHint: 'The law leaves a choice here: decide, and say why.',
  electNone: 'no election',
  reason: 'Reason',
  result: 'Assessment',
  tier: {
    waive: 'no penalty',
    mitigate: 'mitigated',
    lighten: 'lighter',
    ordinary: 'ordinary',
    aggravate: 'heavier',
  },
  range: 'Lawful range of the fine',
  band: 'Range of this tier',
  suggestion: 'Suggested fine',
  noSuggestion: 'Below the minimum nothing is computed: set the amount',
  outcome: { waived: 'By law no penalty is imposed', 'no-fine': 'The text sets no fine' },
  optionalFine: 'The fine is optional: none is lawful too',
  undecided: 'No assessment yet, because:',
  factorsOpen: (count) => `${count} discretion factors are not chosen yet.`,
  sample: 'Sample benchmark with invented points: not for real cases',
  persons: 'Persons punished in addition',
  reasons: 'Reasons, step by step',
  basis: 'Basis',
  issue: 'Issue a supervision code',
  documentKind: 'Document',
  documentKinds: ['Penalty notice', 'Hearing notice', 'Penalty decision', 'On-the-spot decision'],
  penalties: 'Penalties',
  fine: 'Proposed fine (yuan)',
  fineHint: (min, max) => `Empty means as suggested; between ${min} and ${max}.`,
  noFine: 'Impose no fine',
  departure: 'Reason for the departure',
  departureHint: 'Say how this case differs. The reason is kept and counted.',
  sign: 'Check and issue',
  signAgain: 'Issue anew (replaces the old code)',
  advice: 'This is advice; an officer decides and answers for it.',
  refused: {
    'page-changed': 'Read again before signing, the page has changed. Nothing was issued; check:',
    'no-key': 'There is no signing key yet: enrol in the settings.',
    'no-settings': 'Fill in authority and portal in the settings first.',
    'no-document': 'Fill in the document number.',
    'no-case-number': 'Without a case number no code can be issued.',
    'fine-text': 'Fill in an exact fine.',
    'departure-unexplained':
      'The fine departs from the suggestion: say why (five characters or more).',
    refused: 'Not issued: ',
  },
  fault: {
    'bind-undecided': 'nothing has been decided yet',
    'bind-fine': 'the fine lies outside the range of this tier',
    'bind-kind': 'a penalty chosen is not one the text names',
    'bind-not-yet': 'law or benchmark is not yet in force on the day of issue',
    'code-too-large': 'too much content for a code that can be printed',
  },
  issued: 'Issued',
  checkCode: 'Check code',
  place: 'Put into the notice',
  remove: 'Take out of the notice',
  annex: 'Annex page',
  portal: 'See it on the portal',
  placed: {
    placed: 'Put into the open notice.',
    removed: 'Taken out of the notice.',
    'no-slot': 'No place for it was found on the notice: use the annex page.',
    'not-shown': 'The notice hides or scales the code, so it was taken back: use the annex page.',
    'not-here': 'The open notice does not hold this code.',
    'other-fine': 'The fine on the notice is not the one in the code: correct the notice first.',
    'no-notice': 'No notice with this document number is open.',
    wanted: 'It goes in when a notice with this number is opened.',
  },
  earlier: 'Codes of this case',
  superseded: 'superseded',
  current: 'current',
  noRule: {
    'unknown-violation': 'The statute book has no such violation.',
    'not-in-force': 'No text of the law was in force on that day.',
    'no-benchmark': 'There is no benchmark to use.',
    'broken-rule': 'The data of this entry or its benchmark are faulty and cannot be used.',
  },
  needFirst: 'Settle violation, kind of party and end of the act first.',
  open: (count) => `${count} still to fill in`,
};

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
