import type { ISSUE_FLAGS, Issued, IssueRequest } from '../../api/index.ts';
import {
  fromHex,
  normalDocument,
  type PreparedCode,
  prepareCode,
  STATUS_LIST_SIZE,
} from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { chinaDay, dayOfNumber, sha256 } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { conflictsWith, once } from '../once.ts';
import { instant, record } from '../record.ts';
import { isCurrent } from '../rule-book.ts';
import type { Service } from '../service.ts';
import { type CodeRow, codes } from '../store/records/codes.ts';
import { jobs } from '../store/records/jobs.ts';
import type { Sql } from '../store/sql/database.ts';
import { checkCertificate } from './certificate.ts';
import { finishJobs, finishSigning } from './finish.ts';
import { heavierThan } from './heavier.ts';
import { workOut } from './work-out.ts';

const DAY_MS = 86_400_000;
/** Places of a status list are drawn; this often before the list counts as full. */
const DRAWS = 40;

type Flag = (typeof ISSUE_FLAGS)[number];

/** What is kept of an issued code beside its columns. */
export interface CodeDetails {
  readonly flags: readonly Flag[];
  readonly tier: number;
  readonly fine: number | null;
  readonly kinds: readonly number[];
  readonly detailType: string | null;
  readonly decision?: {
    readonly document: string;
    readonly decided: string;
    readonly differs: 'same' | 'lighter' | 'other';
  };
}

/**
 * Issues a code: the key is in order, the Rule current, the arithmetic the service's own, the case has no other live code;
 * then the entry goes into the log, and only when it lies in a signed checkpoint does the authority sign.
 *
 * @throws {ChiduError} the refusals of route `issueCode`.
 */
export async function issueCode(
  service: Service,
  caller: Caller,
  request: IssueRequest,
): Promise<Issued> {
  const { authority } = request;
  const { codeId } = await once(service, authority, caller, async (keep) => {
    const prepared = await prepare(service, caller, request);
    const { code, row, open, closed, replaced } = prepared;
    await record(service, {
      authority,
      type: 'issued',
      codeId: code.id,
      ...(replaced && { refersTo: { year: replaced.year, index: replaced.logIndex } }),
      actor: { role: 'officer', kid: caller.kid },
      open,
      closed,
      signed: caller.signed,
      once: keep(() => ({ codeId: code.id })),
      within: async (sql, place, at) => {
        // Requests that come together have all passed the first count; here one is written after the other.
        await limitIssues(sql, service, caller, authority, at);
        // Another notice may have been given meanwhile.
        if (row.slot === 'decision') await refuseHeavier(sql, request);
        if (replaced) {
          const before = await codes.byId(sql, authority, replaced.codeId);
          if (before?.live !== 1) throw new ChiduError('not-live', 'the code is no longer live');
          await codes.setStatus(sql, authority, replaced.codeId, 'superseded', 0);
          if (request.replaces?.why === 'corrected') {
            const data = {
              codeId: replaced.codeId,
              kid: caller.kid,
              year: place.year,
              index: place.index,
            };
            const id = `corrected:${replaced.codeId}`;
            await jobs.insert(sql, {
              authority,
              id,
              kind: 'corrected',
              dueAt: at,
              attempts: 0,
              doneAt: null,
              data: JSON.stringify(data),
            });
          }
        }
        await codes.insert(sql, { ...row, year: place.year, logIndex: place.index, createdAt: at });
      },
    }).catch(async (error) => {
      if (!conflictsWith(error, 'code_live')) throw error;
      const { caseNumber, slot } = row;
      const live = await codes.liveOf(service.database.reader, authority, caseNumber, slot);
      throw liveCode(live?.codeId);
    });
    return { codeId: code.id };
  });
  await finishJobs(service, authority);
  return answer(service, authority, codeId);
}

/** The answer for a code that was issued, signed now where it was not yet. */
async function answer(service: Service, authority: string, codeId: string): Promise<Issued> {
  const row = await finishSigning(service, authority, codeId);
  const { year, logIndex: index } = row;
  const place = { authority, year, index };
  return {
    codeId,
    checkCode: row.checkCode,
    text: row.text,
    issued: row.issuedOn,
    at: instant(row.createdAt),
    statusIndex: row.statusIndex,
    place,
    proof: await service.logs.receipt(place),
    flags: [...(JSON.parse(row.details) as CodeDetails).flags],
    replaced: row.supersedes,
  };
}

interface Prepared {
  readonly code: PreparedCode;
  readonly row: CodeRow;
  readonly open: Readonly<Record<string, unknown>>;
  readonly closed: Readonly<Record<string, unknown>>;
  readonly replaced: CodeRow | null;
}

