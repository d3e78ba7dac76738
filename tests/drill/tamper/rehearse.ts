import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditLog, encodeLeaf, type Leaf, leafHash } from '@chidu/sdk/log';
import { ChiduError } from '../../../sdk/src/errors.ts';
import { AUTHORITY } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { type OpenedLog, openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import { Host, policyOf, readerFinds, SERVICE_KEY, seenOf, Witnesses } from './host.ts';

/** What each of those who look said: `pass`, or the code of what they found. */
export interface Found {
  /** The service, started on this database; with the memory of its signer, unless the insider has that too. */
  readonly service: string;
  /** The party of the entry that was touched, who has looked before. */
  readonly again: string;
  /** Somebody's first look at a code issued later, with the head that is printed in it. */
  readonly printed: string;
  /** A first look at the code of the entry that was touched, without a printed head. */
  readonly first: string;
  readonly witness: string;
  readonly audit: string;
  /** An audit that kept a checkpoint. */
  readonly since: string;
  /** As `first`, by somebody who asks for no witnesses. */
  readonly nothing: string;
}

export interface Rehearsed {
  readonly act: string;
  /** What the insider has. */
  readonly has: 'nothing' | 'database' | 'database and key' | 'database, key and all witnesses';
  readonly found: Found;
}

/** 2026-11-22, noon in China, for every entry: the same entries give the same log. */
const NOON = Date.UTC(2026, 10, 22, 4);
const codeId = (number: number): string => number.toString(16).padStart(64, '0');
const issued = (number: number, change: Partial<Leaf> = {}): Uint8Array =>
  encodeLeaf({
    type: 'issued',
    time: NOON / 1000,
    authority: AUTHORITY,
    codeId: codeId(number),
    bodyHash: 'b0'.repeat(32),
    actor: { role: 'officer', kid: '6c5e53a4b940dd22' },
    ...change,
  });

interface Look {
  /** Number of the code that was touched. */
  readonly affected?: number;
  /** What witnesses and auditors are shown in place of it. */
  readonly shown?: Host;
  readonly watched?: Witnesses;
}

/** A log in a database and a folder of its own. */
interface Placed extends OpenedLog {
  readonly folder: string;
  readonly address: string;
}

/**
 * Each act on a log of `count` codes, and who finds it. The code at a third is touched; a code at two thirds has the head of
 * its day printed in it; witnesses and readers have seen the whole log before.
 *
 * @param database The address of a new, empty database; SQLite where there is none.
 */
export async function rehearse(
  count: number,
  database?: () => Promise<string>,
): Promise<Rehearsed[]> {
  const root = mkdtempSync(join(tmpdir(), 'chidu-tamper-'));
  const opened: Placed[] = [];
  const open = async (address: string, memory: string): Promise<OpenedLog> =>
    openLog({ address, memory, key: SERVICE_KEY, clock: () => NOON });
  /** A log of these entries behind its first, as the service writes it with its own key. */
  const write = async (entries: readonly Uint8Array[]): Promise<Placed> => {
    const folder = join(root, String(opened.length));
    mkdirSync(folder);
    const address = (await database?.()) ?? `sqlite:${join(folder, 'store.db')}`;
    const placed = { ...(await open(address, join(folder, 'signer'))), folder, address };
    opened.push(placed);
    await Promise.all(
      entries.map((data) => placed.log.append({ kind: 'issued', data: () => data })),
    );
    return placed;
  };

  try {
    const touched = Math.floor(count / 3);
    const later = Math.floor((count * 2) / 3);
    const entries = Array.from({ length: count }, (_, number) => issued(number));
    const witnesses = new Witnesses();
    const early = await write(entries.slice(0, later));
    const cosignedEarly = (await witnesses.ask(new Host(early.database))).note;
    const honest = await write(entries);
    const cosigned = (await witnesses.ask(new Host(honest.database))).note;
    const notes = new Map([
      [later + 1, cosignedEarly],
      [count + 1, cosigned],
    ]);
    const seen = await seenOf(cosigned);
    const { size, root: whole } = await seenOf(cosignedEarly);
    const logHead = { size, root: whole.slice(0, 12) };

    /** What the service says when it starts on the database of a log. */
    const start = async (
      { folder, address, close }: Placed,
      remembers: boolean,
    ): Promise<string> => {
      await close();
      const memory = join(folder, 'remembered');
      cpSync(join(remembers ? honest.folder : folder, 'signer'), memory, { recursive: true });
      try {
        await (await open(address, memory)).close();
        return 'pass';
      } catch (error) {
        if (error instanceof ChiduError) return error.code;
        throw error;
      }
    };

    const look = async (
      log: Placed,
      has: Rehearsed['has'],
      { affected = touched, shown, watched = witnesses }: Look = {},
    ): Promise<Found> => {
      const host = new Host(log.database, notes);
      // In a fork the witnesses and auditors are shown another log than the party.
      const open = shown ?? host;
      const { note, refused } = await watched.ask(open);
      if (watched !== witnesses) host.cosigned.set(Number(note.split('\n')[1]), note);
      const audited = async (since: string | null) => {
        const { faults } = await auditLog({ get: open.get, policyOf, since });
        const found = faults.find(({ code }) => code === 'audit-since') ?? faults[0];
        return found?.code ?? 'pass';
      };
      const found = {
        again: await readerFinds(host, codeId(affected), { seen }),
        printed: await readerFinds(host, codeId(later), { logHead }),
        first: await readerFinds(host, codeId(affected), {}),
        witness: refused === null ? 'pass' : `refuses: ${refused}`,
        audit: await audited(null),
        since: await audited(cosigned),
        nothing: await readerFinds(host, codeId(affected), { unwitnessed: true }),
      };
      return log === honest
        ? { service: 'pass', ...found }
        : { service: await start(log, has === 'database'), ...found };
    };

    const rehearsed: Rehearsed[] = [];
    const act = async (name: string, has: Rehearsed['has'], log: Placed, options: Look = {}) => {
      rehearsed.push({ act: name, has, found: await look(log, has, options) });
    };
    /** Rows changed where they stand, as an owner of the database can. */
    const inPlace = async (
      statement: string,
      values: readonly (string | number | Uint8Array)[],
    ): Promise<Placed> => {
      const log = await write(entries);
      await log.database.write(async (sql) => {
        await sql.script(
          log.database.engine === 'sqlite'
            ? 'drop trigger log_entry_no_update; drop trigger log_entry_no_delete;'
            : 'alter table log_entry disable trigger all;',
        );
        await sql.run(statement, [...values]);
      });
      return log;
    };

    const blob = honest.database.engine === 'sqlite' ? 'blob' : 'bytea';
    const other = issued(touched, { bodyHash: 'ee'.repeat(32) });
    const [one, two] = [entries[touched], entries[touched + 1]] as [Uint8Array, Uint8Array];
    // Behind the entry that opens the log.
    const place = touched + 1;

    await act('none', 'nothing', honest);
    await act(
      'edit',
      'database',
      await inPlace('update log_entry set data = $1 where idx = $2', [other, place]),
    );
    await act(
      'edit with its hash',
      'database',
      await inPlace('update log_entry set data = $1, leaf = $2 where idx = $3', [
        other,
        leafHash(other),
        place,
      ]),
    );
    await act('delete', 'database', await inPlace('delete from log_entry where idx = $1', [place]));
    await act(
      'swap',
      'database',
      await inPlace(
        `update log_entry set data = case idx when ${place} then cast($1 as ${blob}) else cast($2 as ${blob}) end where idx in (${place}, ${place + 1})`,
        [two, one],
      ),
    );
    await act('truncate to an older checkpoint', 'database', early, { affected: count - 1 });

    const both = 'database and key';
    await act('edit', both, await write(entries.with(touched, other)));
    await act('delete', both, await write(entries.toSpliced(touched, 1)));
    await act('insert', both, await write(entries.toSpliced(touched, 0, issued(count + 7))));
    await act('swap', both, await write(entries.with(touched, two).with(touched + 1, one)));
    await act('truncate', both, await write(entries.slice(0, later + 10)), {
      affected: count - 1,
    });
    await act('fork shown to the party alone', both, await write(entries.with(touched, other)), {
      shown: new Host(honest.database, notes),
    });
    // Witnesses that forget what they saw are no witnesses.
    await act(
      'edit',
      'database, key and all witnesses',
      await write(entries.with(touched, other)),
      { watched: new Witnesses() },
    );
    return rehearsed;
  } finally {
    for (const log of opened) await log.close().catch(() => undefined);
    rmSync(root, { recursive: true });
  }
}
