import { stateCalendar, type WorkCalendar } from '../../deadlines/index.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { type Alert, LEVELS } from './alert.ts';
import { ALERT_THRESHOLDS } from './default-thresholds.ts';
import type { AlertRule, At } from './rule.ts';
import { RULES } from './rules.ts';
import { shownBy } from './shown.ts';

export interface AlertOptions extends Partial<Omit<At, 'today'>> {
  /** `YYYY-MM-DD`: the day to judge by. */
  readonly today: string;
  /** Default: all of them. */
  readonly rules?: readonly AlertRule[];
}

/**
 * 预警 of these cases on this day: what every rule that is on says, the highest level and the most urgent first. The same
 * cases, day and thresholds give the same bytes, in whatever order the cases come.
 * @throws ChiduError `date-text` for a day that does not exist.
 */
export function alertsOf(histories: readonly CaseHistory[], options: AlertOptions): Alert[] {
  const { rules = RULES } = options;
  const at = atOf(histories, options);
  return rules
    .filter(({ id }) => at.thresholds.rules[id].state === 'on')
    .flatMap((rule) => rule.find(histories, at))
    .sort(byUrgency);
}

/**
 * The same for one case at once, as an entry comes in: the rules that need no other case. What the authority's pages show must be
 * handed in, one case cannot tell.
 */
export function alertsOfCase(
  history: CaseHistory,
  options: AlertOptions & Required<Pick<AlertOptions, 'shown'>>,
): Alert[] {
  const { rules = RULES } = options;
  return alertsOf([history], { ...options, rules: rules.filter(({ needs }) => needs === 'case') });
}

function atOf(histories: readonly CaseHistory[], options: AlertOptions): At {
  return {
    today: options.today,
    thresholds: options.thresholds ?? ALERT_THRESHOLDS,
    shown: options.shown ?? shownBy(histories),
    calendar: remembered(options.calendar ?? stateCalendar()),
    stopsOf: options.stopsOf ?? (() => []),
    ruleOf: options.ruleOf ?? (() => null),
    clues: options.clues ?? [],
    pace: options.pace ?? null,
  };
}

/** Thousands of cases ask about the same days. */
function remembered(calendar: WorkCalendar): WorkCalendar {
  const known = new Map<number, ReturnType<WorkCalendar>>();
  return (day) => {
    let kind = known.get(day);
    if (kind === undefined) {
      kind = calendar(day);
      known.set(day, kind);
    }
    return kind;
  };
}

function byUrgency(a: Alert, b: Alert): number {
  const level = LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level);
  const due = (a.due ?? '9999').localeCompare(b.due ?? '9999');
  return level || due || (a.id < b.id ? -1 : 1);
}
