import type { FindingCode, StepId } from '../verdict.ts';

/** What a party reads, by code. */
export const STEPS_EN: Readonly<Record<StepId, string>> = {
  trust: 'Trust list',
  code: 'Form of the code',
  key: 'Issuing authority',
  signature: 'Signature',
  rule: 'Discretion rule',
  replay: 'Arithmetic',
  log: 'Supervision log',
  status: 'Withdrawn or corrected',
};

export const PASSES_EN: Readonly<Record<StepId, string>> = {
  trust: 'The trust list is at hand and not past its update day.',
  code: 'The code is complete and in the prescribed form.',
  key: 'The key is on the trust list, may sign for this authority, and was valid on the day of issue.',
  signature: 'Not one character has changed since it was signed.',
  rule: 'The rule used at issue was found and matches its fingerprint in the code.',
  replay:
    'Worked out again from the facts and points in the code: same tier, same range, and the fine lies in it.',
  log: 'Recorded in the supervision log, witnessed by independent bodies, and the log has not been rewritten since.',
  status: 'Not withdrawn, corrected or decided differently.',
};

export const FINDINGS_EN: Readonly<Record<FindingCode, string>> = {
  format: 'This is not a supervision code, or only part of one.',
  digits: 'The digits are wrong: miscopied, partly scanned, or altered.',
  envelope: 'The code is not put together as the format prescribes.',
  header: 'The header of the code cannot be read.',
  'unknown-key':
    'The signing key is not on the trust list: nothing shows that an authority issued this.',
  algorithm: 'The signature algorithm is not the one listed for this key.',
  'not-canonical': 'The encoding breaks the rules of the format; it may have been altered.',
  signature: 'The signature does not match: altered, or not issued by this authority.',
  'key-authority': 'This key may not sign for the authority named in the code.',
  payload:
    'The content breaks the format, for instance no such date, or a minimum above the maximum.',
  'key-window': 'The day of issue lies outside the time in which the key was valid.',
  'key-revoked': 'The key has been revoked, and nothing shows that the code was issued before.',
  'trust-missing': 'No trust list could be had, so nobody can say who issued this.',
  'trust-refused': 'The trust list itself failed its checks and is not used.',
  'trust-stale': 'The trust list is past its update day; recent changes may be missing.',
  'rule-not-found': 'The rule named in the code was not found.',
  'rule-unreachable': 'The rule cannot be fetched at the moment. Try again later.',
  'rule-hash':
    'The rule that was fetched does not match its fingerprint in the code and is not used: the site served a wrong file, or it was replaced.',
  'rule-unreadable':
    'What was fetched cannot be read as a rule: too new a version, or no rule at all.',
  'rule-mismatch': 'Name, version or violation of the rule differ from what the code says.',
  'rule-not-yet': 'This law or benchmark was not yet in force when the code was issued.',
  'replay-unavailable':
    'The part that works the result out again did not load or failed its own check.',
  'replay-undecided': 'The facts in the code alone give no definite result.',
  'replay-facts': 'Facts in the code are not in the rule, or have no such value.',
  'replay-factors': 'Factors or points in the code differ from the rule.',
  'replay-points': 'The points do not add up to the total in the code.',
  'replay-tier': 'Worked out again, the tier is another one.',
  'replay-range': 'Worked out again, the range of the fine is another one.',
  'replay-fine': 'The fine lies outside the range as worked out again.',
  'replay-kinds': 'The code names a penalty that the law does not provide here.',
  'no-log': 'There is no supervision log to ask whether this code is on record.',
  'log-unreachable': 'The receipt of the supervision log cannot be fetched at the moment.',
  'log-absent': 'The supervision log answers that it has no entry of this code.',
  'log-unreadable': 'What was fetched as a receipt of the log cannot be read.',
  'log-unlisted': 'The receipt is of a log that is not on the trust list, and is not used.',
  'log-signature': 'A signature of the log or of a witness on the receipt is bad; it is not used.',
  'log-entry': 'The receipt is for something other than this code.',
  'log-root':
    'The receipt does not fit what the log signed: the entry is not in it, or the log was altered.',
  'log-unwitnessed': 'Recorded, but too few witnesses have confirmed it yet. Try again later.',
  'log-head':
    'The log does not continue the one seen when the code was issued; it may have been rewritten.',
  'log-fork':
    'The log does not continue the one this device saw before: rewritten, or different people are shown different logs.',
  'log-growth':
    'Recorded, but nothing shows that the log continues what was seen before; it may have been rewritten.',
  'no-status': 'There is no status list to ask whether this code was withdrawn or corrected.',
  'status-unreachable': 'The status list cannot be fetched at the moment.',
  'status-refused': 'The status list that was fetched failed its checks and is not used.',
  'status-stale':
    'The status list is past its update day: until then nothing had changed, since then it is not known.',
  'status-withdrawn': 'The authority has withdrawn this code.',
  'status-superseded': 'This code was corrected or replaced; the corrected document counts.',
  'status-decided-differently':
    'The decision differs from what this document announced; see the decision.',
  'not-checked':
    'An earlier check did not pass or could not be made; without it this one means nothing.',
};
