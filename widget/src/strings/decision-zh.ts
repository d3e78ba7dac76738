import { cite } from './cite-zh.ts';
import { day } from './day-zh.ts';

/** What the chunk about the decision says in Chinese. `decision-en.ts` has the same keys. */
export const decisionZh = {
  cite,
  decision: {
    heading: (proposed: boolean): string =>
      proposed ? '准备怎样处罚，为什么' : '作出了什么决定，为什么',
    lead: (
      proposed: boolean,
      authority: string,
      violation: string | null,
      fine: string | null,
      kinds: readonly string[],
    ): string => {
      const penalties = [fine === null ? '' : `罚款${fine}`, ...kinds].filter(Boolean);
      const what = penalties.length > 0 ? penalties.join('、') : '不作处罚';
      const why = violation === null ? '' : `认定您「${violation}」，`;
      return proposed
        ? `${authority}${why}准备这样处罚：${what}。现在还没有决定。`
        : `${authority}${why}决定：${what}。`;
    },
    sample:
      '示例：这里用的裁量基准是为试用而编的，分值和档次不是任何机关的规定，不能作为处罚的依据。',
    proposedNote:
      '这是处罚之前的告知，还不是处罚决定。您的陈述申辩可能改变结果，并且不会因此加重处罚。',
    violation: '违法行为',
    violationUnknown: (id: string) => `编号 ${id}`,
    fine: (proposed: boolean): string => (proposed ? '拟罚款' : '罚款'),
    noFine: '没有罚款',
    kinds: '其他处罚',
    tier: '裁量阶次',
    points: '总分',
    tiers: {
      1: '不予处罚',
      2: '减轻处罚',
      3: '从轻处罚',
      4: '一般处罚',
      5: '从重处罚',
    } as Readonly<Record<number, string>>,
    kindNames: {
      1: '警告',
      2: '通报批评',
      3: '罚款',
      4: '没收违法所得',
      5: '没收非法财物',
      6: '暂扣许可证件',
      7: '降低资质等级',
      8: '吊销许可证件',
      9: '限制开展生产经营活动',
      10: '责令停产停业',
      11: '责令关闭',
      12: '限制从业',
      13: '行政拘留',
      14: '其他处罚',
    } as Readonly<Record<number, string>>,
    kindUnknown: (kind: number) => `第${kind}类处罚`,
    where: '这笔罚款在法律允许的幅度里处于什么位置',
    drawing: (lawful: string, tier: string, band: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。按裁量基准，本案属于「${tier}」，这一档是${band}。罚款${fine}，在这一档之内。`,
    outside: (lawful: string, tier: string, band: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。重新计算属于「${tier}」，这一档是${band}。罚款${fine}，不在这一档之内。`,
    below: (lawful: string, minimum: string, fine: string) =>
      `法律允许的罚款幅度是${lawful}。因为有法定的减轻情节，在最低额以下处罚，即低于${minimum}。罚款${fine}。`,
    notLess: (minimum: string, lightest: boolean): string =>
      `为什么不能更少：按裁量基准，这一档最低是${minimum}。${
        lightest
          ? '再低就要有法律规定的减轻情节。'
          : '要落到更低的一档，因素的认定要不同，或者有法律规定的从轻、减轻情节。'
      }`,
    factors: '考虑了哪些因素',
    factor: '因素',
    option: '认定的情形',
    score: '分值',
    total: '合计',
    evidence: '应当有的证据：',
    evidenceNote: '证据由执法机关收集和保存，您可以在陈述申辩时要求说明。',
    factorUnknown: (factor: number) => `因素 ${factor}`,
    optionUnknown: (option: number) => `第 ${option} 档`,
    how: '一步一步是怎么算出来的',
    notReplayed: '裁量规则没有取得或没有通过核对，下面只有码中的编号和数字，没有文字说明。',
  },

  law: {
    heading: '法律怎么规定',
    lead: (basis: string, from: string, range: string | null): string =>
      `依据是${basis}，用的是${day(from)}起施行的版本${
        range === null ? '' : `；本案情形下，法律允许罚款${range}`
      }。`,
    basis: '处罚依据',
    words: '条文原文',
    wordsFrom: (source: string) =>
      `由本网站提供，来源：${source}。条文不在签名之内，以公布的法律文本为准。`,
    prohibition: '违反的规定',
    from: (from: string, to: string | null) =>
      to === null
        ? `这一版本自${day(from)}起施行。`
        : `这一版本自${day(from)}起施行，${day(to)}起不再适用。`,
    range: '本案情形下法律允许的罚款',
    mayAlsoNot: '法律写的是“可以”罚款，也可以不罚款。',
    orders: '同时责令（不是处罚）',
    doubts: {
      'from-not-seen-in-source': '施行日期在所据文本中没有见到，请以公布的法律文本为准。',
      'from-is-adoption-date': '这里的施行日期是通过日期，请以公布的法律文本为准。',
      'prohibition-not-recorded': '违反的具体条款没有收录，请看文书。',
    } as Readonly<Record<string, string>>,
    benchmark: '裁量基准',
    title: '名称',
    publisher: '制定机关',
    publication: '公布',
    published: (number: string, date: string) => `${number}，${day(date)}公布`,
    unpublished: '没有公布信息。行政处罚法第34条要求裁量基准向社会公布。',
    place: '所在位置',
    unknown: '裁量规则没有取得或没有通过核对，无法说明依据的条文。请看文书上写的处罚依据。',
  },
};

export type DecisionStrings = typeof decisionZh;
