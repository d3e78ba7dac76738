import { execFileSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AUTHORITY, objected } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { type OpenedLog, openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import type { TemporaryPostgres } from '../../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { checkLogs } from '../../../sdk/src/service/store/log/check-log.ts';
import type { Appended } from '../../../sdk/src/service/store/log/new-entry.ts';
import { storedSigner } from './stored-signer.ts';

/** What a fault led to: the error code that the service answered or refused to start with. */
export interface Outcome {
  readonly code: string;
  /** What was asked for, whether it came about. */
  readonly checks: Readonly<Record<string, boolean>>;
}

/** Where a drill keeps its things; on PostgreSQL with a server of its own. */
export interface Ground {
  readonly folder: string;
  readonly server?: TemporaryPostgres;
}

interface Store {
  readonly address: string;
  readonly memory: string;
}

async function store({ folder, server }: Ground, name: string): Promise<Store> {
  const address = server ? await server.database() : `sqlite:${join(folder, `${name}.db`)}`;
  return { address, memory: join(folder, `${name}-signer`) };
}

async function open({ address, memory }: Store, more: { clock?: () => number } = {}) {
  return openLog({ address, memory, key: await storedSigner(memory), ...more });
}

const appendMany = ({ log }: OpenedLog, from: number, to: number): Promise<Appended[]> =>
  Promise.all(Array.from({ length: to - from }, (_, at) => log.append(objected(from + at))));

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** The clock steps back: nothing is entered with a time before that of the entry before it. */
export async function clockBack(ground: Ground): Promise<Outcome> {
  let now = Date.now();
  const opened = await open(await store(ground, 'clock'), { clock: () => now });
  await appendMany(opened, 0, 20);
  now -= 3_600_000;
  const code = await codeOf(opened.log.append(objected(20)));
  now += 3_600_000;
  const goesOn = await codeOf(opened.log.append(objected(20)));
  await opened.close();
  return {
    code,
    checks: { 'goes on when it is right again': goesOn === 'none' },
  };
}

/** The database of yesterday is put back: it lacks entries that somebody holds a receipt for. */
export async function olderBackup(ground: Ground): Promise<Outcome> {
  const place = await store(ground, 'backup');
  const first = await open(place);
  await appendMany(first, 0, 100);
  await first.close();
  const restored = ground.server
    ? await copyOf(ground.server, place.address)
    : fileCopy(place.address);
  const second = await open(place);
  await appendMany(second, 100, 200);
  await second.close();
  const code = await codeOf(open({ ...place, address: restored }));
  // The signer's disk came back from the same backup: now only a witness knows.
  const witness = {
    name: 'witness.example',
    last: async () => ({ size: 201, root: new Uint8Array(32) }),
  };
  const forgetful = openLog({
    address: restored,
    memory: join(ground.folder, 'backup-new-disk'),
    key: await storedSigner(place.memory),
    adopt: true,
    witnesses: [witness],
  });
  const byWitness = await codeOf(forgetful);
  const stillGood = await codeOf(open(place).then((opened) => opened.close()));
  return {
    code,
    checks: {
      'a witness knows it too': byWitness === 'log-rollback',
      'the newer database still starts': stillGood === 'none',
    },
  };
}

function fileCopy(address: string): string {
  const path = address.replace('sqlite:', '');
  copyFileSync(path, `${path}.yesterday`);
  return `sqlite:${path}.yesterday`;
}

async function copyOf(server: TemporaryPostgres, address: string): Promise<string> {
  const copy = await server.database();
  const dump = join(server.directory, 'yesterday.sql');
  await server.run('pg_dump', '-f', dump, address);
  await server.run('psql', '-q', '-v', 'ON_ERROR_STOP=1', '-f', dump, copy);
  return copy;
}

/** One bit of an entry flips on the disk. */
export async function flippedByte(ground: Ground): Promise<Outcome> {
  const place = await store(ground, 'flip');
  const opened = await open(place);
  const appended = await appendMany(opened, 0, 400);
  const { data } = appended[150] as Appended;
  await opened.close();
  let flipped: boolean;
  if (ground.server) {
    await ground.server.stop();
    const files = globSync(join(ground.server.directory, 'data/base/*/*'));
    flipped = files.some((file) => flipIn(file, data));
    await ground.server.start();
  } else flipped = flipIn(place.address.replace('sqlite:', ''), data);
  const code = await codeOf(open(place));
  return { code, checks: { flipped } };
}

function flipIn(path: string, wanted: Uint8Array): boolean {
  const at = readFileSync(path).indexOf(wanted);
  if (at < 0) return false;
  const file = openSync(path, 'r+');
  const place = at + wanted.length - 1;
  writeSync(file, Uint8Array.of((wanted.at(-1) as number) ^ 1), 0, 1, place);
  closeSync(file);
  return true;
}

/** The disk runs full: what was acknowledged stays, and once there is room the log goes on. */
export async function diskFull(ground: Ground): Promise<Outcome> {
  const disk = join(ground.server?.directory ?? ground.folder, 'small-disk');
  mkdirSync(disk, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=0777', 'tmpfs', disk]);
  try {
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, new Uint8Array((ground.server ? 3 : 6) << 20));
    const place = {
      memory: join(ground.folder, 'disk-signer'),
      address: ground.server
        ? await onTablespace(ground.server, disk)
        : `sqlite:${join(disk, 'log.db')}`,
    };
    const opened = await open(place);
    const acknowledged: Appended[] = [];
    let code = 'none';
    for (let from = 0; code === 'none' && from < 100_000; from += 256) {
      const settled = await Promise.allSettled(
        Array.from({ length: 256 }, (_, at) => opened.log.append(objected(from + at))),
      );
      for (const one of settled) {
        if (one.status === 'fulfilled') acknowledged.push(one.value);
        else code = (one.reason as { code: string }).code;
      }
    }
    const because = opened.log.stopped?.fields.because ?? code;
    rmSync(ballast);
    await opened.close();
    const again = await open(place);
    const goesOn = await codeOf(again.log.append(objected(1)));
    await checkLogs(again.database.reader);
    const [found] = await again.database.reader.all<{ size: number }>(
      'select size from log_state where authority = $1',
      [AUTHORITY],
    );
    await again.close();
    const last = Math.max(...acknowledged.map(({ position }) => position.index));
    return {
      code: String(because),
      checks: {
        'something was acknowledged before': acknowledged.length > 0,
        'all of it is there': (found?.size ?? 0) > last,
        'goes on when there is room': goesOn === 'none',
      },
    };
  } finally {
    await ground.server?.run('dropdb', '--force', '--if-exists', ...where(ground.server), 'small');
    await psql(ground.server, 'drop tablespace if exists small');
    execFileSync('umount', [disk]);
  }
}

const where = ({ directory }: TemporaryPostgres) => ['-h', directory, '-U', 'chidu'];

const psql = (server: TemporaryPostgres | undefined, statement: string) =>
  server?.run('psql', '-q', ...where(server), '-c', statement, 'postgres');

async function onTablespace(server: TemporaryPostgres, disk: string): Promise<string> {
  const folder = join(disk, 'postgres');
  await server.run('/bin/mkdir', folder);
  await psql(server, `create tablespace small location '${folder}'`);
  await psql(server, 'create database small template template0 tablespace small');
  return `postgres://chidu@localhost/small?host=${server.directory}`;
}
