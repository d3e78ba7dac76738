import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess, type Case } from '@chidu/sdk/discretion';
import { checkRule } from '@chidu/sdk/discretion/checks';
import { emptyResults, encode, run as runBatch } from '@chidu/sdk/discretion/compare';
import { sentences } from '@chidu/sdk/discretion/sentences';
import { build } from 'vite';
import { root } from '../tool.ts';
import { answerByHand, assessmentByHand, byHand } from './calculator/by-hand.ts';
import { type Engine, PEERS, peerEngines } from './calculator/peers.ts';
import {
  type Answer,
  benchmarkOf,
  caseOf,
  type Question,
  questions,
  reference,
  rule,
} from './calculator/rule.ts';

export const about =
  'The calculator: one case beside other engines on the same rule with equal results, a million cases, checks, cold start.';

export const peers = PEERS;

type Row = Record<string, string | number>;

export async function run(
  peer: (name: string) => Promise<Record<string, unknown>>,
): Promise<Row[]> {
  const ours = ourEngines();
  const engines = [...ours, ...(await peerEngines(peer))];
  const asked = questions(512);
  const expected = asked.map(reference);
  const speeds: { engine: Engine; each: number }[] = [];
  for (const engine of engines) {
    const ready = asked.map(engine.ready);
    for (const [i, answer] of ready.entries())
      deepEqual(await answer(), expected[i], `${engine.name}, case ${i}`);
    speeds.push({ engine, each: await microseconds(ready) });
  }
  const traced = speeds[0]?.each ?? Number.NaN;
  const rows: Row[] = speeds.map(({ engine, each }) => ({
    what: engine.name,
    trace: engine.traces ? 'yes' : 'no',
    'CPU µs': short(each),
    'times ours traced': short(each / traced),
    goal: engine === ours[0] ? '≤ 5 µs' : '',
  }));
  const limits = await byHandMicroseconds(expected);
  for (const { what, trace, each } of limits)
    rows.push({ what, trace, 'CPU µs': short(each), 'times ours traced': short(each / traced) });
  const others = speeds.slice(ours.length);
  const fastest = (traces: boolean) =>
    Math.min(...others.filter(({ engine }) => engine.traces === traces).map(({ each }) => each));
  rows.push(
    {
      what: 'ours traced : fastest other without a trace',
      ratio: short(fastest(false) / traced),
      goal: '≥ 5',
    },
    {
      what: 'ours traced : fastest other with a trace',
      ratio: short(fastest(true) / traced),
      goal: '≥ 100',
    },
    ...million(),
    ...checks(),
    ...(await coldStart()),
  );
  return rows;
}

function ourEngines(): Engine[] {
  const engine = (name: string, say: boolean): Engine => ({
    name,
    traces: true,
    ready: (question) => {
      const subject = readCase(question);
      return () => {
        const { tier, range, suggestion, trace } = assess(subject, rule);
        if (say && sentences(trace, 'zh').length === 0) throw new Error('nothing to say');
        return {
          tier: tier ?? '',
          min: range?.min ?? 0,
          max: range?.max ?? 0,
          suggestion: suggestion ?? 0,
        };
      };
    },
  });
  return [
    engine('chidu, structured trace', false),
    engine('chidu, trace and Chinese sentences', true),
  ];
}

/** A case as a program has it, read from JSON. */
const readCase = (question: Question): Case => JSON.parse(JSON.stringify(caseOf(question)));

/** What this one rule takes where nothing is general: the bare answer, and the objects of one Assessment. */
async function byHandMicroseconds(expected: readonly Answer[]) {
  const cases = questions(512).map(readCase);
  const answer = answerByHand();
  for (const [i, one] of cases.entries()) deepEqual(answer(one), expected[i]);
  const model = (subject: Case) => assess(subject, rule);
  const [first] = cases;
  if (!first) throw new Error('no case');
  const whole = assessmentByHand(model, first);
  for (const one of cases) deepEqual(whole(one), model(one));
  return [
    {
      what: 'the bare answer by hand for this rule, from the same Case',
      trace: 'no',
      each: await microseconds(cases.map((one) => () => answer(one))),
    },
    {
      what: 'the same Assessment put together by hand for this rule',
      trace: 'yes',
      each: await microseconds(cases.map((one) => () => whole(one))),
    },
  ];
}

