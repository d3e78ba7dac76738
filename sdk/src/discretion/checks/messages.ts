import type { Rule, Wording } from '../../rules/index.ts';
import { formatFen, formatFenShort } from '../../text/money-text.ts';
import type { Finding, FindingCode } from './finding.ts';

type Fields = Finding['fields'];
type Message = readonly [zh: (fields: Fields) => string, en: (fields: Fields) => string];

const TIERS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  waive: ['不予', 'waiver'],
  mitigate: ['减轻', 'mitigated'],
  lighten: ['从轻', 'lighter'],
  ordinary: ['一般', 'ordinary'],
  aggravate: ['从重', 'heavier'],
};

/** What a finding says, for people, in the words of the Rule. */
export function messageOf(finding: Finding, rule: Rule): Required<Wording> {
  const [zh, en] = MESSAGES[finding.code];
  const say = (language: 'zh' | 'en') => worded(finding.fields, rule, language);
  return { zh: zh(say('zh')), en: en(say('en')) };
}

/** The fields with the labels of factors, options, facts and grounds in place of their ids. */
function worded(fields: Fields, rule: Rule, language: 'zh' | 'en'): Fields {
  const { factors } = rule.benchmark;
  const options = factors.find(({ id }) => id === fields.factor)?.options ?? [];
  const known = [...options, ...factors, ...rule.statute.facts, ...rule.grounds];
  const word = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(word);
    if (typeof value === 'object' && value !== null && 'zh' in value) {
      return (value as Wording)[language] ?? (value as Wording).zh;
    }
    const label = known.find(({ id }) => id === value)?.label;
    return label ? (label[language] ?? label.zh) : value;
  };
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, word(value)]));
}

const list = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value));
const listEn = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
const fen = (value: unknown) => formatFenShort(Number(value));
const yuan = (value: unknown) => formatFen(Number(value)).replace('元', ' yuan');
const percent = (bp: unknown) => `${Number(bp) / 100}%`;
const range = (value: unknown) => {
  const { min, max } = value as { min: number; max: number };
  return `${fen(min)}至${fen(max)}`;
};
const rangeEn = (value: unknown) => {
  const { min, max } = value as { min: number; max: number };
  return `${yuan(min)} to ${yuan(max)}`;
};
const limit = (f: Fields, money: (value: unknown) => string) =>
  f.type === 'fen' ? money(f.at) : String(f.at);
const pair = (value: unknown) => value as readonly [never, never];
const tier = (value: unknown, language: 0 | 1) => TIERS[String(value)]?.[language] ?? String(value);
const tiers = (value: unknown, language: 0 | 1) =>
  pair(value)
    .map((one) => tier(one, language))
    .join(language === 0 ? '与' : ' and ');

