import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import type { Case } from './case.ts';
import { made } from './fixtures/golden.ts';
import type { GoldenCase } from './fixtures/golden-cases.ts';

/** Traps of the law that no other test holds. The table of all of them is TRAPS.md, whose cells are checked below. */
const run = (golden: Omit<GoldenCase, 'name'>, change: Partial<Case> = {}) => {
  const { rule, case: case_ } = made({ name: golden.violation, ...golden });
  return assess({ ...case_, ...change }, rule);
};
const yuan = (amount: number) => amount * 100;
const flags = (result: ReturnType<typeof run>) => result.flags.map(({ id }) => id);

describe('what is no penalty', () => {
  it('an order to correct leaves no fine and no kind', () => {
    const result = run({ violation: 'cos-label-defect', facts: { correctionRefused: false } });
    expect(result).toMatchObject({ outcome: 'no-fine', range: null, penalties: [] });
    expect(result.measures.length).toBeGreaterThan(0);
    expect(run({ violation: 'std-mandatory-breach' }).undecided).toMatchObject([
      { reason: 'punished-as-other' },
    ]);
  });

  it('a first contact is no refusal: the fine waits for the order that was not followed', () => {
    const facts = { correctionRefused: false, serious: false };
    expect(run({ violation: 'food-no-purchase-check', facts }).range).toBeNull();
    expect(
      run({ violation: 'food-no-purchase-check', facts: { serious: false } }).undecided,
    ).toMatchObject([{ reason: 'fact-missing', at: 'facts.correctionRefused' }]);
    expect(
      run({ violation: 'food-market-organiser-duty', facts: { seriousConsequence: false } }).range
        ?.min,
    ).toBe(yuan(50_000));
  });
});

describe('no penalty and confiscation', () => {
  it('不予 takes nothing; an innocent dealer of food still loses the goods', () => {
    const violation = 'food-contaminants-over-limit';
    const facts = { goodsValue: yuan(500), serious: false };
    const minor = run({ violation, facts, grounds: ['minor-corrected-no-harm'] });
    expect(minor).toMatchObject({ outcome: 'waived', confiscations: [] });
    expect(flags(minor)).not.toContain('still-confiscated');
    const elect = { tier: 'waive', reason: '履行了进货查验义务' } as const;
    const dealer = run({ violation, facts, grounds: ['food-innocent-dealer'], elect });
    expect(dealer.outcome).toBe('waived');
    expect(dealer.flags.at(-1)).toMatchObject({
      id: 'still-confiscated',
      cite: { article: 136 },
    });
  });
});

describe('ranges as the law sets them', () => {
  it('one yuan of price gains gives at most five, none gives 50,000 and more: nothing is smoothed', () => {
    const facts = { serious: false, relativelySerious: false };
    const gains = (illegalGains: number) =>
      run({ violation: 'price-gouging', facts: { ...facts, illegalGains } }).range;
    expect(gains(yuan(1))).toEqual({ min: 0, max: yuan(5) });
    expect(gains(0)).toEqual({ min: yuan(50_000), max: yuan(500_000) });
  });

  it('an only-maximum range starts from zero, and an optional fine keeps its mode', () => {
    expect(run({ violation: 'met-unapproved-type' })).toMatchObject({
      range: { min: 0, max: yuan(3_000) },
      fineMode: 'may',
    });
  });

  it('CCC jumps at 10,000 as its text does, food does not', () => {
    const ccc = (goods: number) =>
      run({ violation: 'cert-ccc-uncertified', facts: { goodsValue: goods } }).range;
    expect(ccc(yuan(10_000) - 100)?.max).toBe(yuan(19_998));
    expect(ccc(yuan(10_000))).toEqual({ min: yuan(50_000), max: yuan(200_000) });
    const food = (goods: number) =>
      run({ violation: 'food-unlicensed-operation', facts: { goodsValue: goods } }).range;
    expect(food(yuan(10_000) - 1)?.max).toBe(yuan(100_000));
    expect(food(yuan(10_000))?.min).toBe(yuan(100_000));
  });

  it('patents: the amount range holds up to 50,000 of gains, the number included', () => {
    const patent = (gains: number) =>
      run({ violation: 'patent-passing-off', facts: { illegalGains: gains } }).range?.max;
    expect(patent(yuan(50_000))).toBe(yuan(250_000));
    expect(patent(yuan(50_000) + 1)).toBe(yuan(250_000) + 5);
  });

  it('base floors come before the multiple and differ by role in one article', () => {
    const drug = (role: string) =>
      run({
        violation: 'drug-substandard',
        facts: { role, goodsValue: yuan(3_000), serious: false },
      }).range;
    expect(drug('wholesaler')?.min).toBe(yuan(1_000_000));
    expect(drug('retailer')?.min).toBe(yuan(100_000));
  });

  it('no arithmetic goes above the maximum, even where antitrust law multiplies: a person is told', () => {
    const result = run({
      violation: 'am-abuse-dominance',
      facts: { lastYearSales: yuan(1_000_000) },
    });
    expect(result.range).toEqual({ min: yuan(10_000), max: yuan(100_000) });
    expect(flags(result)).toContain('beyond-maximum');
  });

  it('whether an advertising fee can be determined is a judgement that nobody makes by default', () => {
    const facts = {
      subject: 'advertiser',
      adFee: yuan(1_000),
      violations2y: 0,
      otherSerious: false,
    };
    expect(run({ violation: 'ad-false', facts }).undecided).toMatchObject([
      { at: 'facts.adFeeDeterminable' },
    ]);
  });
});

