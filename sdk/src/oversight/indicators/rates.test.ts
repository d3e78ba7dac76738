import { describe, expect, it } from 'vitest';
import { CASE_STAGES } from '../../api/case-events.ts';
import { OBJECTION_STATES } from '../../api/objection-flow.ts';
import type { CaseHistory } from '../events/case-history.ts';
import { missing, showFigure } from '../figure.ts';
import type { Organisation } from '../organisation.ts';
import { STAGES } from '../stages.ts';
import { history, NORTH, SOUTH } from '../use/fixtures/history.ts';
import { ENDED_OBJECTION } from './coverage-figures.ts';
import { coverageFigures, fullRates, type Person } from './index.ts';

const KEY = '0011223344556677';
const organisation: Organisation = {
  format: 'chidu-organisation/1',
  name: '示例市',
  units: [
    {
      id: 'city',
      parent: null,
      name: '示例市局',
      level: 'prefecture',
      authority: NORTH,
      region: '231200',
      people: 2,
    },
    {
      id: 'county',
      parent: 'city',
      name: '示例县局',
      level: 'county',
      authority: SOUTH,
      region: '231281',
      people: 1,
    },
    {
      id: 'station',
      parent: 'county',
      name: '示例所',
      level: 'station',
      authority: null,
      region: null,
      people: 3,
    },
  ],
};
const people: Person[] = [
  { id: 'p1', unit: 'city', kid: KEY },
  { id: 'p2', unit: 'city', kid: 'ffffffffffffffff' },
  { id: 'p3', unit: 'station', kid: null },
];
const stages = (names: readonly string[]): CaseHistory['stages'] =>
  names.map((stage, i) => ({
    at: '2026-10-20T02:00:00Z',
    day: '2026-10-20',
    place: { authority: NORTH, year: 2026, index: 900 + i },
    kid: KEY,
    stage,
    on: '2026-10-20',
    source: 'sample:steps',
  }));
const whole = history('1', {}, { stages: stages(STAGES) });
const skipped = history('2', {}, { stages: stages(STAGES.filter((one) => one !== 'review')) });
const rates = (
  cases: CaseHistory[],
  publicity: Parameters<typeof fullRates>[0]['publicity'] = null,
) => fullRates({ organisation, people, cases, from: '2026-10-01', to: '2026-11-01', publicity });

