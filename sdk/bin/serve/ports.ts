import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Signer, TrustRoots } from '@chidu/sdk/codes';
import { openRuleBook, type Post, type ServiceConfig, type ServicePorts } from '@chidu/sdk/service';
import { type SignerProcess, startSigner } from '@chidu/sdk/service/store';
import { readSigner } from '../keys/signer-file.ts';
import { TrustFile } from './trust-file.ts';

/** Signs checkpoints in a process of its own, beside this file in the sources and when built. */
const SIGNER = new URL(
  import.meta.url.endsWith('.ts') ? 'signer-program.ts' : 'signer-program.js',
  import.meta.url,
);

/** What a service touches, from the files that its configuration names. `folder` is where relative paths start. */
export async function portsOf(
  config: ServiceConfig,
  { folder, now, log }: { folder: string; now: () => number; log: (line: object) => void },
): Promise<ServicePorts & { readonly close: () => Promise<void> }> {
  const text = (path: string): Promise<string> => readFile(resolve(folder, path), 'utf8');
  const codeSigners = new Map<string, Signer>();
  const heads = new Map<string, SignerProcess>();
  for (const { code, signer, logSigners, recipient } of config.authorities) {
    codeSigners.set(code, readSigner(await text(signer)));
    // Read anew for every answer; that it is there is known before a party asks.
    if (recipient !== undefined) await text(recipient);
    const keys = logSigners.map((path) => resolve(folder, path));
    heads.set(
      code,
      startSigner(SIGNER, [join(resolve(folder, config.checkpoints), code), ...keys]),
    );
  }
  const { rules } = config;
  const roots = JSON.parse(await text(config.trust.roots)) as TrustRoots;
  return {
    rules: await openRuleBook({
      statutes: await Promise.all(rules.statutes.map(text)),
      benchmarks: await Promise.all(rules.benchmarks.map(text)),
      grounds: await text(rules.grounds),
      allowSample: rules.allowSample,
    }),
    trust: await TrustFile.open(
      resolve(folder, config.trust.list),
      join(resolve(folder, config.checkpoints), 'trust-list-seen.json'),
      roots,
      now,
      (error) => log({ level: 'error', job: 'trust-list', error }),
    ),
    signerOf: (code) => of(codeSigners, code),
    checkpointSignerOf: (code) => of(heads, code).signer,
    recipientOf: async (code) => {
      const path = config.authorities.find((one) => one.code === code)?.recipient;
      return path === undefined ? null : new Uint8Array(await readFile(resolve(folder, path)));
    },
    now,
    random: (length) => new Uint8Array(randomBytes(length)),
    log,
    post: postTo,
    version: '1',
    close: async () => {
      for (const signer of heads.values()) await signer.close();
    },
  };
}

function of<T>(signers: ReadonlyMap<string, T>, code: string): T {
  const signer = signers.get(code);
  if (signer === undefined) throw new Error(`no key of ${code}`);
  return signer;
}

/** Longest that a witness is waited for. Milliseconds. */
const PATIENCE = 10_000;

const postTo: Post = async (address, body) => {
  const response = await fetch(`${address.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(PATIENCE),
  });
  return { status: response.status, body: await response.text() };
};
