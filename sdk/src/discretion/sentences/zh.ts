import type { Citation, Condition, Mode, Tier } from '../../rules/index.ts';
import type { Flag, PenaltyResult, Range, UndecidedReason } from '../assessment.ts';
import type { FactRead } from '../trace.ts';
import {
  decimal,
  type Known,
  type Language,
  labelOf,
  percent,
  ratioPercent,
  yuan,
} from './language.ts';

export const zh: Language = {
  citation,
  flag: flagText,
  steps: {
    law: ({ from, to, actDate, decisionDate, doubts, cite }) =>
      `适用${cite.map(citation).join('、')}，${day(from)}起施行${to === null ? '' : `，施行至${day(to)}前`}。` +
      (actDate && decisionDate
        ? `违法行为终了于${day(actDate)}，拟于${day(decisionDate)}作出决定。`
        : '') +
      (doubts.length > 0
        ? '该条文的施行日期或者禁止性条款未在来源文本中核实，使用前应当核对。'
        : ''),
    benchmark: ({ title, publisher, publication, sample }) =>
      sample
        ? `使用示例裁量基准“${title.zh}”，其中的分值为虚构，不得用于实际案件。`
        : `使用裁量基准“${title.zh}”（${publisher}${publication ? `，${publication.number}，${day(publication.date)}公布` : ''}）。`,
    facts: ({ facts }) => {
      const known = facts.filter((fact) => fact.value !== undefined);
      const open = facts.filter((fact) => fact.value === undefined);
      const stated = known.length > 0 ? `已知事实：${known.map(factText).join('；')}。` : '';
      return (
        stated +
        (open.length > 0 ? `未填写：${open.map(({ label }) => label.zh).join('、')}。` : '')
      );
    },
    'statute-tier': ({ chosen, additive, level, when, cite }, known) => {
      if (!chosen) return '';
      const because = when.map((part) => conditionText(part, known)).join('，');
      const article = cite.map(citation).join('、');
      const what = additive ? '同时适用' : '适用';
      return `${because === '' ? '' : `${because}，`}${what}${article}规定的${LEVEL[level] ?? level}情形。`;
    },
    range: ({ whom, range, mode, onlyMaximum, multiple }) => {
      const subject = whom ? `对${whom.zh}，` : '';
      const choice = mode === 'shall' ? '' : '法律规定为可以处罚款，也可以不处罚款。';
      if (!multiple) return `${subject}法定罚款幅度为${rangeText(range, onlyMaximum)}。${choice}`;
      const { fact, base, counted, min, max, cap } = multiple;
      const floor = counted > base ? `，不足${yuan(counted)}元的按${yuan(counted)}元计算` : '';
      const times = `${min ? `${decimal(min)}倍以上` : ''}${decimal(max)}倍以下`;
      const top = cap === undefined ? '' : `，最高不超过${yuan(cap)}元`;
      return `${subject}${fact.zh}为${yuan(base)}元${floor}，法定罚款幅度为其${times}${top}，即${rangeText(range, onlyMaximum)}。${choice}`;
    },
    grounds: ({ found }) =>
      found.length === 0
        ? '经审查，没有法定的不予、减轻、从轻或者从重处罚情节。'
        : `查明法定情节：${found
            .map(
              ({ label, force, effect, cite }) =>
                `${label.zh}（${citation(cite)}，${force === 'must' ? '应当' : '可以'}${effect.map((tier) => TIER[tier]).join('或者')}处罚）`,
            )
            .join('；')}。`,
    frame: ({ tier, by, open, reason, grounds }, known) => {
      const names = grounds.map((id) => known.grounds.get(id)?.label.zh ?? id).join('、');
      const also = open.map((other) => TIER[other]).join('、');
      if (tier === null)
        return also === ''
          ? '没有法定情节改变处罚档次，由裁量因素积分确定。'
          : `依法可以${also}处罚，是否适用由办案人员决定；未作选择的，由裁量因素积分确定。`;
      const basis =
        by === 'must' ? `因${names}，应当${TIER[tier]}处罚` : `办案人员决定${TIER[tier]}处罚`;
      const why = reason === undefined ? '' : `，理由：${reason}`;
      return `${basis}${why}。${also === '' ? '' : `依法还可以${also}处罚，由办案人员决定。`}`;
    },
    factor: (step, known) => {
      const { label, option, points, means } = step;
      const total = known.totals.get(step.number) ?? points;
      const counts = {
        points: `，计${points}分，累计${total}分`,
        percent: `，${points < 0 ? '减' : '加'}${percent(Math.abs(points))}，累计${percent(total)}`,
        times: `，乘以${decimal([points, 10_000])}`,
        answer: '',
      };
      return `${label.zh}：${option.zh}${counts[means]}。`;
    },
    'points-tier': ({ points, tier, from, to, fixed }) =>
      fixed
        ? `处罚档次已由法定情节确定为${TIER[tier]}，总分${points}分只决定在该档内的位置。`
        : `总分${points}分，对应${TIER[tier]}处罚（${to === null ? `${from}分以上` : `${from}分以上、不足${to}分`}）。`,
    'percent-sum': ({ start, total, tier, fixed }) =>
      `从${percent(start)}起累加，合计为法定罚款上下限之差的${percent(total)}，${settled(tier, fixed)}。`,
    'base-adjust': ({ start, product, limits: [low, high], tier, fixed }) =>
      `从法定罚款上下限之差的${percent(start)}起逐项相乘，得${ratioPercent(product)}（限于${percent(low)}至${percent(high)}），${settled(tier, fixed)}。`,
    grid: ({ row, column, cell, shift, tier, fixed }) =>
      `第一类因素合计${row.points}分，为“${row.label.zh}”；第二类因素合计${column.points}分，为“${column.label.zh}”；两者相交处为法定罚款上下限之差的${percent(cell)}` +
      `${shift === 0 ? '' : `，修正${shift < 0 ? '减' : '加'}${percent(Math.abs(shift))}`}，${settled(tier, fixed)}。`,
    'band-row': ({ label, when, tier, fixed }, known) =>
      `符合裁量表“${label.zh}”一行${when.length > 0 ? `（${when.map((part) => conditionText(part, known)).join('，')}）` : ''}，${settled(tier, fixed)}。`,
    band: ({ tier, bp, band }) =>
      bp === null
        ? `减轻处罚应当低于法定最低罚款${yuan(band.max + 1)}元，具体数额由办案人员提出并说明理由。`
        : `${TIER[tier]}处罚对应法定罚款上下限之差的${percent(bp[0])}至${percent(bp[1])}，即${yuan(band.min)}元至${yuan(band.max)}元。`,
    suggestion: ({ unit, suggestion }) =>
      `在该档内按得分确定位置，以${yuan(unit)}元为单位向有利于当事人的方向取整，建议罚款${yuan(suggestion)}元。`,
    penalties: ({ whom, penalties }) =>
      `${whom ? `对${whom.zh}，` : ''}其他处罚种类：${kinds(penalties)}。`,
    confiscations: ({ penalties }) => `另行处理，不计入罚款幅度：${kinds(penalties)}。`,
    measures: ({ measures }) =>
      `${measures.map(({ label }) => label.zh).join('、')}（不属于行政处罚）。`,
    flag: ({ flag }) => `提示：${flagText(flag)}。`,
    undecided: ({ whom, undecided: { reason, at, fields } }, known) => {
      const label = labelOf(at, fields, known);
      return `${whom ? `对${whom.zh}，` : ''}暂不能得出结果：${UNDECIDED[reason](label?.zh ?? at)}。`;
    },
  },
};