describe('grounds of the general law', () => {
  const food = { violation: 'food-unlicensed-operation', facts: { goodsValue: yuan(5_000) } };

  it('three states of mind, three results', () => {
    expect(run({ ...food, grounds: ['no-control'] }).outcome).toBe('waived');
    expect(run({ ...food, grounds: ['partly-impaired'] }).tier).toBe('ordinary');
    const elect = { tier: 'lighten', reason: '限制责任能力' } as const;
    expect(run({ ...food, grounds: ['partly-impaired'], elect }).tier).toBe('lighten');
    expect(run(food).tier).toBe('ordinary');
  });

  it('no harm binds, slight harm leaves the choice', () => {
    expect(run({ ...food, grounds: ['minor-corrected-no-harm'] }).outcome).toBe('waived');
    expect(run({ ...food, grounds: ['first-slight-corrected'] }).outcome).toBe('fine');
  });

  it('no fault needs proof by the party, and special texts have their own innocent parties', () => {
    const { rule } = made({ name: '', violation: 'tm-infringement' });
    const fault = rule.grounds.find(({ id }) => id === 'no-fault');
    expect(fault?.evidence.length).toBeGreaterThan(0);
    expect(rule.grounds.find(({ id }) => id === 'tm-innocent-seller')?.cite).toMatchObject({
      law: '商标法',
      article: 60,
    });
    const product = made({ name: '', violation: 'pq-adulterated' }).rule.grounds;
    expect(product.find(({ id }) => id === 'product-innocent-seller')?.effect).toEqual([
      'lighten',
      'mitigate',
    ]);
  });

  it('each text has its own period of recidivism', () => {
    const facts = (violation: string) =>
      made({ name: '', violation }).rule.statute.facts.map(({ id }) => id);
    expect(facts('ad-false')).toContain('violations2y');
    expect(facts('tm-infringement')).toContain('infringements5y');
    expect(facts('food-three-penalties-in-a-year')).toContain('priorPenalties12m');
  });
});

describe('TRAPS.md', () => {
  const table = readFileSync(new URL('TRAPS.md', import.meta.url), 'utf8');
  const rows = [...table.matchAll(/^\| (\d+) \| (.+?) \| (.+?) \|$/gm)];

  it('has all 59, in order', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 59 }, (_, i) => i + 1),
    );
  });

  it.each(rows.map(([, number, , cell]) => [number, cell ?? '']))(
    '%s names tests and parts that exist',
    (_, cell) => {
      const named = [...cell.matchAll(/`([^`]+)`(?: › “([^”]+)”)?/g)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, path = '', title] of named) {
        const file = new URL(`../../../${path}`, import.meta.url);
        expect(existsSync(file), path).toBe(true);
        if (title) expect(readFileSync(file, 'utf8'), `${path}: ${title}`).toContain(title);
      }
    },
  );
});
