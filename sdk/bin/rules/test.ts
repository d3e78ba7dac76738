import { type Assessment, assess, type Case } from '@chidu/sdk/discretion';
import { statuteAt } from '@chidu/sdk/rules';
import type { CommandIo } from '../command.ts';
import { readTests, type TestFile } from './case-file.ts';
import type { Options } from './options.ts';
import { fileBytes, type Packs, packsOf, parsed, ruleOf } from './packs.ts';

type Expectation = TestFile['tests'][number]['expect'];

/** Runs the examples of a file against the benchmark: each states a case and what must come out. Exit code 1 on a failure. */
export async function test(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  if (file === undefined || more.length > 0) return 2;
  const packs = await packsOf(options, io);
  const { tests } = readTests(parsed(await fileBytes(file, io)));
  const results = tests.map(({ name, case: one, expect }) => ({
    name,
    differences: differences(one as Case, expect, packs),
  }));
  const failed = results.filter((one) => one.differences.length > 0);
  if (options.json) io.out(`${JSON.stringify({ ok: failed.length === 0, results })}\n`);
  else {
    for (const { name, differences: found } of results) {
      io.out(`${found.length === 0 ? '通过 pass' : '不符 fail'}\t${name}\n`);
      for (const one of found) io.out(`\t${one}\n`);
    }
  }
  io.err(`${results.length - failed.length} passed, ${failed.length} failed\n`);
  return failed.length === 0 ? 0 : 1;
}

function differences(case_: Case, expected: Expectation, packs: Packs): string[] {
  const found = statuteAt(packs.statutes, case_.violation, case_.actDate);
  if (!found.ok) return [`no statute on ${case_.actDate}: ${found.reason}`];
  const rule = ruleOf(found.statute, packs);
  if (rule === null) return ['the benchmark has no table for this violation'];
  const assessment = assess(case_, rule);
  return Object.entries(expected).flatMap(([key, value]) => {
    const is = outcomeOf(assessment, key as keyof Expectation);
    return JSON.stringify(is) === JSON.stringify(value)
      ? []
      : [`${key}: ${JSON.stringify(value)} expected, ${JSON.stringify(is)} found`];
  });
}

function outcomeOf(assessment: Assessment, key: keyof Expectation): unknown {
  if (key !== 'undecided') return assessment[key];
  return assessment.undecided.map(({ reason, at }) => `${reason} ${at}`);
}
