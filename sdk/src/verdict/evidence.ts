import type { GrowthProof } from '../log/growth-proof.ts';
import { parseJsonStrict } from '../text/index.ts';
import type { LoadGrowth, LoadReceipt } from './log.ts';
import type { LoadStatusList } from './status.ts';
import type { StepId, Verdict } from './verdict.ts';
import type { LoadRule } from './verify-with.ts';

/**
 * 核验存证: one file that holds a code, what it was checked against, and what was found, so that the check can be done
 * again by anyone, later, without a network. Format `chidu-evidence/1`: sdk/docs/formats/evidence.md.
 *
 * The file proves nothing by itself. Whoever opens it checks again, with root keys of their own: the trust list in it is
 * believed only as far as those have signed it.
 */
export interface Evidence {
  readonly format: 'chidu-evidence/1';
  /** When the check was made, RFC 3339. */
  readonly made: string;
  /** `1<digits>`, or the address it was read from. */
  readonly code: string;
  /** The signed trust list as text, or null where the keys came from elsewhere. */
  readonly trustList: string | null;
  /** The bytes of the Rule as text, or null where none was found. */
  readonly rule: string | null;
  /** The signed status list as text, or null. */
  readonly statusList: string | null;
  /** What the log showed; null where it was not asked, absent in files from before there was a log. */
  readonly log?: LogEvidence | null;
  /** What was found then: to be compared, not to be believed. */
  readonly found: Pick<Verdict, 'steps' | 'codeId' | 'checkCode' | 'kid'>;
}

/** A receipt (tlog-proof) as text, and how the log grew between the sizes that were compared. */
export interface LogEvidence {
  readonly receipt: string;
  readonly growth: readonly GrowthProof[];
}

/** What goes into an evidence file beside the verdict; bytes as they were received. */
export interface EvidenceParts {
  readonly code: string;
  readonly verdict: Verdict;
  readonly trustList: Uint8Array | null;
  readonly rule: Uint8Array | null;
  readonly statusList: Uint8Array | null;
  readonly log?: LogEvidence | null;
  readonly made: Date;
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** An evidence file as bytes. */
export function writeEvidence(parts: EvidenceParts): Uint8Array {
  const text = (bytes: Uint8Array | null): string | null => bytes && DECODER.decode(bytes);
  const { steps, codeId, checkCode, kid } = parts.verdict;
  const evidence: Evidence = {
    format: 'chidu-evidence/1',
    made: parts.made.toISOString(),
    code: parts.code,
    trustList: text(parts.trustList),
    rule: text(parts.rule),
    statusList: text(parts.statusList),
    log: parts.log ?? null,
    found: { steps, codeId, checkCode, kid },
  };
  return new TextEncoder().encode(`${JSON.stringify(evidence, null, 1)}\n`);
}

/** Read an evidence file, or null where the bytes are none. Nothing in it has been checked. */
export function readEvidence(bytes: Uint8Array): Evidence | null {
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    return null;
  }
  const read = parseJsonStrict(text);
  return read.ok && isEvidence(read.value) ? read.value : null;
}

function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Readonly<Record<string, unknown>>;
  const found = file.found as Readonly<Record<string, unknown>> | null | undefined;
  const textOrNull = (member: unknown): boolean => member === null || typeof member === 'string';
  return (
    file.format === 'chidu-evidence/1' &&
    typeof file.made === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(file.made) &&
    typeof file.code === 'string' &&
    [file.trustList, file.rule, file.statusList].every(textOrNull) &&
    (file.log === undefined || file.log === null || isLogEvidence(file.log)) &&
    typeof found === 'object' &&
    found !== null &&
    Array.isArray(found.steps) &&
    [found.codeId, found.checkCode, found.kid].every(textOrNull)
  );
}

function isLogEvidence(value: unknown): boolean {
  const { receipt, growth } = value as Readonly<Record<string, unknown>>;
  return typeof receipt === 'string' && Array.isArray(growth) && growth.every(isGrowth);
}

function isGrowth(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, root, proof } = value as Readonly<Record<string, unknown>>;
  return (
    [from, to].every((size) => Number.isSafeInteger(size) && (size as number) >= 0) &&
    Array.isArray(proof) &&
    [root, ...proof].every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash))
  );
}

/** The files in an evidence file as the loaders that `verify` takes. A Rule or list of another code answers to no hash. */
export function loadersOf(evidence: Evidence): {
  readonly loadRule: LoadRule;
  readonly loadStatus: LoadStatusList;
  /** For `logReader`; null where the file has no receipt. */
  readonly fromLog: { readonly loadReceipt: LoadReceipt; readonly loadGrowth: LoadGrowth } | null;
  readonly trustList: Uint8Array | null;
} {
  const encode = (text: string | null): Uint8Array | null =>
    text === null ? null : new TextEncoder().encode(text);
  const from = `evidence of ${evidence.made}`;
  const [rule, status] = [encode(evidence.rule), encode(evidence.statusList)];
  return {
    loadRule: async () => rule && { bytes: rule, from },
    loadStatus: async () => status && { bytes: status, from },
    fromLog: evidence.log ? logLoaders(evidence.log, from) : null,
    trustList: encode(evidence.trustList),
  };
}

const logLoaders = ({ receipt, growth }: LogEvidence, from: string) => ({
  loadReceipt: async () => ({ bytes: new TextEncoder().encode(receipt), from }),
  loadGrowth: async (_: string, older: number, newer: number) =>
    growth.find((each) => each.from === older && each.to === newer) ?? null,
});

/** A step whose finding is another now than the file says. */
export interface ChangedStep {
  readonly id: StepId;
  /** `pass`, or state and code. */
  readonly before: string;
  readonly after: string;
}

/** Where a new verdict differs from what the file says was found. `unknown` that became known is a difference too. */
export function changedSince(evidence: Evidence, verdict: Verdict): ChangedStep[] {
  const word = (finding: { state: string; code?: unknown } | undefined): string =>
    finding === undefined ? 'absent' : [finding.state, finding.code].filter(Boolean).join(' ');
  return verdict.steps.flatMap(({ id, finding }) => {
    const found = evidence.found.steps.find((step) => step.id === id);
    const [before, after] = [word(found?.finding), word(finding)];
    return before === after ? [] : [{ id, before, after }];
  });
}
