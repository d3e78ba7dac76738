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
import { assessmentByHand, byHand } from './calculator/by-hand.ts';
import { type Engine, PEERS, peerEngines } from './calculator/peers.ts';
import { type Answer, benchmarkOf, caseOf, questions, reference, rule } from './calculator/rule.ts';

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
    for (const [i, question] of asked.entries())
      deepEqual(await engine.answer(question), expected[i], `${engine.name}, case ${i}`);
    speeds.push({ engine, each: await microseconds(roundOf(engine, asked), asked.length) });
  }
  const traced = speeds[0]?.each ?? Number.NaN;
  const rows: Row[] = speeds.map(({ engine, each }) => ({
    what: engine.name,
    trace: engine.traces ? 'yes' : 'no',
    'CPU µs': short(each),
    'times ours traced': short(each / traced),
    goal: engine === ours[0] ? '≤ 5 µs' : '',
  }));
  const least = await leastMicroseconds();
  rows.push({
    what: 'the same Assessment put together by hand for this rule',
    trace: 'yes',
    'CPU µs': short(least),
    'times ours traced': short(least / traced),
  });
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
    await coldStart(),
  );
  return rows;
}

const STRUCTURED = 'chidu, structured trace';

function ourEngines(): Engine[] {
  const answered = (question: Parameters<Engine['answer']>[0], say: boolean): Answer => {
    const { tier, range, suggestion, trace } = assess(caseOf(question), rule);
    if (say && sentences(trace, 'zh').length === 0) throw new Error('nothing to say');
    return {
      tier: tier ?? '',
      min: range?.min ?? 0,
      max: range?.max ?? 0,
      suggestion: suggestion ?? 0,
    };
  };
  return [
    {
      name: STRUCTURED,
      traces: true,
      answer: (question) => answered(question, false),
    },
    {
      name: 'chidu, trace and Chinese sentences',
      traces: true,
      answer: (question) => answered(question, true),
    },
  ];
}

/** Our cases as a program has them, read from JSON. */
const casesOf = (asked: ReturnType<typeof questions>): Case[] =>
  JSON.parse(JSON.stringify(asked.map(caseOf)));

/** One answer to each question. Our cases are there beforehand; the others get their own form of input made inside. */
function roundOf({ name, answer }: Engine, asked: ReturnType<typeof questions>) {
  const cases = casesOf(asked);
  return name === STRUCTURED
    ? async () => {
        for (const one of cases) assess(one, rule);
      }
    : async () => {
        for (const question of asked) {
          const result = answer(question);
          if (result instanceof Promise) await result;
        }
      };
}

/** What making the objects of one Assessment takes. */
async function leastMicroseconds(): Promise<number> {
  const cases = casesOf(questions(512));
  const model = (subject: Case) => assess(subject, rule);
  const [first] = cases;
  if (!first) throw new Error('no case');
  const byHandOf = assessmentByHand(model, first);
  for (const one of cases) deepEqual(byHandOf(one), model(one));
  return microseconds(async () => {
    for (const one of cases) byHandOf(one);
  }, cases.length);
}

/** CPU time of one answer: the best of forty short windows, so that neighbours on the machine count least. */
async function microseconds(once: () => Promise<void>, answers: number): Promise<number> {
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
    best = Math.min(best, (user + system) / (rounds * answers));
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
async function coldStart(): Promise<Row> {
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
    const times = Array.from({ length: 9 }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cold.mjs')], {
        encoding: 'utf8',
      });
      const time = Number.parseFloat(stdout);
      if (Number.isNaN(time)) throw new Error(stderr);
      return time;
    }).sort((a, b) => a - b);
    return {
      what: 'cold start: import, parse the Rule, first case',
      'CPU ms': short(times[4] ?? Number.NaN),
      goal: '≤ 5 ms',
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
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
