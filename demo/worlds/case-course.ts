import { CASE_STAGES } from '@chidu/sdk/api';
import { addDays } from '@chidu/sdk/text';
import type { Dice } from '../corpus/dice.ts';
import { type Bureau, hex } from './bureau.ts';
import type { Charge } from './charges.ts';
import type { Draft, LogWriter } from './log-writer.ts';
import { workDay, workDaysAfter } from './work-days.ts';

/** How a bureau's cases usually go. Shares of all cases. */
export interface Habits {
  readonly viewed: number;
  readonly objected: number;
  readonly upheld: number;
  /** The fine is not the suggestion, with a reason. */
  readonly departed: number;
  /** Withdrawn and issued anew before the decision. */
  readonly reissued: number;
  /** Goes on lawfully in a way that looks like a fault: suspended, extended, or a document changed and issued anew. */
  readonly special: number;
  /** Stages that the case system shows to a desk. */
  readonly shown: readonly string[];
}

export const USUAL: Habits = {
  viewed: 0.6,
  objected: 0.03,
  upheld: 0.12,
  departed: 0.05,
  reissued: 0.01,
  special: 0.03,
  shown: [...CASE_STAGES, 'suspended', 'resumed', 'extended'],
};

/** What is out of the ordinary in one case. Nothing of it where a member is absent. */
export interface Oddity {
  /** Chance that this case is disputed, and over which factor. */
  readonly dispute?: { readonly chance: number; readonly upheld: number; readonly factor: number };
  /** Takes the fine from a suggestion and the band: another amount, explained or not. */
  readonly fine?: {
    readonly amount: (charge: Charge) => number;
    readonly explained: boolean;
  };
  /** The last stage that is reached; nothing follows. */
  readonly stopsAfter?: string;
  readonly skips?: string;
  /** More calendar days before the decision. */
  readonly lateBy?: number;
  readonly vanishes?: boolean;
  readonly altered?: boolean;
  readonly secondCode?: boolean;
  /** The code is withdrawn, and nothing follows. */
  readonly dropped?: boolean;
  /** Decided so many working days after the notice. */
  readonly decidesAfter?: number;
  /** The decision is heavier than the notice. */
  readonly heavier?: boolean;
  /** Served, by the case system, on a day before the decision. */
  readonly servedBefore?: boolean;
}

/** What became of a case that was entered. */
export interface Course {
  readonly caseNumber: string;
  readonly notice: Draft | null;
  readonly decidedOn: string | null;
}

const SPECIAL = ['suspended', 'extended', 'issued-anew'] as const;
const SOURCE = 'demo:detail/stage';

/**
 * One case from filing to closing, entry by entry: each stage on the day or the working day after, periods kept
 * (程序规定 64, 63, 81: 90 days to decide, seven working days to serve), five working days for the party's statement.
 */
