import * as z from 'zod/mini';
import { Condition } from '../condition.ts';
import { FactDefinition } from '../fact.ts';
import { Day, Id, Numbered, Wording } from '../words.ts';

/** The four lists (四张清单): 不予, 减轻, 从轻, 从重. */
export const LISTS = ['waive', 'mitigate', 'lighten', 'aggravate'] as const;
export const List = z.enum(LISTS);
export type List = z.infer<typeof List>;

/**
 * One thing that an item asks for. `when` is over facts of the pack, or over factors of the benchmark, whose value is the
 * id of the option chosen; `ground` is a statutory ground that must have been found. With neither, only a person can say.
 */
export const Requirement = z.strictObject({
  label: Wording,
  when: z.optional(Condition),
  ground: z.optional(Id),
});
export type Requirement = z.infer<typeof Requirement>;

export const ListItem = z.strictObject({
  /** Given once and never reused. */
  number: Numbered,
  list: List,
  department: Id,
  /** The matter as the published list names it. */
  matter: Wording,
  /** The violation of the statute book; `null` for matters of other departments. */
  violation: z.nullable(Id),
  /** The articles that the list cites, in its own words. */
  basis: z.string(),
  /** All must be met. */
  requirements: z.array(Requirement).check(z.minLength(1)),
});
export type ListItem = z.infer<typeof ListItem>;

/** 清单: items of one or more of the four lists, by department. */
export const ListPack = z.strictObject({
  format: z.literal('chidu-lists/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  sample: z.boolean(),
  publisher: z.string(),
  /** 行政处罚法 34: as for a benchmark, what is not published is not used. */
  publication: z.nullable(z.strictObject({ number: z.string(), date: Day })),
  from: Day,
  to: z.nullable(Day),
  departments: z.array(z.strictObject({ id: Id, name: Wording })),
  /** Definitions of the facts that requirements name, as in the statute book. */
  facts: z.array(FactDefinition),
  items: z.array(ListItem),
});
export type ListPack = z.infer<typeof ListPack>;
