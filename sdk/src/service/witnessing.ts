import { ChiduError } from '../errors.ts';
import {
  askWitness,
  checkNote,
  formatNoteLine,
  logOrigin,
  parseCheckpoint,
  parseNote,
  parseNoteKey,
  proveConsistency,
} from '../log/index.ts';
import type { Service } from './service.ts';
import { type LogKey, logTables } from './store/log/log-tables.ts';
import { storedTiles } from './store/log/stored-tiles.ts';

/** One POST to a witness; the network is handed in. */
export type Post = (
  address: string,
  body: string,
) => Promise<{ readonly status: number; readonly body: string }>;

/**
 * Takes a checkpoint that witnesses have cosigned. Each good line of a known witness is put under the checkpoint of its
 * size; the signature is the right to do so.
 *
 * @throws {ChiduError} `witness-refused` where it is no checkpoint of this log, or not one that was signed here, or a
 * known witness's line is bad, or there is none.
 */
export async function takeCosignatures(
  { database, config, now }: Service,
  log: LogKey,
  text: string,
): Promise<{ size: number; witnesses: string[] }> {
  const refuse = (at: string) => new ChiduError('witness-refused', 'not taken', { at });
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) throw refuse('note');
  const own = await logTables.checkpoint(database.reader, log, checkpoint.size);
  if (own === null || !own.note.startsWith(`${note.text}\n`)) throw refuse('checkpoint');
  const keys = config.witnesses.flatMap(({ key }) => parseNoteKey(key) ?? []);
  const checked = await checkNote(note, keys);
  if (!checked.ok) throw refuse(checked.at);
  const known = await logTables.cosignatures(database.reader, log, checkpoint.size);
  const good = checked.signatures.map(({ key }) => key);
  if (good.length === 0) throw refuse('signatures');
  for (const line of note.lines) {
    const { name, id } = line;
    // A line under a witness's name with another key id was not checked.
    if (!good.some((key) => key.name === name && key.id === id)) continue;
    if (known.some(({ witness }) => witness === name)) continue;
    await database.write((sql) =>
      logTables.insertCosignature(sql, log, checkpoint.size, {
        witness: name,
        line: formatNoteLine(line),
        at: now(),
      }),
    );
  }
  return { size: checkpoint.size, witnesses: good.map(({ name }) => name) };
}

/**
 * Asks each witness that has an address to cosign the newest checkpoint of a log. Answers the names of those that will not:
 * 409 and 422 mean that the log was rolled back or forked, as they see it.
 */
export async function askWitnesses(service: Service, log: LogKey, post: Post): Promise<string[]> {
  const { database, config } = service;
  const { reader } = database;
  const head = await service.logs.head(log);
  const note = head && parseNote(head.note);
  if (!head || !note) return [];
  const done = await logTables.cosignatures(reader, log, head.size);
  const refusing: string[] = [];
  for (const { key: text, address } of config.witnesses) {
    const key = parseNoteKey(text);
    if (!key || !address || done.some(({ witness }) => witness === key.name)) continue;
    const asked = await askWitness(note, head.size, {
      key,
      oldSize: 0,
      prove: (from) => proveConsistency(from, head.size, storedTiles(reader, log)),
      post: (body) => post(address, body),
    }).catch(() => null);
    if (asked?.ok) {
      await database.write((sql) =>
        logTables.insertCosignature(sql, log, head.size, {
          witness: key.name,
          line: formatNoteLine(asked.line),
          at: service.now(),
        }),
      );
    } else if (asked !== null && [409, 422].includes(asked.status)) refusing.push(key.name);
  }
  return refusing;
}

/** Chain of command of each configured witness; one without is a chain of its own. */
export function chainsOf({ witnesses }: Service['config']): (witness: string) => string {
  const chains = new Map(
    witnesses.map(({ key, chain }) => [parseNoteKey(key)?.name ?? '', chain] as const),
  );
  return (witness) => chains.get(witness) ?? witness;
}

/** The log behind `<region>-<year>`, or null where none of this service's is called that. */
export function logNamed({ config }: Service, part: string): LogKey | null {
  const year = Number(part.slice(-4));
  const region = part.slice(0, -5);
  const authority = config.authorities.find((one) => one.region === region)?.code;
  return authority === undefined ? null : { authority, year };
}

/** Origin of an authority's log of a year. */
export function originOf(
  { audience }: { readonly audience: string },
  region: string,
): (year: number) => string {
  const { host } = new URL(audience);
  return (year) => logOrigin({ host, region, year });
}
