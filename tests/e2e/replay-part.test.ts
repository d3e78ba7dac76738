import { readFileSync } from 'node:fs';
import type { CodePayload } from '@chidu/sdk/codes';
import { assess } from '@chidu/sdk/discretion';
import statutes from '@chidu/sdk/packs/statutes.json' with { type: 'json' };
import type { Rule, StatutePack } from '@chidu/sdk/rules';
import { payloadFor, type Replayed, replayRule } from '@chidu/sdk/verdict';
import { beforeAll, expect, it } from 'vitest';
import { anyCase, cutsOf } from '../../sdk/src/discretion/fixtures/any-case.ts';
import { RULE } from '../../sdk/src/discretion/fixtures/food-122.ts';
import { random } from '../../sdk/src/discretion/fixtures/random.ts';
import { build } from '../build.ts';

const BUILT = new URL('../../widget/dist/chidu-notice-replay.js', import.meta.url);

beforeAll(() => build('widget'));

/** What reminds officers of their duties: flags that no reader of the page is shown. */
const DUTIES = [
  'legal-review',
  'collective-discussion',
  'level',
  'criminal-suspicion',
  'still-confiscated',
  'beyond-maximum',
  'reconsideration-first',
  'publicity',
];

it('the part that replays comes to what the SDK comes to, without the duties of officers', async () => {
  const part: { replay: (payload: CodePayload, rule: Rule) => Replayed } = await import(BUILT.href);
  const rnd = random(20_261_122);
  let compared = 0;
  let reminded = 0;
  for (const statute of (statutes as unknown as StatutePack).statutes) {
    const rule: Rule = {
      ...RULE,
      pack: { ...RULE.pack, from: '1980-01-01' },
      statute,
      grounds: [...RULE.grounds, ...statute.grounds],
    };
    for (let i = 0; i < 4; i += 1) {
      const subject = anyCase(rule, cutsOf(statute), rnd, { missing: 0 });
      const assessment = assess(subject, rule);
      const { payload } = payloadFor(subject, rule, assessment, {
        document: '示市监罚告〔2026〕12号',
        issued: subject.decisionDate,
        ruleHash: new Uint8Array(32),
        ...(assessment.suggestion !== null && { fine: assessment.suggestion }),
      });
      if (payload === null) continue;
      const [ours, built] = [replayRule(payload, rule), part.replay(payload, rule)];
      const flags = (of: Replayed) => of.assessment?.flags ?? [];
      const without = ({ assessment, ...of }: Replayed) => ({
        ...of,
        assessment: assessment && {
          ...assessment,
          flags: [],
          trace: {
            ...assessment.trace,
            steps: assessment.trace.steps.filter(({ step }) => step !== 'flag'),
          },
        },
      });
      expect(without(built)).toEqual(without(ours));
      expect(flags(ours)).toEqual(expect.arrayContaining([...flags(built)]));
      expect(flags(built).filter(({ id }) => DUTIES.includes(id))).toEqual([]);
      compared += 1;
      reminded += flags(ours).some(({ id }) => DUTIES.includes(id)) ? 1 : 0;
    }
  }
  expect(compared).toBeGreaterThan(500);
  expect(reminded).toBeGreaterThan(300);
  const code = readFileSync(BUILT, 'utf8');
  for (const id of DUTIES) expect(code).not.toContain(`\`${id}\``);
});
