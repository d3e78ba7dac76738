import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Adapter } from '../adapters/adapter.ts';
import { type Finding, lint } from '../adapters/lint.ts';
import { draftAdapter } from '../binder/draft.ts';
import { openPages } from './open-pages.ts';
import { suggestPage } from './suggest.ts';
import { testAdapter } from './test-adapter.ts';

const USAGE = `npm run adapter -- test FILE            reads the adapter's sample pages in a browser
npm run adapter -- lint FILE            names what is wrong or weak in an adapter
npm run adapter -- suggest URL [--json | --adapter]
                                        finds the fields of a page that nobody has described;
                                        URL may be the path of a saved page`;

const [command, target, ...flags] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  if (target === undefined) return say(USAGE, 2);
  if (command === 'lint') return runLint(target);
  if (command === 'test') return runTest(target);
  if (command === 'suggest') return runSuggest(target);
  return say(USAGE, 2);
}

function runLint(file: string): number {
  const findings = lint(readJson(file));
  for (const one of findings) console.log(lineOf(one));
  const errors = findings.filter(({ level }) => level === 'error').length;
  return say(`${errors} errors, ${findings.length - errors} warnings`, errors > 0 ? 1 : 0);
}

async function runTest(file: string): Promise<number> {
  const data = readJson(file);
  const errors = lint(data).filter(({ level }) => level === 'error');
  for (const one of errors) console.log(lineOf(one));
  if (errors.length > 0) return 1;
  const pages = await openPages();
  const results = await testAdapter(pages, Adapter.parse(data), file).finally(pages.close);
  for (const { file: sample, faults, read } of results) {
    console.log(`${faults.length === 0 ? 'ok ' : 'no '} ${sample}: ${read} fields`);
    for (const fault of faults) console.log(`   ${fault}`);
  }
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  return say(`${results.length - failed} passed, ${failed} failed`, failed > 0 ? 1 : 0);
}

async function runSuggest(page: string): Promise<number> {
  const url = existsSync(page) ? String(pathToFileURL(resolve(page))) : page;
  if (!URL.canParse(url)) return say(`neither an address nor a file: ${page}`, 2);
  const pages = await openPages();
  try {
    const open = await pages.open(url).catch((error: Error) => error);
    if (open instanceof Error) {
      console.error(unreachable(url, open));
      return 2;
    }
    const found = await suggestPage(open);
    if (flags.includes('--adapter'))
      console.log(
        JSON.stringify(draftAdapter(open.page.url(), found.suggestions, found.pages), null, 2),
      );
    else if (flags.includes('--json'))
      console.log(
        JSON.stringify(
          found.suggestions.map(({ locators, ...one }) => ({
            ...one,
            locator: locators[0],
            others: locators.slice(1),
          })),
          null,
          2,
        ),
      );
    else {
      for (const { field, label, value, frame, confidence } of found.suggestions)
        console.log(`${confidence.toFixed(2)}  ${field}  ${label} = ${value}  (${frame})`);
      for (const { field, label, state, raw } of found.withheld)
        console.log(`----  ${field}  ${label}: ${state} ${raw.join(' | ')}`);
    }
    return 0;
  } finally {
    await pages.close();
  }
}

/** What a browser calls it, and what to do: `net::ERR_CONNECTION_REFUSED`. */
function unreachable(url: string, { message }: Error): string {
  const [cause = 'timeout'] = /ERR_[A-Z_]+/.exec(message) ?? [];
  return `page-unreachable: ${url} (${cause})
Open the address in a browser on this machine. If it needs a login or another network, save the page there as HTML and
name the saved file instead: npm run adapter -- suggest page.html`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}

function lineOf({ level, code, at, message }: Finding): string {
  return `${level} ${code} ${at}: ${message}`;
}

function say(text: string, exit: number): number {
  console.log(text);
  return exit;
}
