import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OversightEvent } from './event.ts';
import type { IssuedData } from './event-data.ts';
import { caseHistories, Histories } from './histories.ts';

const A = '11330424MB0000001X';
const B = '11330424MB0000002X';

const issuedData: IssuedData = {
  case: '案2026-1',
  violation: 'unlicensed-food',
  rule: 'ab',
  benchmark: { pack: 'p', version: '1' },
  documentKind: 1,
  tier: 4,
  points: 30,
  range: { min: 100, max: 300 },
  fine: 200,
  suggestion: 200,
  kinds: [1],
  factors: [[1, 2]],
  facts: [[1, 500]],
  flags: [],
  replaces: null,
};

function event(index: number, kind: string, more: Partial<OversightEvent> = {}): OversightEvent {
  return {
    authority: A,
    year: 2026,
    index,
    at: new Date(Date.UTC(2026, 2, 1, 0, index)).toISOString(),
    kind,
    codeId: null,
    refersTo: null,
    role: 'officer',
    kid: 'k1',
    data: null,
    ...more,
  };
}

const stepData = (step: string, state: string, result?: string) => ({
  step,
  state,
  ...(result && { result }),
});

/** One case with all that can happen, another of another authority under the same number, and housekeeping. */
const world: OversightEvent[] = [
  event(0, 'opened'),
  event(1, 'stage', {
    data: { case: '案2026-1', stage: 'filed', on: '2026-03-01', seen: 'x', source: 's' },
  }),
  event(2, 'issued', { codeId: 'c1', data: issuedData }),
  event(3, 'first-viewed', { codeId: 'c1', kid: null }),
  event(4, 'objected', {
    codeId: 'c1',
    kid: null,
    data: { disputed: [{ kind: 'factor', factor: 1 }], attachments: 0, contact: true },
  }),
  event(5, 'routed', { codeId: 'c1', refersTo: 4, data: stepData('route', 'routed') }),
  event(6, 'escalated', {
    codeId: 'c1',
    refersTo: 4,
    data: { state: 'routed', due: '2026-03-20' },
  }),
  event(7, 'answered', {
    codeId: 'c1',
    refersTo: 4,
    data: stepData('answer', 'answered', 'partly-upheld'),
  }),
  event(8, 'issued', {
    codeId: 'c2',
    refersTo: 2,
    data: { ...issuedData, fine: 150, replaces: 'corrected' },
  }),
  event(9, 'corrected', { codeId: 'c1', refersTo: 8 }),
  event(10, 'document-changed', {
    codeId: 'c1',
    data: { case: '案2026-1', part: 'notice', gone: false, seen: 'x' },
  }),
  event(11, 'remedy', {
    data: {
      case: '案2026-1',
      kind: 'suit',
      state: 'pending',
      on: '2026-03-02',
      confirmed: true,
    },
  }),
  event(1, 'issued', { authority: B, codeId: 'c3', data: issuedData }),
  event(2, 'decided', {
    authority: B,
    codeId: 'c3',
    refersTo: 1,
    data: {
      outcome: 'penalty',
      differs: 'same',
      tier: 4,
      fine: 200,
      kinds: [1],
      decided: '2026-03-02',
    },
  }),
  // A year later: the decision on the second code, in the log of the new year.
  event(0, 'opened', { year: 2027 }),
  event(1, 'issued', {
    year: 2027,
    codeId: 'c4',
    refersTo: 8,
    refersToYear: 2026,
    data: { ...issuedData, replaces: 'reissued' },
  }),
];

