import { AUTHORITY_PERIODS, deadlines } from '../../../deadlines/index.ts';
import { addDays, daysBetween } from '../../../text/index.ts';
import { raise } from '../alert.ts';
import { clueOf } from '../clue-timeline.ts';
import { quantity } from '../quantity.ts';
import type { AlertRule } from '../rule.ts';

const PERIODS = AUTHORITY_PERIODS.filter(({ id }) => id === 'check-clue');

/** 有案不查: a clue that was neither filed nor declined within fifteen working days. */
export const clueUnchecked: AlertRule = {
  id: 'clue-unchecked',
  label: { zh: '线索逾期未核查', en: 'A clue was not checked in time' },
  cite: PERIODS.flatMap(({ cite }) => cite),
  needs: 'case',
  find: (histories, { today, thresholds, calendar, clues }) =>
    [...clues, ...histories.flatMap((one) => clueOf(one) ?? [])].flatMap((clue) => {
      const { received, settled, stops, extended } = clue;
      const input = {
        kind: { procedure: 'ordinary', field: '', told: true },
        events: {
          'clue-received': received.on,
          ...(settled && { 'filing-decided': settled.on }),
        },
        today,
        stops,
        ...(extended > 0 && { extended: { 'check-clue': [extended] } }),
        calendar,
      } as const;
      const [found] = deadlines(input, PERIODS);
      if (found?.due.state !== 'day' || found.daysLeft === null) return [];
      const { state, daysLeft, due, excess } = found;
      const warning = state === 'open' || state === 'due-today';
      if (warning && daysLeft > thresholds.rules['clue-unchecked'].values.warn) return [];
      if (!warning && state !== 'late' && state !== 'met-late') return [];
      const late = settled ? daysBetween(due.day, settled.on) : -daysLeft;
      return [
        raise(
          'clue-unchecked',
          clue,
          {
            about: 'check-clue',
            on: warning ? today : addDays(due.day, 1),
            measure: Math.max(late, 0),
            warning,
            due: { day: due.day, days: settled ? -late : daysLeft },
            evidence: settled ? [received, settled] : [received],
            quantities: [
              quantity('收到线索', 'clue received', received.on, 'date'),
              quantity('期限', 'period', 15 + extended, 'working-day'),
              quantity('最后一日', 'last day', due.day, 'date'),
              ...(settled
                ? [quantity('决定是否立案', 'decided on filing', settled.on, 'date')]
                : []),
              ...(excess
                ? [
                    quantity(
                      '超过可以延长的日数',
                      'extended beyond what may be granted',
                      extended - 15,
                      'working-day',
                    ),
                  ]
                : []),
            ],
            cite: PERIODS.flatMap(({ cite }) => cite),
            question: {
              zh: `该线索核查期限${warning ? '将于' : '已于'}${due.day}届满，${settled ? `${settled.on}才决定是否立案` : '未见立案或者不予立案的决定'}。原因是什么？`,
              en: `The time to check this clue ${warning ? 'runs out' : 'ran out'} on ${due.day}; ${settled ? `filing was decided on ${settled.on}` : 'no decision on filing is to be seen'}. Why?`,
            },
          },
          thresholds,
        ),
      ];
    }),
};
