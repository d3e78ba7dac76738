import type * as z from 'zod/mini';
import type { Acted, ErasureRequest } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { logTables } from '../store/log/log-tables.ts';
import { clues } from '../store/records/clues.ts';
import { codes } from '../store/records/codes.ts';
import { objections, steps } from '../store/records/objections.ts';
import { supervisions } from '../store/records/supervisions.ts';
import { tasks } from '../store/records/tasks.ts';
import type { Sql } from '../store/sql/database.ts';

/**
 * Deletes what an entry was about: its body and salt, after which nothing in the log can be tied to what was said, and the
 * texts that the store made of it. The entry stays in the tree, and a new one says that this was done (个人信息保护法 47).
 *
 * @throws {ChiduError} `not-found` where there is no body, or no more.
 */
export async function erase(
  service: Service,
  caller: Caller,
  { authority, year, index, ground }: z.infer<typeof ErasureRequest>,
): Promise<Acted> {
  const answer = (place: Acted['place'], at: number): Acted => ({ place, at: instant(at) });
  const done = await once(service, authority, caller, async (keep) => {
    const [entry] = await service.logs.entries({ authority, year }, index, 1);
    if (!entry?.body) throw new ChiduError('not-found', 'nothing to be deleted there');
    const { place, at } = await record(service, {
      authority,
      type: 'erasure',
      refersTo: { year, index },
      actor: { role: 'supervision', kid: caller.kid },
      open: { kind: entry.leaf.type },
      closed: { ground },
      signed: caller.signed,
      once: keep(answer),
      within: async (sql) => {
        const erased = await logTables.eraseBody(sql, { authority, year }, index);
        if (erased !== 1) throw new ChiduError('not-found', 'nothing to be deleted there');
        await objections.erase(sql, authority, year, index);
        await eraseAnswer(sql, authority, year, index);
        await steps.erase(sql, authority, year, index);
        await codes.erase(sql, authority, year, index);
        await clues.erase(sql, authority, year, index);
        await supervisions.erase(sql, authority, year, index);
        await tasks.erase(sql, authority, year, index);
      },
    });
    return answer(place, at);
  });
  await service.database.forget();
  return done;
}

/** An answer stands beside its step on the objection too, where the party reads it. */
async function eraseAnswer(sql: Sql, authority: string, year: number, index: number) {
  for (const { number, step, at } of await steps.atPlace(sql, authority, year, index)) {
    const row = step === 'answer' ? await objections.byNumber(sql, authority, number) : null;
    const answer = JSON.parse(row?.answer ?? 'null') as { at: string } | null;
    // A later answer is of another entry.
    if (answer?.at !== instant(at)) continue;
    await objections.setAnswer(sql, authority, number, JSON.stringify({ ...answer, text: '' }));
  }
}
