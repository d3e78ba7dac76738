import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toHex } from '@chidu/sdk/codes';
import { type AuditReport, auditLog, type GetFromLog, logPolicy } from '@chidu/sdk/log';
import type { Command } from '../command.ts';
import {
  isWhole,
  type LogTrustOptions,
  readLogTrust,
  TRUST_OPTIONS,
  TRUST_USAGE,
  timeOf,
  witnessLines,
} from '../log-trust.ts';
import { progress } from '../progress.ts';

export const summary = 'Walk a supervision log with public keys alone and say what holds.';

export const usage = `Usage: chidu audit LOG --trust LIST --roots FILE [--since FILE] [--save FILE] [--mirror FOLDER] [--json]
       chidu audit LOG --keys FILE [--since FILE] [--save FILE] [--mirror FOLDER] [--json]

Reads the newest checkpoint, every entry and every tile below LOG, an address or a folder (C2SP
tlog-tiles), makes all hashes anew, and checks the signatures of the log and of its witnesses.

${TRUST_USAGE}
  --since FILE   a checkpoint kept from an earlier audit: the log must have grown out of it
  --save FILE    write the checkpoint there when everything holds, for the next --since
  --mirror FOLDER  keep every file that was read, for an audit without a network: LOG may be FOLDER
  --json         the report as one line of JSON
`;

/** Exit code 0 where everything holds, 1 where something does not or the host is out of reach, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const options = readOptions(args);
  if (options === null) {
    io.err(usage);
    return 2;
  }
  try {
    const read = (path: string) => readFile(resolve(io.cwd, path));
    const keys = await readLogTrust(options, io);
    const since = options.since === undefined ? null : (await read(options.since)).toString();
    const source = sourceOf(options.log, io.cwd);
    const { mirror } = options;
    const tell = progress(io);
    const report = await auditLog({
      get: mirror === undefined ? source : mirrored(source, resolve(io.cwd, mirror)),
      policyOf: (origin) => logPolicy(keys, origin),
      since,
      onProgress: (done, all) => tell(() => `chidu audit: ${done} of ${all} entries`),
    });
    const holds = report.faultCount === 0;
    io.out(options.json ? `${jsonOf(report)}\n` : told(report));
    if (holds && options.save !== undefined && report.note !== null) {
      await writeFile(resolve(io.cwd, options.save), report.note);
    }
    return holds ? 0 : 1;
  } catch (error) {
    io.err(`chidu audit: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

interface Options extends LogTrustOptions {
  /** Address or folder. */
  readonly log: string;
  readonly since?: string;
  readonly save?: string;
  readonly mirror?: string;
  readonly json?: boolean;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const file = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...TRUST_OPTIONS,
        since: file,
        save: file,
        mirror: file,
        json: { type: 'boolean' },
      },
    });
    const [log, ...more] = positionals;
    return log === undefined || more.length > 0 || !isWhole(values) ? null : { ...values, log };
  } catch {
    return null;
  }
}

function sourceOf(log: string, cwd: string): GetFromLog {
  if (/^https?:\/\//.test(log)) return overHttp(new URL(log.endsWith('/') ? log : `${log}/`));
  return (path) =>
    readFile(resolve(cwd, log, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && path !== 'checkpoint') return null;
      throw error;
    });
}

/** Keeps what is read, as a static host would have it. */
function mirrored(get: GetFromLog, folder: string): GetFromLog {
  return async (path) => {
    const bytes = await get(path);
    const file = resolve(folder, path);
    if (bytes !== null) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    return bytes;
  };
}

/** Asks a second time after a fault of the network, then gives up. */
function overHttp(base: URL): GetFromLog {
  const get = async (path: string): Promise<Uint8Array | null> => {
    const response = await fetch(new URL(path, base), { redirect: 'error' });
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return (path) =>
    get(path)
      .catch(() => get(path))
      .catch((error) => {
        throw new Error(`${base.host} is out of reach: ${path}`, { cause: error });
      });
}

const jsonOf = (report: AuditReport): string =>
  JSON.stringify(report, (_, value) => (value instanceof Uint8Array ? toHex(value) : value));

function told(report: AuditReport): string {
  const { checkpoint, cosignatures, witnessedAt, entries, types, faults, faultCount } = report;
  const lines = [
    checkpoint && `log        ${checkpoint.origin}`,
    checkpoint && `checkpoint ${checkpoint.size} entries, root ${toHex(checkpoint.root)}`,
    ...witnessLines(cosignatures),
    checkpoint && `witnessed  ${witnessedAt === null ? 'not enough' : timeOf(witnessedAt)}`,
    `recomputed ${entries} entries`,
    ...Object.entries(types).map(([type, count]) => `  ${String(count).padStart(9)} ${type}`),
    ...faults.map(({ code, at }) => `FAULT      ${code}: ${at}`),
    faultCount > faults.length && `FAULT      … and ${faultCount - faults.length} more`,
    faultCount === 0 ? 'Everything holds.' : `${faultCount} faults.`,
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
