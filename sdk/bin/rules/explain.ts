import { type Assessment, assessBetween } from '@chidu/sdk/discretion';
import { sentences } from '@chidu/sdk/discretion/sentences';
import type { CommandIo } from '../command.ts';
import { readCase } from './case-file.ts';
import type { Options } from './options.ts';
import { fileBytes, packsOf, parsed, ruleOf } from './packs.ts';

/**
 * A case in sentences: law, range, grounds, factors, place in the range. Both texts are told where the law changed between the
 * act and the decision and neither is clearly lighter. Exit code 1 when the case stays undecided.
 */
export async function explain(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  const language = options.lang ?? 'zh';
  if (file === undefined || more.length > 0 || (language !== 'zh' && language !== 'en')) return 2;
  const packs = await packsOf(options, io);
  const bytes = file === '-' ? await io.stdin() : await fileBytes(file, io);
  const case_ = readCase(parsed(bytes));
  const rules = packs.statutes.statutes
    .filter((one) => one.violation === case_.violation)
    .flatMap((one) => ruleOf(one, packs) ?? []);
  const comparison = assessBetween(case_, rules);
  if (options.json) {
    io.out(`${JSON.stringify(comparison)}\n`);
  } else {
    const { chosen, atAct, atDecision } = comparison;
    const both = atAct === atDecision ? [atAct] : [atAct, atDecision];
    const told: readonly (Assessment | null)[] = chosen === null ? both : [chosen];
    for (const one of told) {
      if (one === null) continue;
      for (const { text } of sentences(one.trace, language)) io.out(`${text}\n`);
    }
    const open = [...comparison.undecided, ...(chosen?.undecided ?? [])];
    for (const { reason, at } of open) io.err(`${reason} ${at}\n`);
    if (comparison.result === 'needs-person')
      io.err('新旧法孰轻须由人判断 · a person must say which text is lighter\n');
  }
  return comparison.chosen === null || comparison.chosen.outcome === 'undecided' ? 1 : 0;
}
