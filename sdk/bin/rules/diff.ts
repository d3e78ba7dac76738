import { differenceOf } from '@chidu/sdk/discretion/compare';
import { formatFen } from '@chidu/sdk/text';
import type { CommandIo } from '../command.ts';
import { changesBetween } from './changes.ts';
import type { Options } from './options.ts';
import { benchmarkFile, entryId, packsOf, ruleOf } from './packs.ts';

/**
 * Two versions of a benchmark: what was changed in them, and what that does to amounts, entry by entry, over all choices.
 * Exit code 1 when they differ. The general table is worked out for one violation at a time (`--violation`).
 */
export async function diff(options: Options, io: CommandIo): Promise<number> {
  const [old, young, ...more] = options.files;
  if (old === undefined || young === undefined || more.length > 0) return 2;
  const packs = await packsOf(options, io);
  const before = (await benchmarkFile(old, options, io)).pack;
  const after = (await benchmarkFile(young, options, io)).pack;
  const changes = changesBetween(before, after);
  const tables = new Set([...before.benchmarks, ...after.benchmarks].map((one) => one.violation));
  const effects = packs.statutes.statutes.flatMap((statute) => {
    const asked = options.violation ?? statute.violation;
    const special = tables.has(statute.violation) || options.violation !== undefined;
    if (asked !== statute.violation || !special || statute.to !== null) return [];
    const rules = [before, after].map((benchmark) => ruleOf(statute, { ...packs, benchmark }));
    const [was, is] = rules;
    if (!was || !is) return [];
    return [{ id: entryId(statute), difference: differenceOf(was, is) }];
  });
  if (options.json) {
    io.out(`${JSON.stringify({ same: changes.length === 0, changes, effects })}\n`);
  } else {
    for (const { at, before: was, after: is } of changes) {
      io.out(`${at}\t${JSON.stringify(was) ?? '-'} → ${JSON.stringify(is) ?? '-'}\n`);
    }
    for (const { id, difference } of effects) {
      for (const one of difference.incomparable)
        io.out(`${id}\t不能逐一比较 · not comparable: ${JSON.stringify(one)}\n`);
      for (const { lighter, heavier, same, fall, rise } of difference.regions) {
        const moved = [fall, rise].flatMap((one) =>
          one === null ? [] : [`${formatFen(one.before)} → ${formatFen(one.after)}`],
        );
        io.out(
          `${id}\t较轻 ${lighter}、较重 ${heavier}、相同 ${same}${moved.length > 0 ? `；${moved.join('；')}` : ''}\n`,
        );
      }
    }
  }
  return changes.length === 0 ? 0 : 1;
}
