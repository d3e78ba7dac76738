import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import { addDays } from '../../text/index.ts';
import { classBias, type PartyClass, partyClassOf } from './class-bias.ts';
import { caseOf, Log } from './fixtures/histories.ts';
import { handlerBias } from './handler-bias.ts';

interface World {
  readonly count?: number;
  /** Treated milder everywhere. */
  readonly favoured?: 'individual' | 'entity';
  /** One of two authorities is stricter, and has most of the individuals: nobody is favoured by that. */
  readonly strict?: boolean;
}

/** Fines off the suggestion as everywhere, in two authorities with forty handlers and two kinds of cases. */
function world(seed: number, { count = 1_200, favoured, strict = false }: World = {}) {
  const { below, next } = random(seed);
  const logs = [new Log('11990101MB00000019'), new Log('11990102MB0000001X')] as const;
  return Array.from({ length: count }, (_, i) => {
    const individual = next() < 0.5;
    const there = next() < (strict ? (individual ? 0.85 : 0.15) : 0.4) ? 1 : 0;
    const isFavoured = favoured !== undefined && (favoured === 'individual') === individual;
    const departs = next() < (isFavoured || (strict && there === 1) ? 0.5 : 0.1);
    const factor = !departs
      ? 1
      : isFavoured
        ? 0.6
        : strict && there === 1
          ? 1.3
          : next() < 0.5
            ? 0.8
            : 1.25;
    const suggestion = 1_000_000 + below(80_000_000);
    return caseOf(logs[there], {
      id: `c-${seed}-${i}`,
      filed: addDays('2026-01-01', i % 200),
      kid: `kid-${below(40)}`,
      issued: {
        violation: next() < 0.5 ? 'price-fraud' : 'price-gouging',
        facts: [
          [1, 800_000],
          [10, individual ? 1 : 2],
        ],
        suggestion,
        fine: Math.round(suggestion * factor),
        flags: ['departure'],
        range: null,
      },
    });
  });
}

describe('bias by the class of the party', () => {
  it('finds the class that is planted, and names the lighter of two once', () => {
    for (const [seed, favoured] of [
      [1, 'individual'],
      [2, 'entity'],
      [3, 'individual'],
    ] as const) {
      const { findings, tested } = classBias(world(seed, { favoured }));
      expect(tested).toBe(2);
      expect(findings.map(({ group, direction }) => [group, direction])).toEqual([
        [favoured, 'lighter'],
      ]);
      expect(findings[0]?.of).toHaveLength(findings[0]?.cases ?? 0);
      expect(findings[0]?.question.zh).toContain('其他类别当事人的同类案件');
    }
  });

  it('names no class in forty clean worlds, nor where a strict district has most of one class', () => {
    const wrong = Array.from({ length: 20 }, (_, i) => [
      ...classBias(world(100 + i, { count: 600 })).findings,
      ...classBias(world(200 + i, { count: 600, strict: true })).findings,
    ]).filter((findings) => findings.length > 0);
    expect(wrong).toEqual([]);
    // Without a look at who decided, the district would be taken for a favour.
    const naive = handlerBias(world(200, { strict: true }), { groupOf: partyClassOf });
    expect(naive.findings).not.toEqual([]);
  });

  it('says nothing of few cases, nor where the class is not known', () => {
    const few = classBias(world(1, { count: 60, favoured: 'entity' }));
    expect(few).toMatchObject({ tested: 0, tooFew: 2, findings: [] });
    const unknown = classBias(world(1, { favoured: 'entity' }), { classOf: () => null });
    expect(unknown).toMatchObject({ tested: 0, tooFew: 0, cases: 0, leftOut: 1_200, findings: [] });
  });

  it('raises nothing in the shadow, and names neither a party nor an officer once it is on', () => {
    const cases = world(1, { favoured: 'individual' });
    const shadow = classBias(cases);
    expect(shadow).toMatchObject({ state: 'shadow', raised: [] });
    expect(shadow.findings).toHaveLength(1);
    const on = classBias(cases, { state: 'on' });
    expect(on.raised).toEqual(shadow.findings);
    const { of, ...told } = on.raised[0] ?? expect.fail('raised');
    expect(of.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toMatch(/kid-/);
  });

  it('takes finer classes from a register of the authority', () => {
    const classes: readonly PartyClass[] = ['person', 'sole-trader', 'enterprise'];
    const cases = world(4);
    const byCase = new Map(cases.map(({ id }, i) => [id, classes[i % 3] ?? null]));
    const { tested, findings } = classBias(cases, {
      classOf: ({ history }) => byCase.get(history.id) ?? null,
    });
    expect(tested).toBe(3);
    expect(findings).toEqual([]);
  });
});
