import { describe, expect, it } from 'vitest';
import type { Ground, Rule } from '../rules/index.ts';
import { assess } from './assess.ts';
import type { Case } from './case.ts';
import { CASE, RULE } from './fixtures/food-122.ts';
import { rulesOf } from './fixtures/statute-book.ts';
import { illegalGains } from './illegal-gains.ts';
import { sentences } from './sentences/index.ts';

const yuan = (amount: number) => amount * 100;
const ground = (id: string, effect: Ground['effect'], article: number, number: number): Ground => ({
  number,
  id,
  force: 'must',
  effect,
  label: { zh: id },
  cite: { law: '行政处罚法', article },
  evidence: [],
});
const WITH_BARS: Rule = {
  ...RULE,
  grounds: [
    ...RULE.grounds,
    ground('under-14', ['waive'], 30, 1101),
    ground('age-14-to-18', ['lighten', 'mitigate'], 30, 1102),
    ground('time-barred', ['waive'], 36, 1103),
  ],
  statute: { ...RULE.statute, from: '2015-01-01' },
  pack: { ...RULE.pack, from: '2015-01-01' },
};
const run = (change: Partial<Case>, rule = WITH_BARS) => assess({ ...CASE, ...change }, rule);
const now = (violation: string) => {
  const rule = rulesOf(violation).find(({ statute }) => statute.to === null);
  if (!rule) throw new Error('no text in force');
  return rule;
};
const flags = (change: Partial<Case>, rule: Rule) =>
  run({ violation: rule.statute.violation, ...change }, rule).flags;

describe('capacity comes first', () => {
  const person = (age: number) => ({ party: { kind: 'individual', age } }) as const;

  it('counts the age at the act: under 14 no penalty, from 14 to 17 lighter or mitigated', () => {
    expect(run(person(13)).outcome).toBe('waived');
    expect(run(person(14)).tier).toBe('lighten');
    expect(run(person(17)).tier).toBe('lighten');
    expect(run(person(18)).tier).toBe('ordinary');
  });

  it('is not outweighed even by a ground that must aggravate', () => {
    expect(run({ ...person(13), grounds: ['emergency'] }).outcome).toBe('waived');
  });

  it('is carried by the code as a ground, so that a replay needs no age', () => {
    expect(run(person(13)).facts).toEqual([[1101, 1]]);
  });

  it('is refused by name where the Rule has no such ground', () => {
    expect(run(person(13), { ...RULE, statute: WITH_BARS.statute }).undecided).toEqual([
      { reason: 'ground-unknown', at: 'grounds.under-14' },
    ]);
  });
});

describe('the time bar', () => {
  const act = { actDate: '2021-05-01' };
  const place = (change: Partial<Case>) => {
    const { outcome, undecided } = run({ ...act, ...change });
    return outcome === 'undecided' ? undecided.map(({ at }) => at).join() : outcome;
  };

  it('asks for the discovery only where the decision is more than two years after the act', () => {
    expect(place({ decisionDate: '2023-05-01' })).toBe('fine');
    expect(place({ decisionDate: '2023-05-02' })).toBe('discovered');
  });

  it('lets two years pass, the last day included', () => {
    expect(place({ decisionDate: '2024-01-01', discovered: '2023-05-01' })).toBe('fine');
    expect(place({ decisionDate: '2024-01-01', discovered: '2023-05-02', graveHarm: false })).toBe(
      'waived',
    );
  });

  it('is five years only where the field is concerned and there is harm', () => {
    const late = { decisionDate: '2026-06-01', discovered: '2025-01-01' };
    expect(place(late)).toBe('graveHarm');
    expect(place({ ...late, graveHarm: true })).toBe('fine');
    expect(place({ ...late, graveHarm: false })).toBe('waived');
    expect(place({ ...late, discovered: '2026-05-02', graveHarm: true })).toBe('waived');
  });
});

