import { assess, type Case } from '@chidu/sdk/discretion';
import { openRuleBook } from '../../demo/rule-book.ts';

export const about = 'One assessment, over every violation of the statute book.';

const facts = {
  goodsValue: 2_500_000,
  illegalGains: 300_000,
  illegalTurnover: 4_000_000,
  adFee: 1_000_000,
};

export async function run() {
  const { byHash } = await openRuleBook();
  const outcomes = new Map<string, number[]>();
  for (const { rule } of byHash.values()) {
    const { statute } = rule;
    const subject: Case = {
      format: 'chidu-case/1',
      violation: statute.violation,
      actDate: statute.from,
      decisionDate: statute.from,
      party: { kind: 'entity' },
      facts,
      grounds: [],
      factors: Object.fromEntries(
        rule.benchmark.factors.map(({ id, options: [option] }) => [id, option?.id ?? '']),
      ),
    };
    const { outcome } = assess(subject, rule);
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) assess(subject, rule);
    const each = (performance.now() - started) / 20;
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), each]);
  }
  return [...outcomes].map(([outcome, times]) => {
    const sorted = times.toSorted((a, b) => a - b);
    return {
      outcome,
      violations: times.length,
      'median µs': Math.round(1000 * (sorted[Math.floor(times.length / 2)] ?? 0)),
      'slowest µs': Math.round(1000 * (sorted.at(-1) ?? 0)),
    };
  });
}
