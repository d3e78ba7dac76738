import type { Disagreement, Nearness, Way } from '@chidu/sdk/cases/explain';
import type { Part } from '@chidu/sdk/cases/search';
import type { Language } from '../../platform/settings.ts';

/** What the other case's answer would do to this one. */
interface FactorEffect {
  readonly points: number | null;
  readonly fine: string | null;
  readonly outcome: string | null;
}

interface LikeWords {
  readonly title: string;
  readonly none: string;
  readonly searching: string;
  readonly failed: string;
  readonly nearness: Readonly<Record<Nearness, string>>;
  readonly noSpread: string;
  readonly count: (count: number) => string;
  readonly fines: (least: string, most: string) => string;
  readonly from: (least: string, most: string) => string;
  readonly middle: (fine: string) => string;
  readonly ours: (fine: string) => string;
  readonly ways: string;
  readonly way: Readonly<Record<Way, string>>;
  readonly notSure: string;
  readonly unlawful: string;
  readonly disagree: (one: string, other: string, kind: Disagreement['kind'], by: string) => string;
  readonly why: string;
  readonly kinds: Readonly<Record<Part['kind'], string>>;
  readonly differs: string;
  readonly same: string;
  readonly otherViolation: string;
  readonly otherLaw: (from: string) => string;
  readonly other: (what: string, theirs: string) => string;
  readonly factor: (label: string, theirs: string, effect: FactorEffect | null) => string;
  readonly outcome: Readonly<Record<'no-fine' | 'waived' | 'undecided', string>>;
  readonly copies: (count: number) => string;
  readonly unknownFine: string;
  readonly searched: (records: number) => string;
}

const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

const inBrackets = (
  parts: readonly (string | false | null | undefined)[],
  comma: string,
  [open, close]: readonly [string, string],
): string => {
  const told = parts.filter(Boolean).join(comma);
  return told && `${open}${told}${close}`;
};

export const LIKE_WORDS: Readonly<Record<Language, LikeWords>> = {
  zh: {
    title: '类似案例',
    none: '本机没有案例库。可在“设置”中载入案例文件，检索只在本机进行。',
    searching: '正在检索…',
    failed: '案例库无法使用：',
    nearness: {
      near: '以下案例与本案相近。',
      unsure: '以下案例与本案是否相近没有把握，请逐件核对。',
      none: '没有找到与本案相近的案例，不能作出比较。',
    },
    noSpread: '同一违法行为、同一法律文本且已知罚款数额的案例不足三件，不作统计。',
    count: (count) => `案例 ${count} 件`,
    fines: (least, most) => `罚款 ${least} 至 ${most}`,
    from: (least, most) => `${least} 至 ${most}`,
    middle: (fine) => `中位数 ${fine}`,
    ours: (fine) => `本案建议 ${fine}`,
    ways: '四种方法对照',
    way: {
      benchmark: '裁量基准',
      'like-cases': '类似案例中位数',
      regression: '回归模型估计',
      guiding: '指导性案例中位数',
    },
    notSure: '依据不足，不给数额',
    unlawful: '超出法定幅度，只作参照，不得采用',
    disagree: (one, other, kind, by) =>
      `${one}与${other}不一致：${kind === 'apart' ? '两者范围不相交' : '一方数额在另一方范围之外'}，相差 ${by}，请复核`,
    why: '相似之处',
    kinds: {
      text: '案情用语',
      violation: '违法行为',
      article: '法条',
      factor: '裁量因素',
      value: '涉案金额',
      level: '机关层级',
      place: '地区',
      date: '时间',
      version: '法律版本',
    },
    differs: '不同之处',
    same: '未发现记载上的不同',
    otherViolation: '违法行为不同',
    otherLaw: (from) => `适用 ${from} 起施行的文本`,
    other: (what, theirs) => `${what}：该案为 ${theirs}`,
    factor: (label, theirs, effect) =>
      `${label}：该案为“${theirs}”${inBrackets(
        [
          effect?.points != null && `本案如此则积分 ${signed(effect.points)}`,
          effect?.fine != null && `建议罚款 ${effect.fine}`,
          effect?.outcome,
        ],
        '，',
        ['（', '）'],
      )}`,
    outcome: { 'no-fine': '不处罚款', waived: '不予处罚', undecided: '不能得出结果' },
    copies: (count) => `另有 ${count} 件文本基本相同`,
    unknownFine: '罚款数额未载明',
    searched: (records) => `在本机的 ${records} 件案例中检索；类似案例仅供参考，不是处罚依据。`,
  },
  en: {
    title: 'Like cases',
    none: 'There is no case library on this machine. Load a file in the settings; the search stays here.',
    searching: 'Searching…',
    failed: 'The case library cannot be used: ',
    nearness: {
      near: 'These cases are near this one.',
      unsure: 'Not sure that these cases are near this one: look at each.',
      none: 'Nothing near this case was found: no comparison.',
    },
    noSpread:
      'Fewer than three cases of the same violation under the same text with a known fine: no statistics.',
    count: (count) => `${count} cases`,
    fines: (least, most) => `fines ${least} to ${most}`,
    from: (least, most) => `${least} to ${most}`,
    middle: (fine) => `median ${fine}`,
    ours: (fine) => `suggested here ${fine}`,
    ways: 'Four ways side by side',
    way: {
      benchmark: 'benchmark',
      'like-cases': 'median of like cases',
      regression: 'estimate by regression',
      guiding: 'median of guiding cases',
    },
    notSure: 'not sure: no amount',
    unlawful: 'outside the lawful range: to look at, never to use',
    disagree: (one, other, kind, by) =>
      `${one} and ${other} disagree: ${kind === 'apart' ? 'their ranges do not meet' : "one lies outside the other's range"}, ${by} between them; check`,
    why: 'Alike in',
    kinds: {
      text: 'words of the facts',
      violation: 'violation',
      article: 'article',
      factor: 'factors',
      value: 'value of the case',
      level: 'level of authority',
      place: 'place',
      date: 'date',
      version: 'text of law',
    },
    differs: 'Different in',
    same: 'no difference on record',
    otherViolation: 'another violation',
    otherLaw: (from) => `under the text in force from ${from}`,
    other: (what, theirs) => `${what}: there ${theirs}`,
    factor: (label, theirs, effect) =>
      `${label}: there “${theirs}”${inBrackets(
        [
          effect?.points != null && `here it would be ${signed(effect.points)} points`,
          effect?.fine != null && `suggestion ${effect.fine}`,
          effect?.outcome,
        ],
        ', ',
        [' (', ')'],
      )}`,
    outcome: { 'no-fine': 'no fine', waived: 'no penalty', undecided: 'no result' },
    copies: (count) => `${count} more with nearly the same text`,
    unknownFine: 'fine not on record',
    searched: (records) =>
      `Searched ${records} cases on this machine; like cases are for orientation, not a basis.`,
  },
};