describe('情节严重 by its own definition', () => {
  const rule = now('food-contaminants-over-limit');
  const outcome = (facts: Case['facts']) => {
    const result = run({ violation: rule.statute.violation, facts, actDate: '2026-05-01' }, rule);
    return result.outcome === 'undecided'
      ? result.undecided.map(({ reason, at }) => `${reason} ${at}`).join()
      : result.penalties.map(({ kind }) => kind).join();
  };
  const mild = {
    goodsValue: yuan(19_999),
    monthsOfViolation: 2,
    deaths: 0,
    illnesses: 29,
    deliberateFalsehood: false,
    inspectionRefused: false,
    sameNatureWithinYear: false,
    otherSerious: false,
  };

  it('follows from the numbers of 食品安全法实施条例 67', () => {
    expect(outcome(mild)).toBe('');
    expect(outcome({ ...mild, goodsValue: yuan(20_000) })).toBe('revoke-permit');
    expect(outcome({ ...mild, monthsOfViolation: 3 })).toBe('revoke-permit');
    expect(outcome({ ...mild, illnesses: 30 })).toBe('revoke-permit');
    expect(outcome({ ...mild, sameNatureWithinYear: true })).toBe('revoke-permit');
  });

  it('stays unknown while one circumstance is, and is not taken against the numbers', () => {
    const { deaths, ...unknown } = mild;
    expect(outcome(unknown)).toBe('fact-missing facts.serious');
    expect(outcome({ ...unknown, serious: false })).toBe('');
    expect(outcome({ ...mild, goodsValue: yuan(20_000), serious: false })).toBe(
      'facts-conflict facts.serious',
    );
    expect(outcome({ ...mild, deaths: 'none' })).toContain('fact-invalid facts.deaths');
  });

  it('is said with its article', () => {
    const facts = { ...mild, deaths: 1 };
    const { trace } = run({ violation: rule.statute.violation, facts }, rule);
    expect(trace.steps.find(({ step }) => step === 'facts')).toMatchObject({
      facts: expect.arrayContaining([
        expect.objectContaining({
          id: 'serious',
          value: true,
          by: expect.objectContaining({ article: 67 }),
        }),
      ]),
    });
  });
});

describe('违法所得 under order 118', () => {
  const given = { kind: 'ordinary', decisionDate: '2026-06-01', receipts: yuan(100_000) } as const;

  it('is net of costs and taxes that are proved, and never below zero', () => {
    expect(
      illegalGains({ ...given, provedCosts: yuan(60_000), taxesPaid: yuan(5_000) }),
    ).toMatchObject({
      gains: yuan(35_000),
      confiscable: yuan(35_000),
    });
    expect(illegalGains(given)).toMatchObject({ gains: yuan(100_000) });
    expect(illegalGains({ ...given, provedCosts: yuan(200_000) })).toMatchObject({
      gains: 0,
      confiscable: 0,
    });
  });

  it('counts what was refunded but does not confiscate it', () => {
    expect(illegalGains({ ...given, refunded: yuan(30_000) })).toMatchObject({
      gains: yuan(100_000),
      confiscable: yuan(70_000),
    });
    const rule = now('price-fraud');
    const { confiscations, range } = run(
      {
        violation: 'price-fraud',
        facts: { illegalGains: yuan(100_000), serious: false, partyType: 'entity' },
        refunded: yuan(30_000),
      },
      rule,
    );
    expect(range?.max).toBe(yuan(500_000));
    expect(confiscations).toMatchObject([
      { kind: 'confiscate-illegal-gains', amount: yuan(70_000) },
    ]);
  });

  it.each(['price', 'pyramid', 'facilitation'] as const)('deducts nothing for %s cases', (kind) => {
    expect(illegalGains({ ...given, kind, provedCosts: yuan(60_000) })).toMatchObject({
      gains: yuan(100_000),
    });
  });

  it('does not reach back before 2026-03-20 and takes no broken amounts', () => {
    expect(illegalGains({ ...given, decisionDate: '2026-03-19' })).toMatchObject({
      reason: 'not-in-force',
    });
    expect(illegalGains({ ...given, taxesPaid: -1 })).toMatchObject({
      reason: 'fact-invalid',
      at: 'taxesPaid',
    });
  });
});

describe('after the 告知书', () => {
  const first = assess(CASE, RULE);
  const noticed = { fine: yuan(400_000), kinds: [], facts: first.facts, factors: first.factors };

  it('nothing heavier follows on the same facts', () => {
    const result = assess({ ...CASE, noticed }, RULE);
    expect(first.suggestion).toBeGreaterThan(yuan(400_000));
    expect(result.undecided).toMatchObject([
      { reason: 'heavier-after-notice', fields: { told: yuan(400_000) } },
    ]);
    expect(assess({ ...CASE, noticed: { ...noticed, fine: yuan(600_000) } }, RULE).outcome).toBe(
      'fine',
    );
  });

  it('new facts need a new notice', () => {
    const result = assess(
      { ...CASE, noticed, factors: { harm: 'grave', duration: 'short' } },
      RULE,
    );
    expect(result.outcome).toBe('fine');
    expect(result.flags.map(({ id }) => id)).toContain('new-notice');
  });
});

