/**
 * Every error code of the SDK in one union. A code is stable for ever; messages are not.
 * English is for developers; what a person reads is looked up by code beside the part that shows it.
 */
export type ErrorCode =
  | CodeRefusal
  | TrustError
  | LogError
  | DrawError
  | BindError
  | StoreError
  | MatchError
  | DataError
  | LibraryError
  | ServiceError;

/** Refusals of a supervision code, in the order of the checks: formats/supervision-code.md. */
export type CodeRefusal =
  | 'format'
  | 'digits'
  | 'envelope'
  | 'header'
  | 'unknown-key'
  | 'algorithm'
  | 'not-canonical'
  | 'signature'
  | 'key-authority'
  | 'payload'
  | 'key-window'
  | 'key-revoked';

/** Refusals of a trust list, a status list, a signed pack or a key that is to go into one: sdk/docs/formats/trust-list.md. */
export type TrustError =
  | 'trust-schema'
  | 'trust-duplicate-kid'
  | 'trust-algorithm'
  | 'trust-quorum'
  | 'trust-rollback'
  | 'trust-fork'
  | 'status-schema'
  | 'status-key'
  | 'status-signature'
  | 'status-rollback'
  | 'enrol-schema'
  | 'enrol-signature'
  | 'enrol-request'
  | 'enrol-approver'
  | 'pack-schema'
  | 'pack-unlisted'
  | 'pack-key'
  | 'pack-signature';

/** Refusals of what belongs to a log: sdk/docs/formats/log-leaf.md, log-checkpoint.md, log-receipt.md. */
export type LogError =
  | LeafError
  | AuditError
  | 'note-signature'
  | 'checkpoint-format'
  | 'checkpoint-origin'
  | 'checkpoint-unsigned'
  | 'growth-origin'
  | 'growth-smaller'
  | 'growth-fork'
  | 'receipt-format'
  | 'receipt-unlisted'
  | 'receipt-signature'
  | 'receipt-leaf'
  | 'receipt-root';

/** Why bytes are no leaf: not one deterministic map; another version; a type or label that is not known or not of its form. */
export type LeafError = 'leaf-cbor' | 'leaf-version' | 'leaf-type' | 'leaf-label';

/** What an audit of a log finds: sdk/docs/log.md. */
export type AuditError =
  | 'audit-unlisted'
  | 'audit-unwitnessed'
  | 'audit-missing'
  | 'audit-bundle'
  | 'audit-tile'
  | 'audit-root'
  | 'audit-since'
  | 'audit-opened'
  | 'audit-closed'
  | 'audit-authority'
  | 'audit-time'
  | 'audit-refers'
  | 'audit-twice';

/** A code that cannot be printed so that phones read it. */
export type DrawError = 'code-too-large';

/** Refusals of the service: sdk/docs/service-api.md. Their HTTP status is in `api/http-status.ts`. */
export type ServiceError =
  | 'request-schema'
  | 'request-type'
  | 'request-size'
  | 'request-timeout'
  | 'request-unsigned'
  | 'request-signature'
  | 'request-time'
  | 'request-reused'
  | 'forbidden'
  | 'not-found'
  | 'too-many'
  | 'store-unavailable'
  | 'internal'
  | 'code-refused'
  | 'recipient-unknown'
  | 'officer-certificate'
  | 'officer-scope'
  | 'rule-not-current'
  | 'replay-differs'
  | 'departure-unexplained'
  | 'live-code'
  | 'not-live'
  | 'decided-already'
  | 'detail-needs-party'
  | 'heavier-than-notice'
  | 'reason-missing'
  | 'step-not-allowed'
  | 'step-incomplete'
  | 'remedy-pending'
  | 'changed-meanwhile'
  | 'witness-refused'
  | 'config';

/** Why an assessment cannot be bound to a document: see `payloadFor`. */
export type BindError = 'bind-undecided' | 'bind-rule' | 'bind-not-yet' | 'bind-fine' | 'bind-kind';

/** What stops the service's store or its log; what to do about each is in sdk/docs/running-a-service.md. */
export type StoreError =
  | 'store-address'
  | 'store-driver'
  | 'store-unavailable'
  | 'store-locked'
  | 'store-durability'
  | 'store-newer'
  | 'store-older'
  | 'store-conflict'
  | 'store-append-only'
  | 'store-full'
  | 'store-damaged'
  | 'log-rollback'
  | 'log-inconsistent'
  | 'log-entry-altered'
  | 'log-memory'
  | 'log-signer'
  | 'log-clock'
  | 'log-stopped';

/** Bytes of an index of cases that cannot be searched, files of an evaluation, texts of laws: sdk/src/cases. */
export type MatchError = 'index-version' | 'index-damaged' | 'evaluate-file' | 'statute-text';

/** Faults of data handed in: rules, cases, texts, files. */
export type DataError =
  | 'json'
  | 'hash-differs'
  | 'duplicate-key'
  | 'schema'
  | 'missing-field'
  | 'unknown-field'
  | 'given-twice'
  | 'unknown-reference'
  | 'inverted'
  | 'contradiction'
  | 'version-overlap'
  | 'unpublished'
  | 'no-benchmark'
  | 'canonical-json'
  | 'archive'
  | 'archive-size'
  | 'sheet-xml'
  | 'sheet-format'
  | 'cell-error'
  | 'cell-uncached'
  | 'cell-hidden'
  | 'cell-word'
  | 'cell-number'
  | 'workbook-form'
  | 'amount-range'
  | 'amount-text'
  | 'amount-vague'
  | 'amount-empty'
  | 'percent-text'
  | 'percent-unclear'
  | 'interval-text'
  | 'interval-unclear'
  | 'date-text';

/** Why a library of cases cannot be opened, kept or built: sdk/docs/formats/case-library.md. */
export type LibraryError =
  | 'library-version'
  | 'library-manifest'
  | 'library-signature'
  | 'library-rollback'
  | 'library-hash'
  | 'library-damaged'
  | 'library-missing'
  | 'library-fetch'
  | 'library-quota'
  | 'library-busy'
  | 'worker-lost';

/** One fault in data that came from outside: what, where, and the facts a message needs. */
export interface Issue {
  readonly code: ErrorCode;
  /** Path, cell or field: `/factors/0/options/1/points`, `量化表!D7`, `facts.goodsValue`. */
  readonly at: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A coded error. `fields` holds what a translated message needs; it survives a worker boundary. */
export class ChiduError extends Error {
  override readonly name = 'ChiduError';
  readonly code: ErrorCode;
  readonly at: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { at?: string; fields?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.at = options.at;
    this.fields = options.fields ?? {};
  }
}
