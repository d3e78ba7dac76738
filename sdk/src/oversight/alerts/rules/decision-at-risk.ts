import { AUTHORITY_PERIODS, deadlines } from '../../../deadlines/index.ts';
import { daysBetween } from '../../../text/index.ts';
import { raise } from '../alert.ts';
import { daysStillNeeded, ON_THE_WAY } from '../pace.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { timelineOf } from '../timeline.ts';
import { inputOf } from './period-missed.ts';

const DECIDE = AUTHORITY_PERIODS.filter(({ id }) => id === 'decide');

/**
 * 可能超期: from the stage where the case stands, most earlier cases needed more days than are left. A warning long before the
 * calendar gives one; it is learnt from earlier cases and says which.
 */
export const decisionAtRisk = caseRule(
  {
    id: 'decision-at-risk',
    label: { zh: '可能不能按期作出决定', en: 'The decision may come late' },
    cite: DECIDE.flatMap(({ cite }) => cite),
  },
  (history, at) => {
    const { pace, today, thresholds } = at;
    const timeline = timelineOf(history);
    const { events, extensions } = timeline;
    if (pace === null || events['decision-made'] || events.closed || extensions > 1) return [];
    const [found] = deadlines(inputOf(timeline, history, at), DECIDE);
    const stage = ON_THE_WAY.find((one) => events[one]);
    const reached = stage && events[stage];
    if (!stage || !reached || found?.due.state !== 'day' || found.state !== 'open') return [];
    const { values } = thresholds.rules['decision-at-risk'];
    const waited = Math.max(daysBetween(reached.on, today), 0);
    const needed = daysStillNeeded(pace, stage, waited, values);
    const { due, daysLeft } = found;
    if (needed === null || daysLeft === null || daysLeft > values.ahead || needed <= daysLeft)
      return [];
    return [
      raise(
        'decision-at-risk',
        history,
        {
          about: 'decide',
          on: today,
          measure: daysLeft,
          warning: true,
          due: { day: due.day, days: daysLeft },
          evidence: [reached],
          quantities: [
            quantity('目前环节日期', 'stage reached on', reached.on, 'date'),
            quantity('已等待日数', 'days waited since', waited, 'calendar-day'),
            ...(needed === Number.POSITIVE_INFINITY
              ? []
              : [
                  quantity(
                    '以往等待同样久的案件还需日数',
                    'days that earlier cases still needed',
                    needed,
                    'calendar-day',
                  ),
                ]),
            quantity('比较的案件', 'earlier cases', pace.days[stage].length, 'count'),
            quantity('最后一日', 'last day', due.day, 'date'),
            quantity('剩余日数', 'days left', daysLeft, 'calendar-day'),
          ],
          cite: found.period.cite,
          question: {
            zh: `按以往案件的进度，本案可能不能在${due.day}前作出决定。还缺哪些工作，是否需要报批延长？`,
            en: `At the pace of earlier cases the decision may come after ${due.day}. What is still missing, and is an extension to be asked for?`,
          },
        },
        thresholds,
      ),
    ];
  },
);
