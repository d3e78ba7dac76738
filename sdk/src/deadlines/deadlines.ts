import { stateCalendar, type WorkCalendar } from './calendar.ts';
import { type CountedDay, countPeriod, type Due, type Stop } from './count.ts';
import type { CaseEvent, CaseKind, Period, Traits } from './period.ts';
import { remedyKind } from './rights.ts';
import { serialOf } from './serial-day.ts';

export interface DeadlineInput {
  readonly kind: CaseKind;
  /** The day each thing happened, or is set to happen, `YYYY-MM-DD`. An absent event has not happened. */
  readonly events: Readonly<Partial<Record<CaseEvent, string>>>;
  /** The day to judge by: handed in, never the clock of the machine. */
  readonly today: string;
  readonly stops?: readonly Stop[];
  /** Days granted beyond the period, in its own unit and the order of its `extensions`: `{ decide: [30] }`. */
  readonly extended?: Readonly<Record<string, readonly number[]>>;
  /** Default: the holiday arrangements known to this version. */
  readonly calendar?: WorkCalendar;
}

export type DeadlineState =
  | 'open'
  | 'due-today'
  | 'late'
  | 'met'
  | 'met-late'
  /** An event has made it pointless. */
  | 'moot'
  /** Its clock stands still. */
  | 'stopped'
  /** Whether it has passed cannot be said: see `due`. */
  | 'unknown'
  /** Whether it binds this case at all cannot be said: `unknownTrait` is missing. */
  | 'unknown-kind';

export interface Deadline {
  readonly period: Period;
  /** What started the clock. */
  readonly from: { readonly event: CaseEvent; readonly day: string };
  readonly due: Due;
  readonly met: { readonly event: CaseEvent; readonly day: string } | null;
  readonly state: DeadlineState;
  /** Calendar days from today to the last day; negative when it has passed; `null` when the day is not known. */
  readonly daysLeft: number | null;
  readonly unknownTrait?: string;
  /** Granted beyond the law: the numbers of the extensions that exceed what may be granted. */
  readonly excess?: readonly number[];
}

/**
 * What is due when, and why: every period whose clock has started, the most urgent first.
 * A period that the kind of case rules out is not listed; one that it may or may not rule out is listed as `unknown-kind`.
 * @throws ChiduError `date-text` for a day that does not exist.
 */
export function deadlines(input: DeadlineInput, periods: readonly Period[]): Deadline[] {
  const events: Partial<Record<CaseEvent, string>> = { ...input.events };
  const found: Deadline[] = [];
  const add = (list: readonly Period[]) => {
    for (const period of list) {
      const deadline = deadlineOf(period, input, events);
      if (deadline) found.push(deadline);
    }
  };
  const derived = periods.filter((period) => period.from.some(isDerived));
  add(periods.filter((period) => !derived.includes(period)));
  deriveEvents(events, found);
  add(derived);
  return found.sort((a, b) => order(a).localeCompare(order(b)));
}

/** The days of one deadline, one by one: which counted, which did not and why. */
export function explain(deadline: Deadline, input: DeadlineInput): CountedDay[] {
  const days: CountedDay[] = [];
  count(deadline.period, deadline.from.day, input, (day) => days.push(day));
  return days;
}

function deadlineOf(
  period: Period,
  input: DeadlineInput,
  events: Readonly<Partial<Record<CaseEvent, string>>>,
): Deadline | null {
  const start = first(period.from, events);
  if (start === null) return null;
  const binds = applies(period, input.kind);
  if (binds === false) return null;
  const { due, excess } = count(period, start.day, input);
  const met = first(period.until, events);
  const moot = first(period.moot ?? [], events);
  const state =
    binds === true
      ? stateOf(period, due, met?.day ?? null, moot !== null, input.today)
      : 'unknown-kind';
  return {
    period,
    from: start,
    due,
    met,
    state,
    daysLeft: due.state === 'day' ? serialOf(due.day) - serialOf(input.today) : null,
    ...(binds === true ? {} : { unknownTrait: binds }),
    ...(excess.length > 0 ? { excess } : {}),
  };
}

function count(
  period: Period,
  from: string,
  input: DeadlineInput,
  note?: (day: CountedDay) => void,
): { due: Due; excess: number[] } {
  const granted = input.extended?.[period.id] ?? [];
  const excess = granted.flatMap((days, i) => {
    const extension = period.extensions?.[i];
    return !extension || (extension.max !== null && days > extension.max) ? [i] : [];
  });
  const length = period.length + granted.reduce((sum, days) => sum + days, 0);
  const stops = (input.stops ?? []).filter((stop) => period.stops?.includes(stop.kind));
  const due = countPeriod(
    { ...period, length },
    from,
    stops,
    input.calendar ?? stateCalendar(),
    note,
  );
  return { due, excess };
}

function stateOf(
  period: Period,
  due: Due,
  met: string | null,
  moot: boolean,
  today: string,
): DeadlineState {
  if (met === null && moot) return 'moot';
  if (due.state === 'stopped') return met === null ? 'stopped' : 'met';
  const at = met ?? today;
  if (due.state === 'unknown-year') {
    // The last day is not before the bound, or counting back not after it: only one side is sure.
    if (period.before ? at <= due.bound : at > due.bound) return 'unknown';
  }
  const last = due.state === 'day' ? due.day : due.bound;
  if (at > last) return met === null ? 'late' : 'met-late';
  if (met !== null) return 'met';
  return at === last && due.state === 'day' ? 'due-today' : 'open';
}

/** True, false, or the name of the trait that is missing to say. */
function applies(period: Period, kind: CaseKind): true | false | string {
  const trait = (name: string) =>
    name === 'remedy' ? (remedyKind(kind) ?? undefined) : kind[name as keyof CaseKind];
  const judge = (traits: Traits | undefined) =>
    Object.entries(traits ?? {}).map(([name, values]) => {
      const value = trait(name);
      return value === undefined ? name : (values as readonly unknown[]).includes(value);
    });
  const when = judge(period.when);
  const unless = judge(period.unless);
  if (when.includes(false) || unless.includes(true)) return false;
  return [...when, ...unless].find((answer) => typeof answer === 'string') ?? true;
}

/** The days on which the time for reconsideration, and for every remedy, has run out without use. */
function deriveEvents(
  events: Partial<Record<CaseEvent, string>>,
  found: readonly Deadline[],
): void {
  const dueOf = (deadline: Deadline) => (deadline.due.state === 'day' ? deadline.due.day : null);
  const reconsideration = found.find(
    (d) => d.period.id.startsWith('decide-reconsideration') && d.state === 'late',
  );
  const over = reconsideration && dueOf(reconsideration);
  if (over) events['reconsideration-time-over'] ??= over;

  const remedies = found.filter((d) => /^(reconsider|sue|sue-metering)$/.test(d.period.id));
  const days = remedies.map((d) => (d.state === 'late' ? dueOf(d) : null)).sort();
  const last = days.at(-1);
  if (last && !days.includes(null)) events['remedies-over'] ??= last;
}

function isDerived(event: CaseEvent): boolean {
  return event === 'reconsideration-time-over' || event === 'remedies-over';
}

function first(
  wanted: readonly CaseEvent[],
  events: Readonly<Partial<Record<CaseEvent, string>>>,
): { event: CaseEvent; day: string } | null {
  for (const event of wanted) {
    const day = events[event];
    if (day !== undefined) return { event, day };
  }
  return null;
}

function order(deadline: Deadline): string {
  const { due } = deadline;
  const day = due.state === 'day' ? due.day : due.state === 'unknown-year' ? due.bound : '9999';
  return `${day} ${deadline.period.id}`;
}
