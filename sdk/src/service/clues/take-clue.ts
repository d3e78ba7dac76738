import type { ClueFile, ClueReport } from '../../api/index.ts';
import { levelOf, newClue } from '../../oversight/clues/index.ts';
import { addDays, chinaDay, daysBetween } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { objectionNumber as numberOf } from '../objections/content.ts';
import { conflictsWith } from '../once.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import {
  type ClueContent,
  type ClueMeasures,
  type ClueRow,
  clues,
} from '../store/records/clues.ts';
import { clueFile } from './pool.ts';

/** Like matters count for a year. */
const YEAR = 365;

/**
 * 线索归集: takes a report into the pool as a clue of its own, its level by the rules. The same report of the same feed again
 * gets the first clue.
 */
export async function takeClue(
  service: Service,
  caller: Caller,
  report: ClueReport,
): Promise<ClueFile> {
  const { authority, feed, number } = report;
  const id = numberOf(JSON.stringify([authority, feed, number]));
  const { reader } = service.database;
  const known = await clues.byId(reader, authority, id);
  if (known) return clueFile(known);
  const content = await contentOf(service, id, report);
  const { clue } = content;
  const source = clue.sources[0] as (typeof clue.sources)[number];
  let row: ClueRow | undefined;
  try {
    await record(service, {
      authority,
      type: 'clue',
      actor: { role: 'supervision', kid: caller.kid },
      open: {
        clue: id,
        channel: source.channel,
        level: levelOf(clue),
        levelBy: 'rule',
        about: clue.about,
        source: source.name,
        on: source.on,
        due: null,
      },
      closed: { number, text: source.text },
      signed: caller.signed,
      within: async (sql, place, at) => {
        row = {
          authority,
          id,
          state: clue.state,
          unit: clue.unit,
          violation: clue.about.violation ?? null,
          receivedOn: chinaDay(at),
          data: JSON.stringify(content),
          year: place.year,
          logIndex: place.index,
          version: 0,
        };
        await clues.insert(sql, row);
      },
    });
    return clueFile(row as ClueRow);
  } catch (error) {
    const first = conflictsWith(error, 'clue_pkey')
      ? await clues.byId(reader, authority, id)
      : null;
    if (first) return clueFile(first);
    throw error;
  }
}

async function contentOf(
  { database, now }: Service,
  id: string,
  report: ClueReport,
): Promise<ClueContent> {
  const { authority, channel, feed, number, on, text, caseNumber, violation, region } = report;
  const today = chinaDay(now());
  const alike =
    violation === undefined
      ? undefined
      : await clues.alike(database.reader, authority, violation, addDays(today, -YEAR));
  const measures = JSON.parse(JSON.stringify({ ...report.measures, alike })) as ClueMeasures;
  const about = JSON.parse(JSON.stringify({ authority, case: caseNumber, violation, region }));
  return {
    clue: newClue(id, [{ channel, name: feed, number, on, text, about }], {
      age: Math.max(0, daysBetween(on, today)),
      ...measures,
    }),
    own: { name: feed, number },
    measures,
    merged: {},
  };
}
