import type { Channel } from '../events/event-data.ts';

/** What a column of a feed may give. People's columns are known so that they are left out. */
export type FeedField =
  | 'number'
  | 'on'
  | 'text'
  | 'authority'
  | 'case'
  | 'violation'
  | 'region'
  | 'person';

export interface Feed {
  readonly channel: Channel;
  readonly zh: string;
  readonly en: string;
  /** Field → headers it goes by, the usual one first. */
  readonly columns: Readonly<Partial<Record<FeedField, readonly string[]>>>;
}

/** Where persons are named in a list: read to be masked in the text, and kept nowhere. */
const PERSONS = [
  '申请人',
  '原告',
  '信访人',
  '举报人',
  '投诉人',
  '反映人',
  '联系人',
  '姓名',
  '群众姓名',
];

const feed = (
  channel: Channel,
  zh: string,
  en: string,
  columns: Omit<Feed['columns'], 'person'>,
): Feed => ({ channel, zh, en, columns: { ...columns, person: PERSONS } });

/** 八类来源, each with the columns its lists have; 民呼我为 and 基层治理四平台 are adapters onto two of them (接入). */
export const FEEDS = {
  'public-power': feed('public-power', '公权力监督', 'Supervision of public power', {
    number: ['问题编号', '线索编号'],
    on: ['移交日期', '发现日期'],
    text: ['问题描述', '问题线索', '反映问题'],
    authority: ['被监督单位', '涉及单位'],
    case: ['涉及案件', '案件编号'],
    region: ['行政区划代码'],
  }),
  enforcement: feed('enforcement', '行政执法', 'Enforcement', {
    number: ['案件编号', '线索编号'],
    on: ['登记日期', '发现日期'],
    text: ['事项内容', '主要问题', '违法事实'],
    authority: ['执法机关', '办案机构'],
    case: ['决定书文号', '案号'],
    violation: ['案由编码'],
    region: ['行政区划代码'],
  }),
  reconsideration: feed('reconsideration', '行政复议', 'Administrative reconsideration', {
    number: ['复议案号', '复议决定书文号'],
    on: ['受理日期', '决定日期'],
    text: ['复议事项', '复议请求', '纠错理由'],
    authority: ['被申请人'],
    case: ['原处罚决定书文号', '被复议行为文号'],
    region: ['行政区划代码'],
  }),
  litigation: feed('litigation', '行政诉讼', 'Administrative litigation', {
    number: ['案号', '裁判文书号'],
    on: ['立案日期', '裁判日期'],
    text: ['诉讼请求', '争议焦点', '败诉原因'],
    authority: ['被告'],
    case: ['被诉行政行为文号', '原处罚决定书文号'],
    region: ['行政区划代码'],
  }),
  'judicial-advice': feed('judicial-advice', '司法建议', 'Judicial advice', {
    number: ['司法建议书文号', '建议书文号'],
    on: ['发出日期', '签发日期'],
    text: ['建议内容', '存在问题'],
    authority: ['被建议单位', '接收单位'],
    case: ['关联案号', '涉及案件'],
    region: ['行政区划代码'],
  }),
  'procuratorial-advice': feed('procuratorial-advice', '检察建议', 'Procuratorial advice', {
    number: ['检察建议书文号', '建议书文号'],
    on: ['发出日期', '宣告送达日期'],
    text: ['建议内容', '违法情形', '存在问题'],
    authority: ['被建议单位', '接收单位'],
    case: ['涉及案件', '行政行为文号'],
    region: ['行政区划代码'],
  }),
  audit: feed('audit', '审计经济体检', 'Audit', {
    number: ['审计问题编号', '报告文号'],
    on: ['报告日期', '移送日期'],
    text: ['问题描述', '审计发现问题'],
    authority: ['被审计单位', '涉及单位'],
    case: ['涉及案件', '涉及文号'],
    region: ['行政区划代码'],
  }),
  petitions: feed('petitions', '信访投诉举报', 'Petitions, complaints and reports', {
    number: ['信访件编号', '工单号', '登记编号'],
    on: ['登记日期', '来信日期', '受理时间'],
    text: ['反映内容', '诉求内容', '主要内容'],
    authority: ['被反映单位', '承办单位'],
    case: ['涉及文号', '处罚决定书文号'],
    region: ['行政区划代码'],
  }),
  'people-call': feed('petitions', '民呼我为', 'People call, we act', {
    number: ['呼叫编号', '事件编号'],
    on: ['呼叫时间', '上报时间'],
    text: ['呼声内容', '事件描述'],
    authority: ['责任单位'],
    region: ['区划代码', '行政区划代码'],
  }),
  'four-platforms': feed('enforcement', '基层治理四平台', 'Four platforms of local governance', {
    number: ['事件编号', '流水号'],
    on: ['上报时间', '发生时间'],
    text: ['事件描述', '事件内容'],
    authority: ['处置单位', '牵头单位'],
    region: ['网格区划代码', '行政区划代码'],
  }),
} as const satisfies Record<string, Feed>;

export type FeedName = keyof typeof FEEDS;
