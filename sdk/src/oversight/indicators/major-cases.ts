import * as z from 'zod/mini';
import { countPeriod, stateCalendar, type WorkCalendar } from '../../deadlines/index.ts';
import { ChiduError } from '../../errors.ts';
import { Day, Fen } from '../../rules/words.ts';
import { placeId } from '../events/event.ts';
import type { Exercise } from '../use/index.ts';
import type { RegionProfile } from './region-profile.ts';

const DueDay = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('day'), day: Day, last: Day }),
  z.strictObject({ state: z.literal('unknown-year'), year: z.int(), bound: Day }),
]);

/** 备案材料: what is filed of one major case. References, no contents: the papers are joined by whoever files them. */
export const FilingPackage = z.strictObject({
  format: z.literal('chidu-filing/1'),
  /** `CaseHistory.id`. */
  case: z.string(),
  authority: z.string(),
  region: z.string(),
  /** The text that asks for it. */
  source: z.string(),
  decided: Day,
  /** The last day, or that the holidays of its year are not known yet and from when on it may fall. */
  due: DueDay,
  reasons: z
    .array(
      z.discriminatedUnion('why', [
        z.strictObject({ why: z.literal('fine'), fine: Fen, threshold: Fen }),
        z.strictObject({ why: z.literal('kind'), kind: z.int() }),
      ]),
    )
    .check(z.minLength(1)),
  violation: z.string(),
  /** SHA-256 of the Rule. */
  rule: z.string(),
  codeId: z.string(),
  /** Entry of the log that says so, `authority/year/index`. */
  entry: z.string(),
  enclose: z.array(z.enum(['decision', 'legal-review', 'discussion-record', 'service-receipt'])),
});
export type FilingPackage = z.infer<typeof FilingPackage>;

export interface MajorCases {
  readonly packages: readonly FilingPackage[];
  /** Cases in which it hangs on whether the party is a person or an entity, which is not known here. */
  readonly ask: readonly string[];
  /** Decided cases of a place whose thresholds are not on record. */
  readonly unknown: readonly string[];
}

/**
 * 重大行政处罚案件报备: decided cases that reach a threshold of their place, each with what to file and by when. The log does not
 * say who the party is; `partyOf` may. Where it does not, a fine that reaches both thresholds is filed, one between them asks.
 */
export function majorCases(
  exercises: readonly Exercise[],
  profileOf: (authority: string) => RegionProfile | null,
  partyOf: (caseId: string) => 'individual' | 'entity' | null = () => null,
  calendar: WorkCalendar = stateCalendar(),
): MajorCases {
  const packages: FilingPackage[] = [];
  const ask: string[] = [];
  const unknown: string[] = [];
  for (const one of exercises) {
    if (one.state !== 'decided') continue;
    const profile = profileOf(one.authority);
    const rules = profile?.majorCases ?? null;
    if (profile === null || rules === null) {
      unknown.push(one.case);
      continue;
    }
    const kinds = one.kinds.filter((kind) => rules.kinds.includes(kind));
    const party = partyOf(one.case);
    const reached = (party === null ? (['individual', 'entity'] as const) : [party]).map(
      (kind) => rules[kind] !== null && one.fine !== null && one.fine >= rules[kind],
    );
    const byFine = reached.every((is) => is);
    if (kinds.length === 0 && !byFine) {
      if (reached.some((is) => is)) ask.push(one.case);
      continue;
    }
    const thresholds = [rules.individual, rules.entity].filter((value) => value !== null);
    const threshold = party === null ? Math.max(...thresholds) : rules[party];
    packages.push({
      format: 'chidu-filing/1',
      case: one.case,
      authority: one.authority,
      region: profile.code,
      source: rules.source,
      decided: one.day,
      due: dueDay(rules, one.day, calendar),
      reasons: [
        ...(byFine && one.fine !== null && threshold !== null
          ? [{ why: 'fine', fine: one.fine, threshold } as const]
          : []),
        ...kinds.map((kind) => ({ why: 'kind', kind }) as const),
      ],
      violation: one.violation,
      rule: one.rule,
      codeId: one.codeId,
      entry: placeId(one.place),
      enclose: ['decision', 'legal-review', 'discussion-record', 'service-receipt'],
    });
  }
  return { packages, ask, unknown };
}

function dueDay(
  { unit, days }: { readonly unit: 'calendar-day' | 'working-day'; readonly days: number },
  from: string,
  calendar: WorkCalendar,
): FilingPackage['due'] {
  const due = countPeriod({ unit, length: days, rolls: true }, from, [], calendar);
  if (due.state !== 'stopped') return due;
  throw new ChiduError('contradiction', 'no clock was stopped');
}
