import type { ClueFile, ClueStepRequest } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import {
  type ClueRequest,
  mergeClues,
  type Stepped,
  splitClue,
  stepClue as step,
} from '../../oversight/clues/index.ts';
import { chinaDay, daysBetween } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { once } from '../once.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import {
  type ClueContent,
  type ClueMeasures,
  type ClueRow,
  clues,
  contentOf,
} from '../store/records/clues.ts';
import { supervisions } from '../store/records/supervisions.ts';
import type { Transaction } from '../store/sql/database.ts';
import { clueFile, visibleClue } from './pool.ts';

/**
 * One step on a clue, by a person who signs for it: 认领, 交办, 移送 and the rest. The row is changed where it still has the
 * version that was read, so that of two who claim at the same moment one is refused.
 *
 * @throws {ChiduError} `not-found`, `step-not-allowed`, `step-incomplete`, `changed-meanwhile`.
 */
export async function stepClue(
  service: Service,
  caller: Caller,
  id: string,
  request: ClueStepRequest,
): Promise<ClueFile> {
  const { authority } = request;
  await once(service, authority, caller, async (keep) => {
    const row = await visibleClue(service, caller, authority, id);
    if (request.result === 'supervision-case') await refuseWithoutCase(service, authority, id);
    const lead = caller.role === 'supervisor';
    // A supervisor stands for itself, a head for its authority.
    const by = { unit: lead ? caller.kid : authority, kid: caller.kid, lead };
    const content = contentOf(row);
    const asked = JSON.parse(JSON.stringify(request)) as ClueRequest;
    const stepped = step(content.clue, asked, by, chinaDay(service.now()));
    await record(service, {
      authority,
      type: 'clue-step',
      refersTo: { year: row.year, index: row.logIndex },
      actor: { role: lead ? 'supervision' : 'head', kid: caller.kid },
      open: { ...stepped.data },
      closed: { work: asked.work ?? null },
      signed: caller.signed,
      once: keep(() => ({ done: true })),
      within: async (sql, _place, at) => {
        await change(sql, authority, { ...content, clue: stepped.clue });
        const target = request.step === 'merge' ? stepped.clue.into : content.clue.into;
        if (request.step === 'merge' || request.step === 'split') {
          await retell(sql, row, { before: content, stepped, target, today: chinaDay(at) });
        }
      },
    });
    return { done: true };
  });
  return clueFile((await clues.byId(service.database.reader, authority, id)) as ClueRow);
}

/** What became a supervision case has one, opened before. */
async function refuseWithoutCase({ database }: Service, authority: string, id: string) {
  if ((await supervisions.ofClue(database.reader, authority, id)) !== null) return;
  throw new ChiduError('step-incomplete', 'no supervision case comes from the clue', {
    at: '/result',
    fields: { missing: ['supervision'] },
  });
}

async function change(sql: Transaction, authority: string, content: ClueContent): Promise<void> {
  if (await clues.update(sql, authority, content)) return;
  throw new ChiduError('changed-meanwhile', 'read the clue again');
}

/** 并案, 撤销并案: the other clue has the reports of both, or its own again. */
async function retell(
  sql: Transaction,
  { authority }: ClueRow,
  {
    before,
    stepped,
    target,
    today,
  }: {
    readonly before: ClueContent;
    readonly stepped: Stepped;
    readonly target: string | null;
    readonly today: string;
  },
): Promise<void> {
  const row = target === null ? null : await clues.byId(sql, authority, target);
  if (row === null) throw new ChiduError('not-found', 'no such clue', { at: '/into' });
  const content = contentOf(row);
  const { clue, measures } = content;
  const joins = stepped.clue.state === 'merged';
  const { [before.clue.id]: _, ...others } = content.merged;
  const merged = joins ? { ...others, [before.clue.id]: wholeOf(before) } : others;
  const first = clue.sources[0]?.on ?? today;
  const age = Math.max(0, daysBetween(first, today));
  const facts = { ...wholeOf({ measures, merged }), age };
  const { into } = (joins ? mergeClues : splitClue)(clue, before.clue, facts);
  await change(sql, authority, { ...content, clue: into, merged });
}

/**
 * What all reports together say: the gravest amount and number of people. Of like matters the fewest, as they were counted
 * for the one that came first, since what came later counted the matter itself.
 */
function wholeOf({ measures, merged }: Pick<ClueContent, 'measures' | 'merged'>): ClueMeasures {
  const all = [measures, ...Object.values(merged)];
  const known = (name: keyof ClueMeasures) => all.flatMap((one) => one[name] ?? []);
  const [amounts, people, alike] = [known('amount'), known('people'), known('alike')];
  return {
    ...(amounts.length > 0 && { amount: Math.max(...amounts) }),
    ...(people.length > 0 && { people: Math.max(...people) }),
    ...(alike.length > 0 && { alike: Math.min(...alike) }),
  };
}
