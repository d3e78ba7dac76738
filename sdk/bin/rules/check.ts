import {
  applyReviews,
  checkRule,
  type Finding,
  findingHash,
  messageOf,
  type Review,
} from '@chidu/sdk/discretion/checks';
import { type Rule, ruleHash } from '@chidu/sdk/rules';
import type { CommandIo } from '../command.ts';
import { Faults } from './faults.ts';
import type { Options } from './options.ts';
import { entryId, fileBytes, type Packs, packsOf, parsed, ruleOf } from './packs.ts';

/**
 * Proves a benchmark against every entry that it serves. Exit code 1 when an error is found in it, or data are at fault.
 * Reviewed findings (`--reviews`) are counted and not repeated.
 */
export async function check(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  if (more.length > 0) return 2;
  const packs = await packsOf(file === undefined ? options : { ...options, benchmark: file }, io);
  const reviews =
    options.reviews === undefined ? [] : readReviews(parsed(await fileBytes(options.reviews, io)));
  const checked: { id: string; hash: string; open: readonly Finding[]; accepted: number }[] = [];
  const rules = rulesOf(packs, options.violation);
  let errors = 0;
  let ofStatutes = 0;
  for (const [i, rule] of rules.entries()) {
    if (i > 0 && i % 50 === 0) io.err(`${i} / ${rules.length}\n`);
    const { open, accepted } = await applyReviews(rule, checkRule(rule), reviews);
    const found = {
      id: entryId(rule.statute),
      hash: await ruleHash(rule),
      open,
      accepted: accepted.length,
    };
    // What the law leaves open no benchmark can mend: it is told, and a person decides such cases.
    const faults = open.filter((one) => one.level === 'error');
    const theirs = faults.filter((one) => one.at.startsWith('/statute')).length;
    ofStatutes += theirs;
    errors += faults.length - theirs;
    if (!options.json) await tell(rule, found, io);
    checked.push(found);
  }
  if (options.json) io.out(`${JSON.stringify({ ok: errors === 0, rules: checked })}\n`);
  const all = checked.flatMap((one) => one.open);
  const warnings = all.filter((one) => one.level === 'warning').length;
  io.err(
    `${rules.length} rules: ${errors} errors of the benchmark, ${ofStatutes} of the statutes, ${warnings} warnings\n`,
  );
  return errors === 0 ? 0 : 1;
}

function rulesOf(packs: Packs, violation: string | undefined): Rule[] {
  return packs.statutes.statutes.flatMap((statute) => {
    if (violation !== undefined && violation !== statute.violation) return [];
    const rule = statute.punishedAs === undefined ? ruleOf(statute, packs) : null;
    return rule === null ? [] : [rule];
  });
}

async function tell(
  rule: Rule,
  found: { id: string; open: readonly Finding[] },
  io: CommandIo,
): Promise<void> {
  for (const finding of found.open) {
    if (finding.level === 'note') continue;
    const { zh, en } = messageOf(finding, rule);
    const hash = (await findingHash(rule, finding)).slice(0, 12);
    io.out(
      `${finding.level}\t${found.id}\t${finding.at}\t${zh} · ${en} [${finding.code} ${hash}]\n`,
    );
  }
}

/** `[{"finding": hash, "by", "on", "reason"}]` */
function readReviews(value: unknown): Review[] {
  const isReview = (one: unknown): one is Review =>
    typeof one === 'object' &&
    one !== null &&
    ['finding', 'by', 'on', 'reason'].every(
      (key) => typeof (one as Record<string, unknown>)[key] === 'string',
    );
  if (Array.isArray(value) && value.every(isReview)) return value;
  const message = 'an array of {"finding", "by", "on", "reason"} expected';
  throw new Faults([{ code: 'schema', at: '', message }]);
}
