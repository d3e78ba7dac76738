import type { CodePayload } from '@chidu/sdk/codes';
import type { Rule } from '@chidu/sdk/rules';
import type { ObjectionStrings } from '../strings/objection-zh.ts';
import type { Strings } from '../strings/zh.ts';
import type { Disputed } from './request.ts';

/** What can be disputed about a code: its factors, its facts, the clause, the amount, the procedure. */
export function matters(
  t: Strings,
  o: ObjectionStrings,
  cite: (citation: Rule['statute']['basis']) => string,
  payload: CodePayload,
  rule: Rule | null,
): readonly (readonly [Disputed, label: string])[] {
  const factors = (payload.factors ?? []).map(([number, choice]) => {
    const factor = rule?.benchmark.factors.find((each) => each.number === number);
    const option = factor?.options.find((each) => each.number === choice);
    const label = factor ? t.wording(factor.label) : String(number);
    const found = option ? t.wording(option.label) : String(choice);
    return [{ kind: 'factor', factor: number }, o.factor(label, found)] as const;
  });
  const facts = (payload.facts ?? []).flatMap(([number]) => {
    const fact = rule?.statute.facts.find((each) => each.number === number);
    return fact ? [[{ kind: 'fact', fact: number }, o.fact(t.wording(fact.label))] as const] : [];
  });
  const clauses = rule === null ? [] : [rule.statute.basis, ...rule.statute.prohibition];
  return [
    ...factors,
    ...facts,
    ...clauses.map((clause) => {
      const { law, article, paragraph, item } = clause;
      const disputed = {
        kind: 'clause',
        law,
        article,
        ...(paragraph !== undefined && { paragraph }),
        ...(item !== undefined && { item }),
      } as const;
      return [disputed, o.clause(cite(clause))] as const;
    }),
    ...(payload.fine === undefined ? [] : [[{ kind: 'amount' }, o.amount] as const]),
    [{ kind: 'procedure' }, o.procedure],
  ];
}
