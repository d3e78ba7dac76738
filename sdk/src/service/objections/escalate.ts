import { ChiduError } from '../../errors.ts';
import { chinaDay } from '../../text/index.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { objections, steps } from '../store/records/objections.ts';

/** How many are looked at in one go; the next go takes the rest. */
const BATCH = 200;

/**
 * Passes on every objection whose period has run out: once for each period, with an entry in the log, whichever instance
 * comes first. Answers how many there were.
 */
export async function escalateOverdue(service: Service, authority: string): Promise<number> {
  const today = chinaDay(service.now());
  const overdue = await objections.list(service.database.reader, authority, {
    dueBefore: today,
    toEscalate: true,
    limit: BATCH,
  });
  let count = 0;
  for (const row of overdue) {
    const { number, version } = row;
    try {
      await record(service, {
        authority,
        type: 'escalated',
        codeId: row.codeId,
        refersTo: { year: row.year, index: row.logIndex },
        actor: { role: 'service', kid: null },
        open: { state: row.state, due: row.dueOn },
        closed: { number },
        within: async (sql, place, at) => {
          const changed = await objections.update(sql, authority, number, version, {
            escalatedAt: at,
          });
          if (!changed) throw new ChiduError('changed-meanwhile', 'somebody was faster');
          await steps.insert(sql, {
            authority,
            number,
            seq: (await steps.of(sql, authority, number)).length,
            step: 'escalate',
            at,
            role: 'service',
            kid: null,
            state: row.state,
            text: null,
            data: JSON.stringify({ due: row.dueOn }),
            year: place.year,
            logIndex: place.index,
          });
        },
      });
      count += 1;
    } catch (error) {
      if (!(error instanceof ChiduError && error.code === 'changed-meanwhile')) throw error;
    }
  }
  return count;
}