describe('caseHistories', () => {
  const { cases, unread } = caseHistories(world);

  it('puts together what belongs to one case, over authorities and years', () => {
    expect(unread).toEqual([]);
    expect(cases.map((one) => [one.id, one.codes.map((code) => code.codeId)])).toEqual([
      [`${A}/案2026-1`, ['c1', 'c2', 'c4']],
      [`${B}/案2026-1`, ['c3']],
    ]);
    const [first, second] = cases;
    expect(first?.codes[0]).toMatchObject({
      firstViewed: { place: { index: 3 } },
      ended: { how: 'corrected', place: { year: 2026, index: 8 } },
      decided: null,
    });
    expect(first?.codes[1]?.ended).toMatchObject({ place: { year: 2027, index: 1 } });
    expect(first?.stages).toMatchObject([{ stage: 'filed', on: '2026-03-01' }]);
    expect(first?.changes).toMatchObject([{ part: 'notice', gone: false, codeId: 'c1' }]);
    expect(first?.remedies).toMatchObject([{ kind: 'suit', state: 'pending', confirmed: true }]);
    expect(first?.objections).toMatchObject([
      {
        codeId: 'c1',
        disputed: [{ kind: 'factor', factor: 1 }],
        steps: [{ step: 'route' }, { step: 'answer' }],
        escalations: [{ place: { index: 6 } }],
        state: 'answered',
        result: 'partly-upheld',
      },
    ]);
    expect(second?.codes[0]?.decided?.data?.outcome).toBe('penalty');
  });

  it('takes the day of an entry by the calendar of China', () => {
    const late = event(1, 'issued', {
      codeId: 'c',
      at: '2026-12-31T16:00:00.000Z',
      data: issuedData,
    });
    expect(caseHistories([late]).cases[0]?.codes[0]?.day).toBe('2027-01-01');
  });

  it('gives the same whatever the order, with repetitions, all at once or entry by entry', () => {
    const shuffled = fc.shuffledSubarray([...world, ...world], { minLength: 2 * world.length });
    fc.assert(
      fc.property(shuffled, fc.nat(20), (events, pause) => {
        const histories = new Histories();
        for (const [i, one] of events.entries()) {
          histories.add(one);
          if (i === pause) histories.read();
        }
        expect(histories.read()).toEqual({ cases, unread });
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('keeps the history of a case that nothing was said of', () => {
    const histories = new Histories();
    for (const one of world) histories.add(one);
    const before = histories.read().cases;
    histories.add(event(3, 'first-viewed', { authority: B, codeId: 'c3' }));
    const after = histories.read().cases;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[1]?.codes[0]?.firstViewed?.place.index).toBe(3);
  });

  it('names a case by its first code where its number is not told', () => {
    const { case: _, ...untold } = issuedData;
    const read = caseHistories([
      event(2, 'issued', { codeId: 'c1', data: untold }),
      event(3, 'issued', { codeId: 'c2', refersTo: 2, data: untold }),
      event(4, 'issued', { codeId: 'c9', data: untold }),
    ]);
    expect(read.cases.map((one) => [one.id, one.caseNumber, one.codes.length])).toEqual([
      ['c1', null, 2],
      ['c9', null, 1],
    ]);
  });

  it('joins a case whose first code was issued before numbers were told', () => {
    const { case: _, ...untold } = issuedData;
    const { cases } = caseHistories([
      event(2, 'issued', { codeId: 'c1', data: untold }),
      event(3, 'stage', {
        data: { case: '案2026-1', stage: 'noticed', on: '2026-03-01', seen: 'x', source: 's' },
      }),
      event(4, 'issued', { codeId: 'c2', refersTo: 2, data: issuedData }),
    ]);
    expect(cases).toMatchObject([{ id: `${A}/案2026-1`, stages: [{}], codes: [{}, {}] }]);
  });
});

describe('what could not be used', () => {
  it('says why, place by place', () => {
    const { cases, unread } = caseHistories([
      event(1, 'levitated'),
      event(2, 'issued', { codeId: 'c1', data: null }),
      event(3, 'decided', { codeId: 'c1', data: { outcome: 'perhaps' } }),
      event(4, 'objected', { codeId: 'nowhere', data: { disputed: [] } }),
      event(5, 'answered', { codeId: 'c1', refersTo: 2, data: stepData('answer', 'answered') }),
      event(6, 'stage'),
      event(7, 'stage', { data: { stage: 'filed', on: '2026-03-01', seen: 'x', source: 's' } }),
      event(8, 'document-changed', { codeId: 'x', data: { part: 'p', gone: true, seen: 's' } }),
      event(9, 'key-added'),
    ]);
    expect(unread.map(({ place, kind, why }) => [place.index, kind, why])).toEqual([
      [1, 'levitated', 'unknown-kind'],
      [2, 'issued', 'erased'],
      [3, 'decided', 'malformed'],
      [4, 'objected', 'refers-to-nothing'],
      [5, 'answered', 'refers-to-nothing'],
      [6, 'stage', 'erased'],
      [7, 'stage', 'refers-to-nothing'],
      [8, 'document-changed', 'refers-to-nothing'],
    ]);
    expect(cases).toMatchObject([{ id: 'c1', codes: [{ issued: null, decided: { data: null } }] }]);
  });

  it('is read whole or not at all, down to the numbers of a factor', () => {
    const readable = (more: object) =>
      caseHistories([event(2, 'issued', { codeId: 'c1', data: { ...issuedData, ...more } })]).unread
        .length === 0;
    expect(readable({ factors: [[1, 2, -5]], facts: [[24, 0]] })).toBe(true);
    for (const odd of [
      { factors: [[1]] },
      { factors: [[0, 2]] },
      { factors: [[1, 2.5]] },
      { factors: [[1, '2']] },
      { factors: [[1, 2, 3, 4]] },
      { factors: 'none' },
      { facts: [[1, 2, 3]] },
      { facts: [1, 2] },
    ]) {
      expect([odd, readable(odd)]).toEqual([odd, false]);
    }
  });

  it('forgets what an entry said as soon as its body is erased', () => {
    const histories = new Histories();
    histories.add(event(2, 'issued', { codeId: 'c1', data: issuedData }));
    expect(histories.read().cases[0]?.codes[0]?.issued).not.toBeNull();
    histories.add(event(3, 'erasure', { refersTo: 2 }));
    const { cases, unread } = histories.read();
    expect(cases).toMatchObject([{ id: 'c1', caseNumber: null, codes: [{ issued: null }] }]);
    expect(unread).toEqual([
      { place: { authority: A, year: 2026, index: 2 }, kind: 'issued', why: 'erased' },
    ]);
  });
});
