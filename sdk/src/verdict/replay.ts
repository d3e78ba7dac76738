import type { CodePayload } from '../codes/index.ts';
import { type Assessment, assess, caseOfNumbers } from '../discretion/index.ts';
import type { Issue } from '../errors.ts';
import { loadRule, penaltyNumber, type Rule, TIERS } from '../rules/index.ts';
import { dayOfNumber } from '../text/index.ts';
import type { Finding } from './verdict.ts';

export interface Replayed {
  /** `rule`: what the check of the Rule adds to its hash, namely that it can be read and is the one named. */
  readonly ruleFinding: Finding;
  readonly rule: Rule | null;
  readonly finding: Finding;
  readonly assessment: Assessment | null;
}

const PASS: Finding = { state: 'pass' };
const NOT_CHECKED: Finding = { state: 'unknown', code: 'not-checked' };

/**
 * Works a code out again: the facts, factors and points that were signed give the tier and the range that were
 * signed, and the fine lies in it. The inverse of `payloadFor`.
 *
 * @param value the parsed JSON of a Rule whose hash has been checked against the payload
 */
export function replay(payload: CodePayload, value: unknown): Replayed {
  const loaded = loadRule(value);
  return loaded.ok ? replayRule(payload, loaded.value) : unreadable(loaded.issues);
}

/** `replay` with a Rule that has been read already. */
export function replayRule(payload: CodePayload, rule: Rule): Replayed {
  const ruleFinding = named(payload, rule);
  return ruleFinding.state === 'pass'
    ? { ruleFinding, rule, ...workedOut(payload, rule) }
    : { ruleFinding, rule, finding: NOT_CHECKED, assessment: null };
}

/** What there is to say where a Rule cannot be read. */
export const unreadable = (issues: readonly Issue[]): Replayed => ({
  ruleFinding: {
    state: 'unknown',
    code: 'rule-unreadable',
    fields: { issues: issues.slice(0, 5) },
  },
  rule: null,
  finding: NOT_CHECKED,
  assessment: null,
});

function named({ rule: signed, violation, issued }: CodePayload, rule: Rule): Finding {
  const { pack, statute } = rule;
  if (signed.pack !== pack.id || signed.version !== pack.version || violation !== statute.violation)
    return { state: 'fail', code: 'rule-mismatch' };
  const day = dayOfNumber(issued);
  if (day < statute.from || day < pack.from)
    return {
      state: 'fail',
      code: 'rule-not-yet',
      fields: { statute: statute.from, pack: pack.from },
    };
  return PASS;
}

function workedOut(
  payload: CodePayload,
  rule: Rule,
): { readonly finding: Finding; readonly assessment: Assessment | null } {
  const { factors = [], facts = [] } = payload;
  const total = factors.reduce((sum, [, , points]) => sum + points, 0);
  if (payload.points !== undefined && payload.points !== total)
    return fail('replay-points', { signed: payload.points, replayed: total });
  const read = caseOfNumbers({ facts, factors, issued: dayOfNumber(payload.issued) }, rule);
  if (!read.ok) {
    const factor = read.unknown.some(({ at }) => at.startsWith('factors'));
    return fail(factor ? 'replay-factors' : 'replay-facts', { unknown: read.unknown });
  }

  const signedTier = TIERS[payload.tier - 1];
  const plain = assess(read.case, rule, { dates: 'bound' });
  const settled = plain.outcome !== 'undecided' && plain.tier === signedTier;
  // What a person elected (a 可以 ground used, 减轻 instead of 从轻) is not in the code: it shows as the signed tier.
  const elected =
    settled || signedTier === undefined
      ? plain
      : assess({ ...read.case, elect: { tier: signedTier, reason: 'signed' } }, rule, {
          dates: 'bound',
        });
  const assessment = elected.outcome === 'undecided' ? plain : elected;
  const found = (finding: Finding) => ({ finding, assessment });
  const differs = (code: Differing, fields: Record<string, unknown>) =>
    found({ state: 'fail', code, fields });

  if (assessment.outcome === 'undecided')
    return found({
      state: 'unknown',
      code: 'replay-undecided',
      fields: { reasons: assessment.undecided.map(({ reason, at }) => `${reason} ${at}`) },
    });
  if (assessment.tier !== signedTier)
    return differs('replay-tier', { signed: signedTier, replayed: assessment.tier });
  if (
    payload.points !== undefined &&
    assessment.points !== null &&
    payload.points !== assessment.points
  )
    return differs('replay-points', { signed: payload.points, replayed: assessment.points });

  const { range, fine } = payload;
  const { band } = assessment;
  const mustFine = assessment.outcome === 'fine' && assessment.fineMode === 'shall';
  if (fine === undefined ? mustFine : band === null || fine < band.min || fine > band.max)
    return differs('replay-fine', { signed: fine ?? null, ...band });
  const called = fine === undefined ? null : band;
  if (range?.min !== called?.min || range?.max !== called?.max)
    return differs('replay-range', { signed: range ?? null, replayed: called });

  const named = new Set(
    [...assessment.penalties, ...assessment.confiscations].map(({ kind }) => penaltyNumber(kind)),
  );
  if (fine !== undefined) named.add(penaltyNumber('fine'));
  const foreign = (payload.kinds ?? []).filter((kind) => !named.has(kind));
  return foreign.length > 0 ? differs('replay-kinds', { signed: foreign }) : found(PASS);
}

type Differing = 'replay-tier' | 'replay-points' | 'replay-fine' | 'replay-range' | 'replay-kinds';

const fail = (
  code: Differing | 'replay-facts' | 'replay-factors',
  fields: Record<string, unknown>,
) => ({ finding: { state: 'fail', code, fields } as const, assessment: null });
