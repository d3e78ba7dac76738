import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** What the desk names the case itself by, where a page that showed it shows it no longer. */
const THE_CASE = 'case';

/** 擅自销案: a case that the case system showed and shows no longer. Where it was seen again later, nothing is said. */
export const numberVanished = caseRule(
  {
    id: 'number-vanished',
    label: { zh: '案件编号消失', en: 'A case number vanished' },
    cite: [{ law: '行政处罚法', article: 47 }],
  },
  (history, { thresholds }) => {
    const gone = history.changes.findLast(({ part, gone }) => part === THE_CASE && gone);
    if (!gone) return [];
    const seenAgain = [...history.stages, ...history.changes.filter((one) => !one.gone)];
    if (seenAgain.some(({ at }) => at > gone.at)) return [];
    const last = history.stages.at(-1);
    return [
      raise(
        'number-vanished',
        history,
        {
          about: 'case',
          on: gone.day,
          measure: 1,
          evidence: last ? [last, gone] : [gone],
          quantities: [
            quantity('发现日', 'noticed', gone.day, 'date'),
            ...(last ? [quantity('最近环节日', 'last stage', last.on, 'date')] : []),
          ],
          cite: [{ law: '行政处罚法', article: 47 }],
          question: {
            zh: `办案系统中原有的案件${history.caseNumber ?? ''}于${gone.day}不再显示。是否撤销或者移送，有无批准文书？`,
            en: `The case system showed case ${history.caseNumber ?? ''} and no longer does since ${gone.day}. Was it dropped or handed over, and who approved?`,
          },
        },
        thresholds,
      ),
    ];
  },
);
