import type { Rule } from '../../rules/index.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { hex, sha256 } from '../../text/sha256.ts';
import type { Finding } from './finding.ts';

/** Somebody looked at a finding and accepts it. Bound to what was found, not to where it stood in a list. */
export interface Review {
  /** Lower-case hex of `findingHash`. */
  readonly finding: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

export interface Reviewed {
  /** Not yet looked at, or changed since. Errors are never accepted away. */
  readonly open: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly review: Review }[];
  /** Reviews of findings that are no longer made: the figures changed, or the fault is mended. */
  readonly stale: readonly Review[];
}

/** SHA-256 over the canonical JSON of what was found: violation, check, code, place and figures. */
export async function findingHash(rule: Rule, finding: Finding): Promise<string> {
  const { check, code, at, fields } = finding;
  const violation = rule.statute.violation;
  const text = canonicalJson({
    format: 'chidu-finding/1',
    violation,
    check,
    code,
    at,
    fields: plain(fields),
  });
  return hex(await sha256(new TextEncoder().encode(text)));
}

/** Sorts findings by what has been reviewed. */
export async function applyReviews(
  rule: Rule,
  findings: readonly Finding[],
  reviews: readonly Review[],
): Promise<Reviewed> {
  const open: Finding[] = [];
  const accepted: { finding: Finding; review: Review }[] = [];
  for (const finding of findings) {
    const hash = await findingHash(rule, finding);
    const review = reviews.find((one) => one.finding === hash);
    if (review && finding.level !== 'error') accepted.push({ finding, review });
    else open.push(finding);
  }
  const used = new Set(accepted.map(({ review }) => review));
  return { open, accepted, stale: reviews.filter((review) => !used.has(review)) };
}

/** Fields as JSON carries them: an absent value is left out. */
function plain(fields: Finding['fields']): unknown {
  return JSON.parse(JSON.stringify(fields));
}
