import * as z from 'zod/mini';
import { OBJECTION_STATES } from '../api/index.ts';
import { CreditCode, line } from '../api/scalars.ts';
import { ChiduError } from '../errors.ts';

const Days = z.int().check(z.minimum(1), z.maximum(180));
const PerWindow = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** One authority that the service keeps. Paths are relative to the configuration file. */
const AuthorityConfig = z.strictObject({
  code: CreditCode,
  /** What names its logs beside the year: the administrative division. */
  region: z.string().check(z.regex(/^[a-z0-9.]+(?:-[a-z0-9.]+)*$/)),
  /** Key file, or device file of a token or signature server, of the key that signs its codes. */
  signer: z.string(),
  /** Key files of the keys that sign its checkpoints: Ed25519 first, SM2 beside it where that is asked for. */
  logSigners: z.array(z.string()).check(z.minLength(1), z.maxLength(3)),
  /** Signed text `chidu-recipient/1`: to whom parties seal their contacts. */
  recipient: z.optional(z.string()),
});

/** `chidu serve CONFIG.json`. `DATABASE_URL`, `HOST` and `PORT` of the environment go before what stands here. */
export const ServiceConfig = z.strictObject({
  format: z.literal('chidu-service/1'),
  /** Origin under which the service is known: requests are signed for it, logs are named after its host. */
  audience: z.string().check(z.regex(/^https?:\/\/[a-z0-9.:[\]-]+$/)),
  host: z._default(z.string(), '127.0.0.1'),
  port: z._default(z.int().check(z.minimum(0), z.maximum(65_535)), 8735),
  /** Header in which the server in front states its client's address: `x-real-ip`. Absent: whoever connects is the client. */
  clientHeader: z.optional(z.string().check(z.regex(/^[a-z0-9-]+$/))),
  /** `sqlite:PATH` or `postgres://…`. */
  store: z._default(z.string(), 'sqlite:chidu.db'),
  /** Folder of the last checkpoint of each log, kept outside of the database on purpose. */
  checkpoints: z._default(z.string(), 'checkpoints'),
  trust: z.strictObject({ list: z.string(), roots: z.string() }),
  rules: z.strictObject({
    statutes: z.array(z.string()),
    benchmarks: z.array(z.string()),
    grounds: z.string(),
    /** Samples bind nobody; a demonstration may use them. */
    allowSample: z._default(z.boolean(), false),
  }),
  authorities: z.array(AuthorityConfig).check(z.minLength(1)),
  /**
   * Who watches the logs: note key and chain of command as in the trust list, and where it is asked to cosign, if it is
   * asked at all. Two witnesses of one chain count once.
   */
  witnesses: z._default(
    z.array(
      z.strictObject({
        key: line(300),
        chain: z.optional(line(80)),
        address: z.optional(z.string()),
      }),
    ),
    [],
  ),
  /** Witnesses of different chains under a checkpoint that receipts are given against. */
  witnessQuorum: z._default(z.int().check(z.minimum(0), z.maximum(20)), 0),
  /** Origins of portals that may call from a page; `*` for any. No cookie is ever used. */
  origins: z._default(z.array(z.string()), []),
  /** Working days by state of an objection, where the authority's own rules set them. */
  periods: z._default(
    z.partialRecord(z.enum(Object.keys(OBJECTION_STATES) as [keyof typeof OBJECTION_STATES]), Days),
    {},
  ),
  /** Seconds between two rounds of what is done without being asked: periods that ran out, witnesses, what a dead process left. */
  jobSeconds: z._default(z.int().check(z.minimum(1), z.maximum(3600)), 60),
  /** Days that the request of a key waits for its approval; after that it is to be handed in again. */
  keyRequestDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 30),
  limits: z._default(
    z.strictObject({
      /** Codes of one officer in a day. */
      issuePerDay: z._default(PerWindow, 200),
      /** Attempts at one detail document in an hour. */
      detailPerHour: z._default(PerWindow, 5),
      /** Look-ups of one document number in an hour. */
      lookupPerHour: z._default(PerWindow, 20),
      /** Objections with one code in a day. */
      objectionsPerDay: z._default(PerWindow, 20),
      /** Requests without a signature from one address in a minute, and apart from them signatures that do not hold; in memory. */
      openPerMinute: z._default(PerWindow, 600),
      /** Requests of keys that wait at one authority. An approval in hand needs no place among them. */
      keyRequests: z._default(PerWindow, 200),
    }),
    {
      issuePerDay: 200,
      detailPerHour: 5,
      lookupPerHour: 20,
      objectionsPerDay: 20,
      openPerMinute: 600,
      keyRequests: 200,
    },
  ),
});
export type ServiceConfig = z.infer<typeof ServiceConfig>;

/**
 * A configuration from parsed JSON and the environment.
 * @throws {ChiduError} `config` with the place of the first fault.
 */
export function readConfig(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>> = {},
): ServiceConfig {
  const read = ServiceConfig.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = issue?.path.join('.') ?? '';
    throw new ChiduError('config', `configuration: ${at}: ${issue?.message}`, { at });
  }
  const { DATABASE_URL: store, HOST: host, PORT: port } = environment;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
    throw new ChiduError('config', 'PORT is no port number', { at: 'PORT' });
  }
  return {
    ...read.data,
    ...(store && { store }),
    ...(host && { host }),
    ...(port && { port: Number(port) }),
  };
}
