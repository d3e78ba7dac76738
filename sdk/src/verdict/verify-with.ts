import {
  type AcceptedCode,
  type CheckedCode,
  type CodePayload,
  digest,
  type KeyRing,
  toHex,
  verifyCode,
} from '../codes/index.ts';
import { ChiduError, type CodeRefusal } from '../errors.ts';
import { canonicalJson } from '../text/index.ts';
import type { Replayed } from './replay.ts';
import type { Checked } from './status.ts';
import { type Finding, STEP_IDS, type Step, type StepId, type Verdict } from './verdict.ts';

/** The keys to trust, or why there are none. */
export type Trust =
  | {
      readonly keys: KeyRing;
      /** The list and its version, for the reader: `list 12 of 2026-11-20, https://…`. */
      readonly against: string;
      /** RFC 3339. After it the list is stale. Null: keys that were handed in without a list. */
      readonly nextUpdate: string | null;
    }
  | {
      readonly keys: null;
      readonly why: 'trust-missing' | 'trust-refused';
      readonly against: string;
    };

/** The bytes of a Rule and the host they came from, or null where there is none by this hash. A throw is a host out of reach. */
export type LoadRule = (
  hash: string,
) => Promise<{ readonly bytes: Uint8Array; readonly from: string } | null>;

export interface VerifyOptions {
  readonly trust: Trust;
  readonly loadRule: LoadRule;
  readonly now: () => Date;
  /** Told once the signature stands and before the Rule is waited for; the steps still to come are `not-checked`. */
  readonly onSigned?: (soFar: Verdict) => void;
  /** The arithmetic; null where its code could not be had. */
  readonly replay: (
    payload: CodePayload,
    rule: unknown,
  ) => Promise<Replayed | null> | Replayed | null;
  /** Whether the code is in the log: `logReader`. Null or absent where there is no log to ask. */
  readonly log?: (
    id: string,
    payload: CodePayload,
    authority: string | undefined,
  ) => Promise<Checked | null>;
  /** Saves a code of a revoked key: see the option of `verifyCode`; `logReader` has it. */
  readonly witnessedOn?: (id: string) => Promise<number | null>;
  /** What became of the code, as far as a status list tells; null or absent where there is none to ask. */
  readonly status?: (
    payload: CodePayload,
    authority: string | undefined,
  ) => Promise<Checked | null>;
}

/** Whom a code speaks for: its own word, or the one authority of its key. */
const authorityOf = ({ payload, key }: AcceptedCode) => payload.authority ?? key.authorities?.[0];

const PASS: Finding = { state: 'pass' };
const unknown = (code: Extract<Finding, { code: unknown }>['code']): Finding => ({
  state: 'unknown',
  code,
});

/** Where each refusal of the first group shows, and what had passed by then. */
const REFUSED_AT: Readonly<Record<CodeRefusal, readonly [StepId, ...passed: StepId[]]>> = {
  format: ['code'],
  digits: ['code'],
  envelope: ['code'],
  header: ['code'],
  'unknown-key': ['key', 'code'],
  algorithm: ['key', 'code'],
  'not-canonical': ['code'],
  signature: ['signature', 'code'],
  'key-authority': ['key', 'code', 'signature'],
  payload: ['code', 'signature'],
  'key-window': ['key', 'code', 'signature'],
  'key-revoked': ['key', 'code', 'signature'],
};

/**
 * Checks a code step by step: formats/supervision-code.md, checks. Never throws on data, and gives no overall answer:
 * a reader must not be able to mistake "could not check" for yes or no.
 *
 * @param text a code or an address that holds one, as scanned, pasted or typed
 */