describe('the four rates', () => {
  it('state numerator and denominator, and name what is missing', () => {
    const { figures } = rates(
      [whole, skipped, history('3'), history('4')],
      new Map([
        [whole.id, 'published'],
        [skipped.id, 'exempt'],
      ]),
    );
    expect(figures.map((one) => `${one.id} ${showFigure(one)}`)).toEqual([
      'rates.units 33.33%（1/3）',
      'rates.people 16.67%（1/6）',
      'rates.online 50%（1/2）',
      'rates.published 33.33%（1/3）',
    ]);
    expect(figures.map((one) => missing(one).map((id) => id.replace(`${NORTH}/`, '')))).toEqual([
      ['county', 'station'],
      ['p2', 'county/?1', 'p3', 'station/?1', 'station/?2'],
      ['2'],
      ['3', '4'],
    ]);
  });

  it('know people by whatever they entered, and no party by what it asked', () => {
    const own = (i: number, key: string | null) => ({
      at: '2026-10-21T02:00:00Z',
      day: '2026-10-21',
      place: { authority: SOUTH, year: 2026, index: 700 + i },
      kid: key,
    });
    const keys = ['a', 'b', 'c', 'd', 'e'].map((sign) => sign.repeat(16));
    const [ended, decided, step, remedy] = keys as [string, string, string, string];
    const [first] = history('9', { authority: SOUTH, day: '2026-09-01' }).codes;
    if (first === undefined) throw new Error('a history has a code');
    const acted = history(
      '9',
      { authority: SOUTH, day: '2026-09-01' },
      {
        codes: [
          {
            ...first,
            firstViewed: own(0, null),
            ended: { ...own(1, ended), how: 'withdrawn' },
            decided: { ...own(2, decided), data: null },
          },
        ],
        objections: [
          {
            ...own(3, null),
            codeId: first.codeId,
            disputed: [],
            steps: [{ ...own(4, step), step: 'answered', data: null }],
            escalations: [own(5, null)],
            state: 'answered',
            result: null,
          },
        ],
        remedies: [
          { ...own(6, remedy), kind: 'suit', state: 'pending', on: '2026-10-21', confirmed: true },
        ],
      },
    );
    const crowd = keys.map((kid, i) => ({ id: `q${i}`, unit: i === 4 ? 'county' : 'city', kid }));
    const rated = fullRates({
      organisation,
      people: crowd,
      cases: [acted],
      from: '2026-10-01',
      to: '2026-11-01',
      publicity: null,
    });
    expect(rated.figures[1]?.in).toEqual(['q0', 'q1', 'q2', 'q3']);
    // All those who acted are somebody of the city; what parties and the service did is no use by the county.
    expect(rated.figures[0]?.in).toEqual(['city']);
  });

  it('are of the period alone, and no base is no rate', () => {
    const { figures, unknown } = rates([history('1', { day: '2026-09-30' })]);
    expect(figures.map((one) => showFigure(one))).toEqual([
      '0%（0/3）',
      '0%（0/6）',
      '无基数（0/0）',
    ]);
    expect(unknown).toEqual(['rates.published']);
  });

  it('are not known where there is no register of people', () => {
    const { figures, unknown } = fullRates({
      organisation,
      people: null,
      cases: [whole],
      from: '2026-10-01',
      to: '2026-11-01',
      publicity: null,
    });
    expect(figures.map(({ id }) => id)).toEqual(['rates.online']);
    expect(unknown).toEqual(['rates.units', 'rates.people', 'rates.published']);
  });

  it('are not 100 % before the last of 12,663 people has acted', () => {
    const crowd = Array.from({ length: 12_663 }, (_, i) => ({
      id: `p${i}`,
      unit: 'city',
      kid: i === 0 ? null : KEY,
    }));
    const units = organisation.units.map((unit) => ({ ...unit, people: 0 }));
    const { figures } = fullRates({
      organisation: { ...organisation, units },
      people: crowd,
      cases: [whole],
      from: '2026-10-01',
      to: '2026-11-01',
      publicity: null,
    });
    const [, acted] = figures;
    expect(acted && showFigure(acted)).toBe('99.99%（12,662/12,663）');
    expect(acted && missing(acted)).toEqual(['p0']);
  });

  it('know the stages and the ends of objections that the service knows', () => {
    expect(STAGES).toEqual(CASE_STAGES);
    const ended = Object.entries(OBJECTION_STATES).filter(([, { open }]) => !open);
    expect([...ENDED_OBJECTION].sort()).toEqual(ended.map(([state]) => state).sort());
  });
});

describe('coverage', () => {
  it('gives three figures with their gaps', () => {
    const objection = (index: number, state: string): CaseHistory['objections'][number] => ({
      at: '2026-10-21T02:00:00Z',
      day: '2026-10-21',
      place: { authority: NORTH, year: 2026, index },
      kid: null,
      codeId: 'a',
      disputed: [],
      steps: [],
      escalations: [],
      state,
      result: null,
    });
    const place = { authority: NORTH, year: 2026, index: 77 };
    const { figures, unread } = coverageFigures({
      organisation,
      cases: [
        history('1', {}, { objections: [objection(70, 'answered'), objection(71, 'routed')] }),
        history('2', { issued: null }),
        history('3', {}, { caseNumber: null }),
      ],
      unread: [{ place, kind: 'issued', why: 'erased' }],
      matters: [{ id: 'clue-1', ended: false }],
    });
    expect(figures.map((one) => `${one.id} ${showFigure(one)}`)).toEqual([
      'covered.authorities 50%（1/2）',
      'covered.data 33.33%（1/3）',
      'covered.loops 33.33%（1/3）',
    ]);
    expect(figures.map(missing)).toEqual([
      ['county'],
      [`${NORTH}/2`, `${NORTH}/3`],
      [`${NORTH}/2026/71`, 'clue-1'],
    ]);
    expect(unread).toEqual([{ entry: `${NORTH}/2026/77`, why: 'erased' }]);
  });
});
