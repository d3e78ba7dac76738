import { type Cite, type Label, ORDER_OF_STEPS, orderOf } from '@chidu/sdk/deadlines';
import { formatFen } from '@chidu/sdk/text';
import type { Docket, Paper, PaperKind } from './docket.ts';
import { dueIn } from './due.ts';
import { STEPS, type StepId } from './steps.ts';

/**
 * `unseen`: no page has shown what the check needs. That is said, and is not a fault: the paper may lie in the file.
 * `open`: not due yet.
 */
export type CheckState = 'ok' | 'fault' | 'open' | 'unseen';

export interface FileCheck {
  readonly id: string;
  readonly label: Label;
  readonly cite: readonly Cite[];
  readonly state: CheckState;
  /** What the state rests on: the days or amounts compared, or what was not seen. */
  readonly why: Label;
}

export interface CheckInput {
  readonly docket: Docket;
  /** Field of law of the violation; null while none is chosen. */
  readonly field: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The fine is in scope of a hearing; null while that is not settled. */
  readonly hearing: boolean | null;
}

type Answer = readonly [CheckState, Label];
interface Check {
  readonly id: string;
  readonly label: Label;
  readonly cite: readonly Cite[];
  readonly judge: (input: CheckInput) => Answer;
}

const PROCEDURE = '市场监督管理行政处罚程序规定';
const PENALTIES = '行政处罚法';

const say = (zh: string, en: string): Label => ({ zh, en });
const unseen = (zh: string, en: string): Answer => [
  'unseen',
  say(`未见${zh}，请查阅案卷`, `Not seen: ${en}; look in the file`),
];

const stepLabel = (id: StepId): Label => STEPS.find((step) => step.id === id)?.label ?? say(id, id);

/** The paper of one of these kinds that was seen last. */
function paperOf({ papers }: Docket, ...kinds: PaperKind[]): Paper | null {
  const found = Object.values(papers).filter(({ kind }) => kind !== null && kinds.includes(kind));
  return found.sort((a, b) => b.seenAt.localeCompare(a.seenAt))[0] ?? null;
}
const noticeOf = (docket: Docket) => paperOf(docket, 'notice', 'hearing-notice');
const decisionOf = (docket: Docket) => paperOf(docket, 'decision');

/** One day not after another; the later step itself may still be to come. */
function order(first: StepId, then: StepId): Check {
  const [a, b] = [stepLabel(first), stepLabel(then)];
  const event = STEPS.find(({ id }) => id === then)?.event;
  return {
    id: `order-${first}-${then}`,
    label: say(`${a.zh}不晚于${b.zh}`, `${a.en} no later than ${b.en}`),
    cite: ORDER_OF_STEPS.find((step) => step.event === event)?.cite ?? [],
    judge: ({ docket: { steps } }) => {
      const [one, two] = [steps[first], steps[then]];
      const days = say(
        `${a.zh}${one?.day}，${b.zh}${two?.day}`,
        `${a.en} ${one?.day}, ${b.en} ${two?.day}`,
      );
      switch (orderOf(one?.day, two?.day)) {
        case 'unseen':
          return one
            ? unseen(`${b.zh}日期`, `the day of “${b.en}”`)
            : unseen(`${a.zh}日期`, `the day of “${a.en}”`);
        case 'open':
          return ['open', say(`${b.zh}尚未进行`, `“${b.en}” is still to come`)];
        case 'passed-over':
          return [
            'fault',
            say(
              `${b.zh}已于${two?.day}进行，${a.zh}日期为空`,
              `“${b.en}” on ${two?.day}, but the day of “${a.en}” is empty`,
            ),
          ];
        case 'kept':
          return ['ok', days];
        case 'reversed':
          return ['fault', days];
      }
    },
  };
}

