import type { Unit } from '@chidu/sdk/oversight';
import { LISTS, type List, type ListPack } from '@chidu/sdk/rules/lists';
import { addDays, daysBetween } from '@chidu/sdk/text';
import { Dice } from '../corpus/dice.ts';
import { type Bureau, bureauOf, hex } from './bureau.ts';
import { type Charge, openCharges } from './charges.ts';
import { creditCode } from './credit-code.ts';
import { LogWriter } from './log-writer.ts';
import { workDay } from './work-days.ts';
import type { World } from './world.ts';

/** 济南四张清单: items of 33 departments, and how often each list was used. */
const DEPARTMENTS = 33;
const ITEMS: Readonly<Record<List, number>> = {
  waive: 435,
  mitigate: 148,
  lighten: 238,
  aggravate: 256,
};
const USES: Readonly<Record<List, number>> = {
  waive: 144_250,
  mitigate: 2_048,
  lighten: 4_641,
  aggravate: 445,
};
/** Items that nobody used: one in so many. */
const UNUSED = 12;
const TODAY = '2026-10-30';
const FIRST = '2026-01-05';
const LAW = '2026-06-01';
const CHARGES = 120;
const WORDS = {
  waive: '不予处罚',
  mitigate: '减轻处罚',
  lighten: '从轻处罚',
  aggravate: '从重处罚',
};
/** What is settled with a lower limit of the fine above zero, without which there is nothing to go below. */
const WITH_MINIMUM = ['se-use-uninspected', 'food-unlicensed-operation'];
const WITHOUT = [
  'price-no-marking',
  'met-overdue-verification',
  'ec-licence-info',
  'con-unfair-terms',
];

/** Four lists in use: every use is a code whose list items are told. */
export async function jinan(): Promise<World> {
  const dice = new Dice(1_077);
  const lists = listPack();
  const units = lists.departments.map(
    ({ id, name }, i): Unit => ({
      id,
      parent: 'city',
      name: name.zh,
      level: 'county',
      authority: creditCode('990100', i + 1),
      region: '990100',
      people: 30,
    }),
  );
  const bureaus = new Map(units.map((unit) => [unit.id, bureauOf(unit, dice)]));
  const charges = await chargesByList(dice);
  const log = new LogWriter();
  let number = 0;
  for (const list of LISTS) {
    const items = lists.items.filter((one) => one.list === list && one.number % UNUSED !== 0);
    for (let use = 0; use < USES[list]; use += 1) {
      // Every item is used; beyond that some are met far more often than others.
      const item =
        use < items.length ? items[use] : items[Math.floor(dice.next() ** 3 * items.length)];
      if (item === undefined) throw new Error(`no item of ${list}`);
      const charge = dice.pick(charges.get(`${list} ${item.violation}`) ?? []);
      number += 1;
      enterUse(
        log,
        bureaus.get(item.department) as Bureau,
        charge,
        `${lists.id}/${item.number}`,
        number,
        dice,
      );
    }
  }
  return {
    id: 'jinan',
    title: {
      zh: '四张清单：1,077 个事项、151,384 次适用',
      en: 'Four lists: 1,077 items, 151,384 uses',
    },
    today: TODAY,
    events: log.until(TODAY),
    organisation: {
      format: 'chidu-organisation/1',
      name: '示例市行政执法部门',
      units: [
        {
          id: 'city',
          parent: null,
          name: '示例市行政执法监督机构',
          level: 'prefecture',
          authority: null,
          region: '990100',
          people: 12,
        },
        ...units,
      ],
    },
    lists,
    people: null,
  };
}

/** The decision of a case to which an item applied. */
function enterUse(
  log: LogWriter,
  { authority, sign, officers }: Bureau,
  charge: Charge,
  item: string,
  number: number,
  dice: Dice,
): void {
  const day = workDay(addDays(FIRST, dice.below(daysBetween(FIRST, TODAY) - 10)));
  const at = Date.parse(`${day}T01:00:00Z`) + dice.below(28_000) * 1000;
  log.add({
    authority,
    at,
    kind: 'issued',
    role: 'officer',
    kid: dice.pick(officers),
    codeId: hex(dice, 64),
    data: {
      ...charge,
      case: `${sign}案〔${day.slice(0, 4)}〕${number}号`,
      documentKind: 3,
      flags: ['sample-benchmark'],
      replaces: null,
      listItems: [item],
    },
  });
}

function listPack(): ListPack {
  const lists = LISTS.flatMap((list) => Array<List>(ITEMS[list]).fill(list));
  return {
    format: 'chidu-lists/1',
    id: 'sample-city-lists',
    version: '2026.1',
    title: { zh: '示例市行政处罚四张清单' },
    sample: true,
    publisher: '示例市行政执法监督机构',
    publication: null,
    from: '2026-01-01',
    to: null,
    departments: Array.from({ length: DEPARTMENTS }, (_, i) => ({
      id: `department-${i + 1}`,
      name: { zh: `示例市第${i + 1}执法部门` },
    })),
    facts: [],
    items: lists.map((list, i) => {
      const pool = list === 'mitigate' ? WITH_MINIMUM : [...WITHOUT, ...WITH_MINIMUM];
      return {
        number: i + 1,
        list,
        department: `department-${(i % DEPARTMENTS) + 1}`,
        matter: { zh: `示例事项${i + 1}（${WORDS[list]}）` },
        violation: pool[i % pool.length] ?? null,
        basis: '示例依据',
        requirements: [{ label: { zh: '符合示例条件' } }],
      };
    }),
  };
}

/** Charges that end in the tier of a list, by list and violation. */
async function chargesByList(dice: Dice): Promise<ReadonlyMap<string, readonly Charge[]>> {
  const draw = await openCharges(LAW);
  const waived = { tier: 'waive', reason: '初次违法，危害轻微，已改正' } as const;
  const mitigated = { tier: 'mitigate', reason: '主动供述，减轻处罚' } as const;
  const found = new Map<string, Charge[]>();
  const keep = (list: List, charge: Charge): void => {
    const name = `${list} ${charge.violation}`;
    found.set(name, [...(found.get(name) ?? []), charge]);
  };
  for (const violation of [...WITHOUT, ...WITH_MINIMUM]) {
    for (let i = 0; i < CHARGES; i += 1) {
      const charge = draw(dice, { violation });
      if (charge.tier === 3) keep('lighten', charge);
      if (charge.tier === 5) keep('aggravate', charge);
    }
    for (let i = 0; i < 20; i += 1) {
      keep('waive', draw(dice, { violation, grounds: ['first-slight-corrected'], elect: waived }));
    }
  }
  for (const violation of WITH_MINIMUM) {
    for (let i = 0; i < 20; i += 1) {
      const charge = draw(dice, { violation, grounds: ['confessed'], elect: mitigated });
      // Below the lower limit a person sets the amount.
      const fine = charge.range && Math.floor(charge.range.max * 0.006) * 100;
      keep('mitigate', { ...charge, fine });
    }
  }
  return found;
}
