import { caseHistories, Histories } from '@chidu/sdk/oversight';
import { alertsOf, alertsOfCase, shownBy } from '@chidu/sdk/oversight/alerts';
import { boardFigures, openBoard, selectCases, WHOLE_BOARD } from '@chidu/sdk/oversight/board';
import { score, search } from '../../demo/worlds/found.ts';
import { type HabitWorld, habitWorld } from '../../demo/worlds/habits.ts';
import { byStore } from './oversight/by-store.ts';
import { milliseconds, percentile } from './service/percentile.ts';

export const about =
  'Oversight: what is found of what was planted and what is named in a clean world; fold, alerts and figures of large logs, in memory and by the store.';

const SEEDS = [11, 12, 13];
const CASES = 8_000;
/** Cases of a log of 100,000 and of one of 1,000,000 entries. */
const SIZES = [10_300, 103_000];
const LIVE = 500;

type Row = Record<string, string | number>;

export async function run() {
  const rows: Row[] = await recovery();
  rows.push(await live());
  for (const cases of SIZES) {
    const world = await habitWorld({ cases, seed: 5, plants: true });
    rows.push(large(world));
    if (cases === SIZES.at(-1)) rows.push(...(await byStore(world.events)));
  }
  return rows;
}

/** Recall and precision over several planted worlds, and how many are named in as many clean ones. */
async function recovery(): Promise<Row[]> {
  const sums = new Map<string, { planted: number; found: number; wrong: number; clean: number }>();
  const sumOf = (kind: string) => {
    const sum = sums.get(kind) ?? { planted: 0, found: 0, wrong: 0, clean: 0 };
    sums.set(kind, sum);
    return sum;
  };
  let cleanCases = 0;
  for (const seed of SEEDS) {
    const planted = await habitWorld({ cases: CASES, seed, plants: true });
    for (const one of scored(planted)) {
      const sum = sumOf(one.kind);
      sum.planted += one.planted;
      sum.found += one.found;
      sum.wrong += one.wrong.length;
    }
    const clean = await habitWorld({ cases: CASES, seed, plants: false });
    cleanCases += CASES;
    for (const { kind, wrong } of scored(clean)) sumOf(kind).clean += wrong.length;
  }
  return [...sums].sort().map(([kind, { planted, found, wrong, clean }]) => ({
    what: kind,
    planted,
    found,
    'wrongly named': wrong,
    recall: (found / planted).toFixed(3),
    precision: (found / (found + wrong)).toFixed(3),
    'named in the clean world': `${clean} of ${cleanCases} cases`,
  }));
}

const scored = ({ events, today, truth }: HabitWorld) =>
  score(truth, search(caseHistories(events).cases, today));

/** From an entry that comes in to the alerts of its case, over the last entries of a log. */
async function live(): Promise<Row> {
  const { events, today } = await habitWorld({ cases: CASES, seed: SEEDS[0] ?? 0, plants: true });
  const ordered = events.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const histories = new Histories();
  for (const event of ordered.slice(0, -LIVE)) histories.add(event);
  let before = new Set(histories.read().cases);
  const shown = shownBy([...before]);
  const times = ordered.slice(-LIVE).map((event) => {
    const started = performance.now();
    histories.add(event);
    const { cases } = histories.read();
    const changed = cases.find((one) => !before.has(one));
    if (changed) alertsOfCase(changed, { today, shown });
    const took = performance.now() - started;
    before = new Set(cases);
    return took;
  });
  return {
    what: `entry to alert, log of ${events.length} entries`,
    'median ms': milliseconds(percentile(times, 0.5)),
    'p95 ms': milliseconds(percentile(times, 0.95)),
  };
}

function large({ events, today, organisation }: HabitWorld): Row {
  const timed = <T>(work: () => T): [T, number] => {
    const started = performance.now();
    const done = work();
    return [done, Math.round(performance.now() - started)];
  };
  const [read, fold] = timed(() => caseHistories(events));
  const [alerts, raise] = timed(() => alertsOf(read.cases, { today }));
  const [board, open] = timed(() => openBoard({ ...read, organisation, alerts }));
  const [, figures] = timed(() => boardFigures(selectCases(board, WHOLE_BOARD)));
  const unit = organisation.units.at(-1)?.id ?? null;
  const [, filter] = timed(() => boardFigures(selectCases(board, { ...WHOLE_BOARD, unit })));
  return {
    what: `log of ${events.length} entries, ${read.cases.length} cases`,
    'fold ms': fold,
    'alerts ms': raise,
    'board ms': open,
    'all figures ms': figures,
    'one unit ms': filter,
    'heap MB': Math.round(process.memoryUsage().heapUsed / 2 ** 20),
  };
}
