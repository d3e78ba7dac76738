import type { Gate } from './gate.ts';
import { read, repositoryFiles } from './repository-files.ts';

const PAGE = 'FEATURES.md';

/** Sections of the page and how many rows each has, numbered from 1; 0 to 4 are the five systems. */
export const SECTIONS: readonly (readonly [name: string, rows: number])[] = [
  ['0 Suihua 绥化', 14],
  ['1 Supervision by information systems 信息化监督', 24],
  ['2 Hubei 湖北', 40],
  ['3 Jinan 济南', 36],
  ['4 Haiyan 海盐', 43],
  ['5 What none of the five has', 15],
];
const SYSTEMS = 5;

const STATES = ['works', 'by interface', 'not ours', 'open'] as const;

/** Where a test may stand that a row names. */
const TEST = /\.test\.tsx?$|^tests\/(bench|drill)\/.*\.ts$/;

/**
 * What is wrong with the table of features: a row that is missing, doubled or unknown, a state that is none, a named test
 * that is not there, a count that differs.
 * @param textOf the text of a file of the repository, null where there is none
 */
export function featureFaults(page: string, textOf: (path: string) => string | null): string[] {
  const lines = page.split('\n');
  const rows = lines
    .filter((line) => /^\| *\d+\.\d/.test(line))
    .map((line) => {
      const [number = '', , state = '', shown = '', ...rest] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return { line, number, state, shown, broken: rest.length > 0 || !line.endsWith(' |') };
    });
  const numbers = SECTIONS.flatMap(([, count], section) =>
    Array.from({ length: count }, (_, i) => `${section}.${i + 1}`),
  );
  const faults: string[] = [];
  for (const number of numbers) {
    const found = rows.filter((row) => row.number === number).length;
    if (found !== 1) faults.push(`row ${number} stands ${found} times`);
  }
  for (const { number, state, shown, broken } of rows) {
    if (!numbers.includes(number)) faults.push(`row ${number} is not in the numbering`);
    if (broken) faults.push(`row ${number} has not four cells`);
    if (!STATES.some((known) => known === state)) faults.push(`row ${number}: no state "${state}"`);
    if (shown === '') faults.push(`row ${number} names no test and nothing that is missing`);
    const named = [...shown.matchAll(/`([^`]*)`/g)].map(([, test = '']) => test);
    if (named.length === 0 && (state === 'works' || state === 'by interface')) {
      faults.push(`row ${number} is ${state} and names no test`);
    }
    for (const test of named) {
      const fault = testFault(test, textOf);
      if (fault !== null) faults.push(`row ${number}: ${fault}`);
    }
  }
  const tally = (from: number, to: number) => {
    const own = rows.filter(({ number }) => {
      const section = Number.parseInt(number, 10);
      return section >= from && section < to;
    });
    const counts = STATES.map((state) => own.filter((row) => row.state === state).length);
    return [own.length, ...counts].join(' | ');
  };
  const counted: [string, string][] = SECTIONS.map(([name], i) => [name, tally(i, i + 1)]);
  for (const [name, counts] of [...counted, ['0 to 4', tally(0, SYSTEMS)] as const]) {
    const stated = lines.filter((line) => line.startsWith(`| ${name} |`));
    const wanted = `| ${name} | ${counts} |`;
    if (stated.length !== 1 || stated[0] !== wanted) faults.push(`the counts are ${wanted}`);
  }
  return faults;
}

/** A test is named `path › name`; the name begins a string of that file. */
function testFault(test: string, textOf: (path: string) => string | null): string | null {
  const [, path = '', name = ''] = /^(\S+) › (.+)$/.exec(test) ?? [];
  if (path === '') return `"${test}" is not a path and a name`;
  if (!TEST.test(path)) return `${path} is no test`;
  const text = textOf(path);
  if (text === null) return `${path} is not there`;
  const isNamed = ["'", '"', '`'].some((quote) => text.includes(quote + name));
  return isNamed ? null : `${path} has no test "${name}"`;
}

/** Each row of the table of features says how it stands, and the tests that it names are there. */
export const features: Gate = {
  name: 'table of features',
  faults: () => {
    const files = new Set(repositoryFiles());
    return featureFaults(read(PAGE), (path) => (files.has(path) ? read(path) : null));
  },
};
