import { describe, expect, it } from 'vitest';
import { showFigure } from '../figure.ts';
import { history } from '../use/fixtures/history.ts';
import { exercisesOf } from '../use/index.ts';
import {
  fileReview,
  majorCases,
  REGION_PROFILES,
  RegionProfile,
  type ReviewedFile,
} from './index.ts';

const profile = RegionProfile.parse({
  format: 'chidu-region/1',
  code: '231200',
  name: '示例市',
  majorCases: {
    source: '示例备案办法',
    individual: 1_000_000,
    entity: 10_000_000,
    kinds: [8, 10],
    days: 15,
    unit: 'working-day',
  },
});
const filed = (
  issued: NonNullable<Parameters<typeof history>[1]>['issued'],
  party: 'individual' | 'entity' | null = 'entity',
) => {
  const { exercises } = exercisesOf([history('1', { day: '2026-09-21', issued: issued ?? {} })]);
  return majorCases(
    exercises,
    () => profile,
    () => party,
  );
};

describe('filing of major cases', () => {
  it('begins at the threshold itself, and not one fen below', () => {
    expect(filed({ fine: 9_999_999 }).packages).toEqual([]);
    const [at] = filed({ fine: 10_000_000 }).packages;
    expect(at?.reasons).toEqual([{ why: 'fine', fine: 10_000_000, threshold: 10_000_000 }]);
    // 15 working days from Monday 21 September, over Mid-autumn (25 to 27 September) and National Day (1 to 7 October); Saturday 10 October is worked.
    expect(at?.due).toEqual({ state: 'day', day: '2026-10-19', last: '2026-10-19' });
    expect(filed({ fine: 1_000_000 }, 'individual').packages).toHaveLength(1);
  });

  it('asks where it hangs on who the party is, and never guesses', () => {
    const between = filed({ fine: 5_000_000 }, null);
    expect([between.packages.length, between.ask.length]).toEqual([0, 1]);
    expect(filed({ fine: 10_000_000 }, null).packages).toHaveLength(1);
    expect(filed({ fine: 999_999 }, null).ask).toEqual([]);
  });

  it('is due for a kind whatever the fine, and never for a notice', () => {
    expect(filed({ fine: null, kinds: [8] }).packages[0]?.reasons).toEqual([
      { why: 'kind', kind: 8 },
    ]);
    expect(filed({ fine: 90_000_000, documentKind: 1 }).packages).toEqual([]);
  });

  it('is not known where the place has not entered its thresholds', () => {
    expect(REGION_PROFILES.map(({ code }) => code)).toEqual([
      '120000',
      '120116',
      '430100',
      '640000',
    ]);
    for (const one of REGION_PROFILES) {
      expect(RegionProfile.safeParse(one).success).toBe(true);
      const { exercises } = exercisesOf([history('1')]);
      const result = majorCases(exercises, () => one);
      expect([result.packages.length, result.unknown.length]).toEqual([0, 1]);
    }
  });
});

describe('case-file review', () => {
  const file = (id: string, ...states: ('ok' | 'fault' | 'open' | 'unseen')[]): ReviewedFile => ({
    case: id,
    checks: states.map((state, i) => ({
      id: `check-${i}`,
      label: { zh: `检查${i}`, en: `check ${i}` },
      state,
    })),
  });

  it('counts faults among files in which the check had a result, and never what was not seen', () => {
    const { figures, checks } = fileReview([
      file('a', 'ok', 'ok'),
      file('b', 'fault', 'unseen'),
      file('c', 'open', 'unseen'),
    ]);
    expect(figures.map((one) => `${one.id} ${showFigure(one)}`)).toEqual([
      'files.clean 66.67%（2/3）',
      'files.faults[check=check-0] 50%（1/2）',
      'files.unseen[check=check-0] 0',
      'files.faults[check=check-1] 0%（0/1）',
      'files.unseen[check=check-1] 2',
    ]);
    expect(checks.map(({ id }) => id)).toEqual(['check-0', 'check-1']);
  });

  it('counts a file that was reviewed again once, as it was seen last', () => {
    const again = fileReview([file('a', 'fault'), file('b', 'ok'), file('a', 'ok')]);
    expect(again.figures.slice(0, 2).map((one) => showFigure(one))).toEqual([
      '100%（2/2）',
      '0%（0/2）',
    ]);
  });
});
