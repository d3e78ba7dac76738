import type { Place } from './event.ts';
import type { DecidedData, DisputedPoint, IssuedData, StepData } from './event-data.ts';

/** Something that happened: when it was entered (RFC 3339), where, by which key. */
export interface Happened {
  readonly at: string;
  /** Day of `at` by the calendar of China. */
  readonly day: string;
  readonly place: Place;
  readonly kid: string | null;
}

/** 监督码 with what became of it. `issued` is null where the body was erased. */
export interface CodeHistory extends Happened {
  readonly codeId: string;
  readonly issued: IssuedData | null;
  readonly firstViewed: Happened | null;
  /** The entry that ended it: another code took its place, or it was withdrawn. */
  readonly ended: (Happened & { readonly how: 'corrected' | 'withdrawn' }) | null;
  readonly decided: (Happened & { readonly data: DecidedData | null }) | null;
}

/** 异议 with its steps, in order. */
export interface ObjectionHistory extends Happened {
  readonly codeId: string;
  readonly disputed: readonly DisputedPoint[] | null;
  readonly steps: readonly (Happened & { readonly step: string; readonly data: StepData | null })[];
  readonly escalations: readonly Happened[];
  /** State after the last step whose body is there; `received` before the first. */
  readonly state: string;
  /** Of the last answer; null where none was given. */
  readonly result: 'upheld' | 'partly-upheld' | 'not-upheld' | null;
}

/** 案件: everything the log says of one case. */
export interface CaseHistory {
  /** `authority` and case number, or the code's id where the case number is not told. */
  readonly id: string;
  readonly authority: string;
  readonly caseNumber: string | null;
  readonly codes: readonly CodeHistory[];
  readonly stages: readonly (Happened & {
    readonly stage: string;
    /** When it was reached, by the case system. */
    readonly on: string;
    readonly source: string;
  })[];
  readonly changes: readonly (Happened & {
    readonly codeId: string | null;
    readonly part: string;
    readonly gone: boolean;
  })[];
  readonly remedies: readonly (Happened & {
    readonly kind: 'reconsideration' | 'suit';
    readonly state: 'pending' | 'ended';
    readonly on: string;
    readonly confirmed: boolean;
    readonly result?: 'kept' | 'changed' | undefined;
  })[];
  readonly objections: readonly ObjectionHistory[];
}

/** Entries that oversight could not use, with the reason: they are counted and shown, never dropped in silence. */
export interface Unread {
  readonly place: Place;
  readonly kind: string;
  /** `withheld`: it is there and not shown to this reader. */
  readonly why:
    | 'erased'
    | 'withheld'
    | 'unknown-kind'
    | 'malformed'
    | 'refers-to-nothing'
    | 'given-twice';
}
