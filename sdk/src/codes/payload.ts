/**
 * The signed content of a supervision code, named. Labels, types and which are required: formats/supervision-code.md.
 * Money is fen, dates are yyyymmdd as integers.
 */
export interface CodePayload {
  readonly authority?: string; // 2
  readonly document: string; // 3
  readonly issued: number; // 4
  readonly rule: { readonly pack: string; readonly version: string; readonly hash: Uint8Array }; // 5
  readonly violation: string; // 6
  readonly factors?: readonly (readonly [factor: number, option: number, points: number])[]; // 7
  readonly points?: number; // 8
  readonly tier: number; // 9
  readonly range?: { readonly min: number; readonly max: number }; // 10, 11
  readonly fine?: number; // 12
  readonly kinds?: readonly number[]; // 13
  readonly officer?: number; // 14
  readonly party?: Uint8Array; // 15
  readonly replyBy?: number; // 16
  readonly channels?: readonly number[]; // 17
  readonly detail?: Uint8Array; // 18
  readonly corrects?: Uint8Array; // 20
  readonly logHead?: { readonly size: number; readonly root: Uint8Array }; // 22
  readonly statusIndex?: number; // 23
  readonly facts?: readonly (readonly [fact: number, value: number])[]; // 24
  readonly documentKind?: number; // 25
  /** Labels this reader does not know: kept, covered by the signature, ignored. */
  readonly unknown?: ReadonlyMap<number, unknown>;
}
