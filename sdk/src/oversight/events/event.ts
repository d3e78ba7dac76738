/**
 * 事件: one entry of a log as oversight reads it, with the part of its body that names nobody (`LogEvent` of
 * `@chidu/sdk/api`). `data` is null where the body was lawfully erased or is not shown to the reader.
 */
export interface OversightEvent {
  /** Credit code of the authority. */
  readonly authority: string;
  /** Year of the log, and the index in it: together with the authority the place of the entry. */
  readonly year: number;
  readonly index: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Name of the leaf type. */
  readonly kind: string;
  readonly codeId: string | null;
  /** Index of the entry that this one speaks of, in the same log or in the authority's log of `refersToYear`. */
  readonly refersTo: number | null;
  readonly refersToYear?: number | undefined;
  readonly role: string;
  /** Key of whoever acted. */
  readonly kid: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** 出处: where a figure comes from, so that anyone can look. */
export interface Place {
  readonly authority: string;
  readonly year: number;
  readonly index: number;
}

/** One spelling of a place: a key for maps, and what a list of sources shows. */
export const placeId = ({ authority, year, index }: Place): string =>
  `${authority}/${year}/${index}`;
