import { lawful } from '../lawful.ts';
import { choose } from '../statute-tier.ts';
import type { Draft, Replayed } from './finding.ts';
import { corners, type Proof } from './proof.ts';

/**
 * Check 2: on every cell of the fact space exactly one tier of the statute applies and its range holds an amount.
 * A cell without a tier may be what the law says (no refusal, no penalty), so that is a warning.
 */
export function statuteCells({ rule, tiers, space, caseOf }: Proof): Draft[] {
  // The text sends the reader on: it has no tiers of its own.
  if (rule.statute.punishedAs) return [];
  const found = new Map<string, Draft>();
  const add = (key: string, draft: Draft) => {
    if (!found.has(key)) found.set(key, draft);
  };
  const base = { check: 'statute-cells', at: '/statute/tiers' } as const;
  if (typeof space === 'number') {
    return [
      { ...base, code: 'too-many-cells', level: 'warning', fields: { cells: space }, witness: [] },
    ];
  }
  let without = 0;
  for (const cell of space.cells) {
    const choice = choose(tiers, cell.low);
    if (choice.competing.length > 0) {
      const fields = { tiers: choice.competing };
      const shows = undecidedBy('tiers-compete');
      const witness = [caseOf({ facts: cell.low })];
      add(`compete ${choice.competing}`, {
        ...base,
        code: 'tiers-compete',
        level: 'error',
        fields,
        witness,
        shows,
      });
    } else if (choice.chosen === null) {
      without++;
      const witness = [caseOf({ facts: cell.low })];
      const shows = undecidedBy('no-tier-applies');
      add('gap', {
        ...base,
        code: 'cells-without-tier',
        level: 'warning',
        fields: {},
        witness,
        shows,
      });
    } else {
      for (const facts of corners(cell, choice.chosen)) {
        for (const { reason } of lawful(choice.chosen, facts, rule.statute).undecided) {
          if (reason !== 'range-empty' && reason !== 'range-inverted') continue;
          const applied = choice.chosen.map(({ number }) => number);
          add(`${reason} ${applied}`, {
            ...base,
            code: reason,
            // A multiple of next to nothing is empty or crossed by rounding; fixed amounts are a mistake.
            level: choice.chosen.some(({ fine }) => fine?.basis === 'multiple')
              ? 'warning'
              : 'error',
            fields: { tiers: applied },
            witness: [caseOf({ facts })],
            shows: undecidedBy(reason),
          });
        }
      }
    }
  }
  const gap = found.get('gap');
  if (gap) found.set('gap', { ...gap, fields: { cells: without, of: space.cells.length } });
  return [...found.values()];
}

export function undecidedBy(reason: string): (replayed: readonly Replayed[]) => boolean {
  return ([only]) =>
    only !== undefined &&
    'undecided' in only &&
    only.undecided.some((one) => one.reason === reason);
}
