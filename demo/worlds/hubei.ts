import type { Organisation } from '@chidu/sdk/oversight';
import type { Person } from '@chidu/sdk/oversight/indicators';
import { addDays, daysBetween } from '@chidu/sdk/text';
import { Dice } from '../corpus/dice.ts';
import { type Bureau, bureauOf, hex } from './bureau.ts';
import { enterCase, USUAL } from './case-course.ts';
import { type Charge, caseValue, openCharges } from './charges.ts';
import { LogWriter } from './log-writer.ts';
import { province } from './units.ts';
import type { World } from './world.ts';

/** 湖北市监, to 2023-03-31: 45,433 cases with a 案值 of 1.795 thousand million yuan, a mean of 39,509 yuan; fen. */
const CASES = 45_433;
const VALUE = 179_500_000_000;
const SIZE = { prefectures: 17, counties: 112, stations: 1_293, people: 12_663 };
const TODAY = '2023-03-31';
const FIRST = '2021-07-01';
/** The last day on which a case can be filed whose notice is there by the end. */
const LAST = '2023-02-01';
/** Of so many people one has no key: three of 12,663. */
const WITHOUT_KEY = 6_000;
/** Assessed once each and met again and again. */
const CHARGES = 1_500;
/** The amounts between which the last case has to lie, fen: what a case may well be worth. */
const [LEAST, MOST] = [100_000, 50_000_000];

/** A whole province's log: 1,423 units with 12,663 people, 130 of them with a log of their own. */
export async function hubei(): Promise<World> {
  const dice = new Dice(20_230_331);
  const organisation = province('示例省', SIZE);
  const people = register(organisation, dice);
  const bureaus = bureausOf(organisation, people, dice);
  const draw = await openCharges('2022-06-01');
  const charges = Array.from({ length: CHARGES }, () => draw(dice));
  const log = new LogWriter();
  // A suspension would not be seen, and would leave a case without a notice at the end.
  const habits = { ...USUAL, special: 0, shown: ['filed'] };
  for (const [i, charge] of valued(charges, draw, dice).entries()) {
    const own = new Dice(Math.imul(i + 1, 0x9e3779b1));
    const filed = addDays(FIRST, Math.floor(own.next() * daysBetween(FIRST, LAST)));
    const place = bureaus[i % bureaus.length] as Bureau;
    // One after the other, so that everybody who has a key has used it.
    const officer = place.officers[Math.floor(i / bureaus.length) % place.officers.length] ?? '';
    enterCase(log, place, charge, filed, i + 1, own, { habits, officer });
  }
  return {
    id: 'hubei',
    title: {
      zh: '一省之量：45,433 件案件、1,423 个机构',
      en: 'A province: 45,433 cases, 1,423 units',
    },
    today: TODAY,
    events: log.until(TODAY),
    organisation,
    lists: null,
    people,
  };
}

/** Everybody of every unit; one in so many has no key yet. */
function register({ units }: Organisation, dice: Dice): Person[] {
  return units
    .flatMap(({ id, people }) =>
      Array.from({ length: people }, (_, i) => ({ id: `${id}/${i + 1}`, unit: id })),
    )
    .map((person, i) => ({ ...person, kid: i % WITHOUT_KEY === 99 ? null : hex(dice, 16) }));
}

/** Authorities with the people who decide in their name: their own and those of the stations below. */
function bureausOf({ units }: Organisation, people: readonly Person[], dice: Dice): Bureau[] {
  const byUnit = Map.groupBy(people, ({ unit }) => unit);
  const stations = Map.groupBy(
    units.filter(({ authority }) => authority === null),
    ({ parent }) => parent,
  );
  return units
    .filter(({ authority }) => authority !== null)
    .map((unit) => ({
      ...bureauOf(unit, dice),
      officers: [unit, ...(stations.get(unit.id) ?? [])]
        .flatMap(({ id }) => byUnit.get(id) ?? [])
        .flatMap(({ kid }) => kid ?? []),
    }));
}

/** As many charges as there are cases, whose values add up to the fen: the last one takes what is left. */
function valued(
  charges: readonly Charge[],
  draw: Awaited<ReturnType<typeof openCharges>>,
  dice: Dice,
): Charge[] {
  const chosen = Array.from({ length: CASES - 1 }, () => dice.pick(charges));
  let left = VALUE - chosen.reduce((sum, one) => sum + caseValue(one), 0);
  while (left < LEAST || left > MOST) {
    const at = dice.below(chosen.length);
    const other = dice.pick(charges);
    const change = caseValue(chosen[at] as Charge) - caseValue(other);
    if (left < LEAST === change > 0) {
      chosen[at] = other;
      left += change;
    }
  }
  return [...chosen, draw(dice, { value: left })];
}
