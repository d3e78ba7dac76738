import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Id, Wording } from '../../rules/words.ts';
import { CHANNELS, RISKS, type Risk } from '../events/event-data.ts';
import type { ClueSource } from './clue.ts';

/** What the rules may look at. Counts are whole; an absent one is unknown, and no rule holds of what is unknown. */
export interface ClueFacts {
  /** Reports of the matter. */
  readonly reports: number;
  /** Different channels among them. */
  readonly channels: number;
  /** Days since the first report. */
  readonly age: number;
  /** Fine or value disputed, fen. */
  readonly amount?: number;
  /** People affected. */
  readonly people?: number;
  /** Other matters about the same authority and violation within the last year, however they ended. */
  readonly alike?: number;
}

const Measure = z.enum(['reports', 'channels', 'age', 'amount', 'people', 'alike']);

/** 风险等级规则: every number that decides a level. The first rule that holds gives it; where none does it is 低. */
export const ClueLevels = z.strictObject({
  format: z.literal('chidu-clue-levels/1'),
  id: Id,
  version: z.string(),
  from: Day,
  rules: z.array(
    z.strictObject({
      id: Id,
      label: Wording,
      level: z.enum(RISKS),
      /** All of them. */
      when: z.strictObject({
        channels: z.optional(z.array(z.enum(CHANNELS))),
        atLeast: z.optional(z.partialRecord(Measure, z.int().check(z.minimum(0)))),
      }),
    }),
  ),
});
export type ClueLevels = z.infer<typeof ClueLevels>;

/** @returns the rules, or every fault by JSON pointer. */
export function loadClueLevels(value: unknown): Loaded<ClueLevels> {
  const parsed = ClueLevels.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}

/** The level by rule, with the rule that gave it; `none` where none held. */
export function levelByRule(
  sources: readonly Pick<ClueSource, 'channel'>[],
  facts: ClueFacts,
  { rules }: ClueLevels = CLUE_LEVELS,
): { readonly level: Risk; readonly rule: string } {
  const found = rules.find(({ when }) => {
    const heard =
      when.channels === undefined ||
      sources.some(({ channel }) => when.channels?.includes(channel));
    const measures = Object.entries(when.atLeast ?? {}) as [keyof ClueFacts, number][];
    return heard && measures.every(([name, least]) => (facts[name] ?? -1) >= least);
  });
  return found ? { level: found.level, rule: found.id } : { level: 'low', rule: 'none' };
}

/** What comes with the product; each supervision body sets its own. No law gives these numbers. */
export const CLUE_LEVELS: ClueLevels = {
  format: 'chidu-clue-levels/1',
  id: 'default-clue-levels',
  version: '2026.11.1',
  from: '2026-02-01',
  rules: [
    {
      id: 'many-people',
      label: { zh: '涉及三十人以上', en: 'Thirty people or more' },
      level: 'high',
      when: { atLeast: { people: 30 } },
    },
    {
      id: 'heard-everywhere',
      label: { zh: '三个以上渠道反映同一事项', en: 'The same matter from three channels or more' },
      level: 'high',
      when: { atLeast: { channels: 3 } },
    },
    {
      id: 'court-or-procurator-again',
      label: {
        zh: '司法或者检察建议，且一年内同类线索两件以上',
        en: 'Advice of court or procurator, and two like clues within a year',
      },
      level: 'high',
      when: { channels: ['judicial-advice', 'procuratorial-advice'], atLeast: { alike: 2 } },
    },
    {
      id: 'court-or-procurator',
      label: { zh: '司法建议、检察建议', en: 'Advice of a court or of the procurator' },
      level: 'medium',
      when: { channels: ['judicial-advice', 'procuratorial-advice'] },
    },
    {
      id: 'lost-remedy',
      label: { zh: '复议、诉讼中反映', en: 'Out of reconsideration or a suit' },
      level: 'medium',
      when: { channels: ['reconsideration', 'litigation'] },
    },
    {
      id: 'large-amount',
      label: { zh: '涉及十万元以上', en: '100,000 yuan or more' },
      level: 'medium',
      when: { atLeast: { amount: 10_000_000 } },
    },
    {
      id: 'again-and-again',
      label: { zh: '一年内同类线索三件以上', en: 'Three like clues within a year' },
      level: 'medium',
      when: { atLeast: { alike: 3 } },
    },
    {
      id: 'two-reports',
      label: { zh: '两次以上反映', en: 'Reported twice or more' },
      level: 'medium',
      when: { atLeast: { reports: 2 } },
    },
  ],
};
