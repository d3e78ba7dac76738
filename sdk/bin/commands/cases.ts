import { ChiduError } from '@chidu/sdk/errors';
import { type Options, readOptions } from '../cases/options.ts';
import type { Command, CommandIo } from '../command.ts';
import { Faults, tellFaults } from '../rules/faults.ts';

export const summary =
  'Import decided cases, build a library of them, search it, measure the search.';

export const usage = `Usage: chidu cases import FILE --out RECORDS [--mapping FILE] [--source NAME] [--resume] [--json]
       chidu cases build RECORDS --out FOLDER --id ID [--title TEXT] [--key FILE] [--bundle FILE]
                         [--published DATE] [--most COUNT] [--suits] [--json]
       chidu cases search LIBRARY [FACTS] (--trust LIST --roots FILE | --unsigned)
                         [--violation ID] [--value AMOUNT] [--limit COUNT] [--json]
       chidu cases evaluate --docs DOCUMENTS --queries QUERIES --qrels FILE [--pool FILE] [--relevant LABEL]
                         [--by close|index|bm25] [--text-only]

FILE is an Excel or CSV list of penalties, or JSON Lines; RECORDS is JSON Lines of case records; LIBRARY a
folder, a bundle or an address; FACTS a text file, - or nothing for standard input.

  --mapping FILE    what the columns mean: used where it is there, written where it is not
  --resume          go on with an import that was interrupted
  --key FILE        the publisher's key, as for chidu keys; without it nobody else will open the library
  --bundle FILE     the library as one file, beside the folder
  --suits           litigation, not decisions: to warn of risks, never to compare fines with
  --statutes FILE   statutes in place of those that come with the SDK
  --unsigned        open a library that nobody signed, because you built it
  --docs, --queries JSON Lines of {"id", "text"} or fields of a case record
  --qrels FILE      relevance judgements in the form of TREC
  --pool FILE       {"query": ["document", …]}: what is to be ranked for each query
  --relevant LABEL  from which label on a document is relevant; else the highest there is

Exit code 0: done. 1: rows refused, data at fault, or interrupted. 2: called wrongly.
`;

type Run = (options: Options, io: CommandIo) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<{ run: Run }>>> = {
  import: () => import('../cases/import.ts'),
  build: () => import('../cases/build.ts'),
  search: () => import('../cases/search.ts'),
};

export const run: Command['run'] = async (args, io) => {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const options = readOptions(rest);
  if (name !== 'evaluate' && (load === undefined || options === null)) {
    io.err(usage);
    return 2;
  }
  try {
    const exit = await (load && options
      ? (await load()).run(options, io)
      : (await import('../cases/evaluate.ts')).evaluate(rest, io));
    if (exit === 2) io.err(usage);
    return exit;
  } catch (error) {
    const issues = issuesOf(error);
    if (issues === null) return 1;
    if (options?.json) io.out(`${JSON.stringify({ ok: false, issues })}\n`);
    tellFaults(issues, io);
    return 1;
  }
};

/** Null where somebody interrupted: there is nothing to say. */
function issuesOf(error: unknown): Faults['issues'] | null {
  if (error instanceof Faults) return error.issues;
  if (error instanceof Error && error.name === 'AbortError') return null;
  if (!(error instanceof ChiduError)) throw error;
  const { code, at = '', message, fields } = error;
  return [{ code, at, message, fields }];
}
