import * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';
import { PageRequest, RemedyRequest, StageRequest } from './case-events.ts';
import {
  ClueFile,
  ClueNumber,
  CluePage,
  ClueReport,
  ClueStateName,
  ClueStepRequest,
} from './clues.ts';
import { ErasureRequest, EventPage } from './events.ts';
import { FigureIds, FigureIdsRequest, FiguresAnswer, FiguresRequest } from './figures.ts';
import { Acted, CodeRow, Decision, Issued, IssueRequest, Withdrawal } from './issue.ts';
import {
  CertificateRequest,
  KeyAdded,
  KeyApprovalText,
  KeyRequestRow,
  KeyRequestTaken,
  KeyRequestText,
  KeyRow,
  RevocationRequest,
} from './keys.ts';
import { LIAISON_ROUTES } from './liaison-routes.ts';
import {
  ObjectionFile,
  ObjectionNumber,
  ObjectionRequest,
  QueueRow,
  Receipt,
  StepRequest,
} from './objection.ts';
import { OBJECTION_STATES } from './objection-flow.ts';
import { CodeView, Detail, DetailRequest, Held, LookupQueryParts, Proofs } from './party.ts';
import type { RouteName } from './paths.ts';
import type { Role } from './roles.ts';
import { CaseNumber, CodeId, CreditCode, Day, KeyId, line, pageLimit } from './scalars.ts';
import { SUPERVISION_ROUTES } from './supervision-routes.ts';

/** One route of the service. */
export interface Route {
  readonly summary: string;
  /** Who may call it. With `party` in it no signature is asked for; the other roles sign. `GET` files are for everyone. */
  readonly roles: readonly Role[] | 'everyone';
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  /** The JSON body; `text` is a signed text or note as plain text. */
  readonly body?: z.ZodMiniType | 'text';
  /** The JSON answer, or the media type of what is no JSON. */
  readonly answer: z.ZodMiniType | { readonly type: string };
  readonly status?: 200 | 201;
  /** Codes of refusals beyond those that any route may give: `COMMON_ERRORS`. */
  readonly errors?: readonly ErrorCode[];
  /** Bytes of body that are read at most. */
  readonly most?: number;
}

/** Refusals that any route may give, with their HTTP status. */
export const COMMON_ERRORS = [
  'request-schema',
  'request-size',
  'request-type',
  'request-timeout',
  'too-many',
  'store-unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

/** And those of every signed request. */
export const SIGNED_ERRORS = [
  'request-unsigned',
  'request-signature',
  'request-time',
  'request-reused',
  'forbidden',
] as const satisfies readonly ErrorCode[];

/** Query values arrive as text. */
const wholeNumber = z.string().check(z.regex(/^(?:0|[1-9]\d{0,14})$/));
const file = { type: 'text/plain; charset=utf-8' };
const ofAuthority = z.strictObject({ authority: CreditCode });
const YearText = z.string().check(z.regex(/^2\d{3}$/));
/** `<region>-<year>`: behind the host, the rest of the origin of a log. */
const LogPart = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9.]+(?:-[a-z0-9.]+)*-2\d{3}$/));

