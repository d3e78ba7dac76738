import { caseHistories } from '@chidu/sdk/oversight';
import { fullRates } from '@chidu/sdk/oversight/indicators';
import {
  loadOfficers,
  officerFigures,
  peopleOf,
  publicityOf,
  readOfficers,
} from '@chidu/sdk/oversight/registers';
import { hubei } from '../../demo/worlds/hubei.ts';
import { officersOf, publicityOfWorld } from '../../demo/worlds/registers.ts';

export const about =
  'Registers: 15,000 officers from a list, and the four rates of a province of 12,663 people.';

const OFFICERS = 15_000;
/** Each step so often; the median is told. */
const TIMES = 5;

type Row = Record<string, string | number>;

export async function run(): Promise<Row[]> {
  return [officers(), await province()];
}

/** From the rows of a list to who has no valid certificate. */
function officers(): Row {
  const list = Array.from({ length: OFFICERS }, (_, i) => ({
    执法证号: `99-${String(i).padStart(6, '0')}`,
    所属机构: `unit-${i % 1_423}`,
    发证日期: '2022年3月1日',
    有效期止: i % 997 === 0 ? '2026-10-31' : '2027-02-28',
    密钥标识: i.toString(16).padStart(16, '0'),
  }));
  const [read, fromList] = timed(() => readOfficers(list, { unitOf: (name) => name }));
  const value = { format: 'chidu-officers/1', on: '2026-11-01', officers: read.records };
  const [loaded, checked] = timed(() => loadOfficers(value));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues[0]));
  const [, figures] = timed(() => officerFigures(loaded.value, '2026-11-01'));
  return {
    what: `${OFFICERS} officers`,
    'from a list ms': fromList,
    'checked ms': checked,
    'figures ms': figures,
  };
}

async function province(): Promise<Row> {
  const world = await hubei();
  const { organisation, events } = world;
  const { cases } = caseHistories(events);
  const people = peopleOf(officersOf(world));
  const register = publicityOfWorld(world);
  const [publicity, placed] = timed(() => publicityOf(register, cases).byCase);
  const period = { from: '2021-07-01', to: '2023-04-01' };
  const [, rates] = timed(() => fullRates({ organisation, people, cases, ...period, publicity }));
  return {
    what: `${cases.length} cases, ${organisation.units.length} units, ${people.length} people`,
    'publicity placed ms': placed,
    'four rates ms': rates,
  };
}

/** What it gives, and the median of its times in ms. */
function timed<T>(work: () => T): [T, number] {
  const times: number[] = [];
  let done = work();
  for (let i = 0; i < TIMES; i += 1) {
    const started = performance.now();
    done = work();
    times.push(performance.now() - started);
  }
  return [done, Math.round(times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN)];
}
