import { readFile } from 'node:fs/promises';
import type { Rule } from '@chidu/sdk/rules';
import { openRuleBook as openPacks, type RuleBook } from '@chidu/sdk/service';

/** Every Rule that the published packs make, by its hash. @throws Error where the packs of this repository are broken. */
export async function openRuleBook(): Promise<RuleBook> {
  const [statutes, benchmark, grounds] = await Promise.all(
    ['statutes.json', 'sample-benchmark.json', 'grounds.json'].map((file) =>
      readFile(new URL(import.meta.resolve(`@chidu/sdk/packs/${file}`)), 'utf8'),
    ),
  );
  return openPacks({
    statutes: [statutes ?? ''],
    benchmarks: [benchmark ?? ''],
    grounds: grounds ?? '',
    allowSample: true,
  });
}

/** The Rule for a violation under the law of a day. @throws Error where there is none. */
export function ruleOn({ byHash }: RuleBook, violation: string, day: string): Rule {
  for (const { rule } of byHash.values()) {
    const { violation: its, from, to } = rule.statute;
    if (its === violation && from <= day && (to === null || day < to)) return rule;
  }
  throw new Error(`no Rule for ${violation} on ${day}`);
}
