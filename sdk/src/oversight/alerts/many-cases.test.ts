import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import { addDays, canonicalJson } from '../../text/index.ts';
import type { Alert } from './alert.ts';
import { caseOf, Log } from './fixtures/histories.ts';
import { handlerBias } from './handler-bias.ts';
import { incomeQuestions } from './income-questions.ts';
import { type RiskRow, tiedTo } from './tied-to.ts';
import { type Experience, worklist, yieldsOf } from './worklist.ts';

/** Forty handlers; one departs downward in a third of its cases; another has only lenient kinds of cases. */
function world(seed: number, planted: string | null, count = 1600) {
  const { below, next } = random(seed);
  const log = new Log();
  return Array.from({ length: count }, (_, i) => {
    const kid = `kid-${below(40)}`;
    // A kind of case in which everybody is milder, and which kid-7 has most of.
    const mild = kid === 'kid-7' ? next() < 0.8 : next() < 0.2;
    const departs = next() < (kid === planted ? 0.4 : mild ? 0.3 : 0.1);
    const factor = !departs ? 1 : kid === planted ? 0.6 : mild ? 0.7 : next() < 0.5 ? 0.8 : 1.25;
    const suggestion = 1_000_000 + below(80_000_000);
    return caseOf(log, {
      id: `w-${i}`,
      filed: addDays('2026-01-01', i % 200),
      kid,
      issued: {
        violation: mild ? 'mild' : 'plain',
        suggestion,
        fine: Math.round(suggestion * factor),
        flags: ['departure'],
        range: null,
      },
    });
  });
}

describe('bias by handler', () => {
  it('finds the one planted, and it alone', () => {
    for (const seed of [1, 2, 3]) {
      const { findings, tested, tooFew } = handlerBias(world(seed, 'kid-3'));
      expect(findings.map(({ group, direction }) => [group, direction])).toEqual([
        ['kid-3', 'lighter'],
      ]);
      expect(tested + tooFew).toBe(40);
      const [found] = findings;
      expect(found?.of).toHaveLength(found?.cases ?? 0);
      expect(found?.shift).toBeLessThan(-500);
      expect(found?.question.zh).toMatch(/？$/);
    }
  });

  it('accuses nobody where nobody is biased, though one has only lenient kinds of cases', () => {
    for (let seed = 10; seed < 20; seed++)
      expect(handlerBias(world(seed, null)).findings).toEqual([]);
  });

  it('says nothing of few cases, and counts them', () => {
    const few = handlerBias(world(1, 'kid-3', 200));
    expect(few).toMatchObject({ tested: 0, findings: [] });
    expect(few.tooFew).toBeGreaterThan(30);
  });

  it('cannot be carried by one far case', () => {
    const log = new Log();
    const cases = Array.from({ length: 200 }, (_, i) =>
      caseOf(log, {
        id: `f-${i}`,
        filed: addDays('2026-01-01', i),
        kid: `kid-${i % 4}`,
        issued: { fine: i === 0 ? 1 : 7_000_000, flags: ['departure'] },
      }),
    );
    expect(handlerBias(cases).findings).toEqual([]);
  });

  it('gives the same bytes in any order', () => {
    const cases = world(4, 'kid-3', 1200);
    expect(canonicalJson(handlerBias(cases.toReversed()))).toBe(canonicalJson(handlerBias(cases)));
  });

  it('takes another grouping', () => {
    const cases = world(5, null).map((one) => ({
      ...one,
      authority: one.codes[0]?.issued?.violation === 'mild' ? 'a' : 'b',
    }));
    expect(handlerBias(cases, { groupOf: ({ history }) => history.authority }).tested).toBe(0);
  });
});

describe('what a risk is tied to', () => {
  /** `template` brings the risk; `district` only goes with it; `weekday` has nothing to do with it. */
  function rows(seed: number, effect: number): RiskRow[] {
    const { next, pick } = random(seed);
    return Array.from({ length: 3000 }, (_, i) => {
      const template = next() < 0.3 ? 'old' : 'new';
      const district = next() < (template === 'old' ? 0.7 : 0.2) ? '甲' : pick(['乙', '丙']);
      const weekday = pick(['1', '2', '3', '4', '5']);
      const risk = next() < (template === 'old' ? 0.05 + effect : 0.05);
      return { id: `r-${i}`, risk, indicators: { template, district, weekday } };
    });
  }

  it('is recovered, and what only goes with it carries the warning', () => {
    for (const seed of [1, 2, 3]) {
      const ties = tiedTo(rows(seed, 0.2));
      expect(ties[0]).toMatchObject({ indicator: 'template', value: 'old', confoundedBy: [] });
      const district = ties.find(({ indicator }) => indicator === 'district');
      expect(district).toMatchObject({ value: '甲', confoundedBy: ['template'] });
      expect(district?.warning.zh).toContain('template');
      expect(ties.filter(({ indicator }) => indicator === 'weekday')).toEqual([]);
      for (const { warning } of ties) expect(warning.en).toContain('no cause');
    }
  });

  it('is nothing where nothing was planted', () => {
    for (let seed = 10; seed < 20; seed++) expect(tiedTo(rows(seed, 0))).toEqual([]);
  });
});

