import type { Organisation, Unit } from '@chidu/sdk/oversight';
import { pointId } from '@chidu/sdk/oversight/advice';
import { addDays, daysBetween } from '@chidu/sdk/text';
import { Dice } from '../corpus/dice.ts';
import { bureauOf } from './bureau.ts';
import { enterCase, type Oddity } from './case-course.ts';
import { type Charge, openCharges } from './charges.ts';
import { creditCode } from './credit-code.ts';
import { LogWriter } from './log-writer.ts';
import type { World } from './world.ts';

/** What was planted in a world: by kind, the ids that an honest search has to name. */
export interface Truth {
  /** Kind → ids that must be named: cases, points by `pointId`, keys of officers. */
  readonly planted: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kind → ids that may be named as well, since one defect shows in more than one way. */
  readonly tolerated: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface HabitWorld extends World {
  readonly truth: Truth;
}

const FIRST = '2026-01-05';
const TODAY = '2026-10-30';
const COUNTIES = '东汀区 西屏区 南浦区 北辰桥区 河湾县 石径县 松埠县 青枫市'.split(' ');
/** Officers whose fines lean, and options that parties dispute, in the planted world. */
const BIASED = 2;
const HOT: readonly { violation: string; factor: number; option: number }[] = [
  { violation: 'food-unlicensed-operation', factor: 5, option: 2 },
  { violation: 'price-no-marking', factor: 6, option: 2 },
  { violation: 'met-overdue-verification', factor: 3, option: 2 },
];

/**
 * A prefecture of eight counties under usual habits. With `plants`, single cases, officers and options are made odd and told
 * in `truth`; without, the same habits and nothing else, so that whatever is found there is found wrongly.
 */
export async function habitWorld({
  cases,
  seed,
  plants,
}: {
  cases: number;
  seed: number;
  plants: boolean;
}): Promise<HabitWorld> {
  const draw = await openCharges('2026-06-01');
  const dice = new Dice(seed);
  const organisation = prefecture();
  const bureaus = organisation.units
    .filter(({ authority }) => authority !== null)
    .map((unit) => bureauOf(unit, dice));
  const biased = plants ? bureaus.slice(0, BIASED).map(({ officers }) => officers[0] ?? '') : [];
  const oddities = plants ? plantedCases(cases, dice) : new Map<number, Planted>();
  const planted = new Map<string, Set<string>>();
  const tolerated = new Map<string, Set<string>>();
  const tell = (into: Map<string, Set<string>>, kinds: readonly string[], id: string): void => {
    for (const kind of kinds) into.set(kind, (into.get(kind) ?? new Set()).add(id));
  };
  if (plants) {
    for (const point of HOT) tell(planted, ['hot-point'], pointId({ kind: 'option', ...point }));
    for (const kid of biased) tell(planted, ['biased-handler'], kid);
  }

  const log = new LogWriter();
  const days = daysBetween(FIRST, TODAY);
  for (let i = 0; i < cases; i += 1) {
    const odd = oddities.get(i);
    const own = new Dice(Math.imul(i + 1, 0x9e3779b1) ^ seed);
    const place = own.pick(bureaus);
    const charge = draw(own, odd?.violation ? { violation: odd.violation } : {});
    const filed = odd?.filed ?? addDays(FIRST, Math.floor(own.next() * days));
    const officer = own.pick(place.officers);
    const oddity = odd?.oddity(charge, own) ?? habitual(charge, officer, biased, plants, own);
    const { caseNumber } = enterCase(log, place, charge, filed, i + 1, own, { oddity, officer });
    const id = `${place.authority}/${caseNumber}`;
    if (odd) tell(planted, odd.kinds, id);
    if (odd?.also) tell(tolerated, odd.also, id);
    // Where an officer leans, the single case is far from like cases, too.
    if (!odd && oddity.fine) tell(tolerated, ['far-from-like-cases'], id);
  }
  return {
    id: plants ? 'planted' : 'clean',
    title: plants
      ? { zh: '示例市（埋有问题）', en: 'Sample prefecture, with planted faults' }
      : { zh: '示例市（无异常）', en: 'Sample prefecture, nothing planted' },
    today: TODAY,
    events: log.until(TODAY),
    organisation,
    lists: null,
    people: null,
    truth: { planted, tolerated },
  };
}

interface Planted {
  /** Kinds of finding that this case must lead to. */
  readonly kinds: readonly string[];
  readonly also?: readonly string[];
  readonly filed?: string;
  readonly violation?: string;
  readonly oddity: (charge: Charge, dice: Dice) => Oddity;
}

/** What is planted in single cases, each kind in as many. */
const SINGLE: readonly Omit<Planted, 'filed'>[] = [
  { kinds: ['stalled'], oddity: () => ({ stopsAfter: 'evidence' }) },
  { kinds: ['period-missed'], oddity: () => ({ lateBy: 95 }) },
  { kinds: ['step-skipped'], oddity: (_, dice) => ({ skips: dice.pick(['evidence', 'review']) }) },
  {
    kinds: ['number-vanished'],
    also: ['stalled', 'period-missed'],
    oddity: () => ({ vanishes: true }),
  },
  { kinds: ['notice-altered'], oddity: () => ({ altered: true }) },
  {
    kinds: ['code-dropped'],
    also: ['stalled', 'period-missed'],
    oddity: () => ({ dropped: true }),
  },
  { kinds: ['defence-cut-short'], oddity: () => ({ decidesAfter: 2 }) },
  {
    kinds: ['heavier-than-notice'],
    also: ['far-from-like-cases', 'fine-outside', 'departure-unexplained'],
    oddity: () => ({ heavier: true }),
  },
  { kinds: ['times-impossible'], oddity: () => ({ servedBefore: true }) },
  { kinds: ['two-live-codes'], oddity: () => ({ secondCode: true }) },
  {
    kinds: ['departure-unexplained'],
    also: ['far-from-like-cases'],
    oddity: () => ({ fine: { amount: inBand, explained: false } }),
  },
  {
    kinds: ['far-from-like-cases', 'fine-outside'],
    violation: 'met-overdue-verification',
    oddity: () => ({ fine: { amount: ({ range }) => 4 * (range?.max ?? 0), explained: true } }),
  },
];

function plantedCases(cases: number, dice: Dice): Map<number, Planted> {
  const each = Math.max(5, Math.floor(cases / 200));
  const chosen = dice.some(
    Array.from({ length: cases }, (_, i) => i),
    each * SINGLE.length,
  );
  return new Map(
    chosen.map((i, at): [number, Planted] => {
      const plant = SINGLE[at % SINGLE.length] as Planted;
      // A case that stands still is open and 40 to 85 days old; the others have had the time to end.
      const open = plant.kinds.includes('stalled');
      const filed = open ? addDays('2026-08-06', dice.below(25)) : addDays(FIRST, dice.below(120));
      return [i, { ...plant, filed }];
    }),
  );
}

/** Another amount in the same band, clearly apart from the suggestion. */
function inBand({ range, suggestion }: Charge): number {
  if (range === null || suggestion === null) return suggestion ?? 0;
  return suggestion - range.min > range.max - suggestion ? range.min : range.max;
}

/** Officers that lean and options that are disputed: habits of the planted world, not of a single case. */
function habitual(
  charge: Charge,
  officer: string,
  biased: readonly string[],
  plants: boolean,
  dice: Dice,
): Oddity {
  if (!plants) return {};
  const hot = HOT.find(
    ({ violation, factor, option }) =>
      violation === charge.violation &&
      charge.factors.some(([its, chosen]) => its === factor && chosen === option),
  );
  return {
    ...(hot && dice.chance(0.3) && { dispute: { chance: 1, upheld: 0.55, factor: hot.factor } }),
    ...(biased.includes(officer) &&
      dice.chance(0.7) && {
        fine: { amount: ({ range, fine }) => range?.max ?? fine ?? 0, explained: true },
      }),
  };
}

function prefecture(): Organisation {
  const top: Unit = {
    id: 'prefecture',
    parent: null,
    name: '兰汀市市场监督管理局',
    level: 'prefecture',
    authority: null,
    region: '990100',
    people: 24,
  };
  const counties = COUNTIES.map((name, i): Unit => {
    const region = `9901${String(i + 1).padStart(2, '0')}`;
    return {
      id: `county-${i + 1}`,
      parent: top.id,
      name: `兰汀市${name}市场监督管理局`,
      level: 'county',
      authority: creditCode(region, 1),
      region,
      people: 10,
    };
  });
  return { format: 'chidu-organisation/1', name: '兰汀市市场监管', units: [top, ...counties] };
}
