import type { Command } from '../command.ts';
import { check } from '../rules/check.ts';
import { diff } from '../rules/diff.ts';
import { explain } from '../rules/explain.ts';
import { exportWorkbook } from '../rules/export.ts';
import { Faults, tellFaults } from '../rules/faults.ts';
import { importWorkbook } from '../rules/import.ts';
import { list } from '../rules/list.ts';
import { readOptions } from '../rules/options.ts';
import { sign } from '../rules/sign.ts';
import { test } from '../rules/test.ts';

export const summary = 'List, check, import, export, sign, compare, test and explain benchmarks.';

export const usage = `Usage: chidu rules list [--on DATE] [--violation ID] [--benchmark FILE] [--json]
       chidu rules check [FILE] [--violation ID] [--reviews FILE] [--json]
       chidu rules import WORKBOOK [--out FILE] [--json]
       chidu rules import TABLES --head FILE [--out FILE] [--json]
       chidu rules export [FILE] --out WORKBOOK [--json]
       chidu rules sign FILE --key KEY --out SIGNED
       chidu rules diff OLD NEW [--violation ID] [--json]
       chidu rules test TRIALS [--offer] [--benchmark FILE] [--json]
       chidu rules explain CASE [--lang zh|en] [--benchmark FILE] [--json]

A FILE is a benchmark as JSON or as a workbook (.xlsx); import and export take lists too. Without one, the
sample that comes with the SDK stands in: its points are invented. CASE may be - for standard input.

  --sample          take a FILE that is marked as a sample
  --head FILE       TABLES are as a decree prints them (.xlsx or CSV); FILE says pack, within and unit
  --trust, --roots  trust list and pinned roots: whose signature counts, where a FILE is signed
  --statutes FILE   statutes in place of those that come with the SDK
  --grounds FILE    grounds in place of those that come with the SDK

Exit code 0: done, and nothing to object to. 1: faults, errors, differences or failures. 2: called wrongly.
`;

const COMMANDS = {
  list,
  check,
  import: importWorkbook,
  export: exportWorkbook,
  sign,
  diff,
  test,
  explain,
} as const;

export const run: Command['run'] = async (args, io) => {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : null;
  const options = readOptions(rest);
  if (command === null || options === null) {
    io.err(usage);
    return 2;
  }
  try {
    const exit = await command(options, io);
    if (exit === 2) io.err(usage);
    return exit;
  } catch (error) {
    if (!(error instanceof Faults)) throw error;
    if (options.json) io.out(`${JSON.stringify({ ok: false, issues: error.issues })}\n`);
    tellFaults(error.issues, io);
    return 1;
  }
};
