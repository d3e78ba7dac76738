import { type Case, loadCase } from '@chidu/sdk/discretion';
import type { Trial } from '@chidu/sdk/discretion/trials';
import type { Issue } from '@chidu/sdk/errors';
import { Tier } from '@chidu/sdk/rules';
import { pointer } from '@chidu/sdk/text';
import * as z from 'zod/mini';
import { Faults } from './faults.ts';

const Range = z.nullable(z.strictObject({ min: z.int(), max: z.int() }));

const TrialFile = z.strictObject({
  format: z.literal('chidu-trials/1'),
  trials: z.array(
    z.strictObject({
      name: z.string(),
      case: z.unknown(),
      /** What must come out; what is not named is not looked at. */
      expect: z.strictObject({
        outcome: z.optional(z.enum(['fine', 'no-fine', 'waived', 'undecided'])),
        tier: z.optional(z.nullable(Tier)),
        points: z.optional(z.nullable(z.int())),
        range: z.optional(Range),
        band: z.optional(Range),
        suggestion: z.optional(z.nullable(z.int())),
      }),
    }),
  ),
});

export function readCase(value: unknown): Case {
  return caseAt(value, '');
}

export function readTrials(value: unknown): Trial[] {
  const found = TrialFile.safeParse(value);
  if (!found.success) {
    const issues = found.error.issues.flatMap((one): Issue[] => {
      const keys = one.code === 'unrecognized_keys' ? one.keys : [];
      const at = pointer(one.path);
      const [code, message] = ['unknown-field' as const, 'nothing is called so here'];
      if (keys.length > 0) return keys.map((key) => ({ code, at: at + pointer([key]), message }));
      return [{ code: 'schema', at, message: one.message }];
    });
    throw new Faults(issues.map(explained));
  }
  return found.data.trials.map(
    (one, i) => ({ ...one, case: caseAt(one.case, `/trials/${i}/case`) }) as Trial,
  );
}

function caseAt(value: unknown, at: string): Case {
  const loaded = loadCase(value);
  if (loaded.ok) return loaded.value;
  throw new Faults(loaded.issues.map((one) => explained({ ...one, at: at + one.at })));
}

/** What stands in each part of a file, told where it is missing or wrong. */
const PARTS: Readonly<Record<string, string>> = {
  format: '格式：chidu-case/1 或者 chidu-trials/1 · the format',
  violation: '违法行为标识，见 chidu rules list · id of the violation, see chidu rules list',
  actDate: '违法行为终了日期 YYYY-MM-DD · day on which the act ended',
  decisionDate: '拟作出决定的日期 YYYY-MM-DD · day of the decision',
  party: '当事人 {"kind": "individual" | "entity", "age"?} · the party',
  kind: '个人 individual 或者单位 entity · individual or entity',
  facts: '事实 {标识: 值}，金额以分计 · facts, money in fen',
  factors: '裁量因素 {因素标识: 档次标识} · factors and the options chosen',
  grounds: '已认定的法定情节标识 · ids of the statutory grounds found',
  elect:
    '{"tier", "reason"}：法律允许选择时的选择及理由 · the choice that the law leaves, with its reason',
  trials: '示例列表 · the list of trials',
  name: '示例名称 · name of the trial',
  expect: '预期结果 · what must come out',
};

function explained(issue: Issue): Issue {
  const part = PARTS[issue.at.slice(issue.at.lastIndexOf('/') + 1)];
  return part === undefined ? issue : { ...issue, message: part };
}
