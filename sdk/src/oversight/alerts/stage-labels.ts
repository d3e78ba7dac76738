/** What people call stages and marks. */
export const STAGE_LABELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    filed: { zh: '立案', en: 'filing' },
    evidence: { zh: '调查终结', en: 'end of the investigation' },
    review: { zh: '审核', en: 'review' },
    noticed: { zh: '告知', en: 'notice' },
    decided: { zh: '决定', en: 'decision' },
    served: { zh: '送达', en: 'service' },
    executed: { zh: '执行', en: 'execution' },
    closed: { zh: '结案', en: 'closing' },
    discussed: { zh: '集体讨论', en: 'collective discussion' },
  };
