import { expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { concerns } from './concerns.ts';
import { type Docket, emptyDocket, type Paper } from './docket.ts';
import type { StepId } from './steps.ts';

/** A file in which everything is in order, as its pages would have shown it. */
const DAYS: Readonly<Record<StepId, string | null>> = {
  filed: '2026-09-01',
  investigated: '2026-09-28',
  reviewed: '2026-10-12',
  noticed: '2026-10-14',
  'notice-served': '2026-10-15',
  decided: '2026-10-26',
  served: '2026-10-28',
  paid: '2026-11-05',
  closed: '2026-11-12',
};
const paper = (part: Partial<Paper>): Paper => ({
  kind: 'notice',
  seenAt: '2026-10-14T02:00:00Z',
  digest: 'a',
  fine: 1_000_000,
  says: { defence: true, hearing: true, remedies: false, discretion: true },
  bound: { codeId: 'c1', digest: 'a', at: '2026-10-14T02:00:00Z' },
  changedAt: null,
  ...part,
});
const decision = (part: Partial<Paper> = {}): Paper =>
  paper({
    kind: 'decision',
    seenAt: '2026-10-26T02:00:00Z',
    says: { defence: true, hearing: false, remedies: true, discretion: true },
    ...part,
  });

interface Change {
  readonly days?: Partial<Record<StepId, string | null | undefined>>;
  readonly part?: Partial<Docket>;
}
function file({ days = {}, part = {} }: Change = {}): Docket {
  const steps = Object.entries({ ...DAYS, ...days }).flatMap(([id, day]) =>
    day === undefined ? [] : [[id, { day, seenAt: '2026-11-12T00:00:00Z' }]],
  );
  return {
    ...emptyDocket('兰市监案〔2026〕201号', '2026-09-01T00:00:00Z'),
    steps: Object.fromEntries(steps),
    papers: { notice: paper({}), decision: decision() },
    officers: 2,
    actDate: '2026-08-30',
    ...part,
  };
}
const check = (docket: Docket, today = '2026-11-20', hearing: boolean | null = true) =>
  checkFile({ docket, field: 'food', today, hearing });
const faults = (docket: Docket, today?: string) =>
  check(docket, today).flatMap(({ id, state }) => (state === 'fault' ? [id] : []));

it('finds nothing in a file that is in order', () => {
  expect(check(file()).map(({ id, state }) => [id, state])).toEqual(
    check(file()).map(({ id }) => [id, 'ok']),
  );
  expect(concerns(file(), { today: '2026-11-20', field: 'food', vanished: false })).toEqual([]);
});

// What a reviewer plants, and the one check that must name it.
const PLANTED: readonly (readonly [string, Change, readonly string[]])[] = [
  ['act after filing', { part: { actDate: '2026-09-02' } }, ['act-before-filing']],
  ['one officer', { part: { officers: 1 } }, ['two-officers']],
  ['review after notice', { days: { reviewed: '2026-10-16' } }, ['order-reviewed-noticed']],
  ['no review', { days: { reviewed: null } }, ['order-reviewed-noticed']],
  [
    'decided before served',
    { days: { decided: '2026-10-13', served: '2026-10-14' } },
    ['order-notice-served-decided', 'defence-over'],
  ],
  // 2026-10-15 is a Thursday: the fifth working day is Thursday 22 October.
  ['decided on the last day', { days: { decided: '2026-10-22' } }, ['defence-over']],
  [
    'decided after 90 days',
    {
      days: {
        decided: '2026-12-01',
        served: '2026-12-02',
        paid: '2026-12-03',
        closed: '2026-12-04',
      },
    },
    ['period-decide'],
  ],
  ['served late', { days: { served: '2026-11-05' } }, ['period-serve']],
  ['closed before paid', { days: { closed: '2026-11-01' } }, ['order-paid-closed']],
  [
    'no right of defence',
    {
      part: {
        papers: {
          notice: paper({
            says: { defence: false, hearing: true, remedies: false, discretion: true },
          }),
          decision: decision(),
        },
      },
    },
    ['notice-defence'],
  ],
  [
    'no reasons',
    {
      part: {
        papers: {
          notice: paper({
            says: { defence: true, hearing: true, remedies: false, discretion: false },
          }),
          decision: decision(),
        },
      },
    },
    ['notice-discretion'],
  ],
  [
    'heavier decision',
    { part: { papers: { notice: paper({}), decision: decision({ fine: 1_200_000 }) } } },
    ['not-heavier'],
  ],
  [
    'altered notice',
    {
      part: {
        papers: {
          notice: paper({ digest: 'b', changedAt: '2026-10-20T00:00:00Z' }),
          decision: decision(),
        },
      },
    },
    ['papers-unchanged'],
  ],
];
it.each(PLANTED)('names what was planted: %s', (_, change, expected) => {
  expect(faults(file(change), '2026-12-10')).toEqual(expected);
});

it('calls unseen what no page has shown, and never a fault', () => {
  const docket = emptyDocket('兰市监案〔2026〕202号', '2026-09-01T00:00:00Z');
  expect(new Set(check(docket).map(({ state }) => state))).toEqual(new Set(['unseen']));
  // Filed long ago; whether it was decided stands on a page that nobody opened.
  const filed = file({
    days: Object.fromEntries(Object.keys(DAYS).map((id) => [id, undefined])),
    part: { papers: {}, officers: null, actDate: null },
  });
  expect(faults({ ...filed, steps: { filed: { day: '2026-01-05', seenAt: '' } } })).toEqual([]);
});

it('leaves a step open that is still to come', () => {
  const docket = file({
    days: { decided: null, served: undefined, paid: undefined, closed: undefined },
    part: { papers: { notice: paper({}) } },
  });
  const state = (id: string) =>
    check(docket, '2026-10-20').find((one) => one.id === id)?.state ?? 'none';
  expect(state('defence-over')).toBe('open');
  expect(state('period-decide')).toBe('open');
  expect(state('period-serve')).toBe('unseen');
  expect(faults(docket, '2026-10-20')).toEqual([]);
});

it('raises a changed paper, a skipped step, a stalled case and a vanished number', () => {
  const at = { today: '2026-11-20', field: 'food', vanished: false };
  const ids = (docket: Docket, vanished = false) =>
    concerns(docket, { ...at, vanished }).map(({ id, about }) => `${id} ${about}`);
  expect(
    ids(
      file({
        part: { papers: { n1: paper({ digest: 'b', changedAt: '2026-10-20T00:00:00Z' }) } },
      }),
    ),
  ).toEqual(['paper-changed n1']);
  expect(ids(file({ days: { reviewed: null } }))).toEqual(['step-skipped reviewed']);
  const open = { decided: undefined, served: undefined, paid: undefined, closed: undefined };
  expect(ids(file({ days: { ...open, filed: '2026-03-02', 'notice-served': undefined } }))).toEqual(
    ['stalled decide'],
  );
  expect(ids(file({ days: { ...open } }))).toEqual(['stalled idle']);
  expect(ids(file(), true)).toEqual(['number-vanished 兰市监案〔2026〕201号']);
});
