import { CHANNELS, type Organisation, type Risk } from '@chidu/sdk/oversight';
import { addDays, daysBetween } from '@chidu/sdk/text';
import { Dice } from '../corpus/dice.ts';
import { type Bureau, bureauOf, hex } from './bureau.ts';
import { type Course, enterCase } from './case-course.ts';
import { openCharges } from './charges.ts';
import { creditCode } from './credit-code.ts';
import { type Draft, LogWriter } from './log-writer.ts';
import { enterSupervision } from './supervision-course.ts';
import { workDay, workDaysAfter } from './work-days.ts';
import type { World } from './world.ts';

/** 法小督, 2022-01-25 to the end of September: 2,134 alerts, 1,963 of them solved, with no case lost or corrected. */
const ALERTS: Readonly<Record<Risk, number>> = { high: 10, medium: 304, low: 1_820 };
const SOLVED = 1_963;
/** 专项监督, 联动监督. */
const SPECIAL = 12;
const JOINT = 6;
/** How many remedies there were is not published; a rate of nought needs a base to be one. */
const SUITS = 14;
const RECONSIDERATIONS = 23;
const CASES = 620;
const [FIRST, TODAY] = ['2022-01-25', '2022-09-30'];

/** "1+9": one lead body and nine others. */
const BODIES =
  '市场监督管理局 综合行政执法局 生态环境局 应急管理局 交通运输局 卫生健康局 农业农村局 文化和旅游局 人力资源和社会保障局'.split(
    ' ',
  );

/** A county whose supervision pools what eight channels bring. */
export async function haiyan(): Promise<World> {
  const dice = new Dice(20_220_930);
  const organisation = county();
  const bureaus = organisation.units
    .filter(({ authority }) => authority !== null)
    .map((unit) => bureauOf(unit, dice));
  const [lead, ...enforcing] = bureaus as [Bureau, ...Bureau[]];
  const log = new LogWriter();
  const draw = await openCharges('2022-06-01');
  const days = daysBetween(FIRST, TODAY);

  const courses = Array.from({ length: CASES }, (_, i) => {
    const place = enforcing[i % enforcing.length] as Bureau;
    const filed = addDays(FIRST, Math.floor(dice.next() * (days - 10)));
    const course = enterCase(log, place, draw(dice), filed, i + 1, dice);
    return { ...course, place };
  });
  const settled = courses.filter(({ decidedOn }) => decidedOn !== null && decidedOn < '2022-06-01');
  for (const [i, course] of dice.some(settled, SUITS + RECONSIDERATIONS).entries()) {
    enterRemedy(log, course, i < SUITS ? 'suit' : 'reconsideration', dice);
  }

  const levels = (['high', 'medium', 'low'] as const).flatMap((level) =>
    Array<Risk>(ALERTS[level]).fill(level),
  );
  const usual = levels.map((_, i) => i).slice(SPECIAL + JOINT);
  const unsolved = new Set(dice.some(usual, levels.length - SOLVED));
  for (const [i, level] of levels.entries()) {
    // The highest risks are worked on specially, the next jointly, all others by whoever has them.
    const work = i < SPECIAL ? 'special' : i < SPECIAL + JOINT ? 'joint' : null;
    const solved = !unsolved.has(i);
    const on = workDay(addDays(FIRST, Math.floor(dice.next() * (days - (solved ? 45 : 5)))));
    const place = dice.pick(enforcing);
    enterClue(log, { lead, place, level, work, solved, on, number: i + 1 }, dice);
  }
  return {
    id: 'haiyan',
    title: {
      zh: '一县之督：2,134 条预警、1,963 条已解决',
      en: 'A county: 2,134 alerts, 1,963 solved',
    },
    today: TODAY,
    events: log.until(TODAY),
    organisation,
    lists: null,
    people: null,
  };
}

interface ClueCourse {
  readonly lead: Bureau;
  readonly place: Bureau;
  readonly level: Risk;
  readonly work: 'special' | 'joint' | null;
  readonly solved: boolean;
  readonly on: string;
  readonly number: number;
}

/** 归集, 分流, 处置: into the pool, to a body by one of three ways, worked on, ended or still open. */
function enterClue(
  log: LogWriter,
  { lead, place, level, work, solved, on, number }: ClueCourse,
  dice: Dice,
): void {
  const clue = `线索2022-${String(number).padStart(4, '0')}`;
  const channel = dice.pick(CHANNELS);
  const at = (day: string): number => Date.parse(`${day}T01:00:00Z`) + dice.below(28_000) * 1000;
  const first = log.add({
    authority: lead.authority,
    at: at(on),
    kind: 'clue',
    role: 'supervision',
    kid: lead.supervisor,
    data: {
      clue,
      channel,
      level,
      levelBy: 'rule',
      about: { authority: place.authority, region: place.authority.slice(2, 8) },
      source: `示例${channel}`,
      on,
      due: workDaysAfter(on, 15),
    },
  });
  const step = (day: string, data: Record<string, unknown>): Draft =>
    log.add({
      authority: lead.authority,
      at: at(day),
      kind: 'clue-step',
      role: 'supervision',
      kid: lead.supervisor,
      refersTo: first,
      data: { clue, ...data },
    });
  const way = dice.pick([
    { step: 'claim', state: 'claimed' },
    { step: 'assign', state: 'assigned' },
    { step: 'transfer', state: 'transferred' },
  ]);
  // Of those that are not solved some still lie in the pool; the others have somebody.
  if (!solved && dice.chance(0.3)) return;
  step(workDaysAfter(on, 1), { ...way, unit: place.authority });
  if (work) step(workDaysAfter(on, 3), { step: 'start', state: 'working', work });
  if (work === 'special') {
    enterSupervision(log, { lead, place, clue, on: workDaysAfter(on, 4), number });
  }
  if (solved) step(workDaysAfter(on, 5 + dice.below(10)), { step: 'settle', state: 'settled' });
}

/** 复议、诉讼: opened against a decision, and ended with the act upheld. */
function enterRemedy(
  log: LogWriter,
  { caseNumber, decidedOn, place }: Course & { readonly place: Bureau },
  kind: 'suit' | 'reconsideration',
  dice: Dice,
): void {
  if (decidedOn === null) return;
  const opened = workDaysAfter(decidedOn, 10 + dice.below(10));
  const ended = workDay(addDays(opened, 45 + dice.below(15)));
  for (const [on, state] of [
    [opened, 'pending'],
    [ended, 'ended'],
  ] as const) {
    log.add({
      authority: place.authority,
      at: Date.parse(`${on}T02:00:00Z`) + dice.below(20_000) * 1000,
      kind: 'remedy',
      role: 'supervision',
      kid: hex(dice, 16),
      data: {
        case: caseNumber,
        kind,
        state,
        on,
        confirmed: true,
        ...(state === 'ended' && { result: 'kept' }),
      },
    });
  }
}

function county(): Organisation {
  const lead = {
    id: 'lead',
    parent: null,
    name: '示例县行政执法监督机构',
    level: 'county' as const,
    authority: creditCode('990101', 1),
    region: '990101',
    people: 12,
  };
  return {
    format: 'chidu-organisation/1',
    name: '示例县数字法治监督',
    units: [
      lead,
      ...BODIES.map((name, i) => ({
        id: `body-${i + 1}`,
        parent: lead.id,
        name: `示例县${name}`,
        level: 'station' as const,
        authority: creditCode('990101', i + 2),
        region: '990101',
        people: 8 + i,
      })),
    ],
  };
}
