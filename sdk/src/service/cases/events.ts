import type * as z from 'zod/mini';
import type { Acted, PageRequest, RemedyRequest, StageRequest } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { addDays, chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { remedies, stages } from '../store/records/cases.ts';
import { codes } from '../store/records/codes.ts';
import { objections } from '../store/records/objections.ts';

const acted = (place: Acted['place'], at: number): Acted => ({ place, at: instant(at) });

/** A stage of a case, as an officer's desk saw it reached. */
export async function recordStage(
  service: Service,
  caller: Caller,
  { authority, caseNumber, stage, on, seen, source }: z.infer<typeof StageRequest>,
): Promise<Acted> {
  return once(service, authority, caller, async (keep) => {
    const { place, at } = await record(service, {
      authority,
      type: 'stage',
      actor: { role: 'officer', kid: caller.kid },
      open: { case: caseNumber, stage, on, seen, source },
      signed: caller.signed,
      once: keep(acted),
      within: async (sql, { year, index }, at) => {
        const before = await stages.of(sql, authority, caseNumber);
        await stages.insert(sql, {
          authority,
          caseNumber,
          seq: before.length,
          stage,
          happenedOn: on,
          at,
          kid: caller.kid,
          year,
          logIndex: index,
          data: JSON.stringify({ seen, source }),
        });
      },
    });
    return acted(place, at);
  });
}

/** A document on the legacy page that is another one than it was. */
export async function recordPage(
  service: Service,
  caller: Caller,
  { authority, caseNumber, codeId, part, before, after, seen }: z.infer<typeof PageRequest>,
): Promise<Acted> {
  return once(service, authority, caller, async (keep) => {
    const { place, at } = await record(service, {
      authority,
      type: 'document-changed',
      ...(codeId && { codeId }),
      actor: { role: 'officer', kid: caller.kid },
      open: { case: caseNumber, part, gone: after === null, seen },
      closed: { before, after },
      signed: caller.signed,
      once: keep(acted),
    });
    return acted(place, at);
  });
}

/**
 * Reconsideration or a suit was opened, or has ended. While one runs, the objections of the case are steered there
 * (行政执法监督条例 33(3)). What a head reports is only shown in the queue: the supervised do not pause supervision, the
 * supervision body confirms it or ends it.
 *
 * @throws {ChiduError} `not-found` where a remedy ends that was never opened; `request-schema` for a day ahead, or a result
 * of what still runs.
 */
export async function recordRemedy(
  service: Service,
  caller: Caller,
  { authority, caseNumber, kind, state, on, result }: z.infer<typeof RemedyRequest>,
): Promise<Acted> {
  if (result !== undefined && state === 'pending') {
    throw new ChiduError('request-schema', 'what runs has no result', { at: '/result' });
  }
  if (on > addDays(chinaDay(service.now()), 1)) {
    throw new ChiduError('request-schema', 'the day lies ahead', { at: '/on' });
  }
  const confirmed = caller.role === 'supervisor';
  const reported = `reported-${kind}`;
  return once(service, authority, caller, async (keep) => {
    const { place, at } = await record(service, {
      authority,
      type: 'remedy',
      actor: { role: confirmed ? 'supervision' : 'head', kid: caller.kid },
      open: { case: caseNumber, kind, state, on, confirmed, ...(result && { result }) },
      signed: caller.signed,
      once: keep(acted),
      within: async (sql, { year, index }) => {
        const known = await remedies.of(sql, authority, caseNumber);
        const openAs = (as: string) => known.find((one) => one.kind === as && one.endedOn === null);
        const own = confirmed ? kind : reported;
        if (state === 'pending' && !openAs(own)) {
          const row = { authority, caseNumber, kind: own, openedOn: on, endedOn: null };
          await remedies.insert(sql, { ...row, year, logIndex: index });
        }
        const settled = [state === 'ended' && openAs(own), confirmed && openAs(reported)];
        const over = settled.filter((one) => typeof one === 'object');
        if (state === 'ended' && over.length === 0) {
          throw new ChiduError('not-found', 'no such remedy is open');
        }
        for (const one of over) await remedies.end(sql, one, on);
        if (!confirmed) return;
        const running = await remedies.running(sql, authority, caseNumber);
        for (const { codeId } of await codes.ofCase(sql, authority, caseNumber)) {
          for (const { number, version } of await objections.ofCode(sql, authority, codeId)) {
            const remedy = running?.kind ?? null;
            await objections.update(sql, authority, number, version, { remedy });
          }
        }
      },
    });
    return acted(place, at);
  });
}
