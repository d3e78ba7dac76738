import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../rules/index.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { anyCase, cutsOf } from './fixtures/any-case.ts';
import { random } from './fixtures/random.ts';
import { ruleOf, STATUTES } from './fixtures/statute-book.ts';
import { examples as bandTable } from './methods/band-table.examples.ts';
import { examples as baseAdjust } from './methods/base-adjust.examples.ts';
import { examples as grid } from './methods/grid.examples.ts';
import { examples as percentSum } from './methods/percent-sum.examples.ts';
import { sentences } from './sentences/index.ts';
import { TraceSchema } from './trace-schema.ts';

interface Golden {
  readonly name: string;
  readonly case: Case;
  readonly rule: Rule;
  readonly assessment: Assessment;
  readonly zh: readonly string[];
}
const FOLDER = new URL('fixtures/golden/', import.meta.url);
const GOLDEN: Golden[] = readdirSync(FOLDER).map((file) =>
  JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')),
);

describe('golden traces, kept for ever', () => {
  it('are forty', () => expect(GOLDEN.length).toBeGreaterThanOrEqual(40));

  it.each(GOLDEN)('$name', (golden) => {
    const assessment = assess(golden.case, golden.rule);
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(golden.assessment);
    expect(sentences(golden.assessment.trace, 'zh').map(({ text }) => text)).toEqual(golden.zh);
    expect(TraceSchema.safeParse(golden.assessment.trace)).toMatchObject({ success: true });
  });
});

describe('the schema of traces', () => {
  it('takes whatever the engine writes, for every step there is', () => {
    const rnd = random(3);
    const benchmarks = [percentSum, baseAdjust, grid, bandTable].map(({ benchmark }) => benchmark);
    const seen = new Set<string>();
    for (const [i, statute] of STATUTES.entries()) {
      const rule = {
        ...ruleOf(statute),
        ...(i % 5 > 0 && { benchmark: benchmarks[(i % 5) - 1] }),
      } as Rule;
      for (let k = 0; k < 8; k += 1) {
        const { trace } = assess(
          anyCase(rule, cutsOf(statute), rnd, { missing: k % 2 ? 0.1 : 0 }),
          rule,
        );
        const parsed = TraceSchema.safeParse(trace);
        expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
        for (const { step } of trace.steps) seen.add(step);
      }
    }
    expect(seen.size).toBe(20);
  });

  it('refuses a step that it does not know', () => {
    const steps = [{ step: 'guess', fine: 1 }];
    expect(TraceSchema.safeParse({ format: 'chidu-trace/1', steps }).success).toBe(false);
    expect(TraceSchema.safeParse({ format: 'chidu-trace/2', steps: [] }).success).toBe(false);
  });
});