/** CPU time of one answer: the best of forty short windows, so that neighbours on the machine count least. */
async function microseconds(answers: readonly (() => unknown)[]): Promise<number> {
  const once = async () => {
    for (const answer of answers) {
      const result = answer();
      if (result instanceof Promise) await result;
    }
  };
  for (const until = performance.now() + 500; performance.now() < until; ) await once();
  let best = Number.POSITIVE_INFINITY;
  for (let window = 0; window < 40; window += 1) {
    const started = process.cpuUsage();
    const until = performance.now() + 40;
    let rounds = 0;
    do {
      await once();
      rounds += 1;
    } while (performance.now() < until);
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / (rounds * answers.length));
  }
  return best;
}

function million(): Row[] {
  const asked = questions(1_000_000);
  const cases = asked.map(caseOf);
  const encoding = milliseconds(1, () => encode(rule, cases));
  const columns = encode(rule, cases);
  const results = emptyResults(columns.length);
  const batch = milliseconds(7, () => runBatch(rule, columns, results));
  const goods = Float64Array.from(asked, (question) => question.goods);
  const suggestion = new Float64Array(asked.length);
  const hand = milliseconds(7, () => byHand(goods, columns.options, suggestion));
  for (let i = 0; i < asked.length; i += 1)
    if (suggestion[i] !== results.suggestion[i]) throw new Error(`by hand differs at case ${i}`);
  return [
    { what: '1,000,000 cases encoded once', 'CPU ms': short(encoding) },
    { what: '1,000,000 cases back-tested', 'CPU ms': short(batch), goal: '≤ 150 ms' },
    {
      what: 'the same by a loop written by hand for this rule',
      'CPU ms': short(hand),
      ratio: short(batch / hand),
    },
  ];
}

function checks(): Row[] {
  const large = { ...rule, benchmark: benchmarkOf(30, [0, 1, 2, 3, 4, 5]) };
  checkRule(structuredClone(large));
  const spent = milliseconds(5, () => checkRule(structuredClone(large)));
  return [
    { what: 'checks 1 to 12 of 30 factors × 6 options', 'CPU ms': short(spent), goal: '≤ 50 ms' },
  ];
}

/** Import, open the Rule, first assessment: a fresh process each, its start left out, median of nine. */
async function coldStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-cold-'));
  try {
    writeFileSync(join(folder, 'entry.js'), "export { assess } from '@chidu/sdk/discretion';");
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      resolve: {
        conditions: ['development', 'module'],
        alias: { '@chidu/sdk/discretion': join(root, 'sdk/src/discretion/index.ts') },
      },
      build: {
        outDir: join(folder, 'out'),
        emptyOutDir: true,
        target: 'es2024',
        modulePreload: false,
        // As an application ships it: one minified file.
        rolldownOptions: {
          input: join(folder, 'entry.js'),
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: 'engine.mjs' },
        },
      },
    });
    writeFileSync(
      join(folder, 'case.json'),
      JSON.stringify({ rule, subject: caseOf(questions(1)[0] ?? { goods: 0, options: [] }) }),
    );
    writeFileSync(
      join(folder, 'cold.mjs'),
      `import { readFileSync } from 'node:fs';
       const text = readFileSync(new URL('./case.json', import.meta.url), 'utf8');
       const started = process.cpuUsage();
       const { assess } = await import('./out/engine.mjs');
       const { rule, subject } = JSON.parse(text);
       if (assess(subject, rule).outcome !== 'fine') throw new Error('not a fine');
       const { user, system } = process.cpuUsage(started);
       console.log((user + system) / 1000);`,
    );
    writeFileSync(join(folder, 'nothing.mjs'), 'export {};');
    writeFileSync(
      join(folder, 'empty.mjs'),
      `const started = process.cpuUsage();
       await import('./nothing.mjs');
       const { user, system } = process.cpuUsage(started);
       console.log((user + system) / 1000);`,
    );
    return [
      {
        what: 'cold start: import, parse the Rule, first case',
        'CPU ms': medianOfNine(join(folder, 'cold.mjs')),
        goal: '≤ 5 ms',
      },
      {
        what: 'the same import of an empty module',
        'CPU ms': medianOfNine(join(folder, 'empty.mjs')),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a program prints, in a fresh process each time. */
function medianOfNine(program: string): number {
  const times = Array.from({ length: 9 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    const time = Number.parseFloat(stdout);
    if (Number.isNaN(time)) throw new Error(stderr);
    return time;
  });
  return short(times.sort((a, b) => a - b)[4] ?? Number.NaN);
}

function milliseconds(times: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i += 1) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const short = (value: number) => Number(value.toPrecision(3));
