import { DECOYS, type Line, type Mark } from './line.ts';

/** What a release of a legacy system does to its pages. */
export interface Mutation {
  readonly lines?: (lines: readonly Line[]) => readonly Line[];
  readonly mark?: Partial<Mark>;
}

/** The same field under another usual wording. */
const REWORDED: Readonly<Record<string, string>> = {
  案号: '案件编号',
  立案编号: '案号',
  当事人: '当事人名称',
  '当&nbsp;事&nbsp;人': '当事人名称',
  立案日期: '立案时间',
  立案时间: '立案日期',
  货值金额: '涉案货值金额',
  '涉案货值金额（万元）': '货值金额（万元）',
  违法所得: '违法所得金额',
  违法事实: '主要违法事实',
  处罚依据: '处罚法律依据',
  处罚法律依据: '处罚依据',
};

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'as it was': {},
  'rows inserted': {
    lines: (lines) =>
      lines.flatMap((one, index) => {
        const decoy = DECOYS[index];
        return decoy ? [decoy, one] : [one];
      }),
  },
  'ids regenerated': {
    lines: (lines) => lines.map((one, index) => ({ ...one, id: `ext-gen-${1000 + index * 7}` })),
  },
  'ids handed to other fields': {
    lines: (lines) =>
      lines.map((one, index) => ({ ...one, id: lines[(index + 1) % lines.length]?.id ?? '' })),
  },
  'names changed': {
    lines: (lines) => lines.map((one) => ({ ...one, name: `frm_${one.name}` })),
  },
  'order reversed': { lines: (lines) => lines.toReversed() },
  'columns swapped': { mark: { swap: true } },
  'frames renamed': { mark: { frame: 'v2_' } },
  'labels reworded': {
    lines: (lines) => lines.map((one) => ({ ...one, label: REWORDED[one.label] ?? one.label })),
  },
  'labels spaced out and marked': {
    lines: (lines) =>
      lines.map((one) => ({
        ...one,
        label: one.label.includes('&')
          ? one.label
          : `<font color="red">*</font>${[...one.label].join(' ')}`,
      })),
  },
};
