import type { Condition, FactDefinition, Ground, StatuteTier } from '../../src/rules/index.ts';
import { HINTS } from './words.ts';

/** The definitions of the facts that the entry asks for, by number; enumerations cut down to what it can use. */
export function factsOf(
  facts: readonly FactDefinition[],
  tiers: readonly StatuteTier[],
  grounds: readonly Ground[],
  law: string,
  article: number,
): FactDefinition[] {
  const names = new Map<string, Set<string>>();
  const note = (fact: string, values: readonly string[] = []) => {
    const known = names.get(fact) ?? new Set();
    for (const value of values) known.add(value);
    names.set(fact, known);
  };
  const visit = (one: Condition): void => {
    if (one.op === 'all' || one.op === 'any') one.of.forEach(visit);
    else if (one.op === 'not') visit(one.of);
    else if (one.op === 'in') note(one.fact, one.values);
    else note(one.fact, typeof one.value === 'string' ? [one.value] : []);
  };
  for (const one of tiers) {
    one.when.forEach(visit);
    if (one.fine?.basis === 'multiple') note(one.fine.of);
    if (one.subject?.role === 'party' && one.subject.values !== undefined) note('subject');
  }
  for (const { when } of grounds) if (when !== undefined) visit(when);
  return facts
    .filter((fact) => names.has(fact.id))
    .map((fact) => {
      const hint = HINTS.find(
        (one) =>
          one.fact === fact.id && one.law === law && (one.articles?.includes(article) ?? true),
      )?.hint;
      // All parts in advertising stay choosable, so that a party of another part meets "no tier applies".
      const values =
        fact.id === 'subject' || fact.id === 'partyType'
          ? fact.values
          : fact.values?.filter((one) => names.get(fact.id)?.has(one.id));
      return {
        ...fact,
        ...(hint === undefined ? {} : { hint }),
        ...(values === undefined ? {} : { values }),
      };
    });
}
