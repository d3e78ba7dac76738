import { fromHex, type Signer, signCode } from '@chidu/sdk/codes';
import type { Assessment, Case } from '@chidu/sdk/discretion';
import { ChiduError, type ErrorCode } from '@chidu/sdk/errors';
import { type PenaltyKind, type Rule, ruleHash } from '@chidu/sdk/rules';
import { chinaDay } from '@chidu/sdk/text';
import { payloadFor } from '@chidu/sdk/verdict';
import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { IssuedCode } from '../platform/database.ts';
import type { Settings } from '../platform/settings.ts';
import { decidedFine } from './decided-fine.ts';
import type { Draft } from './draft.ts';
import type { Replaces, ServiceAnswer, ServiceIssue } from './issue-at-service.ts';
import { issuedCode } from './issued-code.ts';

export interface IssueRequest {
  readonly case: Case;
  readonly rule: Rule;
  readonly assessment: Assessment;
  readonly readings: ReadonlyMap<FieldId, CaseField>;
  readonly draft: Draft;
  readonly caseNumber: string;
  readonly document: string;
  readonly settings: Settings;
  /** Items of the four lists that apply, `pack/number`. */
  readonly listItems: readonly string[];
  /** A live code that this machine did not issue, and why the new one takes its place. */
  readonly takeOver: Replaces | null;
}

export interface IssuePorts {
  /** Reads the page again, now. */
  readonly reread: () => Promise<ReadonlyMap<FieldId, CaseField>>;
  readonly signer: () => Promise<Signer | null>;
  /** Asks the service for the code instead of signing here; null on a desk that works alone. */
  readonly service: ((issue: ServiceIssue) => Promise<ServiceAnswer>) | null;
  readonly current: (document: string) => Promise<IssuedCode | null>;
  /** Keeps the code; the requests to the service that it answers are settled with it. */
  readonly record: (code: IssuedCode, answers: readonly string[]) => Promise<void>;
  readonly now: () => Date;
}

export type IssueRefusal =
  | { readonly reason: 'page-changed'; readonly fields: readonly FieldId[] }
  | { readonly reason: 'no-key' | 'no-settings' | 'no-document' | 'no-case-number' }
  | { readonly reason: 'fine-text' | 'departure-unexplained' }
  | { readonly reason: 'service'; readonly error: string }
  | { readonly reason: 'live-code'; readonly codeId: string }
  /** What was asked for before had been done: that code is kept now, and nothing else was issued. */
  | { readonly reason: 'issued-before'; readonly code: IssuedCode }
  | { readonly reason: 'refused'; readonly codes: readonly ErrorCode[] };

export type Issued =
  | { readonly ok: true; readonly code: IssuedCode }
  | { readonly ok: false; readonly refusal: IssueRefusal };

/**
 * Binds what the officer decided to the document and signs it. The page is read once more at this moment: what is
 * signed is what it shows now, or nothing is.
 */