export function enterCase(
  log: LogWriter,
  { authority, sign, officers, supervisor }: Bureau,
  charge: Charge,
  filed: string,
  number: number,
  dice: Dice,
  { habits = USUAL, oddity = {}, officer = dice.pick(officers) }: CourseOptions = {},
): Course {
  const caseNumber = `${sign}案〔${filed.slice(0, 4)}〕${number}号`;
  let minute = 0;
  let latest = '';
  let over = false;
  /** Entries of a day follow each other within office hours, UTC. */
  const when = (day: string): number => {
    minute = day === latest ? minute + 1 + dice.below(3) : 60 + dice.below(400);
    latest = day;
    return Date.parse(`${day}T00:00:00Z`) + minute * 60_000 + dice.below(60) * 1000;
  };
  const enter = (day: string, kind: string, more: Partial<Draft> = {}): Draft =>
    log.add({ authority, at: when(day), kind, role: 'officer', kid: officer, ...more });
  const stage = (name: string, day: string, on = day): void => {
    if (over || oddity.skips === name || !habits.shown.includes(name)) return;
    enter(day, 'stage', {
      data: { case: caseNumber, stage: name, on, seen: `${day}T09:00:00Z`, source: SOURCE },
    });
    over = oddity.stopsAfter === name;
  };

  const begin = workDay(filed);
  stage('filed', begin);
  const evidence = workDay(addDays(begin, 8 + dice.below(14)));
  stage('evidence', evidence);
  const odd = Object.keys(oddity).length > 0;
  const special = !odd && dice.chance(habits.special) ? dice.pick(SPECIAL) : null;
  let ready = evidence;
  if (special === 'suspended') {
    // 程序规定 64: the clock stands still, and nothing is entered while it does.
    stage('suspended', workDaysAfter(evidence, 1));
    ready = workDay(addDays(evidence, 60 + dice.below(40)));
    stage('resumed', ready);
  }
  if (special === 'extended') {
    ready = workDay(addDays(evidence, 22));
    stage('extended', ready);
    ready = workDay(addDays(ready, 20 + dice.below(8)));
  }
  const review = workDaysAfter(ready, 1 + dice.below(4));
  stage('review', review);
  const noticed = workDaysAfter(review, 1 + dice.below(3));
  if (over) return { caseNumber, notice: null, decidedOn: null };

  const departs =
    charge.fine !== null && (oddity.fine !== undefined || dice.chance(habits.departed));
  const fine = departs ? departure(charge, oddity, dice) : charge.fine;
  const flags = ['sample-benchmark'];
  if (fine !== charge.suggestion && oddity.fine?.explained !== false) flags.push('departure');
  const issue = (day: string, more: Partial<Draft>, replaces: string | null): Draft =>
    enter(day, 'issued', {
      codeId: hex(dice, 64),
      data: { case: caseNumber, ...charge, fine, documentKind: 1, flags, replaces },
      ...more,
    });
  stage('noticed', noticed);
  const first = issue(noticed, {}, null);
  let notice = first;
  if (!oddity.secondCode && dice.chance(habits.reissued)) {
    notice = issue(workDaysAfter(noticed, 1), { refersTo: first }, 'reissued');
  }
  if (oddity.secondCode) issue(workDaysAfter(noticed, 1), {}, null);
  if (oddity.altered || special === 'issued-anew') {
    enter(workDaysAfter(noticed, 3), 'document-changed', {
      codeId: notice.codeId ?? '',
      data: { case: caseNumber, part: 'notice', gone: false, seen: `${noticed}T09:00:00Z` },
    });
  }
  if (special === 'issued-anew') {
    notice = issue(workDaysAfter(noticed, 3), { refersTo: notice }, 'corrected');
  }
  /** The day of the notice that counts. */
  const told = special === 'issued-anew' ? workDaysAfter(noticed, 3) : noticed;
  const { codeId = '' } = notice;
  const ofCode = { codeId, refersTo: notice };
  if (dice.chance(habits.viewed)) {
    enter(workDaysAfter(told, 2), 'first-viewed', { ...ofCode, role: 'service', kid: null });
  }
  dispute(
    charge,
    oddity,
    habits,
    dice,
    (days, kind, more) =>
      log.add({
        authority,
        at: when(workDaysAfter(told, 2 + days)),
        kind,
        codeId,
        role: 'supervision',
        kid: supervisor,
        ...more,
      }),
    notice,
  );
  if (oddity.vanishes) {
    enter(workDaysAfter(noticed, 4), 'document-changed', {
      data: { case: caseNumber, part: 'case', gone: true, seen: `${noticed}T09:00:00Z` },
    });
    return { caseNumber, notice, decidedOn: null };
  }
  if (oddity.dropped) {
    enter(workDaysAfter(noticed, 3), 'withdrawn', ofCode);
    return { caseNumber, notice, decidedOn: null };
  }
  if (over) return { caseNumber, notice, decidedOn: null };

  const defence = oddity.decidesAfter ?? 7 + dice.below(8);
  const decided = workDay(addDays(workDaysAfter(told, defence), oddity.lateBy ?? 0));
  stage('decided', decided);
  const { tier, kinds } = charge;
  enter(decided, 'decided', {
    ...ofCode,
    data: {
      outcome: 'penalty',
      differs: oddity.heavier ? 'other' : 'same',
      tier,
      fine: oddity.heavier ? 2 * (fine ?? 0) : fine,
      kinds,
      decided,
    },
  });
  const served = workDaysAfter(decided, 1 + dice.below(4));
  stage('served', served, oddity.servedBefore ? addDays(decided, -4) : served);
  const executed = workDay(addDays(served, 3 + dice.below(12)));
  stage('executed', executed);
  stage('closed', workDaysAfter(executed, 1 + dice.below(8)));
  return { caseNumber, notice, decidedOn: decided };
}

export interface CourseOptions {
  readonly habits?: Habits;
  readonly oddity?: Oddity;
  readonly officer?: string;
}

/** Another amount than suggested: what is planted, else a round one in the same band. */
function departure(charge: Charge, { fine }: Oddity, dice: Dice): number {
  const { range, suggestion } = charge;
  if (fine !== undefined) return fine.amount(charge);
  if (range === null || suggestion === null) return suggestion ?? 0;
  const step = Math.floor((range.max - range.min) / 10);
  const amount = suggestion + (dice.chance(0.5) ? step : -step);
  return Math.min(Math.max(amount, range.min), range.max);
}

/** 异议: raised, accepted, answered; sometimes the authority is heard in between. */
function dispute(
  charge: Charge,
  { dispute: planted }: Oddity,
  habits: Habits,
  dice: Dice,
  enter: (days: number, kind: string, more: Partial<Draft>) => Draft,
  notice: Draft,
): void {
  const { chance, upheld } = planted ?? { chance: habits.objected, upheld: habits.upheld };
  if (!dice.chance(chance)) return;
  const factor = planted?.factor ?? dice.pick(charge.factors)[0];
  const objection = enter(0, 'objected', {
    role: 'party',
    kid: null,
    refersTo: notice,
    data: { disputed: [{ kind: 'factor', factor }], attachments: 0, contact: dice.chance(0.5) },
  });
  const step = (days: number, kind: string, data: Record<string, unknown>): Draft =>
    enter(days, kind, { refersTo: objection, data });
  step(1, 'step', { step: 'accept', state: 'accepted' });
  if (dice.chance(0.5)) {
    step(2, 'routed', { step: 'route', state: 'routed' });
    step(5, 'step', { step: 'account', state: 'accounted' });
  }
  const result = dice.chance(upheld)
    ? dice.chance(0.5)
      ? 'upheld'
      : 'partly-upheld'
    : 'not-upheld';
  step(8, 'answered', { step: 'answer', state: 'answered', result });
}
