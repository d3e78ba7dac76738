import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Signer } from '../codes/index.ts';
import { chinaDay } from '../text/index.ts';
import type { ServiceConfig } from './config.ts';
import { Follower } from './figures/follower.ts';
import { StatusLists } from './files/status-list.ts';
import { enterTrustList, trustIsStale } from './files/trust-list.ts';
import { serviceApp } from './http/app.ts';
import type { LogLine } from './http/log-line.ts';
import { OpenRate } from './http/open-rate.ts';
import { finishAll } from './issue/finish.ts';
import { Register } from './keys/register.ts';
import { sweepTasks } from './liaison/sweep.ts';
import { Logs } from './logs.ts';
import { escalateOverdue } from './objections/escalate.ts';
import { forgetRates } from './rate.ts';
import type { RuleBook } from './rule-book.ts';
import type { Service, TrustSource } from './service.ts';
import { AuthorityLog, type CheckpointSigner, openStore } from './store/index.ts';
import type { Database } from './store/sql/database.ts';
import { sweepSupervisions } from './supervision/sweep.ts';
import { askWitnesses, chainsOf, originOf, type Post } from './witnessing.ts';

/** What a service is given beside its configuration: whatever has an effect outside of it. */
export interface ServicePorts {
  readonly rules: RuleBook;
  readonly trust: TrustSource;
  /** The key of an authority's codes. */
  readonly signerOf: (authority: string) => Signer;
  /** Whoever signs the checkpoints of an authority's logs: `FileSigner`, or another process. */
  readonly checkpointSignerOf: (authority: string) => CheckpointSigner;
  readonly recipientOf: (authority: string) => Promise<Uint8Array | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly log: (
    line: LogLine | { readonly level: 'error'; readonly job: string; readonly error: string },
  ) => void;
  /** Asks witnesses; absent: nobody is asked, cosignatures are handed in. */
  readonly post?: Post;
  readonly version: string;
  /** Adopt the state of a log whose signer has lost its memory: see `AuthorityLog.open`. */
  readonly adopt?: boolean;
}

export interface RunningService {
  /** `http://host:port`. */
  readonly url: string;
  readonly service: Service;
  /** Answers a request without a socket: what tests and a server beside it use. */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
  /** Takes no more, finishes what has come, and closes the store. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the service: the store is opened and every log proven to go on from what was signed before anything listens.
 * Several instances may run on one PostgreSQL, each with checkpoint signers of its own memory.
 *
 * @throws {ChiduError} what `openStore` and `AuthorityLog.open` throw: then nothing runs.
 */
export async function startService(
  config: ServiceConfig,
  ports: ServicePorts,
): Promise<RunningService> {
  const opened = await openService(config, ports);
  try {
    return await listen(opened, config);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A service without a socket. */
export async function openService(
  config: ServiceConfig,
  ports: ServicePorts,
): Promise<Omit<RunningService, 'url'>> {
  const { now, random } = ports;
  const database = await openStore({ address: config.store, clock: now, schema: 'migrate' });
  const writers = await openWriters(database, config, ports).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const service: Service = {
    config,
    database,
    logs: new Logs(database, writers, {
      quorum: config.witnessQuorum,
      chainOf: chainsOf(config),
    }),
    rules: ports.rules,
    trust: ports.trust,
    signerOf: ports.signerOf,
    recipientOf: ports.recipientOf,
    now,
    random,
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
  const jobs = new Jobs(service, ports);
  await jobs.run();
  const follower = new Follower(service, (error) =>
    ports.log({ level: 'error', job: 'figures', error: nameOf(error) }),
  );
  const app = serviceApp({
    service,
    register: new Register(
      database,
      ports.trust.keys,
      config.authorities.map(({ code }) => code),
    ),
    statusLists: new StatusLists(service),
    openRate: new OpenRate({
      most: config.limits.openPerMinute,
      now,
      random,
      header: config.clientHeader,
    }),
    version: ports.version,
    log: ports.log,
  });
  return {
    service,
    fetch: (request, env) => app.fetch(request, env),
    close: async () => {
      await follower.close();
      await jobs.close();
      await service.logs.close();
      await database.close();
    },
  };
}

async function openWriters(
  database: Database,
  config: ServiceConfig,
  ports: ServicePorts,
): Promise<Map<string, AuthorityLog>> {
  const writers = new Map<string, AuthorityLog>();
  for (const { code, region } of config.authorities) {
    writers.set(
      code,
      await AuthorityLog.open({
        database,
        authority: code,
        origin: originOf(config, region),
        signer: ports.checkpointSignerOf(code),
        clock: ports.now,
        ...(ports.adopt && { adopt: true }),
      }),
    );
  }
  return writers;
}

async function listen(
  opened: Omit<RunningService, 'url'>,
  config: ServiceConfig,
): Promise<RunningService> {
  const server = serve({
    fetch: opened.fetch,
    port: config.port,
    hostname: config.host,
  }) as Server;
  // A client that sends slowly holds a socket no longer than this.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  // Longer than proxies keep an idle line, so that they never send into one that is being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...opened,
    url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`,
    close: async () => {
      await closed(server);
      await opened.close();
    },
  };
}

/** Requests that have come are answered; connections that only wait are ended. */
async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A line whose answer has just gone out is idle only now.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), 5_000);
  await done;
  clearInterval(idle);
  clearTimeout(force);
}

/** What is done without being asked: what a dead process left, periods that ran out, witnesses. */
class Jobs {
  readonly #service: Service;
  readonly #ports: ServicePorts;
  readonly #timer: ReturnType<typeof setInterval>;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(service: Service, ports: ServicePorts) {
    this.#service = service;
    this.#ports = ports;
    const every = service.config.jobSeconds * 1000;
    this.#timer = setInterval(() => void this.run(), every);
    this.#timer.unref();
  }

  /** A round; one that runs already is waited for. */
  run(): Promise<void> {
    this.#running ??= this.#once().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Waits for the job that runs, not for the rest of its round. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #once(): Promise<void> {
    const { config, now } = this.#service;
    await this.#try('trust-list', async () => {
      if (await trustIsStale(this.#service)) {
        this.#ports.log({ level: 'error', job: 'trust-list', error: 'stale' });
      }
    });
    for (const { code } of config.authorities) {
      await this.#try('trust-list', () => enterTrustList(this.#service, code));
      await this.#try('finish', () => finishAll(this.#service, code));
      await this.#try('escalate', () => escalateOverdue(this.#service, code));
      await this.#try('supervision', () => sweepSupervisions(this.#service, code));
      await this.#try('liaison', () => sweepTasks(this.#service, code));
      await this.#try('rates', () => forgetRates(this.#service, code));
      const { post } = this.#ports;
      const year = Number(chinaDay(now()).slice(0, 4));
      if (post) await this.#try('witness', () => this.#witness(code, year, post));
    }
  }

  async #witness(authority: string, year: number, post: Post): Promise<void> {
    const refusing = await askWitnesses(this.#service, { authority, year }, post);
    for (const name of refusing) {
      this.#ports.log({ level: 'error', job: 'witness', error: `refused by ${name}` });
    }
  }

  /** A job that fails is tried again in the next round; it does not end the service. */
  async #try(job: string, work: () => Promise<unknown>): Promise<void> {
    if (this.#closed) return;
    try {
      await work();
    } catch (error) {
      this.#ports.log({ level: 'error', job, error: nameOf(error) });
    }
  }
}

/** Code or name of an error: messages may hold what must not be told. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : '';
