import type { Range } from '../../discretion/index.ts';
import type { Rule } from '../../rules/index.ts';
import { grouped } from '../grouped.ts';
import type { Exercise } from './exercise.ts';

/** How one region treated a conduct. Several where its own cases differ. */
export interface Treatment {
  readonly region: string;
  readonly benchmark: { readonly pack: string; readonly version: string };
  readonly tier: Exercise['tier'];
  readonly band: Range | null;
  readonly cases: readonly string[];
}

/** 同案不同幅: the same conduct with different bands in different regions. A question to both benchmarks. */
export interface Apart {
  readonly violation: string;
  /** [fact number, value] of the statute entry. */
  readonly facts: Exercise['facts'];
  /** `factor=option` by their ids where the Rules are known, else by their numbers in one pack. */
  readonly factors: readonly string[];
  readonly treatments: readonly Treatment[];
}

export interface AcrossRegions {
  readonly apart: readonly Apart[];
  /** Cases that could be compared with one of another region, and those that could not: no region, or no like conduct there. */
  readonly compared: readonly string[];
  readonly alone: readonly string[];
}

/**
 * Cases of like conduct side by side, region by region. Conduct is the violation, the facts that the range depends on and the
 * options chosen. Options of different packs are the same where their ids are: `rules` (by hash) tells; a Rule that is not
 * there is only compared with its own pack.
 */
export function acrossRegions(
  exercises: Iterable<Exercise>,
  regionOf: (authority: string) => string | null,
  rules: ReadonlyMap<string, Rule> = new Map(),
): AcrossRegions {
  const alone: string[] = [];
  const placed: { region: string; one: Exercise; factors: string[] }[] = [];
  for (const one of exercises) {
    const region = regionOf(one.authority);
    if (region === null) alone.push(one.case);
    else placed.push({ region, one, factors: factorsOf(one, rules.get(one.rule)) });
  }
  const compared: string[] = [];
  const apart: Apart[] = [];
  const conducts = grouped(placed, ({ one, factors }) =>
    JSON.stringify([one.violation, byNumber(one.facts), factors]),
  );
  for (const [, of] of conducts) {
    const cases = of.map(({ one }) => one.case);
    if (new Set(of.map(({ region }) => region)).size < 2) {
      alone.push(...cases);
      continue;
    }
    compared.push(...cases);
    if (new Set(of.map(({ one }) => bandKey(one))).size < 2) continue;
    const [{ one, factors }] = of as [(typeof of)[number]];
    const treatments = grouped(of, ({ region, one }) =>
      JSON.stringify([region, one.benchmark.pack, one.benchmark.version, bandKey(one)]),
    ).map(([, same]): Treatment => {
      const [{ region, one }] = same as [(typeof same)[number]];
      const { benchmark, tier, band } = one;
      return { region, benchmark, tier, band, cases: same.map(({ one }) => one.case) };
    });
    apart.push({ violation: one.violation, facts: byNumber(one.facts), factors, treatments });
  }
  return { apart, compared, alone };
}

const byNumber = (pairs: Exercise['facts']): Exercise['facts'] =>
  [...pairs].sort(([a], [b]) => a - b);

const bandKey = ({ tier, band }: Exercise): string => JSON.stringify([tier, band?.min, band?.max]);

function factorsOf({ factors, benchmark }: Exercise, rule: Rule | undefined): string[] {
  const named = factors.map(([number, option]) => {
    const factor = rule?.benchmark.factors.find((one) => one.number === number);
    const chosen = factor?.options.find((one) => one.number === option);
    return chosen ? `${factor?.id}=${chosen.id}` : `${benchmark.pack}:${number}=${option}`;
  });
  return named.sort();
}
