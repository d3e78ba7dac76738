import { median } from '../../discretion/deviation/regression.ts';
import type { CaseRecord } from '../record.ts';

/** How a model errs for one group of cases: what it does not know about them shows here. */
export interface GroupError {
  readonly by: 'all' | 'level' | 'place' | 'party';
  /** The level, the prefecture (four digits), the kind of party; empty for all. */
  readonly group: string;
  readonly cases: number;
  /** The middle of decided over expected: 1.2 is a fifth heavier than the model expects. */
  readonly ratio: number;
  /** The middle of how many times decided and expected differ, either way: 1 is never. */
  readonly typical: number;
}

/** Fewer cases than this say nothing about a group. */
const SMALL = 8;

/** Errors of all cases, then by group, largest groups first. @param residuals logarithms of decided over expected. */
export function groupErrors(
  residuals: Float64Array,
  records: readonly CaseRecord[],
): readonly GroupError[] {
  const groups = new Map<string, { by: GroupError['by']; group: string; own: number[] }>();
  const put = (by: GroupError['by'], group: string | undefined, residual: number) => {
    if (group === undefined) return;
    const key = `${by} ${group}`;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, { by, group, own: [residual] });
    else there.own.push(residual);
  };
  for (const [i, { level, region, party }] of records.entries()) {
    const residual = residuals[i] as number;
    put('all', '', residual);
    put('level', level, residual);
    put('place', region?.slice(0, 4), residual);
    put('party', party?.kind, residual);
  }
  return [...groups.values()]
    .filter(({ by, own }) => by === 'all' || own.length >= SMALL)
    .sort((a, b) => b.own.length - a.own.length || (a.group < b.group ? -1 : 1))
    .map(({ by, group, own }) => ({
      by,
      group,
      cases: own.length,
      ratio: Math.exp(median(own)),
      typical: Math.exp(median(own.map(Math.abs))),
    }));
}
