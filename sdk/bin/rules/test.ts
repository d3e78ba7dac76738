import {
  coverageOf,
  mutationScore,
  offerTrials,
  runTrials,
  type Trial,
} from '@chidu/sdk/discretion/trials';
import type { Issue } from '@chidu/sdk/errors';
import { type Rule, statuteAt } from '@chidu/sdk/rules';
import type { CommandIo } from '../command.ts';
import { readTrials } from './case-file.ts';
import { Faults } from './faults.ts';
import type { Options } from './options.ts';
import { entryId, fileBytes, type Packs, packsOf, parsed, ruleOf } from './packs.ts';

/**
 * Runs the examples of a file against the benchmark: each states a case and what must come out. Then says what they leave
 * untried, and how many slips of one unit they would notice; `--offer` writes examples for the rest, for a person to read.
 * Exit code 1 when one fails.
 */
export async function test(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  if (file === undefined || more.length > 0) return 2;
  const packs = await packsOf(options, io);
  const trials = readTrials(parsed(await fileBytes(file, io)));
  const results = [...byRule(trials, packs)].map(([rule, own]) => ({
    rule,
    own,
    runs: runTrials(rule, own),
  }));
  if (options.offer) {
    const offered = results.flatMap(({ rule, own }) => offerTrials(rule, own));
    io.out(`${JSON.stringify({ format: 'chidu-trials/1', trials: offered }, null, 2)}\n`);
    return 0;
  }
  const told = results.map(({ rule, own, runs }) => {
    const { items, missing } = coverageOf(
      rule,
      own.map((one) => one.case),
    );
    const { mutants, noticed } = mutationScore(rule, own);
    return { id: entryId(rule.statute), runs, coverage: { items, missing }, mutants, noticed };
  });
  const failed = told.flatMap((one) => one.runs).filter((run) => !run.passed).length;
  if (options.json) io.out(`${JSON.stringify({ ok: failed === 0, rules: told })}\n`);
  else {
    for (const { id, runs, coverage, mutants, noticed } of told) {
      for (const { name, passed, faults } of runs) {
        io.out(`${passed ? '通过 pass' : '不符 fail'}\t${name}\n`);
        for (const { field, expected, found } of faults) {
          io.out(
            `\t${field}: ${JSON.stringify(expected)} expected, ${JSON.stringify(found)} found\n`,
          );
        }
      }
      const tried = coverage.items - coverage.missing.length;
      io.err(
        `${id}: ${tried} of ${coverage.items} tried, ${noticed} of ${mutants} slips noticed\n`,
      );
    }
  }
  io.err(`${trials.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** Trials under the Rule that is in force on the day of their act. */
function byRule(trials: readonly Trial[], packs: Packs): Map<Rule, Trial[]> {
  const rules = new Map<string, Rule>();
  const grouped = new Map<Rule, Trial[]>();
  const issues: Issue[] = [];
  for (const [i, trial] of trials.entries()) {
    const found = statuteAt(packs.statutes, trial.case.violation, trial.case.actDate);
    const id = found.ok ? entryId(found.statute) : '';
    const rule = found.ok ? (rules.get(id) ?? ruleOf(found.statute, packs)) : null;
    if (rule === null) {
      const message = found.ok ? 'the benchmark has no table for it' : found.reason;
      issues.push({ code: 'unknown-reference', at: `/trials/${i}/case/violation`, message });
      continue;
    }
    rules.set(id, rule);
    grouped.set(rule, [...(grouped.get(rule) ?? []), trial]);
  }
  if (issues.length > 0) throw new Faults(issues);
  return grouped;
}
