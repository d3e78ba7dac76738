import { addDays, chinaDay, daysBetween } from '../../text/index.ts';
import { type JointVisit, jointVisits } from '../clues/index.ts';
import type { Inspection, InspectionLimits } from './inspection.ts';

/** 重复、多头、超频次: inspections that together leave a question, by their ids in the order of their days. */
export interface Crowded {
  readonly kind: /** 重复检查: the same authority looked at the same item of the same subject again. */
    | 'repeated'
    /** 多头检查: several authorities came to the same subject. */
    | 'overlapping'
    /** 超频次: one authority came oftener than its limit for the source. */
    | 'too-often';
  readonly subject: string;
  /** Item that was repeated, source whose limit was passed; null for an overlap. */
  readonly about: string | null;
  readonly inspections: readonly string[];
}

interface Made {
  readonly one: Inspection;
  readonly day: string;
}

/**
 * Which inspections crowd a subject. Reports and follow-ups are never repeats: somebody asked for them; they count for a limit
 * where the place has set one. A question to the authorities, with what they filed beside it.
 */
export function crowdedOf(inspections: readonly Inspection[], limits: InspectionLimits): Crowded[] {
  const made = inspections
    .flatMap((one): Made[] =>
      one.run === null ? [] : [{ one, day: chinaDay(Date.parse(one.run.start)) }],
    )
    .sort((a, b) => cmp(a.day, b.day) || cmp(a.one.id, b.one.id));
  const bySubject = [...Map.groupBy(made, ({ one }) => one.run?.subject ?? one.subject)];
  return bySubject
    .sort(([a], [b]) => cmp(a, b))
    .flatMap(([subject, own]) => [
      ...repeated(subject, own, limits),
      ...overlapping(subject, own, limits),
      ...tooOften(subject, own, limits),
    ]);
}

const cmp = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const ids = (of: readonly Made[]): string[] => of.map(({ one }) => one.id);
const asked = ({ one }: Made): boolean => one.source === 'report' || one.source === 'follow-up';

/** Chains in which each lies within so many days of the one before it. */
function chains(of: readonly Made[], days: number): Made[][] {
  const found: Made[][] = [];
  for (const made of of) {
    const last = found.at(-1)?.at(-1);
    if (last && daysBetween(last.day, made.day) < days) found.at(-1)?.push(made);
    else found.push([made]);
  }
  return found;
}

function repeated(
  subject: string,
  own: readonly Made[],
  { repeatWithin }: InspectionLimits,
): Crowded[] {
  const looked = own
    .filter((made) => !asked(made))
    .flatMap((made) =>
      [...new Set(made.one.run?.items)].map((item) => ({
        key: `${made.one.authority} ${item}`,
        item,
        made,
      })),
    );
  return [...Map.groupBy(looked, ({ key }) => key).values()].flatMap((of) =>
    chains(
      of.map(({ made }) => made),
      repeatWithin,
    )
      .filter((chain) => chain.length > 1)
      .map((chain): Crowded => {
        return { kind: 'repeated', subject, about: of[0]?.item ?? null, inspections: ids(chain) };
      }),
  );
}

function overlapping(
  subject: string,
  own: readonly Made[],
  { overlapWithin }: InspectionLimits,
): Crowded[] {
  return chains(
    own.filter((made) => !asked(made)),
    overlapWithin,
  )
    .filter((chain) => new Set(chain.map(({ one }) => one.authority)).size > 1)
    .map((chain): Crowded => {
      return { kind: 'overlapping', subject, about: null, inspections: ids(chain) };
    });
}

function tooOften(
  subject: string,
  own: readonly Made[],
  { frequency }: InspectionLimits,
): Crowded[] {
  const byAuthority = [...Map.groupBy(own, ({ one }) => one.authority).values()];
  return frequency.flatMap(({ source, most, within }) =>
    byAuthority.flatMap((made): Crowded[] => {
      const of = made.filter(({ one }) => one.source === source);
      const over = new Set(
        of.flatMap(({ day }) => {
          const window = of.filter((other) => {
            const days = daysBetween(other.day, day);
            return days >= 0 && days < within;
          });
          return window.length > most ? window : [];
        }),
      );
      const inspections = ids(of.filter((one) => over.has(one)));
      return inspections.length === 0
        ? []
        : [{ kind: 'too-often', subject, about: source, inspections }];
    }),
  );
}

/**
 * 联合检查: filed inspections that have not begun and can be one visit of several bodies (`jointVisits`). The last day of a window
 * that is filed as [from, to) is the day before `to`.
 */
export function jointInspections(inspections: readonly Inspection[]): JointVisit[] {
  const visits = inspections.flatMap(({ id, authority: body, subject: place, filed, run }) =>
    filed === null || run !== null
      ? []
      : [{ id, place, body, from: filed.from, to: addDays(filed.to, -1) }],
  );
  return jointVisits(visits).filter(
    (joint) => new Set(joint.visits.map(({ body }) => body)).size > 1,
  );
}