describe('persons punished in addition', () => {
  const rule = now('drug-refuse-risk-control');
  const persons = (serious: boolean | undefined) =>
    run(
      {
        violation: rule.statute.violation,
        actDate: '2026-06-01',
        facts: { goodsValue: yuan(30_000), ...(serious !== undefined && { serious }) },
      },
      rule,
    );

  it('stand apart from the range of the party', () => {
    const { range, persons: found } = persons(true);
    expect(range).toEqual({ min: yuan(150_000), max: yuan(300_000) });
    expect(found).toMatchObject([
      { range: { min: yuan(20_000), max: yuan(200_000) }, undecided: [] },
    ]);
    expect(persons(false).persons).toEqual([]);
  });

  it('wait for their own facts', () => {
    expect(persons(undefined).persons).toMatchObject([
      { range: null, undecided: [{ at: 'facts.serious' }] },
    ]);
  });
});

describe('what the authority must mind', () => {
  it('suspicion of a crime stands before every other flag', () => {
    const rule = now('drug-counterfeit');
    const [first] = flags({ facts: { goodsValue: yuan(1_000_000), serious: true } }, rule);
    expect(first).toMatchObject({ id: 'criminal-suspicion', cite: { article: 27 } });
    const facts = { goodsValue: yuan(1_000_000), serious: true };
    const { steps } = run({ violation: rule.statute.violation, facts }, rule).trace;
    const said = steps.findIndex(({ step }) => step === 'flag');
    expect(said).toBeLessThan(steps.findIndex(({ step }) => step === 'range'));
  });

  it('food fines from 300,000 yuan go to the prefecture, metering fines from 10,000 to the province', () => {
    const level = (change: Partial<Case>, rule: Rule) =>
      flags(change, rule).find(({ id }) => id === 'level')?.fields?.level;
    const food = now('food-unlicensed-operation');
    expect(
      level(
        { facts: { goodsValue: yuan(30_000) }, factors: { harm: 'none', duration: 'short' } },
        food,
      ),
    ).toBe('prefecture');
    expect(
      level(
        { facts: { goodsValue: yuan(20_000) }, factors: { harm: 'none', duration: 'short' } },
        food,
      ),
    ).toBe(undefined);
    expect(level({}, now('am-illegal-concentration'))).toBe('national');
  });

  it('price penalties go to reconsideration first', () => {
    const facts = { illegalGains: yuan(1000), serious: false, partyType: 'entity' };
    expect(flags({ facts }, now('price-fraud')).map(({ id }) => id)).toContain(
      'reconsideration-first',
    );
  });

  it('publicity follows the table in force on the day of the decision; a warning alone is not published', () => {
    const publicity = (decisionDate: string) =>
      flags({ decisionDate, actDate: decisionDate }, WITH_BARS).find(({ id }) => id === 'publicity')
        ?.fields;
    expect(publicity('2026-03-31')).toMatchObject({ min: 36, max: 36 });
    expect(publicity('2026-04-01')).toMatchObject({ min: 3, max: 36 });
    const rule = now('food-no-purchase-check');
    const facts = { correctionRefused: false, serious: false, goodsValue: 0 };
    expect(flags({ facts }, rule).map(({ id }) => id)).toContain('not-published');
  });

  it('a hearing is certain where the least fine reaches the sum, open where only the most does', () => {
    const hearings = (goods: number) =>
      assess({ ...CASE, facts: { goodsValue: yuan(goods) }, factors: {} }, RULE)
        .flags.filter(({ id }) => id.startsWith('hearing'))
        .map(({ id, fields }) => `${id} ${fields?.why}`);
    expect(hearings(37_500)).toEqual(['hearing fine']);
    expect(hearings(9_000)).toEqual(['hearing-unknown fine']);
  });

  it('thresholds of a hearing are configuration', () => {
    const hearing = { individual: yuan(5_000), entity: yuan(1_000_000) };
    const { flags } = assess(CASE, RULE, { hearing });
    expect(flags.map(({ id }) => id)).not.toContain('hearing');
  });

  it('every flag has words in both languages', () => {
    const { trace } = run(
      { violation: 'drug-counterfeit', facts: { goodsValue: 1, serious: true } },
      now('drug-counterfeit'),
    );
    for (const language of ['zh', 'en'] as const)
      for (const { step, text } of sentences(trace, language))
        if (step === 'flag') expect(text.length).toBeGreaterThan(12);
  });
});