export async function issueCode(request: IssueRequest, ports: IssuePorts): Promise<Issued> {
  const { draft, assessment, settings, rule } = request;
  const refuse = (refusal: IssueRefusal): Issued => ({ ok: false, refusal });
  if (assessment.outcome === 'undecided')
    return refuse({ reason: 'refused', codes: ['bind-undecided'] });
  if (request.document.trim() === '') return refuse({ reason: 'no-document' });
  if (request.caseNumber.trim() === '') return refuse({ reason: 'no-case-number' });
  if (settings.portal === '' || settings.authority.code === '')
    return refuse({ reason: 'no-settings' });
  const decided = decidedFine(draft, assessment);
  if (!decided.ok) return refuse({ reason: 'fine-text' });
  const { fine } = decided;
  const { band } = assessment;
  if (fine !== undefined && band && (fine < band.min || fine > band.max))
    return refuse({ reason: 'refused', codes: ['bind-fine'] });
  const departs = assessment.suggestion !== null && fine !== assessment.suggestion;
  if (departs && draft.departure.trim().length < 5)
    return refuse({ reason: 'departure-unexplained' });

  const changed = changedFields(request.readings, await ports.reread());
  if (changed.length > 0) return refuse({ reason: 'page-changed', fields: changed });
  const signer = await ports.signer();
  if (!signer) return refuse({ reason: 'no-key' });

  const now = ports.now();
  const earlier = await ports.current(request.document);
  const replaced = request.takeOver?.codeId ?? earlier?.codeId;
  const kinds = kindsOf(assessment, draft, fine);
  const hash = await ruleHash(rule);
  const bound = payloadFor(request.case, rule, assessment, {
    document: request.document,
    documentKind: draft.documentKind,
    issued: chinaDay(now.getTime()),
    ruleHash: bytes(hash),
    authority: settings.authority.code,
    kinds,
    ...(/^\d{1,9}$/.test(settings.officer.number) && { officer: Number(settings.officer.number) }),
    ...(fine !== undefined && { fine }),
    ...(replaced !== undefined && { corrects: bytes(replaced.slice(0, 16)) }),
  });
  if (!bound.payload)
    return refuse({ reason: 'refused', codes: bound.issues.map(({ code }) => code) });
  try {
    const departure = departs ? draft.departure.trim() : null;
    const signed = ports.service
      ? await ports.service({
          authority: settings.authority.code,
          caseNumber: request.caseNumber,
          document: request.document,
          documentKind: draft.documentKind,
          ruleHash: hash,
          violation: request.case.violation,
          assessment,
          kinds,
          fine,
          departure,
          listItems: request.listItems,
          replaces:
            request.takeOver ??
            (earlier && {
              codeId: earlier.codeId,
              why: 'reissued',
              reason: departure ?? '办案人员重新签发',
            }),
        })
      : { ok: true as const, ...(await signCode(bound.payload, signer)) };
    const { portal } = settings;
    const { caseNumber, document } = request;
    const at = { portal, caseNumber, issuedAt: now.toISOString() };
    if (!signed.ok) {
      const { error, live, before } = signed;
      if (live !== undefined) return refuse({ reason: 'live-code', codeId: live });
      if (!before) return refuse({ reason: 'service', error });
      const { issue } = before;
      const code = issuedCode(before.code, { ...at, ...issue, fine: issue.fine ?? null });
      await ports.record(code, before.code.answers);
      return refuse({ reason: 'issued-before', code });
    }
    const code = issuedCode(signed, {
      ...at,
      document,
      fine: fine ?? null,
      departure,
      suggested: assessment.suggestion,
    });
    await ports.record(code, 'answers' in signed ? signed.answers : []);
    return { ok: true, code };
  } catch (error) {
    if (error instanceof ChiduError) return refuse({ reason: 'refused', codes: [error.code] });
    throw error;
  }
}

/** Of hex digits that our own code made. */
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** What the law orders, what the officer chose where it leaves a choice, and the fine. */
function kindsOf(
  { penalties, confiscations }: Assessment,
  draft: Draft,
  fine: number | undefined,
): PenaltyKind[] {
  const chosen = [...penalties, ...confiscations]
    .filter(({ kind, mode }) => mode === 'shall' || draft.kinds.includes(kind))
    .map(({ kind }) => kind);
  return [...new Set(fine === undefined ? chosen : [...chosen, 'fine' as const])];
}

/** Fields whose state or value is not what it was. */
function changedFields(
  before: ReadonlyMap<FieldId, CaseField>,
  after: ReadonlyMap<FieldId, CaseField>,
): readonly FieldId[] {
  const said = (field: CaseField | undefined): string =>
    field === undefined
      ? ''
      : `${field.state}:${field.state === 'read' ? JSON.stringify(field.value) : ''}`;
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => said(before.get(id)) !== said(after.get(id)),
  );
}
