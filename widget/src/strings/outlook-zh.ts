/** What the chunk about other findings says in Chinese. `outlook-en.ts` has the same keys. */
export const outlookZh = {
  heading: '什么情况下结果会不同',
  lead: (first: string | null) =>
    first === null ? '按这条规则，没有哪一项单独变化会让结果更轻。' : `按这条规则，${first}`,
  note: '这里只说明规则怎么算，每次只改一项，其余不变；不是建议，也不表示您的情况就是这样。事实以证据为准。',
  lighter: '会更轻的',
  heavier: '会更重的',
  found: (label: string) => `有「${label}」的情节`,
  anyOf: (labels: readonly string[]) =>
    `有下列法定情节之一（${labels.map((label) => `「${label}」`).join('、')}）`,
  notFound: (label: string) => `没有「${label}」的情节`,
  would: (label: string, to: string) => `「${label}」是「${to}」`,
  yes: '是',
  no: '否',
  times: (count: number) => `${count}`,
  if: (what: string, then: string) => `如果${what}，${then}。`,
  waived: '就不予处罚',
  noFine: '就没有罚款',
  fine: (tier: string, now: string | null, then: string) =>
    `就属于「${tier}」，按规则算出的数额${now === null ? '' : `由${now}变为`}${then}`,
  below: (minimum: string) => `就减轻处罚，低于${minimum}，具体数额由机关决定`,
  tier: (tier: string) => `就属于「${tier}」`,
};

export type OutlookStrings = typeof outlookZh;
