import type { Ground } from '../../rules/index.ts';
import { assess } from '../assess.ts';
import { lawful } from '../lawful.ts';
import { choose } from '../statute-tier.ts';
import { every, test } from '../truth.ts';
import type { Draft } from './finding.ts';
import { corners, type Proof } from './proof.ts';
import { spaceOf } from './space.ts';
import { undecidedBy } from './statute-cells.ts';

/** Check 10: grounds that do nothing, never or always hold, or bind both ways with nobody to choose but a person. */
export function groundConflicts(proof: Proof): Draft[] {
  return [...alone(proof), ...together(proof), ...belowMinimum(proof)];
}

function* alone({ rule }: Proof): Generator<Draft> {
  for (const [i, ground] of rule.grounds.entries()) {
    const finding = (code: Draft['code'], level: Draft['level']): Draft => ({
      check: 'grounds',
      code,
      level,
      at: `/grounds/${i}`,
      fields: { ground: ground.id },
      witness: [],
    });
    if (ground.effect.length === 0) yield finding('ground-idle', 'error');
    if (!ground.when) continue;
    const space = spaceOf(rule.statute.facts, [ground.when], []);
    if (typeof space === 'number') continue;
    const truths = new Set(
      space.cells.map(({ low }) => test(ground.when as NonNullable<typeof ground.when>, low)),
    );
    if (!truths.has(true)) yield finding('ground-never', 'warning');
    else if (truths.size === 1) yield finding('ground-always', 'warning');
  }
}

/**
 * Pairs of 应当 grounds, one milder and one harsher, that the facts do not keep apart and the law does not rank:
 * `assess` leaves them to a person. One finding tells them all, most come with the general law.
 */
function* together({ rule, caseOf }: Proof): Generator<Draft> {
  const must = rule.grounds.filter(({ force }) => force === 'must');
  const harsher = must.filter(({ effect }) => effect.includes('aggravate'));
  const milder = must.filter(({ effect }) => effect.some((tier) => tier !== 'aggravate'));
  const conflict = undecidedBy('grounds-conflict');
  const open = milder
    .flatMap((one) => harsher.map((other) => [one, other] as const))
    .filter(([one, other]) => one !== other && meet(rule.statute.facts, one, other))
    .map((pair) => pair.map(({ id }) => id))
    .map((pair) => ({ pair, case_: caseOf({ grounds: pair }) }))
    .filter(({ case_ }) => conflict([assess(case_, rule)]));
  if (open.length === 0) return;
  yield {
    check: 'grounds',
    code: 'grounds-bind-both-ways',
    level: 'note',
    at: '/grounds',
    fields: { pairs: open.map(({ pair }) => pair) },
    witness: open.map(({ case_ }) => case_),
  };
}

/** Facts under which both can be found: those that establish both, any where a person may find them. */
function meet(definitions: Proof['rule']['statute']['facts'], one: Ground, other: Ground): boolean {
  const whens = [one, other].flatMap(({ when }) => (when ? [when] : []));
  const space = spaceOf(definitions, whens, []);
  return typeof space === 'number' || space.cells.some(({ low }) => every(whens, low) === true);
}

/** 减轻 where the statute sets no minimum: no number, a person must say what is lighter. */
function* belowMinimum({ rule, tiers, space, caseOf }: Proof): Generator<Draft> {
  if (typeof space === 'number') return;
  const ground = rule.grounds.find(({ effect }) => effect.includes('mitigate'));
  if (!ground) return;
  for (const cell of space.cells) {
    const chosen = choose(tiers, cell.low).chosen ?? [];
    for (const facts of corners(cell, chosen)) {
      if (lawful(tiers, facts, rule.statute).range?.min !== 0) continue;
      const elect = { tier: 'mitigate', reason: ground.label.zh } as const;
      yield {
        check: 'grounds',
        code: 'nothing-below-minimum',
        level: 'note',
        at: '/statute/tiers',
        fields: { tiers: chosen.map(({ number }) => number), ground: ground.id },
        witness: [caseOf({ facts, grounds: [ground.id], elect })],
        shows: undecidedBy('needs-person'),
      };
      return;
    }
  }
}
