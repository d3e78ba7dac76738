import { countPeriod, stateCalendar, type WorkCalendar } from '../../deadlines/index.ts';
import { ChiduError } from '../../errors.ts';
import type { SupervisionData } from '../events/event-data.ts';
import type { Bodies, SupervisionCase } from './supervision-case.ts';

/** A remedy of the case that runs by the word of the supervision body. */
export type RunningRemedy = 'reconsideration' | 'suit';

/** What a new case is made of. `days`: working days for the authority to correct and report. */
export type NewSupervision = Pick<
  SupervisionCase,
  'id' | 'supervisor' | 'authority' | 'case' | 'codes' | 'situation' | 'clue' | 'days'
> & {
  readonly bodies: Bodies;
  readonly opinion: SupervisionCase['opinions'][number];
  readonly items: readonly Omit<SupervisionCase['items'][number], 'number' | 'closed'>[];
  readonly evidence: SupervisionCase['evidence'];
};

/**
 * Opens a supervision case with its first instrument. Items are numbered from 1.
 *
 * @param remedy what runs against the case of the authority, null where it was looked up and nothing does: while one runs there is
 * nothing to open (行政执法监督条例 33(3))
 * @throws {ChiduError} `remedy-pending`; `schema` for days beyond 1 to 180; `given-twice` for a number of evidence or a body that
 * stands twice.
 */
export function openSupervision(
  { opinion, items, ...asked }: NewSupervision,
  { remedy, calendar = stateCalendar() }: DueOptions & { readonly remedy: RunningRemedy | null },
): { readonly supervision: SupervisionCase; readonly data: SupervisionData } {
  if (remedy !== null) {
    throw new ChiduError('remedy-pending', 'what runs there is not supervised beside it', {
      fields: { remedy },
    });
  }
  refuseTwice(asked.evidence);
  refuseTwoParts(asked.bodies);
  refuseDays(asked.days);
  const due = dueOf(opinion.served, asked.days, calendar);
  const { id, authority, clue, days, codes, bodies } = asked;
  return {
    supervision: {
      format: 'chidu-supervision/1',
      ...asked,
      opinions: [opinion],
      from: opinion.served,
      ...due,
      items: items.map((item, i) => ({ ...item, number: i + 1, closed: null })),
      state: 'issued',
      version: 0,
      steps: [],
    },
    data: {
      supervision: id,
      instrument: opinion.instrument,
      about: {
        authority: authority.code,
        ...(asked.case !== null && { case: asked.case }),
        ...(codes && { codes: [...codes] }),
      },
      ...(clue !== null && { clue }),
      ...toldBodies(bodies),
      days,
      due: due.due,
    },
  };
}

export interface DueOptions {
  /** Default: the holiday arrangements known to this version. */
  readonly calendar?: WorkCalendar;
}

/** Last working day of a period, make-up days counted (程序规定 80), or null and the day it is surely not before. */
export function dueOf(
  from: string,
  days: number,
  calendar: WorkCalendar,
): { readonly due: string | null; readonly bound: string } {
  const due = countPeriod({ unit: 'working-day', length: days, rolls: true }, from, [], calendar);
  if (due.state === 'day') return { due: due.day, bound: due.day };
  // Nothing stops this clock, so what is left is a year without a calendar.
  return { due: null, bound: 'bound' in due ? due.bound : from };
}

/** Last day of a case, worked out anew where the holidays of its year were not published when it was set. */
export const dueNow = (
  { due, bound, days, from }: Pick<SupervisionCase, 'due' | 'bound' | 'days' | 'from'>,
  calendar: WorkCalendar,
): ReturnType<typeof dueOf> => (due === null ? dueOf(from, days, calendar) : { due, bound });

/** @throws {ChiduError} `schema`: the format has 1 to 180 working days. */
export function refuseDays(days: number): void {
  if (Number.isInteger(days) && days >= 1 && days <= 180) return;
  throw new ChiduError('schema', '1 to 180 working days', { at: '/days' });
}

/** Bodies as the log is told of them. */
export const toldBodies = ({
  lead,
  support,
}: Bodies): { readonly lead: string; readonly support: string[] } => ({
  lead: lead.code,
  support: support.map(({ code }) => code),
});

/** @throws {ChiduError} `given-twice`: a body leads or supports, once. */
export function refuseTwoParts({ lead, support }: Bodies): void {
  const codes = [lead, ...support].map(({ code }) => code);
  const at = codes.findIndex((code, i) => codes.indexOf(code) !== i);
  if (at === -1) return;
  throw new ChiduError('given-twice', `${codes[at]} has two parts`, {
    at: `/bodies/support/${at - 1}`,
  });
}

/** @throws {ChiduError} `given-twice` */
export function refuseTwice(evidence: SupervisionCase['evidence']): void {
  const seen = new Set<number>();
  evidence.forEach(({ number }, i) => {
    if (seen.has(number)) {
      throw new ChiduError('given-twice', `evidence ${number} stands twice`, {
        at: `/evidence/${i}/number`,
      });
    }
    seen.add(number);
  });
}