export async function verifyWith(text: string, options: VerifyOptions): Promise<Verdict> {
  const { trust } = options;
  const steps = new Map<StepId, Step>();
  const tell = (id: StepId, finding: Finding, against = '') =>
    steps.set(id, { id, finding, against, at: options.now().toISOString() });

  tell('trust', trusted(trust, options.now()), trust.against);
  const code = await verifyCode(text, trust.keys ?? new Map(), options);
  let replayed: Replayed | null = null;
  const verdict = (): Verdict => ({
    format: 'chidu-verdict/1',
    steps: STEP_IDS.map((id) => {
      const at = options.now().toISOString();
      return steps.get(id) ?? { id, finding: unknown('not-checked'), against: '', at };
    }),
    payload: code.ok ? code.payload : null,
    kid: code.ok ? code.kid : null,
    codeId: code.id,
    checkCode: code.checkCode,
    rule: replayed?.rule ?? null,
    replayed: replayed?.assessment ?? null,
  });
  if (code.ok) {
    tell('code', PASS);
    tell('key', PASS, `kid ${code.kid}`);
    tell('signature', PASS, `id ${code.id}`);
    options.onSigned?.(verdict());
    const rule = await checkRule(code.payload, options.loadRule);
    if (rule.finding.state === 'pass') {
      replayed = await options.replay(code.payload, rule.value);
      tell('rule', replayed?.ruleFinding ?? PASS, rule.against);
      tell('replay', replayed?.finding ?? unknown('replay-unavailable'));
    } else tell('rule', rule.finding, rule.against);
    const log = await options.log?.(code.id, code.payload, authorityOf(code));
    tell('log', log?.finding ?? unknown('no-log'), log?.against);
    const status = await options.status?.(code.payload, authorityOf(code));
    tell('status', status?.finding ?? unknown('no-status'), status?.against);
  } else refused(code, trust, tell);

  return verdict();
}

function trusted(trust: Trust, now: Date): Finding {
  if (trust.keys === null) return unknown(trust.why);
  const stale = trust.nextUpdate !== null && now.getTime() > Date.parse(trust.nextUpdate);
  return stale ? unknown('trust-stale') : PASS;
}

function refused(
  code: Extract<CheckedCode, { ok: false }>,
  trust: Trust,
  tell: (id: StepId, finding: Finding, against?: string) => void,
) {
  const [at, ...passed] = REFUSED_AT[code.error];
  const kid = code.fields.kid === undefined ? '' : `kid ${code.fields.kid}`;
  for (const id of passed) tell(id, PASS, id === 'key' ? kid : '');
  // Without a list no key is known, which says nothing against this one.
  if (code.error === 'unknown-key' && trust.keys === null) tell('key', unknown(trust.why), kid);
  else tell(at, { state: 'fail', code: code.error, fields: code.fields }, at === 'key' ? kid : '');
}

/** The Rule by its hash: read as JSON, written canonically, hashed again. Any host will do, because of this. */
async function checkRule(
  payload: CodePayload,
  loadRule: LoadRule,
): Promise<{ readonly finding: Finding; readonly against: string; readonly value: unknown }> {
  const hash = toHex(payload.rule.hash);
  const result = (finding: Finding, from = '', value: unknown = null) => ({
    finding,
    value,
    against: [`sha256 ${hash}`, from].filter(Boolean).join(' · '),
  });
  let found: Awaited<ReturnType<LoadRule>>;
  try {
    found = await loadRule(hash);
  } catch {
    return result(unknown('rule-unreachable'));
  }
  if (found === null) return result(unknown('rule-not-found'));
  let value: unknown;
  try {
    // What is used from here on is this value, and it is what is hashed: a doubled key cannot smuggle anything in.
    value = JSON.parse(new TextDecoder().decode(found.bytes));
  } catch {
    return result(unknown('rule-unreadable'), found.from);
  }
  return (await canonicalHash(value)) === hash
    ? result(PASS, found.from, value)
    : result({ state: 'fail', code: 'rule-hash' }, found.from);
}

async function canonicalHash(value: unknown): Promise<string | null> {
  try {
    return toHex(await digest(new TextEncoder().encode(canonicalJson(value))));
  } catch (error) {
    // Half a surrogate pair in a text: JSON allows it, the canonical form does not.
    if (error instanceof ChiduError) return null;
    throw error;
  }
}