const TIER: Readonly<Record<Tier, string>> = {
  waive: '不予',
  mitigate: '减轻',
  lighten: '从轻',
  ordinary: '一般',
  aggravate: '从重',
};

const settled = (tier: Tier, fixed: boolean) =>
  fixed ? `处罚档次已由法定情节确定为${TIER[tier]}` : `对应${TIER[tier]}处罚`;

const LEVEL: Readonly<Record<string, string>> = {
  basic: '一般',
  minor: '较轻',
  'relatively-serious': '情节较重',
  serious: '情节严重',
  aggravated: '加重处罚',
  refusal: '经责令后仍未改正',
  'general-accident': '一般事故',
  'larger-accident': '较大事故',
  'major-accident': '重大事故',
};

const MODE: Readonly<Record<Mode, string>> = {
  shall: '应当',
  may: '可以',
  upTo: '情节更重时直至',
  oneOf: '可以选择',
};

const UNDECIDED: Readonly<Record<UndecidedReason, (label: string) => string>> = {
  'fact-missing': (label) => `缺少事实“${label}”，而结果取决于它`,
  'fact-invalid': (label) => `事实“${label}”的数值不在允许的范围内`,
  'facts-conflict': (label) => `所填“${label}”与该条文自己的界定不符`,
  'factor-missing': (label) => `裁量因素“${label}”尚未选择`,
  'factor-unknown': () => '所选裁量因素不在本裁量基准之内',
  'option-unknown': () => '所选档次不在本裁量基准之内',
  'ground-unknown': () => '所列法定情节不在本规则之内',
  'grounds-not-examined': () => '尚未审查是否存在法定的不予、减轻、从轻、从重情节',
  'grounds-conflict': () => '同时存在从轻减轻与从重情节，应当由办案人员综合权衡后选择并说明理由',
  'election-unfounded': () => '所作选择没有法定情节支持、没有写明理由，或者与应当适用的情节相抵触',
  'no-tier-applies': () => '已知事实不符合该条规定的任何处罚情形',
  'tiers-compete': () => '该条有两项以上规定同时符合，应当由办案人员判断适用哪一项',
  'punished-as-other': () => '法律规定依照其他条款处罚，应当改用该条款',
  'range-empty': () => '按现有数额计算，法定罚款上限为零',
  'range-inverted': () => '按现有数额计算，法定罚款下限高于上限',
  'no-benchmark-tier': () => '裁量基准没有与该得分对应、可以依法使用的档次',
  'benchmark-unpublished': () => '裁量基准尚未向社会公布，不得使用',
  'benchmark-of-other-violation': () => '裁量基准属于其他违法行为',
  'rule-of-other-violation': () => '裁量规则属于其他违法行为',
  'not-in-force': () => '在违法行为终了日和决定日，该法律文本或者裁量基准均未施行或者已经失效',
  'heavier-after-notice': () =>
    '没有新的事实，不得因当事人陈述、申辩或者要求听证而作出比已告知的更重的处罚',
  'needs-person': () => '依法须由办案人员判断',
};

