import type { Rule } from '../../rules/index.ts';
import { seenOf, wantedOf } from './coverage.ts';
import { expectedOf, type Trial } from './trial.ts';

/**
 * Trials for everything that the given ones leave out, ready to paste. What they expect is what the Rule gives today: a
 * person has to read each and say that it is right, or it proves nothing.
 */
export function offerTrials(rule: Rule, trials: readonly Trial[] = []): Trial[] {
  const seen = trials.map((trial) => seenOf(trial.case, rule));
  const offered: Trial[] = [];
  for (const { kind, at, hit, offer } of wantedOf(rule)) {
    if (hit(seen)) continue;
    for (const case_ of offer()) {
      const one = seenOf(case_, rule);
      seen.push(one);
      offered.push({ name: `${kind} ${at}`, case: case_, expect: expectedOf(one.result) });
    }
  }
  return offered;
}