/** Every route: what it takes, what it answers, and who may ask. OpenAPI, server and the test of roles are made of it. */
export const ROUTES = {
  viewCode: {
    summary: 'What became of a code and of the objections raised with it',
    roles: ['party'],
    body: Held,
    answer: CodeView,
    errors: ['code-refused', 'not-found'],
  },
  proofs: {
    summary: 'Inclusion proofs of the entries of a code',
    roles: ['party'],
    body: Held,
    answer: Proofs,
    errors: ['code-refused', 'not-found'],
  },
  detail: {
    summary: 'The detail document, by name and full id number; one shape for every answer',
    roles: ['party'],
    body: DetailRequest,
    answer: Detail,
  },
  object: {
    summary: 'Object to a factor, a clause or a fact; the same content twice is one objection',
    roles: ['party'],
    body: ObjectionRequest,
    answer: Receipt,
    status: 201,
    errors: ['code-refused', 'not-found', 'recipient-unknown'],
  },
  lookUp: {
    summary: 'The text of a code by document number and check code',
    roles: ['party'],
    query: LookupQueryParts,
    answer: file,
    errors: ['not-found'],
  },
  receipt: {
    summary:
      'The tlog-proof of the entry that a code was issued with; what is in the log is public',
    roles: 'everyone',
    params: z.strictObject({ codeId: CodeId }),
    answer: file,
    errors: ['not-found'],
  },
  recipient: {
    summary: 'The key to which contacts are sealed, signed by the supervision body',
    roles: 'everyone',
    params: ofAuthority,
    answer: file,
    errors: ['not-found'],
  },

  issueCode: {
    summary: 'Issue, reissue or correct a code',
    roles: ['officer'],
    body: IssueRequest,
    answer: Issued,
    status: 201,
    most: 600_000,
    errors: [
      'officer-certificate',
      'officer-scope',
      'rule-not-current',
      'replay-differs',
      'departure-unexplained',
      'live-code',
      'not-live',
      'not-found',
      'detail-needs-party',
      'heavier-than-notice',
      'payload',
    ],
  },
  listCodes: {
    summary: 'Codes of a case; an officer sees the own ones',
    roles: ['officer', 'head', 'supervisor', 'auditor'],
    query: z.strictObject({ authority: CreditCode, caseNumber: CaseNumber }),
    answer: z.strictObject({ codes: z.array(CodeRow) }),
  },
  withdrawCode: {
    summary: 'Withdraw a code',
    roles: ['officer', 'head'],
    params: z.strictObject({ codeId: CodeId }),
    body: Withdrawal,
    answer: Acted,
    errors: ['not-found', 'not-live'],
  },
  decideCode: {
    summary: 'Record the decision that followed a notice, and whether it differs',
    roles: ['officer', 'head'],
    params: z.strictObject({ codeId: CodeId }),
    body: Decision,
    answer: Acted,
    errors: ['not-found', 'not-live', 'decided-already', 'heavier-than-notice', 'reason-missing'],
  },
  digest: {
    summary: 'How many codes were issued in the name of the caller on a day',
    roles: ['officer'],
    query: z.strictObject({ authority: CreditCode, day: Day }),
    answer: z.strictObject({ day: Day, issued: z.int() }),
  },
  recordStage: {
    summary: 'A stage that a case has reached',
    roles: ['officer'],
    body: StageRequest,
    answer: Acted,
    status: 201,
  },
  recordPage: {
    summary: 'A document on the legacy page that is another one than it was',
    roles: ['officer'],
    body: PageRequest,
    answer: Acted,
    status: 201,
  },
  recordRemedy: {
    summary:
      'Reconsideration or a suit was opened or has ended; what a head reports steers nothing until a supervisor confirms it',
    roles: ['head', 'supervisor'],
    body: RemedyRequest,
    answer: Acted,
    status: 201,
    errors: ['not-found'],
  },

  requestKey: {
    summary: 'Hand in the request of a new key, signed by itself',
    roles: 'everyone',
    body: KeyRequestText,
    answer: KeyRequestTaken,
    status: 201,
    errors: ['enrol-schema', 'enrol-signature', 'forbidden'],
  },
  listKeyRequests: {
    summary: 'Requests of keys that wait for approval',
    roles: ['head', 'supervisor'],
    query: ofAuthority,
    answer: z.strictObject({ requests: z.array(KeyRequestRow) }),
  },
  approveKey: {
    summary: 'Hand in the approval of a key, signed by an approver',
    roles: 'everyone',
    body: KeyApprovalText,
    answer: KeyAdded,
    status: 201,
    errors: ['enrol-schema', 'enrol-signature', 'enrol-request', 'enrol-approver'],
  },
  listKeys: {
    summary: 'Keys known to the service',
    roles: ['head', 'supervisor', 'auditor'],
    query: ofAuthority,
    answer: z.strictObject({ keys: z.array(KeyRow) }),
  },
  setCertificate: {
    summary: 'Window and fields of the 执法证 behind an officer key',
    roles: ['head'],
    params: z.strictObject({ kid: KeyId }),
    body: CertificateRequest,
    answer: Acted,
    errors: ['not-found'],
  },
  revokeKey: {
    summary: 'Revoke a key from today',
    roles: ['head', 'supervisor'],
    params: z.strictObject({ kid: KeyId }),
    body: RevocationRequest,
    answer: Acted,
    errors: ['not-found'],
  },

  listObjections: {
    summary: 'The queue, the most urgent first; an authority sees what was routed to it',
    roles: ['officer', 'head', 'supervisor'],
    query: z.strictObject({
      authority: CreditCode,
      state: z.optional(z.enum(Object.keys(OBJECTION_STATES) as [keyof typeof OBJECTION_STATES])),
      overdue: z.optional(z.literal('true')),
      limit: pageLimit,
    }),
    answer: z.strictObject({ objections: z.array(QueueRow) }),
  },
  readObjection: {
    summary: 'An objection whole; its contact only for the supervision body',
    roles: ['officer', 'head', 'supervisor'],
    params: z.strictObject({ number: ObjectionNumber }),
    query: ofAuthority,
    answer: ObjectionFile,
    errors: ['not-found'],
  },
  stepObjection: {
    summary: 'One step on an objection',
    roles: ['officer', 'head', 'supervisor'],
    params: z.strictObject({ number: ObjectionNumber }),
    body: StepRequest,
    answer: ObjectionFile,
    errors: [
      'not-found',
      'step-not-allowed',
      'step-incomplete',
      'remedy-pending',
      'changed-meanwhile',
    ],
  },
  takeClue: {
    summary: 'Take a report into the pool; the same report of the same feed is one clue',
    roles: ['supervisor'],
    body: ClueReport,
    answer: ClueFile,
    status: 201,
  },
  listClues: {
    summary: 'The pool, the oldest first; an authority sees what was assigned to it',
    roles: ['head', 'supervisor'],
    query: z.strictObject({
      authority: CreditCode,
      state: z.optional(ClueStateName),
      after: z.optional(ClueNumber),
      limit: pageLimit,
    }),
    answer: CluePage,
    errors: ['not-found'],
  },
  stepClue: {
    summary: 'One step on a clue: claim, assign, transfer, return, work on, end, merge, split',
    roles: ['head', 'supervisor'],
    params: z.strictObject({ number: ClueNumber }),
    body: ClueStepRequest,
    answer: ClueFile,
    errors: ['not-found', 'step-not-allowed', 'step-incomplete', 'changed-meanwhile'],
  },
  ...SUPERVISION_ROUTES,
  ...LIAISON_ROUTES,
  figures: {
    summary:
      'Figures of supervision as the store counts them, by authorities, period and violation',
    roles: ['head', 'supervisor', 'auditor'],
    body: FiguresRequest,
    answer: FiguresAnswer,
  },
  figureIds: {
    summary: 'What a figure counts, page by page: ids of cases, or places of entries',
    roles: ['head', 'supervisor', 'auditor'],
    body: FigureIdsRequest,
    answer: FigureIds,
    errors: ['not-found'],
  },
  listEvents: {
    summary: 'Entries of the log with what names nobody',
    roles: ['head', 'supervisor', 'auditor'],
    query: z.strictObject({
      authority: CreditCode,
      year: YearText,
      from: z.optional(wholeNumber),
      limit: pageLimit,
    }),
    answer: EventPage,
  },
  erase: {
    summary: 'Delete, as the law asks, what an entry was about; that it was done stays',
    roles: ['supervisor'],
    body: ErasureRequest,
    answer: Acted,
    status: 201,
    errors: ['not-found'],
  },
  followEvents: {
    summary: 'The same as server-sent events; `Last-Event-ID` or `from` says where to go on',
    roles: ['head', 'supervisor', 'auditor'],
    query: z.strictObject({ authority: CreditCode, year: YearText, from: z.optional(wholeNumber) }),
    answer: { type: 'text/event-stream' },
  },

  trustList: {
    summary: 'The signed trust list',
    roles: 'everyone',
    answer: file,
    errors: ['not-found'],
  },
  rule: {
    summary: 'A Rule, `<hash>.json`',
    roles: 'everyone',
    params: z.strictObject({ file: z.string().check(z.regex(/^[0-9a-f]{64}\.json$/)) }),
    answer: { type: 'application/json' },
    errors: ['not-found'],
  },
  statusList: {
    summary: 'The signed status list of an authority and a year, `<credit code>-<year>.txt`',
    roles: 'everyone',
    params: z.strictObject({ file: z.string().check(z.regex(/^[0-9A-Z]{18}-2\d{3}\.txt$/)) }),
    answer: file,
    errors: ['not-found'],
  },
  checkpoint: {
    summary: 'The newest signed checkpoint of a log (C2SP tlog-checkpoint)',
    roles: 'everyone',
    params: z.strictObject({ log: LogPart }),
    answer: file,
    errors: ['not-found'],
  },
  tile: {
    summary: 'A tile of hashes or a bundle of entries (C2SP tlog-tiles)',
    roles: 'everyone',
    params: z.strictObject({
      log: LogPart,
      tile: z
        .string()
        .check(
          z.regex(
            /^(?:entries|[0-9]|[1-5][0-9]|6[0-3])(?:\/x\d{3}){0,5}\/\d{3}(?:\.p\/[1-9]\d{0,2})?$/,
          ),
        ),
    }),
    answer: { type: 'application/octet-stream' },
    errors: ['not-found'],
  },
  cosign: {
    summary:
      'Hand in a cosigned checkpoint (C2SP tlog-cosignature); the signature is the right to do so',
    roles: ['witness'],
    params: z.strictObject({ log: LogPart }),
    body: 'text',
    answer: z.strictObject({ size: z.int(), witnesses: z.array(line(120)) }),
    errors: ['not-found', 'witness-refused'],
  },
  health: {
    summary: 'Whether the service can take a write',
    roles: 'everyone',
    answer: z.strictObject({
      status: z.enum(['ok', 'unavailable']),
      version: z.string(),
      /** What requests are to be signed for. */
      audience: z.string(),
      /** `stale` behind the day on which the next list was due: revocations may be missing. */
      trustList: z.enum(['current', 'stale']),
    }),
  },
  openapi: {
    summary: 'This description',
    roles: 'everyone',
    answer: { type: 'application/json' },
  },
} as const satisfies Record<RouteName, Route>;

type Routes = typeof ROUTES;

/** What a route takes, as a caller writes it. */
export type Input<Name extends RouteName> = Part<Name, 'params'> &
  Part<Name, 'query'> &
  (Routes[Name] extends { readonly body: infer Body }
    ? { readonly body: Body extends z.ZodMiniType ? z.input<Body> : string }
    : unknown);

type Part<Name extends RouteName, Key extends 'params' | 'query'> = Routes[Name] extends {
  readonly [key in Key]: infer Schema extends z.ZodMiniType;
}
  ? { readonly [key in Key]: z.input<Schema> }
  : unknown;

/** What a route answers: JSON as a value, everything else as text. */
export type Answer<Name extends RouteName> = Routes[Name]['answer'] extends z.ZodMiniType
  ? z.output<Routes[Name]['answer']>
  : string;