function factText({ label, type, value, text }: FactRead): string {
  if (text) return `${label.zh}：${text.zh}`;
  if (typeof value === 'boolean') return `${label.zh}：${value ? '是' : '否'}`;
  return `${label.zh}${amount(type, Number(value))}`;
}

const amount = (type: FactRead['type'], value: number) =>
  type === 'fen' ? `${yuan(value)}元` : String(value);

function conditionText(condition: Condition, known: Known): string {
  switch (condition.op) {
    case 'all':
      return condition.of.map((part) => conditionText(part, known)).join('，');
    case 'any':
      return condition.of.map((part) => conditionText(part, known)).join('或者');
    case 'not':
      return `不符合“${conditionText(condition.of, known)}”`;
  }
  const fact = known.facts.get(condition.fact);
  const label = fact?.label.zh ?? condition.fact;
  if (condition.op === 'in' || typeof condition.value === 'string')
    return `${label}为${fact?.text?.zh ?? '所列之一'}`;
  if (typeof condition.value === 'boolean')
    return (condition.op === 'eq') === condition.value ? label : `不属于“${label}”`;
  const value = amount(fact?.type ?? 'count', condition.value);
  switch (condition.op) {
    case 'eq':
      return `${label}为${value}`;
    case 'ne':
      return `${label}不为${value}`;
    case 'lt':
      return `${label}不足${value}`;
    case 'le':
      return `${label}在${value}以下`;
    case 'gt':
      return `${label}超过${value}`;
    case 'ge':
      return `${label}在${value}以上`;
  }
}