/** A period of the SDK that the authority must keep. */
function kept(period: string, label: Label, from: StepId, until: StepId): Check {
  return {
    id: `period-${period}`,
    label,
    cite: [],
    judge: (input) => {
      const { docket, field, today } = input;
      if (!docket.steps[from]?.day)
        return unseen(`${stepLabel(from).zh}日期`, `the day of “${stepLabel(from).en}”`);
      const { deadlines } = dueIn(docket, { procedure: 'ordinary', field: field ?? '' }, today);
      const found = deadlines.find((one) => one.period.id === period);
      if (found?.due.state !== 'day') return unseen('可计算的期限', 'a period that can be counted');
      const { day } = found.due;
      const done = docket.steps[until];
      if (done?.day)
        return [
          done.day <= day ? 'ok' : 'fault',
          say(`最后一日${day}，${done.day}办理`, `last day ${day}, done ${done.day}`),
        ];
      const last = say(`最后一日${day}`, `last day ${day}`);
      // Past the last day, and no page shows whether it was done: that is a question, not a fault.
      if (today > day)
        return done
          ? ['fault', say(`已于${day}届满，日期为空`, `over since ${day}, and the day is empty`)]
          : unseen(
              `${stepLabel(until).zh}日期（期限已于${day}届满）`,
              `the day of “${stepLabel(until).en}” (over since ${day})`,
            );
      return ['open', last];
    },
  };
}

/** Words that a paper must hold. */
function says(
  id: string,
  label: Label,
  cite: readonly Cite[],
  paper: (docket: Docket) => Paper | null,
  name: Label,
  holds: (paper: Paper) => boolean,
): Check {
  return {
    id,
    label,
    cite,
    judge: ({ docket }) => {
      const found = paper(docket);
      if (!found) return unseen(name.zh, name.en);
      return holds(found)
        ? ['ok', say('文书中有相应内容', 'the paper says it')]
        : ['fault', say(`${name.zh}中没有相应内容`, `the ${name.en} does not say it`)];
    },
  };
}

const NOTICE = say('告知书', 'notice');
const DECISION = say('决定书', 'decision');
const law = (article: number, paragraph?: number): Cite => ({
  law: PENALTIES,
  article,
  ...(paragraph && { paragraph }),
});
const rule = (article: number, paragraph?: number): Cite => ({
  law: PROCEDURE,
  article,
  ...(paragraph && { paragraph }),
});