async function prepare(service: Service, caller: Caller, request: IssueRequest): Promise<Prepared> {
  const { authority, caseNumber, documentKind } = request;
  const { reader } = service.database;
  const now = service.now();
  const today = chinaDay(now);
  await limitIssues(reader, service, caller, authority, now);
  const found = service.rules.byHash.get(request.rule);
  if (found === undefined || !isCurrent(found.rule, today)) {
    throw new ChiduError('rule-not-current', 'no Rule by this hash is in force today', {
      at: '/rule',
    });
  }
  const { rule } = found;
  const flags: Flag[] = [
    ...(await checkCertificate(service, authority, caller.kid, rule.statute.field, today)),
    ...(rule.pack.sample ? (['sample-benchmark'] as const) : []),
  ];
  const { payload, assessment } = workOut(request, rule, today);
  if (assessment.suggestion !== null && request.fine !== assessment.suggestion)
    flags.push('departure');

  const slot = documentKind <= 2 ? 'notice' : 'decision';
  const replaced = await replacedBy(service, caller, request, slot);
  if (slot === 'decision') await refuseHeavier(reader, request);
  if (request.detail && !request.party) {
    throw new ChiduError('detail-needs-party', 'a detail document is opened by the party', {
      at: '/party',
    });
  }
  const detail = request.detail ? Buffer.from(request.detail.content, 'base64') : null;
  const year = Number(today.slice(0, 4));
  const [head, statusIndex] = await Promise.all([
    service.logs.head({ authority, year }),
    freePlace(service, authority, String(year)),
  ]);
  const code = prepareCode(
    {
      ...payload,
      ...(caller.officer !== null && { officer: caller.officer }),
      ...(request.party && { party: fromHex(request.party.commitment) as Uint8Array }),
      ...(request.replyBy && { replyBy: Number(request.replyBy.replaceAll('-', '')) }),
      ...(request.channels && { channels: request.channels }),
      ...(detail && { detail: await sha256(detail) }),
      ...(replaced && { corrects: (fromHex(replaced.codeId) as Uint8Array).slice(0, 8) }),
      ...(head && { logHead: { size: head.size, root: head.root.slice(0, 12) } }),
      statusIndex,
    },
    service.signerOf(authority),
  );
  const details: CodeDetails = {
    flags,
    tier: request.tier,
    fine: request.fine ?? null,
    kinds: request.kinds ?? [],
    detailType: request.detail?.type ?? null,
  };
  return {
    code,
    replaced,
    row: {
      authority,
      codeId: code.id,
      caseNumber,
      slot,
      document: request.document,
      normalDocument: normalDocument(request.document),
      documentKind,
      checkCode: code.checkCode,
      issuedOn: dayOfNumber(payload.issued),
      period: String(year),
      statusIndex,
      status: 'valid',
      live: 1,
      supersedes: replaced?.codeId ?? null,
      officer: caller.kid,
      unit: null,
      rule: request.rule,
      payload: code.payload,
      text: null,
      year,
      logIndex: 0,
      salt: request.party ? fromHex(request.party.salt) : null,
      party: request.party ? fromHex(request.party.commitment) : null,
      detail: detail && new Uint8Array(detail),
      details: JSON.stringify(details),
      createdAt: now,
      firstViewedAt: null,
      firstViewedIndex: null,
    },
    open: {
      case: caseNumber,
      violation: request.violation,
      rule: request.rule,
      benchmark: { pack: rule.pack.id, version: rule.pack.version },
      documentKind,
      tier: request.tier,
      points: assessment.points,
      range: assessment.band,
      fine: request.fine ?? null,
      suggestion: assessment.suggestion,
      kinds: request.kinds ?? [],
      factors: payload.factors ?? [],
      facts: request.facts,
      flags,
      replaces: request.replaces?.why ?? null,
      ...(request.listItems && { listItems: [...new Set(request.listItems)].sort() }),
    },
    closed: {
      document: request.document,
      departure: request.departure?.reason ?? null,
      replaces: request.replaces?.reason ?? null,
    },
  };
}

/**
 * The live code that the new one takes the place of; null where the case has none. Another officer's is only replaced by saying
 * that the case was handed over, which stands in the log with the reason.
 */
async function replacedBy(
  { database }: Service,
  { kid }: Caller,
  { authority, caseNumber, replaces }: IssueRequest,
  slot: string,
): Promise<CodeRow | null> {
  const live = await codes.liveOf(database.reader, authority, caseNumber, slot);
  if (live === null) {
    if (replaces) throw new ChiduError('not-live', 'the case has no live code to replace');
    return null;
  }
  if (replaces?.codeId !== live.codeId) throw liveCode(live.codeId);
  if (live.officer !== kid && replaces.why !== 'handed-over') {
    throw new ChiduError(
      'forbidden',
      "another officer's code: only where the case was handed over",
      {
        at: '/replaces/why',
      },
    );
  }
  return live;
}

/** @throws {ChiduError} `heavier-than-notice`. */
async function refuseHeavier(sql: Sql, request: IssueRequest): Promise<void> {
  // Withdrawn or not, it is the last that the party was told.
  const notice = await codes.lastNotice(sql, request.authority, request.caseNumber);
  if (notice && heavierThan(JSON.parse(notice.details) as CodeDetails, request)) {
    throw new ChiduError(
      'heavier-than-notice',
      'heavier than the party was told: a new notice first',
      {
        fields: { codeId: notice.codeId },
      },
    );
  }
}

const liveCode = (codeId: string | undefined): ChiduError =>
  new ChiduError('live-code', 'the case has a live code: replace or withdraw it', {
    at: '/replaces',
    fields: { codeId },
  });

/** @throws {ChiduError} `too-many`. */
async function limitIssues(
  sql: Sql,
  { config }: Service,
  { kid }: Caller,
  authority: string,
  now: number,
): Promise<void> {
  const done = await codes.issuedBy(sql, authority, kid, now - DAY_MS);
  if (done < config.limits.issuePerDay) return;
  throw new ChiduError('too-many', 'as many codes as one officer may issue in a day');
}

/** A place drawn at random, so that the list tells nothing about the order of codes. */
async function freePlace(service: Service, authority: string, period: string): Promise<number> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const [a = 0, b = 0, c = 0] = service.random(3);
    const place = ((a << 16) | (b << 8) | c) % STATUS_LIST_SIZE;
    const taken = await codes.atPlace(service.database.reader, authority, period, place);
    if (!taken) return place;
  }
  throw new ChiduError('store-full', 'the status list of the year is full');
}