function rangeText({ min, max }: Range, onlyMaximum: boolean): string {
  if (min === max) return `${yuan(max)}元`;
  return onlyMaximum ? `${yuan(max)}元以下` : `${yuan(min)}元以上${yuan(max)}元以下`;
}

const kinds = (penalties: readonly PenaltyResult[]) =>
  penalties.map(({ mode, label }) => `${MODE[mode]}${label.zh}`).join('；');

const day = (date: string) => date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

function citation({ law, article, paragraph, item }: Citation): string {
  const part = (number: number | undefined, unit: string) =>
    number === undefined ? '' : `第${numeral(number)}${unit}`;
  return `《${law}》${part(article, '条')}${part(paragraph, '款')}${part(item, '项')}`;
}

/** 1 to 999 as articles of law are numbered: 122 → 一百二十二, 15 → 十五. */
export function numeral(number: number): string {
  const digit = (value: number) => '零一二三四五六七八九'[value] ?? '';
  const [hundreds, tens, ones] = [
    Math.trunc(number / 100),
    Math.trunc((number % 100) / 10),
    number % 10,
  ];
  const high = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const middle =
    tens > 0
      ? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`
      : hundreds > 0 && ones > 0
        ? '零'
        : '';
  return `${high}${middle}${ones > 0 ? digit(ones) : ''}`;
}

function flagText({ id, cite, fields = {} }: Flag): string {
  const article = cite ? `（${citation(cite)}）` : '';
  const money = (key: string) => `${yuan(Number(fields[key]))}元`;
  switch (id) {
    case 'criminal-suspicion':
      return `该类行为可能构成犯罪（${citation(fields.crime as Citation)}），先核对立案追诉标准，涉嫌犯罪的应当移送${article}`;
    case 'law-changed':
      return `行为时与决定时法律不同，应当比较两者并适用较轻的${article}`;
    case 'hearing':
      return `应当告知当事人有要求听证的权利：${HEARING[String(fields.why)] ?? ''}${article}`;
    case 'hearing-unknown':
      return `${fields.why === 'fine' ? '罚款数额尚未确定' : '没收的数额尚未查明'}，是否达到听证标准待定${article}`;
    case 'legal-review':
      return `经过听证的，决定前应当通过法制审核${article}`;
    case 'collective-discussion':
      return `属于情节复杂或者重大的，由负责人集体讨论决定${article}`;
    case 'level':
      return Number(fields.from) > 0
        ? `罚款${money('from')}以上的，由${LEVELS[String(fields.level)]}以上机关决定${article}`
        : `由${LEVELS[String(fields.level)]}以上机关决定${article}`;
    case 'reconsideration-first':
      return `当事人不服的，应当先申请行政复议，再提起行政诉讼${article}`;
    case 'still-confiscated':
      return `虽不予处罚，涉案的不合法物品仍应当依法没收或者收缴${article}`;
    case 'beyond-maximum':
      return `情节特别严重的，法律允许按所定罚款数额的二倍以上五倍以下处罚，是否适用须由办案人员判断${article}`;
    case 'publicity':
      return `决定依法公示，公示期${months(Number(fields.min), Number(fields.max))}（${String(fields.source)}）`;
    case 'not-published':
      return `仅给予警告的，不予公示${article}`;
    case 'new-notice':
      return `依据新的事实拟作出更重的处罚，应当重新告知当事人${article}`;
  }
}

const HEARING: Readonly<Record<string, string>> = {
  fine: '罚款达到听证标准',
  confiscation: '没收数额达到听证标准',
  kind: '拟处的种类属于听证范围',
};

const LEVELS: Readonly<Record<string, string>> = {
  prefecture: '设区的市级',
  province: '省级',
  national: '国家级',
};

const months = (min: number, max: number) =>
  min === max ? `${max}个月` : min === 0 ? `不超过${max}个月` : `${min}个月至${max}个月`;
