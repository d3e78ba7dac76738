import type { FactValue } from '../../rules/index.ts';
import type { Range } from '../assessment.ts';
import { lawful } from '../lawful.ts';
import { choose } from '../statute-tier.ts';
import type { Draft } from './finding.ts';
import type { Proof } from './proof.ts';

/**
 * Check 7: what happens where a numeric fact crosses a constant (9,999 against 10,000 yuan). A range that falls as the
 * fact grows is a warning, a jump a note: many stand in the law itself and must not be smoothed.
 */
export function factOrder({ rule, tiers, space, caseOf }: Proof): Draft[] {
  if (typeof space === 'number') return [];
  const found = new Map<string, Draft>();
  for (const cell of space.cells) {
    for (const [id, starts] of space.cuts) {
      const at = cell.low[id] as number;
      if (at === starts[0]) continue;
      const right: Record<string, FactValue> = { ...cell.low };
      const left: Record<string, FactValue> = { ...right, [id]: at - 1 };
      const [before, after] = [left, right].map((facts) => choose(tiers, facts).chosen);
      if (!before || !after) continue;
      const ranges = [
        lawful(before, left, rule.statute).range,
        lawful(after, right, rule.statute).range,
      ];
      // What the tiers below would give here: equal where the law is continuous.
      const onward = lawful(
        before.map((tier) => ({ ...tier, when: [] })),
        right,
        rule.statute,
      ).range;
      const [from, to] = ranges;
      if (!from || !to || !onward || (onward.min === to.min && onward.max === to.max)) continue;
      const key = `${id} ${at} ${numbers(before)} ${numbers(after)}`;
      if (found.has(key)) continue;
      const drop = to.min < from.min || to.max < from.max;
      const type = rule.statute.facts.find((fact) => fact.id === id)?.type;
      const fields = { fact: id, type, at, before: from, after: to };
      found.set(key, {
        check: 'fact-order',
        code: drop ? 'fact-drop' : 'fact-cliff',
        level: drop ? 'warning' : 'note',
        at: '/statute/tiers',
        fields,
        witness: [left, right].map((facts) => caseOf({ facts })),
        shows: ([one, other]) =>
          !!one &&
          !!other &&
          'range' in one &&
          'range' in other &&
          same(one.range, from) &&
          same(other.range, to),
      });
    }
  }
  return [...found.values()];
}

const numbers = (tiers: readonly { readonly number: number }[]) =>
  tiers.map(({ number }) => number).join();

function same(a: Range | null, b: Range): boolean {
  return a !== null && a.min === b.min && a.max === b.max;
}
