import { raise } from '../alert.ts';
import { apart, procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** 偏离未说明: the fine of a notice is not the one suggested, and no reason was entered with it (程序规定 48(6)). */
export const departureUnexplained = caseRule(
  {
    id: 'departure-unexplained',
    label: { zh: '偏离裁量建议未说明理由', en: 'A departure without a reason' },
    cite: [procedure(48), { law: '行政处罚法', article: 34 }],
  },
  (history, { thresholds }) =>
    history.codes.flatMap((code) => {
      const { issued } = code;
      if (issued === null || issued.fine === null || issued.suggestion === null) return [];
      if (issued.fine === issued.suggestion || issued.flags.includes('departure')) return [];
      return [
        raise(
          'departure-unexplained',
          history,
          {
            about: code.codeId,
            on: code.day,
            measure: apart(issued.fine, issued.suggestion),
            codeId: code.codeId,
            evidence: [code],
            quantities: [
              quantity('建议罚款', 'suggested', issued.suggestion, 'fen'),
              quantity('拟定罚款', 'fine of the notice', issued.fine, 'fen'),
              quantity('相差', 'apart', apart(issued.fine, issued.suggestion), 'basis-points'),
            ],
            cite: [procedure(48), { law: '行政处罚法', article: 34 }],
            question: {
              zh: '拟定的罚款与裁量建议不同，没有记录理由。依据是什么，由谁决定？',
              en: 'The fine is not the suggested one, and no reason was entered. What is it based on, and who decided?',
            },
          },
          thresholds,
        ),
      ];
    }),
);
