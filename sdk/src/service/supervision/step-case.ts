import type { SupervisionFile, SupervisionStepRequest } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import {
  type SupervisionCase,
  type SupervisionRequest,
  stepSupervision as step,
} from '../../oversight/supervision/index.ts';
import { chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { type Brought, supervisionOf, supervisions } from '../store/records/supervisions.ts';
import type { Sql } from '../store/sql/database.ts';
import { refuseAhead } from './open-case.ts';
import { supervisionFile, there } from './read-cases.ts';
import { runningRemedy } from './running-remedy.ts';

/**
 * One step on a supervision case, by a person who signs for it. The row is changed where it still has the version that was read, so
 * that of two who act at the same moment one is refused; whether a remedy runs is looked up in the same transaction.
 *
 * @throws {ChiduError} `not-found`, and what `stepSupervision` of `@chidu/sdk/oversight/supervision` throws.
 */
export async function stepSupervision(
  service: Service,
  caller: Caller,
  number: string,
  request: SupervisionStepRequest,
): Promise<SupervisionFile> {
  const { authority, opinion } = request;
  await once(service, authority, caller, async (keep) => {
    if (opinion) refuseAhead(opinion.served, service);
    const row = await there(service.database.reader, authority, number);
    const before = supervisionOf(row);
    const lead = caller.role === 'supervisor';
    const asked = JSON.parse(JSON.stringify(request)) as SupervisionRequest;
    const on = chinaDay(service.now());
    const stepped = async (sql: Sql) =>
      step(before, asked, lead ? 'supervisor' : 'head', {
        on,
        remedy: await runningRemedy(sql, before),
      });
    const { supervision, data } = await stepped(service.database.reader);
    await record(service, {
      authority,
      type: 'supervision-step',
      refersTo: { year: row.year, index: row.logIndex },
      actor: { role: lead ? 'supervision' : 'head', kid: caller.kid },
      open: { ...data },
      closed: { request: asked },
      signed: caller.signed,
      once: keep(() => ({ done: true })),
      within: async (sql, { year, index }) => {
        await stepped(sql);
        await change(sql, before, supervision, { year, logIndex: index });
      },
    });
    return { done: true };
  });
  return supervisionFile(service, authority, number);
}

/** @throws {ChiduError} `changed-meanwhile` */
export async function change(
  sql: Sql,
  before: SupervisionCase,
  after: SupervisionCase,
  at: { readonly year: number; readonly logIndex: number },
): Promise<void> {
  const brought: Brought = {
    opinion: after.opinions.length > before.opinions.length ? after.opinions.length - 1 : null,
    evidence: after.evidence.slice(before.evidence.length).map((each) => each.number),
  };
  if (await supervisions.update(sql, after, brought, at)) return;
  throw new ChiduError('changed-meanwhile', 'read the supervision case again');
}
