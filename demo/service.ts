import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestAuthorizer } from '@chidu/sdk/api';
import { type Client, createClient } from '@chidu/sdk/api/client';
import { newRecipientKeys, type RecipientKeys } from '@chidu/sdk/api/contact';
import { jsonBody, readTrustList, type Signer, signText } from '@chidu/sdk/codes';
import { formatNoteKey, logOrigin, noteKey } from '@chidu/sdk/log';
import {
  FileSigner,
  openService,
  type RuleBook,
  type RunningService,
  readConfig,
} from '@chidu/sdk/service';
import { chinaDay } from '@chidu/sdk/text';
import { AUTHORITY } from './legacy/cases.ts';
import { type DemoTrust, ed25519Signer } from './trust.ts';

/** Who acts in the demo beside the officer at the extension; their keys are made at the start. */
const STAFF = ['officer', 'head', 'supervisor', 'auditor'] as const;

export type DemoRole = (typeof STAFF)[number];

/** Administrative division in the names of the logs. */
const REGION = AUTHORITY.code.slice(2, 8);

/** The real service beside the demo's sites, on SQLite in a folder that goes when it stops. */
export class DemoService {
  #running: Omit<RunningService, 'url'>;
  readonly #open: () => Promise<Omit<RunningService, 'url'>>;
  readonly #heads: FileSigner;
  readonly #folder: string;
  readonly #keys: ReadonlyMap<DemoRole, Signer>;
  readonly #origin: string;
  readonly #now: () => Date;
  /** With what the supervision body opens the contacts of parties. */
  readonly recipient: RecipientKeys;

  private constructor(parts: {
    running: Omit<RunningService, 'url'>;
    open: () => Promise<Omit<RunningService, 'url'>>;
    heads: FileSigner;
    folder: string;
    keys: ReadonlyMap<DemoRole, Signer>;
    origin: string;
    now: () => Date;
    recipient: RecipientKeys;
  }) {
    this.#running = parts.running;
    this.#open = parts.open;
    this.#heads = parts.heads;
    this.#folder = parts.folder;
    this.#keys = parts.keys;
    this.#origin = parts.origin;
    this.#now = parts.now;
    this.recipient = parts.recipient;
  }

  /** @param origin address of the demo: `http://localhost:8734` */
  static async start(parts: {
    origin: string;
    trust: DemoTrust;
    rules: RuleBook;
    now: () => Date;
  }): Promise<DemoService> {
    const { origin, trust, rules, now } = parts;
    const folder = mkdtempSync(join(tmpdir(), 'chidu-demo-'));
    const [authority, log] = await Promise.all([ed25519Signer(), ed25519Signer()]);
    const keys = new Map(
      await Promise.all(STAFF.map(async (role) => [role, await ed25519Signer()] as const)),
    );
    trust.admit(authority, 'authority');
    for (const [role, signer] of keys) trust.admit(signer, role);
    const year = Number(chinaDay(now().getTime()).slice(0, 4));
    for (const each of [year, year + 1]) {
      const name = logOrigin({ host: new URL(origin).host, region: REGION, year: each });
      trust.watch({ origin: name, key: formatNoteKey(noteKey(name, 'ed25519', log.spki)) });
    }
    const { publicKey, keys: recipient } = await newRecipientKeys();
    const recipientText = await signText(
      jsonBody({
        format: 'chidu-recipient/1',
        authority: AUTHORITY.code,
        name: '兰汀市司法局（演示）',
        suite: 'DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM',
        publicKey,
        notAfter: `${year + 1}-12-31`,
      }),
      [keys.get('supervisor') as Signer],
    );
    const heads = new FileSigner(join(folder, 'heads'), [log]);
    const config = readConfig({
      format: 'chidu-service/1',
      audience: origin,
      store: `sqlite:${join(folder, 'chidu.db')}`,
      // Both come from this process; a service of its own reads files.
      trust: { list: '', roots: '' },
      rules: { statutes: [], benchmarks: [], grounds: '', allowSample: true },
      authorities: [{ code: AUTHORITY.code, region: REGION, signer: '', logSigners: [''] }],
    });
    const trustList = async () => {
      const options = { roots: trust.roots, now: now().getTime() };
      const list = await readTrustList(await trust.list(), options);
      if (!list.ok) throw new Error(`trust list: ${list.error}`);
      return list;
    };
    const open = () =>
      openService(config, {
        rules,
        trust: {
          bytes: () => trust.list(),
          keys: async () => (await trustList()).keys,
          nextUpdate: async () => Date.parse((await trustList()).list.nextUpdate),
        },
        signerOf: () => authority,
        checkpointSignerOf: () => heads,
        recipientOf: async () => recipientText,
        now: () => now().getTime(),
        random: (length) => new Uint8Array(randomBytes(length)),
        log: (line) => {
          if (line.level === 'error') console.error(JSON.stringify(line));
        },
        version: 'demo',
      });
    const running = await open();
    return new DemoService({ running, open, heads, folder, keys, origin, now, recipient });
  }

  /** Answers a request to one of the service's addresses. */
  fetch(request: Request, env?: object): Response | Promise<Response> {
    return this.#running.fetch(request, env);
  }

  /** The service as one of the staff, or as a party, who signs nothing. */
  client(role: DemoRole | 'party'): Client {
    const signer = role === 'party' ? undefined : this.#keys.get(role);
    return createClient({
      base: this.#origin,
      ...(signer && {
        authorize: requestAuthorizer({
          signer,
          audience: this.#origin,
          now: () => this.#now().getTime(),
          newId: randomUUID,
        }),
      }),
    });
  }

  /** Stops and opens again on the same store, as after a failure of the machine. */
  async restart(): Promise<void> {
    await this.#running.close();
    this.#running = await this.#open();
  }

  async close(): Promise<void> {
    await this.#running.close();
    await this.#heads.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
