import type { SupervisionFile, SupervisionOpening } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { type NewSupervision, openSupervision as open } from '../../oversight/supervision/index.ts';
import { addDays, chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { conflictsWith, once } from '../once.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { clues } from '../store/records/clues.ts';
import { codes } from '../store/records/codes.ts';
import { supervisions } from '../store/records/supervisions.ts';
import type { Sql } from '../store/sql/database.ts';
import { supervisionFile } from './read-cases.ts';
import { runningRemedy } from './running-remedy.ts';

/** Somebody has the clue and has not ended it. */
const TAKEN_UP = ['claimed', 'assigned', 'transferred', 'working'];

/**
 * 立案监督: opens a case with its first instrument. A clue that was taken up becomes one case, and no second one.
 *
 * @throws {ChiduError} `not-found` for a clue or a code that is not here, `step-not-allowed` for a clue that nobody has taken up,
 * `remedy-pending`, `changed-meanwhile` where the number is used or the clue has its case, and what `openSupervision` of
 * `@chidu/sdk/oversight/supervision` throws.
 */
export async function openSupervision(
  service: Service,
  caller: Caller,
  opening: SupervisionOpening,
): Promise<SupervisionFile> {
  const { authority, number } = opening;
  try {
    await once(service, authority, caller, async (keep) => {
      refuseAhead(opening.opinion.served, service);
      const asked = newCase(opening);
      const { reader } = service.database;
      const { supervision, data } = open(asked, { remedy: await runningRemedy(reader, asked) });
      await refuseUnknown(reader, opening);
      await record(service, {
        authority,
        type: 'supervision',
        actor: { role: 'supervision', kid: caller.kid },
        open: { ...data },
        closed: { opening },
        signed: caller.signed,
        once: keep(() => ({ done: true })),
        within: async (sql, { year, index }) => {
          // What was looked up before may have changed by now.
          open(asked, { remedy: await runningRemedy(sql, asked) });
          await refuseUnknown(sql, opening);
          await supervisions.insert(sql, supervision, { year, logIndex: index });
        },
      });
      return { done: true };
    });
  } catch (error) {
    for (const [constraint, at] of [
      ['supervision_pkey', '/number'],
      ['supervision_of_clue', '/clue'],
    ] as const) {
      if (conflictsWith(error, constraint)) {
        throw new ChiduError('changed-meanwhile', 'there is such a case', { at });
      }
    }
    throw error;
  }
  return supervisionFile(service, authority, number);
}

/** @throws {ChiduError} `request-schema`: an instrument that counts was served. */
export function refuseAhead(served: string, { now }: Service): void {
  if (served <= addDays(chinaDay(now()), 1)) return;
  throw new ChiduError('request-schema', 'the day lies ahead', { at: '/opinion/served' });
}

function newCase(opening: SupervisionOpening): NewSupervision {
  const { authority, authorityName, number, supervisor, situation, bodies, days, opinion } =
    opening;
  return {
    id: number,
    supervisor,
    authority: { code: authority, name: authorityName },
    case: opening.case ?? null,
    ...(opening.codes && { codes: opening.codes }),
    situation,
    clue: opening.clue ?? null,
    bodies,
    days,
    opinion,
    items: opening.items,
    evidence: opening.evidence,
  };
}

async function refuseUnknown(
  sql: Sql,
  { authority, clue, codes: ids = [] }: SupervisionOpening,
): Promise<void> {
  for (const [i, id] of ids.entries()) {
    if ((await codes.byId(sql, authority, id)) === null) {
      throw new ChiduError('not-found', 'no such code', { at: `/codes/${i}` });
    }
  }
  if (clue === undefined) return;
  const row = await clues.byId(sql, authority, clue);
  if (row === null) throw new ChiduError('not-found', 'no such clue', { at: '/clue' });
  if (TAKEN_UP.includes(row.state)) return;
  throw new ChiduError('step-not-allowed', 'nobody has taken the clue up', {
    at: '/clue',
    fields: { state: row.state },
  });
}
