import {
  AUTHORITY_PERIODS,
  type CaseEvent,
  type Deadline,
  type DeadlineInput,
  deadlines,
  explain,
} from '../../../deadlines/index.ts';
import { addDays, daysBetween } from '../../../text/index.ts';
import type { CaseHistory } from '../../events/case-history.ts';
import { type Alert, raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { type At, caseRule } from '../rule.ts';
import { everShown } from '../shown.ts';
import { type Timeline, timelineOf } from '../timeline.ts';

/** Periods whose beginning and end the log shows, with the stage that ends each. */
const WATCHED = [
  { period: 'decide', until: 'decided', warn: 'decideWarn' },
  { period: 'serve', until: 'served', warn: 'serveWarn' },
  { period: 'close', until: 'closed', warn: 'closeWarn' },
] as const;

const PERIODS = AUTHORITY_PERIODS.filter(({ id }) => WATCHED.some(({ period }) => period === id));

/** 超期: a period of the authority that has passed, or soon will. The clock stops where the law stops it. */
export const periodMissed = caseRule(
  {
    id: 'period-missed',
    label: { zh: '法定期限届满未办', en: 'A period ran out' },
    cite: PERIODS.flatMap(({ cite }) => cite),
  },
  (history, at) => {
    const timeline = timelineOf(history);
    const input = inputOf(timeline, history, at);
    return deadlines(input, PERIODS).flatMap((deadline) =>
      alertOf(deadline, input, timeline, history, at),
    );
  },
);

/** What `deadlines` is asked with. A second extension is as long as the decision to extend says, which no entry tells. */
export function inputOf(timeline: Timeline, history: CaseHistory, at: At): DeadlineInput {
  const { events, stops, extensions, procedure } = timeline;
  const days: Partial<Record<CaseEvent, string>> = {};
  for (const [event, { on }] of Object.entries(events)) days[event as CaseEvent] = on;
  return {
    kind: { procedure, field: '', told: true },
    events: days,
    today: at.today,
    stops: [...stops, ...at.stopsOf(history)],
    ...(extensions > 0 && { extended: { decide: [30] } }),
    calendar: at.calendar,
  };
}

function alertOf(
  deadline: Deadline,
  input: DeadlineInput,
  { events, extensions }: Timeline,
  history: CaseHistory,
  { today, thresholds, shown }: At,
): Alert[] {
  const { period, from, due, met, state, daysLeft } = deadline;
  const watched = WATCHED.find((one) => one.period === period.id);
  if (!watched || due.state !== 'day' || daysLeft === null) return [];
  if (period.id === 'decide' && extensions > 1) return [];
  const warning = state === 'open' || state === 'due-today';
  if (warning && daysLeft > thresholds.rules['period-missed'].values[watched.warn]) return [];
  if (!warning && state !== 'late' && state !== 'met-late') return [];
  if (met === null && !everShown(shown, history.authority, watched.until)) return [];
  const late = met === null ? -daysLeft : daysBetween(due.day, met.day);
  const start = events[from.event];
  const end = met && events[met.event];
  const stopped = explain(deadline, input).filter(({ why }) => why === 'stopped').length;
  const { zh, en } = period.label;
  return [
    raise(
      'period-missed',
      history,
      {
        about: period.id,
        on: warning ? today : addDays(due.day, 1),
        measure: Math.max(late, 0),
        warning,
        due: { day: due.day, days: met === null ? daysLeft : -late },
        evidence: [...(start ? [start] : []), ...(end ? [end] : [])],
        quantities: [
          quantity('起算日', 'clock starts', from.day, 'date'),
          quantity(
            '期限',
            'period',
            period.length,
            period.unit === 'working-day' ? 'working-day' : 'calendar-day',
          ),
          quantity('不计入的日数', 'days that do not count', stopped, 'calendar-day'),
          quantity('最后一日', 'last day', due.day, 'date'),
          ...(met ? [quantity('办理日', 'done on', met.day, 'date')] : []),
          quantity(
            warning ? '剩余日数' : '超过日数',
            warning ? 'days left' : 'days over',
            warning ? daysLeft : late,
            'calendar-day',
          ),
        ],
        cite: period.cite,
        question: warning
          ? {
              zh: `“${zh}”的期限将于${due.day}届满，能否按期办结？是否有应当扣除的期间？`,
              en: `${en}: the time runs out on ${due.day}. Can it be kept, and are there days that do not count?`,
            }
          : {
              zh: `“${zh}”的期限已于${due.day}届满${met ? `，${met.day}才办理` : '，未见办理'}。是否经过批准延长或者有应当扣除的期间？`,
              en: `${en}: the time ran out on ${due.day}${met ? ` and it was done on ${met.day}` : ', and nothing shows it done'}. Was it extended, or are there days that do not count?`,
            },
      },
      thresholds,
    ),
  ];
}
