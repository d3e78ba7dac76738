import type * as z from 'zod/mini';
import type { Acted, Decision, Withdrawal } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { type Act, instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { type CodeRow, codes } from '../store/records/codes.ts';
import { differsFrom, heavierThan } from './heavier.ts';
import type { CodeDetails } from './issue-code.ts';

/** 撤回监督码. An officer withdraws the own codes, a head every code of the authority. */
export async function withdrawCode(
  service: Service,
  caller: Caller,
  codeId: string,
  { authority, reason }: z.infer<typeof Withdrawal>,
): Promise<Acted> {
  return once(service, authority, caller, async (keep) => {
    const row = await liveCode(service, caller, authority, codeId);
    return changeStatus(service, caller, row, {
      type: 'withdrawn',
      status: 'withdrawn',
      open: {},
      closed: { reason },
      keep,
    });
  });
}

/**
 * 作出决定 on a notice. Where it differs from the notice, that is what the status list says from now on; nothing heavier
 * than the party was told can follow (行政处罚法 45, 程序规定 58). A notice is decided once: what readers were told of it is
 * not taken back.
 *
 * @throws {ChiduError} `not-found`, `not-live`, `decided-already`, `heavier-than-notice`, `reason-missing`.
 */
export async function decideCode(
  service: Service,
  caller: Caller,
  codeId: string,
  decision: z.infer<typeof Decision>,
): Promise<Acted> {
  const { authority, document, decided, outcome } = decision;
  return once(service, authority, caller, async (keep) => {
    const row = await liveCode(service, caller, authority, codeId);
    if (row.slot !== 'notice')
      throw new ChiduError('not-live', 'the code is of a decision already');
    const told = JSON.parse(row.details) as CodeDetails;
    if (told.decision) {
      throw new ChiduError('decided-already', 'a decision on this notice is entered: it stays', {
        fields: { document: told.decision.document },
      });
    }
    const now = outcome === 'none' ? { tier: 1, fine: null, kinds: [] } : decision;
    if (heavierThan(told, now)) {
      throw new ChiduError(
        'heavier-than-notice',
        'heavier than the party was told: a new notice first',
        {
          fields: { fine: told.fine, kinds: told.kinds },
        },
      );
    }
    const differs = outcome === 'none' ? 'lighter' : differsFrom(told, now);
    if (differs !== 'same' && !decision.reason) {
      throw new ChiduError('reason-missing', 'why the decision is another one', { at: '/reason' });
    }
    const details: CodeDetails = { ...told, decision: { document, decided, differs } };
    return changeStatus(service, caller, row, {
      type: 'decided',
      status: differs === 'same' ? 'valid' : 'decided-differently',
      details,
      open: { outcome, differs, tier: now.tier, fine: now.fine ?? null, kinds: now.kinds, decided },
      closed: { document, reason: decision.reason ?? null },
      keep,
      differs,
    });
  });
}

interface Change {
  readonly type: 'withdrawn' | 'decided';
  readonly status: 'valid' | 'withdrawn' | 'decided-differently';
  readonly details?: CodeDetails;
  readonly open: Readonly<Record<string, unknown>>;
  readonly closed: Readonly<Record<string, unknown>>;
  readonly keep: (answer: NonNullable<Act['once']>['answer']) => NonNullable<Act['once']>;
  readonly differs?: 'same' | 'lighter' | 'other';
}

async function changeStatus(
  service: Service,
  caller: Caller,
  row: CodeRow,
  { type, status, details, open, closed, keep, differs }: Change,
): Promise<Acted> {
  const { authority, codeId } = row;
  const answer = (place: Acted['place'], at: number): Acted => ({
    place,
    at: instant(at),
    status,
    ...(differs && { differs }),
  });
  const { place, at } = await record(service, {
    authority,
    type,
    codeId,
    refersTo: { year: row.year, index: row.logIndex },
    actor: { role: caller.role === 'head' ? 'head' : 'officer', kid: caller.kid },
    open,
    closed,
    signed: caller.signed,
    once: keep(answer),
    within: async (sql) => {
      const current = await codes.byId(sql, authority, codeId);
      if (current?.live !== 1 || current.details !== row.details) {
        throw new ChiduError('not-live', 'the code was changed in the meantime');
      }
      const live = type === 'withdrawn' ? 0 : 1;
      await codes.setStatus(sql, authority, codeId, status, live);
      if (details) await codes.setDetails(sql, authority, codeId, JSON.stringify(details));
    },
  });
  return answer(place, at);
}

async function liveCode(
  { database }: Service,
  caller: Caller,
  authority: string,
  codeId: string,
): Promise<CodeRow> {
  const row = await codes.byId(database.reader, authority, codeId);
  if (row === null || (caller.role === 'officer' && row.officer !== caller.kid)) {
    throw new ChiduError('not-found', 'no such code of yours');
  }
  if (row.live !== 1) throw new ChiduError('not-live', 'the code is no longer live');
  return row;
}
