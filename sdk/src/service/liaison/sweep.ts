import { ChiduError } from '../../errors.ts';
import { overdueTasks, stepTask as step, TASK_STEPS } from '../../oversight/liaison/index.ts';
import { chinaDay } from '../../text/index.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { type TaskRow, taskOf, tasks } from '../store/records/tasks.ts';

/** How many are looked at together. */
const BATCH = 200;

/**
 * 逾期未回执、逾期未反馈: gives every task whose receipt or answer is surely late back to the supervision body, once for each period,
 * whichever instance comes first. Answers how many there were.
 */
export async function sweepTasks(service: Service, authority: string): Promise<number> {
  const on = chinaDay(service.now());
  let count = 0;
  for (const state of Object.keys(TASK_STEPS.overdue.ways)) {
    for (let after: TaskRow | undefined, more = true; more; ) {
      const rows = await tasks.runOut(service.database.reader, authority, state, on, {
        after,
        limit: BATCH,
      });
      for (const row of rows) if (await giveBack(service, row, on)) count += 1;
      after = rows.at(-1);
      more = rows.length === BATCH;
    }
  }
  return count;
}

async function giveBack(service: Service, row: TaskRow, on: string): Promise<boolean> {
  const { authority, year, logIndex } = row;
  const before = taskOf(row);
  if (overdueTasks([before], on).length === 0) return false;
  const request = { step: 'overdue', version: before.version } as const;
  const { task, data } = step(before, request, 'service', { on });
  try {
    await record(service, {
      authority,
      type: 'task-step',
      refersTo: { year, index: logIndex },
      actor: { role: 'service', kid: null },
      open: { ...data },
      within: async (sql, place) => {
        const at = { year: place.year, logIndex: place.index };
        if (await tasks.update(sql, authority, task, at)) return;
        throw new ChiduError('changed-meanwhile', 'somebody was faster');
      },
    });
    return true;
  } catch (error) {
    if (error instanceof ChiduError && error.code === 'changed-meanwhile') return false;
    throw error;
  }
}
