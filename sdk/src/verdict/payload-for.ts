import type { CodePayload } from '../codes/index.ts';
import type { Assessment, Case } from '../discretion/index.ts';
import type { Issue } from '../errors.ts';
import { type PenaltyKind, penaltyNumber, type Rule, TIERS } from '../rules/index.ts';
import { dayNumber, isDay } from '../text/index.ts';

/** What the document adds to the assessment. Dates are `YYYY-MM-DD`, money is fen. */
export interface DocumentMeta {
  /** 文号 as printed. */
  readonly document: string;
  /** 1 告知书, 2 听证告知书, 3 决定书, 4 当场处罚决定书. Absent means 1. */
  readonly documentKind?: 1 | 2 | 3 | 4;
  readonly issued: string;
  /** SHA-256 of the canonical Rule, 32 bytes. */
  readonly ruleHash: Uint8Array;
  /** The fine that a person decided on. It has to lie in the assessment's band. */
  readonly fine?: number;
  /** Penalties imposed, the fine included. Absent: the fine and what the law orders (应当), nothing optional. */
  readonly kinds?: readonly PenaltyKind[];
  /** Unified social credit code; may be left out only when the signing key belongs to one authority. */
  readonly authority?: string;
  readonly officer?: number;
  readonly party?: Uint8Array;
  /** Last day for statements and a hearing request, only where the service date is known at issue. */
  readonly replyBy?: string;
  readonly channels?: readonly number[];
  readonly detail?: Uint8Array;
  readonly corrects?: Uint8Array;
  readonly logHead?: CodePayload['logHead'];
  readonly statusIndex?: number;
}

/**
 * Binds an assessment to a document: the one place where its results become the labels of a supervision code
 * (formats/supervision-code.md, payload). `replay` is its inverse: it accepts what this binds and catches any changed number.
 *
 * `payload` is null exactly when there are issues: the assessment is undecided or of another violation, the fine is
 * missing, uncalled for or outside the band, a penalty is not one the law names here, a date is no date or lies before
 * the law or the benchmark came into force.
 */
export function payloadFor(
  subject: Case,
  rule: Rule,
  assessment: Assessment,
  meta: DocumentMeta,
): { readonly payload: CodePayload | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const refuse = (code: Issue['code'], at: string, message: string, fields = {}) =>
    issues.push({ code, at, message, fields });

  const { band, tier, outcome } = assessment;
  if (outcome === 'undecided' || tier === null)
    refuse('bind-undecided', 'assessment', 'nothing has been decided that a code could bind', {
      reasons: assessment.undecided.map((item) => item.reason),
    });
  if (subject.violation !== rule.statute.violation)
    refuse('bind-rule', 'case.violation', 'the rule is of another violation');
  for (const at of ['issued', 'replyBy'] as const) {
    const day = meta[at];
    if (day !== undefined && !isDay(day))
      refuse('date-text', `meta.${at}`, 'not a calendar day', { day });
  }
  if (meta.issued < rule.statute.from || meta.issued < rule.pack.from)
    refuse('bind-not-yet', 'meta.issued', 'law or benchmark was not yet in force on this day', {
      statute: rule.statute.from,
      pack: rule.pack.from,
    });
  if (outcome === 'fine' && band !== null) {
    if (meta.fine === undefined && assessment.fineMode !== 'may')
      refuse('bind-fine', 'meta.fine', 'the law orders a fine and none is given');
    if (meta.fine !== undefined && !(meta.fine >= band.min && meta.fine <= band.max))
      refuse('bind-fine', 'meta.fine', 'the fine lies outside the band', {
        fine: meta.fine,
        ...band,
      });
  } else if (meta.fine !== undefined)
    refuse('bind-fine', 'meta.fine', 'no fine can be imposed here', { fine: meta.fine });

  const open = [...assessment.penalties, ...assessment.confiscations];
  const kinds = meta.kinds ?? open.filter((item) => item.mode === 'shall').map((item) => item.kind);
  for (const kind of kinds)
    if (kind !== 'fine' && !open.some((item) => item.kind === kind))
      refuse('bind-kind', 'meta.kinds', 'the law does not name this penalty here', { kind });
  const numbers = new Set(kinds.filter((kind) => kind !== 'fine').map(penaltyNumber));
  if (meta.fine !== undefined) numbers.add(penaltyNumber('fine'));

  if (issues.length > 0 || tier === null) return { payload: null, issues };
  return {
    issues,
    payload: {
      ...given('authority', meta.authority),
      document: meta.document.normalize('NFC'),
      issued: dayNumber(meta.issued),
      rule: { pack: rule.pack.id, version: rule.pack.version, hash: meta.ruleHash },
      violation: subject.violation,
      ...(assessment.factors.length > 0 && { factors: assessment.factors }),
      ...given('points', assessment.points ?? undefined),
      tier: TIERS.indexOf(tier) + 1,
      ...given('range', meta.fine === undefined ? undefined : (band ?? undefined)),
      ...given('fine', meta.fine),
      ...(numbers.size > 0 && { kinds: [...numbers].sort((a, b) => a - b) }),
      ...given('officer', meta.officer),
      ...given('party', meta.party),
      ...given('replyBy', meta.replyBy === undefined ? undefined : dayNumber(meta.replyBy)),
      ...given('channels', meta.channels),
      ...given('detail', meta.detail),
      ...given('corrects', meta.corrects),
      ...given('logHead', meta.logHead),
      ...given('statusIndex', meta.statusIndex),
      ...(assessment.facts.length > 0 && { facts: assessment.facts }),
      ...given('documentKind', meta.documentKind),
    },
  };
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [key in Key]: Value });
}