const MESSAGES: Readonly<Record<FindingCode, Message>> = {
  duplicate: [
    (f) => `编号或者名称“${f.name}”重复使用`,
    (f) => `the number or name "${f.name}" is given twice`,
  ],
  'unknown-name': [
    (f) => `“${f.name}”没有定义，或者不是该事实可能的取值`,
    (f) => `"${f.name}" is not defined, or is no value that fact can have`,
  ],
  'empty-domain': [
    (f) => `事实“${f.name}”没有任何可能的取值`,
    (f) => `the fact "${f.name}" can have no value`,
  ],
  inexact: [
    () => '规则中的数值过大，无法精确计算',
    () => 'figures of the rule are too large to be computed exactly',
  ],
  'never-in-force': [
    () => '法条与裁量基准没有同时有效的日期',
    () => 'statute and benchmark are never in force on the same day',
  ],
  unpublished: [
    () => '裁量基准没有公布信息，不得使用（行政处罚法第三十四条）',
    () => 'the benchmark names no publication and may not be used (行政处罚法 34)',
  ],
  'other-violation': [
    (f) => `裁量基准是为其他违法行为“${f.name}”制定的`,
    (f) => `the benchmark is made for another violation, "${f.name}"`,
  ],
  'too-many-cells': [
    (f) => `事实组合过多（${f.cells}格），法定幅度部分未作证明`,
    (f) => `too many combinations of facts (${f.cells} cells): nothing is proved about the ranges`,
  ],
  'too-many-scores': [
    () => '可能的得分过多，裁量部分未作证明',
    () => 'too many possible scores: nothing is proved about the benchmark',
  ],
  'cells-without-tier': [
    (f) => `${f.of}种事实组合中有${f.cells}种没有适用的罚则`,
    (f) => `no tier of the statute applies in ${f.cells} of ${f.of} combinations of facts`,
  ],
  'tiers-compete': [
    (f) => `罚则${list(f.tiers)}可能同时适用，且没有说明以哪一项为准`,
    (f) => `tiers ${listEn(f.tiers)} can apply at once, and nothing says which prevails`,
  ],
  'range-empty': [
    (f) => `罚则${list(f.tiers)}的罚款上限可能为零（例如倍数的基数为零）`,
    (f) => `the maximum of tiers ${listEn(f.tiers)} can be zero, as with a multiple of nothing`,
  ],
  'range-inverted': [
    (f) => `罚则${list(f.tiers)}的罚款下限可能高于上限`,
    (f) => `the minimum of tiers ${listEn(f.tiers)} can exceed the maximum`,
  ],
  'score-gap': [
    (f) => `有${f.sums}种可能的得分没有对应的阶次${between(f)}`,
    (f) => `${f.sums} possible scores have no tier${between(f)}`,
  ],
  'score-overlap': [
    (f) => `同一得分同时落入${list(f.rows)}`,
    (f) => `one score lies in several rows: ${listEn(f.rows)}`,
  ],
  'score-needs-ground': [
    (f) => `仅凭得分即进入“${tier(f.tier, 0)}”，该阶次须有法定情节`,
    (f) => `points alone lead to "${tier(f.tier, 1)}", which needs a statutory ground`,
  ],
  'score-inexact': [
    () => '系数连乘的结果超出精确计算的范围',
    () => 'the product of the coefficients can no longer be carried exactly',
  ],
  'tier-unreachable': [
    (f) => `没有任何选项组合能够进入该“${tier(f.tier, 0)}”档`,
    (f) => `no choice of options reaches this row (${tier(f.tier, 1)})`,
  ],
  'tier-absent': [
    (f) => `情节“${f.ground}”导致“${tier(f.tier, 0)}”，但基准没有该阶次`,
    (f) => `ground "${f.ground}" leads to "${tier(f.tier, 1)}", which the benchmark does not have`,
  ],
  'outside-statute': [
    (f) => `建议罚款${fen(f.amount)}超出法定幅度${range(f)}`,
    (f) => `the suggestion ${yuan(f.amount)} lies outside the lawful range ${rangeEn(f)}`,
  ],
  'nothing-suggested': [
    (f) => `“${tier(f.tier, 0)}”的建议罚款为零`,
    (f) => `the suggestion under "${tier(f.tier, 1)}" is nothing`,
  ],
  'band-inverted': [
    (f) => `“${tier(f.tier, 0)}”的起点高于终点`,
    (f) => `the band of "${tier(f.tier, 1)}" begins above its end`,
  ],
  'option-order': [
    (f) => `因素“${f.factor}”中较重的“${f.heavier}”不重于较轻的“${f.lighter}”`,
    (f) =>
      `in factor "${f.factor}" the heavier "${f.heavier}" does not weigh more than "${f.lighter}"`,
  ],
  'score-order': [
    (f) => `得分由${list(f.sums)}升高，结果反而更轻`,
    (f) => `from score ${pair(f.sums)[0]} to ${pair(f.sums)[1]} the result becomes lighter`,
  ],
  'fact-drop': [
    (f) => `“${f.fact}”达到${limit(f, fen)}时，幅度由“${range(f.before)}”降为“${range(f.after)}”`,
    (f) =>
      `where "${f.fact}" reaches ${limit(f, yuan)} the range falls: from ${rangeEn(f.before)}, to ${rangeEn(f.after)}`,
  ],
  'fact-cliff': [
    (f) => `“${f.fact}”达到${limit(f, fen)}时，幅度由“${range(f.before)}”跳至“${range(f.after)}”`,
    (f) =>
      `where "${f.fact}" reaches ${limit(f, yuan)} the range jumps: from ${rangeEn(f.before)}, to ${rangeEn(f.after)}`,
  ],
  'bands-untiled': [
    (f) => `相邻阶次在${percent(pair(f.bp)[0])}与${percent(pair(f.bp)[1])}处不衔接`,
    (f) => `bands do not join at ${percent(pair(f.bp)[0])} and ${percent(pair(f.bp)[1])}`,
  ],
  'joint-gap': [
    (f) =>
      `${tiers(f.tiers, 0)}之间在${percent(pair(f.bp)[0])}至${percent(pair(f.bp)[1])}处留有空档`,
    (f) =>
      `${percent(pair(f.bp)[0])} to ${percent(pair(f.bp)[1])} lies between ${tiers(f.tiers, 1)}`,
  ],
  'joint-overlap': [
    (f) => `${tiers(f.tiers, 0)}在${percent(pair(f.bp)[1])}至${percent(pair(f.bp)[0])}处重叠`,
    (f) =>
      `${tiers(f.tiers, 1)} overlap from ${percent(pair(f.bp)[1])} to ${percent(pair(f.bp)[0])}`,
  ],
  'options-same': [
    (f) => `因素“${f.factor}”的选项${list(f.options)}效果相同`,
    (f) => `options ${listEn(f.options)} of factor "${f.factor}" have the same effect`,
  ],
  'factor-idle': [
    (f) => `因素“${f.factor}”对结果没有任何影响`,
    (f) => `factor "${f.factor}" changes nothing`,
  ],
  'factor-never-moves-tier': [
    (f) => `无论其他因素如何，因素“${f.factor}”都不会改变阶次`,
    (f) => `factor "${f.factor}" can never change the tier`,
  ],
  'rows-same': [
    (f) =>
      `第${pair(f.rows)
        .map((row) => Number(row) + 1)
        .join('、')}行的阶次和幅度相同`,
    (f) =>
      `rows ${pair(f.rows)
        .map((row) => Number(row) + 1)
        .join(' and ')} have the same tier and band`,
  ],
  'ground-idle': [
    (f) => `情节“${f.ground}”没有规定任何后果`,
    (f) => `ground "${f.ground}" has no effect`,
  ],
  'ground-never': [
    (f) => `情节“${f.ground}”的条件不可能成立`,
    (f) => `the condition of ground "${f.ground}" can never hold`,
  ],
  'ground-always': [
    (f) => `情节“${f.ground}”的条件总是成立`,
    (f) => `the condition of ground "${f.ground}" always holds`,
  ],
  'grounds-bind-both-ways': [
    (f) => `应当从宽与应当从重的情节可能并存，须由人权衡：${pairs(f, '与', '；')}`,
    (f) =>
      `one ground must soften and another aggravate, a person weighs them: ${pairs(f, ' and ', '; ')}`,
  ],
  'nothing-below-minimum': [
    (f) => `罚则${list(f.tiers)}没有下限，减轻的数额无从计算，须由人决定`,
    (f) => `tiers ${listEn(f.tiers)} have no minimum to go below: a person decides what is lighter`,
  ],
  'unit-exceeds-band': [
    (f) => `“${tier(f.tier, 0)}”的幅度${range(f)}内没有${fen(f.unit)}的整数倍`,
    (f) => `the band ${rangeEn(f)} of "${tier(f.tier, 1)}" holds no multiple of ${yuan(f.unit)}`,
  ],
  'option-jumps-tiers': [
    (f) =>
      `因素“${f.factor}”由${list(f.options)}只差一档，结果却越过中间阶次（${tiers(f.tiers, 0)}）`,
    (f) =>
      `one step of factor "${f.factor}" (${listEn(f.options)}) crosses a whole tier: ${tiers(f.tiers, 1)}`,
  ],
  'factor-outweighs': [
    (f) => `因素“${f.factor}”（${f.spread}）超过其余因素之和（${f.others}）`,
    (f) => `factor "${f.factor}" (${f.spread}) outweighs all others together (${f.others})`,
  ],
  'proof-disagrees': [
    (f) => `证明与计算不一致（${f.code}），请勿使用该规则并报告此问题`,
    (f) => `proof and calculator disagree on "${f.code}": do not use this rule, and report it`,
  ],
};

function pairs(fields: Fields, and: string, next: string): string {
  return (fields.pairs as readonly string[][]).map((one) => one.join(and)).join(next);
}

function between(fields: Fields): string {
  return fields.from === undefined ? '' : `（${fields.from}–${fields.to}）`;
}
