import type { FactValue, Rule, Tier, Wording } from '../../rules/index.ts';
import { type AssessOptions, assess } from '../assess.ts';
import type { Assessment, Range } from '../assessment.ts';
import type { Case } from '../case.ts';
import { domain, spaceOf } from '../checks/space.ts';

/** One answer changed, everything else left as it is. */
export interface Change {
  readonly kind: 'fact' | 'factor' | 'ground';
  readonly id: string;
  readonly label: Wording;
  /** The answer in the case and the nearest other one in this direction: option, fact value, or found or not. */
  readonly from: FactValue | null;
  readonly to: FactValue;
  readonly outcome: Assessment['outcome'];
  readonly tier: Tier | null;
  readonly range: Range | null;
  readonly suggestion: number | null;
  /** New suggestion less the present one, in fen; `null` where either is missing. */
  readonly difference: number | null;
}

/**
 * What would change the result, by the nearest change of each answer: the next lighter and the next heavier option of
 * each factor that change tier or amount, the nearest value on either side of every constant of a numeric fact, the
 * other values of the rest, and each ground found or not. All through `assess` with these options; smallest difference
 * first.
 */
export function whatWouldChange(case_: Case, rule: Rule, options: AssessOptions = {}): Change[] {
  const now = assess(case_, rule, options);
  const changes: Change[] = [];
  const consider = (
    about: Pick<Change, 'kind' | 'id' | 'label' | 'from' | 'to'>,
    part: Partial<Case>,
  ): boolean => {
    const then = assess({ ...case_, ...part }, rule, options);
    if (sameResult(now, then)) return false;
    const { outcome, tier, range, suggestion } = then;
    const both = suggestion !== null && now.suggestion !== null;
    const difference = both ? suggestion - (now.suggestion ?? 0) : null;
    changes.push({ ...about, outcome, tier, range, suggestion, difference });
    return true;
  };
  factors(case_, rule, consider);
  facts(case_, rule, consider);
  grounds(case_, rule, consider);
  return changes.sort((a, b) => size(a) - size(b) || compare(a, b));
}

type Consider = (
  about: Pick<Change, 'kind' | 'id' | 'label' | 'from' | 'to'>,
  part: Partial<Case>,
) => boolean;

function factors(case_: Case, { benchmark }: Rule, consider: Consider): void {
  for (const { id, label, options } of benchmark.factors) {
    const at = options.findIndex((option) => option.id === case_.factors[id]);
    if (at < 0) continue;
    const from = options[at]?.id ?? '';
    for (const step of [-1, 1]) {
      for (let i = at + step; options[i]; i += step) {
        const to = options[i]?.id ?? '';
        const about = { kind: 'factor', id, label, from, to } as const;
        if (consider(about, { factors: { ...case_.factors, [id]: to } })) break;
      }
    }
  }
}

function facts(case_: Case, rule: Rule, consider: Consider): void {
  const { statute } = rule;
  const conditions = [
    ...statute.tiers.flatMap(({ when }) => when),
    ...rule.grounds.flatMap(({ when }) => (when ? [when] : [])),
  ];
  const fines = statute.tiers.flatMap(({ fine }) => (fine ? [fine] : []));
  for (const fact of statute.facts) {
    const value = case_.facts[fact.id];
    if (value === undefined) continue;
    const space = spaceOf([fact], conditions, fines);
    const cells = typeof space === 'number' ? [] : space.cells;
    const values = cells.flatMap(({ low, high }) => [low[fact.id], high[fact.id]]);
    // Where the statute sets no end, the end of the space is an assumption of ours and no value to speak of.
    const assumed = fact.max === undefined ? domain(fact)[1] : undefined;
    const others = [...new Set(values)].filter(
      (other) => other !== undefined && other !== value && other !== assumed,
    );
    const directions =
      typeof value === 'number'
        ? [
            others.filter((other) => Number(other) < value).sort((a, b) => Number(b) - Number(a)),
            others.filter((other) => Number(other) > value).sort((a, b) => Number(a) - Number(b)),
          ]
        : others.map((other) => [other]);
    for (const direction of directions) {
      for (const to of direction) {
        if (to === undefined) continue;
        const about = { kind: 'fact', id: fact.id, label: fact.label, from: value, to } as const;
        if (consider(about, { facts: { ...case_.facts, [fact.id]: to } })) break;
      }
    }
  }
}

function grounds(case_: Case, rule: Rule, consider: Consider): void {
  const found = case_.grounds;
  if (found === undefined) return;
  for (const { id, label } of rule.grounds) {
    const from = found.includes(id);
    const part = from ? found.filter((other) => other !== id) : [...found, id];
    consider({ kind: 'ground', id, label, from, to: !from }, { grounds: part });
  }
}

function sameResult(a: Assessment, b: Assessment): boolean {
  return (
    a.outcome === b.outcome &&
    a.tier === b.tier &&
    a.suggestion === b.suggestion &&
    a.range?.min === b.range?.min &&
    a.range?.max === b.range?.max
  );
}

const size = ({ difference }: Change) =>
  difference === null ? Number.MAX_SAFE_INTEGER : Math.abs(difference);

const compare = (a: Change, b: Change) =>
  a.kind.localeCompare(b.kind) ||
  a.id.localeCompare(b.id) ||
  String(a.to).localeCompare(String(b.to));
