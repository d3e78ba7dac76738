import { caseOfNumbers } from '../../../discretion/index.ts';
import { lawful } from '../../../discretion/lawful.ts';
import { sides } from '../../../discretion/statute-tier.ts';
import type { Rule } from '../../../rules/index.ts';
import type { CodeHistory } from '../../events/case-history.ts';
import type { IssuedData } from '../../events/event-data.ts';
import { raise } from '../alert.ts';
import { penalties, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

const WAIVE = 1;
const MITIGATE = 2;

/** 乱罚款: a fine outside the law's range or the tier's, or a fine where none was due. Of notice and of decision. */
export const fineOutside = caseRule(
  {
    id: 'fine-outside',
    label: { zh: '罚款超出法定幅度或者裁量幅度', en: 'A fine outside its range' },
    cite: [penalties(5, 2), penalties(34), penalties(76, 1)],
  },
  (history, { thresholds, ruleOf }) =>
    history.codes.flatMap((code) => {
      const { issued } = code;
      if (issued === null) return [];
      const rule = ruleOf(issued.rule);
      const law = rule && lawfulRange(issued, code, rule);
      return finesOf(code).flatMap(({ fine, tier, at, about }) => {
        const band = tier === issued.tier ? issued.range : null;
        const [range, which] = outside(fine, tier, law, band);
        if (which === null) return [];
        const basis =
          which === 'statute'
            ? { zh: '法定幅度', en: 'the range of the law' }
            : which === 'band'
              ? { zh: '该阶次的裁量幅度', en: 'the range of its tier' }
              : { zh: '不予处罚', en: 'a waiver' };
        return [
          raise(
            'fine-outside',
            history,
            {
              about: `${about} ${code.codeId}`,
              on: at.day,
              measure: which === 'band' ? 1 : 2,
              codeId: code.codeId,
              evidence: at === code ? [code] : [code, at],
              quantities: [
                quantity('罚款', 'fine', fine, 'fen'),
                ...(range
                  ? [
                      quantity(`${basis.zh}下限`, `least of ${basis.en}`, range.min, 'fen'),
                      quantity(`${basis.zh}上限`, `most of ${basis.en}`, range.max, 'fen'),
                    ]
                  : []),
              ],
              cite: rule ? [citeOf(rule), penalties(34)] : [penalties(34)],
              question: {
                zh: `罚款金额与${basis.zh}不符。依据哪一条款、哪一情节？`,
                en: `The fine does not agree with ${basis.en}. Which article and which circumstance is it based on?`,
              },
            },
            thresholds,
          ),
        ];
      });
    }),
);

/** The fine that the party was told, and the one decided where it is another. */
function finesOf(code: CodeHistory) {
  const { issued, decided } = code;
  const told =
    issued?.fine == null ? [] : [{ fine: issued.fine, tier: issued.tier, at: code, about: 'told' }];
  const data = decided?.data;
  if (!decided || data?.fine == null || data.fine === issued?.fine) return told;
  return [...told, { fine: data.fine, tier: data.tier, at: decided, about: 'decided' }];
}

type Range = { readonly min: number; readonly max: number };

/** The law comes first: what is outside it needs no look at the tier. 减轻 lies below the law's least on purpose. */
function outside(
  fine: number,
  tier: number,
  law: Range | null,
  band: Range | null,
): [Range | null, 'statute' | 'band' | 'waived' | null] {
  if (tier === WAIVE) return fine > 0 ? [null, 'waived'] : [null, null];
  if (law && (fine > law.max || (tier !== MITIGATE && fine < law.min))) return [law, 'statute'];
  if (band && (fine > band.max || fine < band.min)) return [band, 'band'];
  return [null, null];
}

function lawfulRange(issued: IssuedData, { day }: CodeHistory, rule: Rule): Range | null {
  const read = caseOfNumbers({ facts: issued.facts, factors: [], issued: day }, rule);
  if (!read.ok) return null;
  return lawful(sides(rule.statute).party, read.case.facts, rule.statute).range;
}

function citeOf({ statute: { basis } }: Rule) {
  const { law, article, paragraph, item } = basis;
  return { law, article, ...(paragraph && { paragraph }), ...(item && { item }) };
}