describe('a target for fines', () => {
  /** A year of one authority; until the target is reached, fines are raised in half of the cases where `pressed`. */
  function pressedYear(seed: number, pressed: boolean) {
    const { next } = random(seed);
    const log = new Log();
    return Array.from({ length: 200 }, (_, i) => {
      const raised = next() < (pressed && i < 100 ? 0.5 : 0.1);
      const fine = raised ? 8_400_000 : 7_000_000;
      return caseOf(log, {
        id: `t-${i}`,
        filed: addDays('2026-01-01', i),
        issued: { fine, flags: ['departure'] },
      });
    });
  }
  const target = {
    authority: new Log().authority,
    from: '2026-01-01',
    to: '2027-01-01',
    fines: 700_000_000,
  };

  it('is asked about, and a second question only where fines were higher until it was reached', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [plain] = incomeQuestions(pressedYear(seed, false), [target]);
      expect(plain?.q).toBeGreaterThan(0.01);
      expect(plain?.question.zh).not.toContain('达到指标之前');
      const [pressed] = incomeQuestions(pressedYear(seed, true), [target]);
      expect(pressed?.q).toBeLessThanOrEqual(0.01);
      expect(pressed?.question.zh).toMatch(/达到指标之前.*？$/);
      expect(pressed?.before.denominator).toBeGreaterThan(80);
      expect((pressed?.before.denominator ?? 0) + (pressed?.after.denominator ?? 0)).toBe(200);
    }
  });

  it('is reached by every decided fine, on the day of the decision, and by no notice', () => {
    const log = new Log();
    const decided = '2026-03-02';
    const penalty = (id: string, parts: object) =>
      caseOf(log, { id, filed: '2026-01-05', decided: { decided }, ...parts });
    const fined = { ...target, fines: 10_000_000 };
    const reached = (...cases: ReturnType<typeof penalty>[]) =>
      incomeQuestions(cases, [fined])[0]?.reached;
    const plain = penalty('a', {});
    // 减轻 and a fine that no suggestion stands beside.
    const lighter = penalty('b', { decided: { tier: 2, fine: 3_000_000, decided: '2026-03-09' } });
    const alone = penalty('c', {
      issued: { suggestion: null },
      decided: { decided: '2026-03-16' },
    });
    const notice = penalty('d', { decided: null });
    expect(reached(plain)).toBeNull();
    expect(reached(plain, notice)).toBeNull();
    expect(reached(lighter, plain)).toBe('2026-03-09');
    expect(reached(plain, alone)).toBe('2026-03-16');
  });

  it('is compared with nothing where it was never reached, or the cases are few', () => {
    const cases = pressedYear(1, true);
    const [never] = incomeQuestions(cases, [{ ...target, fines: 10_000_000_000 }]);
    expect(never).toMatchObject({
      reached: null,
      q: null,
      after: { denominator: 0, interval: null },
    });
    expect(incomeQuestions(cases.slice(0, 30), [target])[0]?.q).toBeNull();
    expect(incomeQuestions(cases, [])).toEqual([]);
  });
});

describe('the order of work', () => {
  const past: Experience[] = Array.from({ length: 120 }, (_, i) =>
    i % 2 === 0
      ? { rule: 'notice-altered', solved: i % 10 !== 0, minutes: 30 }
      : { rule: 'times-impossible', solved: i % 12 === 1, minutes: 60 },
  );
  const alert = (rule: Alert['rule'], n: number): Alert => ({
    id: `${rule} ${n}`,
    rule,
    level: 'medium',
    warning: false,
    authority: 'a',
    case: `a/${n}`,
    caseNumber: `${n}`,
    codeId: null,
    about: 'x',
    on: '2026-11-01',
    due: null,
    days: null,
    evidence: [],
    calculation: { quantities: [], cite: [] },
    question: { zh: '？', en: '?' },
  });

  it('counts what each rule brought and cost', () => {
    expect(yieldsOf(past)).toMatchObject([
      {
        rule: 'notice-altered',
        solved: { numerator: 48, denominator: 60 },
        minutes: 1800,
        minutesPerSolved: 38,
      },
      {
        rule: 'times-impossible',
        solved: { numerator: 10, denominator: 60 },
        minutesPerSolved: 360,
      },
    ]);
    expect(
      yieldsOf([{ rule: 'stalled', solved: false, minutes: 5 }])[0]?.minutesPerSolved,
    ).toBeNull();
  });

  it('solves more in the same hours than a random order, and drops nothing', () => {
    const { below, next } = random(20261122);
    const alerts = Array.from({ length: 200 }, (_, n) =>
      alert(next() < 0.5 ? 'notice-altered' : 'times-impossible', n),
    );
    const solvable = new Map(
      alerts.map((one) => [one.id, next() < (one.rule === 'notice-altered' ? 0.8 : 0.17)]),
    );
    const solvedWithin = (order: readonly Alert[], minutes: number) => {
      let left = minutes;
      return order.filter((one) => {
        left -= one.rule === 'notice-altered' ? 30 : 60;
        return left >= 0 && solvable.get(one.id);
      }).length;
    };
    const suggested = worklist(alerts, past);
    expect(new Set(suggested)).toEqual(new Set(alerts));
    for (let round = 0; round < 20; round++) {
      const order = alerts
        .map((one) => ({ one, at: below(1_000_000) }))
        .sort((a, b) => a.at - b.at);
      expect(solvedWithin(suggested, 2400)).toBeGreaterThan(
        1.3 *
          solvedWithin(
            order.map(({ one }) => one),
            2400,
          ),
      );
    }
  });
});
