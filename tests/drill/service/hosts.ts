import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresPrograms } from '../../../sdk/src/service/store/fixtures/temporary-postgres.ts';

const run = promisify(execFile);

/** The address that clients know: it belongs to whichever host is primary. */
const SHARED = '10.99.0.10';
/** Where each host is reached itself. */
export const HOSTS = ['10.99.0.1', '10.99.0.2'] as const;
export const SHARED_ADDRESS = `postgres://chidu@${SHARED}/chidu`;

/** Two hosts and the switch between them, as network namespaces of this machine. */
export interface Hosts {
  readonly folder: string;
  /** Run a program on a host, or where parties are: elsewhere on the network. */
  spawn(
    host: 0 | 1 | 'elsewhere',
    command: readonly string[],
    input: 'ignore' | 'pipe',
  ): ChildProcess;
  /** The first host is gone at once: its cable is pulled, and everything on it ends. */
  loseFirst(): Promise<void>;
  /** The standby on the second host becomes the primary and takes the shared address. */
  promoteSecond(): Promise<void>;
  remove(): Promise<void>;
}

export const mayMakeHosts = process.getuid?.() === 0 && postgresPrograms() !== null;

/** A primary on the first host, and on the second a standby that every commit waits for. */
export async function twoHosts(): Promise<Hosts> {
  const programs = postgresPrograms() as string;
  const folder = mkdtempSync(join(tmpdir(), 'chidu-hosts-'));
  const name = (what: string) => `chidu-${process.pid}-${what}`;
  const hosts = [name('a'), name('b')] as const;
  const network = name('net');
  const ip = (...args: string[]) => run('ip', args);
  const inside = (space: string, ...args: string[]) => ip('netns', 'exec', space, ...args);
  const asOwner = (host: 0 | 1, program: string, ...args: string[]) =>
    run(
      'ip',
      [
        'netns',
        'exec',
        hosts[host],
        'runuser',
        '-u',
        'postgres',
        '--',
        join(programs, program),
        ...args,
      ],
      { cwd: folder },
    );
  const data = (host: 0 | 1) => join(folder, `data-${host}`);
  const start = (host: 0 | 1) =>
    asOwner(host, 'pg_ctl', '-D', data(host), '-w', '-l', join(folder, `log-${host}`), 'start');

  await layCables();
  await startPrimary();
  await startStandby();
  return {
    folder,
    spawn: (host, command, input) => {
      const space = host === 'elsewhere' ? network : hosts[host];
      return spawn('ip', ['netns', 'exec', space, ...command], { stdio: [input, 'pipe', 'pipe'] });
    },
    loseFirst: async () => {
      await inside(network, 'ip', 'link', 'set', 'port0', 'down');
      await endAll(hosts[0]);
    },
    promoteSecond: async () => {
      await asOwner(1, 'pg_ctl', '-D', data(1), '-w', 'promote');
      await inside(hosts[1], 'ip', 'addr', 'add', `${SHARED}/24`, 'dev', 'eth0');
    },
    remove: async () => {
      for (const space of [...hosts, network]) {
        await endAll(space);
        await ip('netns', 'delete', space).catch(() => undefined);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function layCables(): Promise<void> {
    await ip('netns', 'add', network);
    await inside(network, 'ip', 'link', 'add', 'switch', 'type', 'bridge');
    await inside(network, 'ip', 'link', 'set', 'switch', 'up');
    await inside(network, 'ip', 'addr', 'add', '10.99.0.20/24', 'dev', 'switch');
    for (const [at, host] of hosts.entries()) {
      await ip('netns', 'add', host);
      await inside(
        network,
        'ip',
        'link',
        'add',
        `port${at}`,
        'type',
        'veth',
        'peer',
        'name',
        'eth0',
        'netns',
        host,
      );
      await inside(network, 'ip', 'link', 'set', `port${at}`, 'master', 'switch', 'up');
      await inside(host, 'ip', 'link', 'set', 'lo', 'up');
      await inside(host, 'ip', 'link', 'set', 'eth0', 'up');
      await inside(host, 'ip', 'addr', 'add', `10.99.0.${at + 1}/24`, 'dev', 'eth0');
    }
    await inside(hosts[0], 'ip', 'addr', 'add', `${SHARED}/24`, 'dev', 'eth0');
  }

  async function startPrimary(): Promise<void> {
    const ids = await Promise.all(
      ['-u', '-g'].map(async (what) => Number((await run('id', [what, 'postgres'])).stdout)),
    );
    chownSync(folder, ids[0] as number, ids[1] as number);
    mkdirSync(join(folder, 'memory'), { mode: 0o700 });
    await asOwner(
      0,
      'initdb',
      '-D',
      data(0),
      '-U',
      'chidu',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    );
    writeFileSync(
      join(data(0), 'postgresql.auto.conf'),
      `listen_addresses = '*'\nunix_socket_directories = ''\nmax_connections = '60'\n`,
    );
    writeFileSync(
      join(data(0), 'pg_hba.conf'),
      'host all all 10.99.0.0/24 trust\nhost replication all 10.99.0.0/24 trust\n',
    );
    await start(0);
    await asOwner(0, 'createdb', '-h', '10.99.0.1', '-U', 'chidu', '-T', 'template0', 'chidu');
  }

  async function startStandby(): Promise<void> {
    await asOwner(
      1,
      'pg_basebackup',
      '-h',
      '10.99.0.1',
      '-U',
      'chidu',
      '-D',
      data(1),
      '-R',
      '--no-sync',
      '-c',
      'fast',
    );
    await start(1);
    const statement = "alter system set synchronous_standby_names = '*'";
    for (const command of [statement, 'select pg_reload_conf()']) {
      await asOwner(0, 'psql', '-q', '-h', '10.99.0.1', '-U', 'chidu', '-c', command, 'chidu');
    }
  }

  async function endAll(space: string): Promise<void> {
    const { stdout } = await ip('netns', 'pids', space).catch(() => ({ stdout: '' }));
    for (const pid of stdout.split('\n').filter(Boolean)) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It ended by itself in the meantime.
      }
    }
  }
}
