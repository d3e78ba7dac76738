import type { FoundCase } from '@chidu/sdk/cases';
import type { Language } from '../../platform/settings.ts';

interface LikeWords {
  readonly title: string;
  readonly none: string;
  readonly searching: string;
  readonly failed: string;
  readonly sure: Readonly<Record<'enough' | 'few' | 'none', string>>;
  readonly count: (count: number) => string;
  readonly from: (least: string, most: string) => string;
  readonly middle: (fine: string) => string;
  readonly ours: (fine: string) => string;
  readonly ways: string;
  readonly way: Readonly<Record<'benchmark' | 'cases' | 'nearest' | 'guiding', string>>;
  readonly notSure: string;
  readonly differ: (percent: number) => string;
  readonly why: string;
  readonly kinds: Readonly<Record<FoundCase['parts'][number]['kind'], string>>;
  readonly differs: string;
  readonly same: string;
  readonly otherViolation: string;
  readonly otherLaw: (from: string) => string;
  readonly factor: (label: string, theirs: string, points: number) => string;
  readonly unknownFine: string;
  readonly searched: (records: number) => string;
}

const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

export const LIKE_WORDS: Readonly<Record<Language, LikeWords>> = {
  zh: {
    title: '类似案例',
    none: '本机没有案例库。可在“设置”中载入案例文件，检索只在本机进行。',
    searching: '正在检索…',
    failed: '案例库无法使用：',
    sure: {
      enough: '以下同条文、已知罚款数额的案例可供比较。',
      few: '同条文、已知罚款数额的案例不足五件，不作统计，仅供逐件参考。',
      none: '没有同条文、已知罚款数额的案例，不能作出比较。',
    },
    count: (count) => `可比案例 ${count} 件`,
    from: (least, most) => `罚款 ${least} 至 ${most}`,
    middle: (fine) => `中位数 ${fine}`,
    ours: (fine) => `本案建议 ${fine}`,
    ways: '几种方法对照',
    way: {
      benchmark: '裁量基准',
      cases: '类似案例中位数',
      nearest: '最相近一件',
      guiding: '指导性案例',
    },
    notSure: '依据不足，不给数额',
    differ: (percent) => `与基准相差 ${signed(percent)}%，请说明或者复核`,
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
    factor: (label, theirs, points) => `${label}：该案为“${theirs}”（${signed(points)} 分）`,
    unknownFine: '罚款数额未载明',
    searched: (records) => `在本机的 ${records} 件案例中检索；类似案例仅供参考，不是处罚依据。`,
  },
  en: {
    title: 'Like cases',
    none: 'There is no case library on this machine. Load a file in the settings; the search stays here.',
    searching: 'Searching…',
    failed: 'The case library cannot be used: ',
    sure: {
      enough: 'Cases under the same text with a known fine, for comparison.',
      few: 'Fewer than five cases under the same text with a known fine: no statistics, look at each.',
      none: 'No case under the same text with a known fine: not sure, no comparison.',
    },
    count: (count) => `${count} comparable cases`,
    from: (least, most) => `fines ${least} to ${most}`,
    middle: (fine) => `median ${fine}`,
    ours: (fine) => `suggested here ${fine}`,
    ways: 'Ways side by side',
    way: {
      benchmark: 'benchmark',
      cases: 'median of like cases',
      nearest: 'nearest case',
      guiding: 'guiding cases',
    },
    notSure: 'not sure: no amount',
    differ: (percent) => `${signed(percent)}% from the benchmark: explain or check`,
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
    factor: (label, theirs, points) => `${label}: there “${theirs}” (${signed(points)} points)`,
    unknownFine: 'fine not on record',
    searched: (records) =>
      `Searched ${records} cases on this machine; like cases are for orientation, not a basis.`,
  },
};
