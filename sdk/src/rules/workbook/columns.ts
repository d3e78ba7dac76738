/**
 * The sheets of a benchmark workbook and their columns, by the words at their heads. A workbook may leave out no column
 * and add none but those that begin with 备注.
 */
export const SHEETS = {
  pack: '基准包',
  tables: '基准表',
  options: '因素档次',
  tiers: '阶次',
  grades: '二维分档',
  shares: '二维幅度',
  bands: '裁量表',
  help: '说明',
} as const;

export const PACK_ROWS = {
  id: '包标识',
  version: '版本',
  titleZh: '名称',
  titleEn: '英文名称',
  sample: '是否示例',
  publisher: '发布机关',
  publisherCode: '统一社会信用代码',
  publicationNumber: '文号',
  publicationDate: '发布日期',
  publicationUrl: '网址',
  from: '施行日期',
  to: '废止日期',
} as const;

export const TABLE_COLUMNS = {
  table: '表号',
  violation: '违法行为标识',
  titleZh: '表名',
  titleEn: '英文表名',
  place: '出处',
  noteZh: '说明',
  noteEn: '英文说明',
  method: '方法',
  start: '起点',
  low: '下限',
  high: '上限',
  within: '区间内位置',
  edge: '交界归属',
  unit: '取整单位（元）',
} as const;

export const OPTION_COLUMNS = {
  table: '表号',
  factorNumber: '因素编号',
  factorId: '因素标识',
  factorZh: '因素',
  factorEn: '英文因素',
  ordered: '由轻到重',
  number: '档次编号',
  id: '档次标识',
  zh: '档次',
  en: '英文档次',
  points: '积分',
  evidence: '应取得的证据',
} as const;

export const TIER_COLUMNS = {
  table: '表号',
  tier: '阶次',
  points: '积分范围',
  low: '区间起点',
  high: '区间终点',
} as const;

/** Grades of the two sides of a grid, in order. */
export const GRADE_COLUMNS = {
  table: '表号',
  side: '方向',
  factors: '因素标识',
  points: '积分范围',
  zh: '档名',
  en: '英文档名',
} as const;

/** The cells of a grid: which grade of the rows and of the columns, counted from 1. */
export const SHARE_COLUMNS = {
  table: '表号',
  row: '行档',
  column: '列档',
  share: '占法定幅度',
} as const;

export const BAND_COLUMNS = {
  table: '表号',
  zh: '情形',
  en: '英文情形',
  when: '条件',
  tier: '阶次',
  low: '区间起点',
  high: '区间终点',
} as const;

export const SIDE_WORDS = { 行: 'rows', 列: 'columns' } as const;

export const TIER_WORDS = {
  不予: 'waive',
  减轻: 'mitigate',
  从轻: 'lighten',
  一般: 'ordinary',
  从重: 'aggravate',
} as const;

export const METHOD_WORDS = {
  积分: 'points-tiers',
  百分比叠加: 'percent-sum',
  基准调整: 'base-adjust',
  二维: 'grid',
  裁量表: 'band-table',
} as const;

export const WITHIN_WORDS = { 按积分: 'linear', 下限: 'low', 中点: 'middle' } as const;
export const EDGE_WORDS = { 较轻: 'lighter', 较重: 'heavier' } as const;
export const YES_NO = { 是: true, 否: false } as const;

/** What stands in the column of the violation for a table that serves all. */
export const GENERAL = '通用';