/** The check list of a file, in the order of the procedure. */
const CHECKS: readonly Check[] = [
  {
    id: 'act-before-filing',
    label: say('违法行为终了不晚于立案', 'The act ended no later than the filing'),
    cite: [rule(18)],
    judge: ({ docket: { actDate, steps } }) => {
      const filed = steps.filed?.day;
      if (!filed) return unseen('立案日期', 'the day of filing');
      if (actDate === null) return unseen('违法行为终了日期', 'the end of the act');
      return [
        actDate <= filed ? 'ok' : 'fault',
        say(`行为终了${actDate}，立案${filed}`, `act ended ${actDate}, filed ${filed}`),
      ];
    },
  },
  {
    id: 'two-officers',
    label: say('执法人员不少于两人', 'At least two officers'),
    cite: [law(42, 1)],
    judge: ({ docket: { officers } }) =>
      officers === null
        ? unseen('执法人员栏', 'the field for the officers')
        : [
            officers >= 2 ? 'ok' : 'fault',
            say(`页面载明${officers}人`, `the page names ${officers}`),
          ],
  },
  order('filed', 'investigated'),
  order('investigated', 'reviewed'),
  order('reviewed', 'noticed'),
  order('noticed', 'notice-served'),
  order('notice-served', 'decided'),
  {
    id: 'defence-over',
    label: say('陈述、申辩期满后才作决定', 'No decision before the time for defence is over'),
    cite: [law(45), law(62), rule(57, 2)],
    judge: ({ docket, field, today }) => {
      const served = docket.steps['notice-served']?.day;
      if (!served) return unseen('告知书送达日期', 'the day the notice was served');
      const decided = docket.steps.decided;
      if (!decided) return unseen('决定日期', 'the day of the decision');
      const { deadlines } = dueIn(docket, { procedure: 'ordinary', field: field ?? '' }, today);
      const due = deadlines.find(({ period }) => period.id === 'statement')?.due;
      if (due?.state !== 'day') return unseen('可计算的期限', 'a period that can be counted');
      const last = say(`期限至${due.day}`, `runs to ${due.day}`);
      if (decided.day === null) return ['open', last];
      const both = say(`${last.zh}，决定${decided.day}`, `${last.en}, decided ${decided.day}`);
      if (decided.day > due.day) return ['ok', both];
      return [
        'fault',
        say(
          `${both.zh}；当事人明确放弃的，应有记录`,
          `${both.en}; an express waiver must be on record`,
        ),
      ];
    },
  },
  order('decided', 'served'),
  order('served', 'paid'),
  order('paid', 'closed'),
  kept('decide', say('立案之日起九十日内决定', 'Decided within 90 days'), 'filed', 'decided'),
  kept('serve', say('七个工作日内送达', 'Served within seven working days'), 'decided', 'served'),
  says(
    'notice-defence',
    say('告知书写明陈述、申辩权', 'The notice states the right of defence'),
    [law(44), rule(57, 1)],
    noticeOf,
    NOTICE,
    (paper) => paper.says.defence,
  ),
  {
    id: 'notice-hearing',
    label: say('达到听证标准的，告知书写明听证权', 'The notice states the right to a hearing'),
    cite: [law(63), rule(57, 1)],
    judge: ({ docket, hearing }) => {
      const paper = noticeOf(docket);
      if (!paper) return unseen('告知书', 'the notice');
      if (hearing === null) return unseen('是否达到听证标准', 'whether a hearing is in scope');
      if (!hearing) return ['ok', say('未达到听证标准', 'not in scope of a hearing')];
      return paper.says.hearing
        ? ['ok', say('文书中有相应内容', 'the paper says it')]
        : ['fault', say('告知书中没有听证权', 'the notice does not say it')];
    },
  },
  says(
    'notice-discretion',
    say('告知书写明裁量理由', 'The notice gives the reasons for discretion'),
    [rule(48)],
    noticeOf,
    NOTICE,
    (paper) => paper.says.discretion,
  ),
  says(
    'decision-remedies',
    say('决定书写明复议、诉讼途径和期限', 'The decision states remedies and their time'),
    [law(59, 1), rule(62)],
    decisionOf,
    DECISION,
    (paper) => paper.says.remedies,
  ),
  {
    id: 'not-heavier',
    label: say('决定的罚款不重于告知的', 'The decided fine is no heavier than the notified one'),
    cite: [law(45, 2)],
    judge: ({ docket }) => {
      const [notice, decision] = [noticeOf(docket), decisionOf(docket)];
      if (!notice || notice.fine === null) return unseen('告知书金额', 'the fine of the notice');
      if (!decision || decision.fine === null)
        return unseen('决定书金额', 'the fine of the decision');

      return [
        decision.fine <= notice.fine ? 'ok' : 'fault',
        say(
          `告知${formatFen(notice.fine)}，决定${formatFen(decision.fine)}`,
          `notified ${formatFen(notice.fine)}, decided ${formatFen(decision.fine)}`,
        ),
      ];
    },
  },
  {
    id: 'papers-unchanged',
    label: say('文书文字与签发监督码时一致', 'Papers read as when their code was issued'),
    cite: [],
    judge: ({ docket }) => {
      const bound = Object.entries(docket.papers).filter(([, { bound }]) => bound !== null);
      if (bound.length === 0) return unseen('附有监督码的文书', 'a paper with a code');
      const changed = bound.filter(([, { changedAt }]) => changedAt !== null);
      return changed.length === 0
        ? ['ok', say(`${bound.length}份文书一致`, `${bound.length} as they were`)]
        : [
            'fault',
            say(
              `${changed.map(([number]) => number).join('、')}的文字已改动`,
              `changed: ${changed.map(([number]) => number).join(', ')}`,
            ),
          ];
    },
  },
];

/** Every check over what was seen of a case, in the order of the procedure. */
export function checkFile(input: CheckInput): FileCheck[] {
  return CHECKS.map(({ id, label, cite, judge }) => {
    const [state, why] = judge(input);
    return { id, label, cite, state, why };
  });
}
