import { toHex } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import {
  overdueCases,
  stepSupervision as step,
  submissionDraft,
} from '../../oversight/supervision/index.ts';
import { chinaDay, sha256 } from '../../text/index.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { type SupervisionRow, supervisionOf, supervisions } from '../store/records/supervisions.ts';
import { runningRemedy } from './running-remedy.ts';
import { change } from './step-case.ts';

/** How many are looked at together. */
const BATCH = 200;

/**
 * 逾期 → 拟提请本级人民政府处理: takes every case whose period is surely over to the draft of a submission, once each, whichever
 * instance comes first. The entry holds the hash of the draft as it was made then. A case against which a remedy runs waits
 * (行政执法监督条例 33(3)). Answers how many there were.
 */
export async function sweepSupervisions(service: Service, authority: string): Promise<number> {
  const { reader } = service.database;
  const on = chinaDay(service.now());
  let count = 0;
  for (let after: SupervisionRow | undefined; ; ) {
    const rows = await supervisions.runOut(reader, authority, 'issued', on, {
      after,
      limit: BATCH,
    });
    for (const row of rows) if (await takeOver(service, row, on)) count += 1;
    after = rows.at(-1);
    if (rows.length < BATCH) return count;
  }
}

async function takeOver(service: Service, row: SupervisionRow, on: string): Promise<boolean> {
  const { authority, year, logIndex } = row;
  const before = supervisionOf(row);
  if (overdueCases([before], on).length === 0) return false;
  if ((await runningRemedy(service.database.reader, before)) !== null) return false;
  const request = { step: 'overdue', version: before.version } as const;
  const { supervision, data } = step(before, request, 'service', { on, remedy: null });
  const draft = new TextEncoder().encode(submissionDraft(supervision));
  try {
    await record(service, {
      authority,
      type: 'supervision-step',
      refersTo: { year, index: logIndex },
      actor: { role: 'service', kid: null },
      open: { ...data },
      closed: { draft: toHex(await sha256(draft)) },
      within: async (sql, place) => {
        step(before, request, 'service', { on, remedy: await runningRemedy(sql, before) });
        await change(sql, before, supervision, { year: place.year, logIndex: place.index });
      },
    });
    return true;
  } catch (error) {
    // Another instance, a step or a remedy was faster: what that came to is looked at in the next round.
    const faster = error instanceof ChiduError && FASTER.includes(error.code);
    if (faster) return false;
    throw error;
  }
}

const FASTER: readonly string[] = ['changed-meanwhile', 'remedy-pending'];
