import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StepRequest } from '../../api/index.ts';
import { caseHistories } from '../../oversight/index.ts';
import {
  AUTHORITY,
  answered,
  OTHER,
  type Running,
  runService,
  type StaffName,
} from '../fixtures/running.ts';
import { catchUp } from './follower.ts';
import { figuresOf } from './profile.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const body = { format: 'chidu-figures-request/1' } as const;
const idsBody = { format: 'chidu-figure-ids-request/1' } as const;

async function figuresFor(name: StaffName) {
  const { figures } = answered(await at.as(name).figures({ body }));
  return new Map(figures.map((one) => [one.id, `${one.numerator}/${one.denominator}`]));
}

it('tell each role what it may see, and name what they count', async () => {
  const officer = at.as('officer');
  const request = at.request();
  const code = answered(await officer.issueCode({ body: request }));
  const second = answered(await officer.issueCode({ body: at.request() }));
  const { number } = answered(
    await at.party.object({
      body: {
        format: 'chidu-objection/1',
        code: code.text,
        disputed: [{ kind: 'amount' }],
        text: '罚款数额有误，请复核。',
      },
    }),
  );
  const step = (version: number, name: StepRequest['step'], more: Partial<StepRequest> = {}) =>
    at.as('supervisor').stepObjection({
      params: { number },
      body: {
        format: 'chidu-objection-step/1',
        authority: AUTHORITY,
        step: name,
        version,
        ...more,
      },
    });
  answered(await step(0, 'accept'));
  answered(await step(1, 'answer', { text: '认定无误。', result: 'not-upheld' }));
  await catchUp(at.running.service);

  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const own = figuresOf(caseHistories(events).cases);
  const wanted = new Map(own.map((one) => [one.id, `${one.numerator}/${one.denominator}`]));
  expect(wanted.get('board.answered')).toBe('1/1');
  expect(await figuresFor('supervisor')).toEqual(wanted);
  expect(await figuresFor('auditor')).toEqual(wanted);
  // What was done about an objection that was never routed to the authority is not told to it.
  wanted.delete('board.answered');
  wanted.delete('board.upheld');
  expect(await figuresFor('head')).toEqual(wanted);

  const { read, unread } = answered(await at.as('head').figures({ body }));
  expect(read).toEqual([{ authority: AUTHORITY, year: 2026, next: 6, size: 6 }]);
  expect(unread).toBe(0);

  const ids = (name: StaffName, figure: string, part: 'in' | 'of', more = {}) =>
    at.as(name).figureIds({ body: { ...idsBody, figure, part, ...more } });
  const first = answered(await ids('head', 'board.objected', 'of', { limit: 1 }));
  expect(first.ids).toEqual([`${AUTHORITY}/${request.caseNumber}`]);
  const after = { after: first.next as string };
  const rest = answered(await ids('head', 'board.objected', 'of', { limit: 1, ...after }));
  expect(rest).toEqual({ ids: [own[0]?.in[1]], next: null });
  expect(second.codeId).not.toBe(code.codeId);
  const { ids: entries } = answered(await ids('auditor', 'board.answered', 'in'));
  expect(entries).toEqual(own.find(({ id }) => id === 'board.answered')?.in);
  for (const [name, figure] of [
    ['head', 'board.answered'],
    ['supervisor', 'board.alerts[level=high]'],
    ['supervisor', 'board.stage'.concat('[stage')],
  ] as const)
    expect(await ids(name, figure, 'in')).toMatchObject({ error: 'not-found' });
  expect(await ids('head', 'board.cases', 'in', { after: 'x' })).toMatchObject({
    error: 'request-schema',
  });
});

it('are of the authorities of the key alone', async () => {
  const authorities = [OTHER];
  for (const name of ['head', 'auditor'] as const) {
    expect(await at.as(name).figures({ body: { ...body, authorities } })).toMatchObject({
      status: 403,
      at: 'authority',
    });
    const asked = { ...idsBody, authorities, figure: 'board.cases', part: 'in' as const };
    expect(await at.as(name).figureIds({ body: asked })).toMatchObject({ status: 403 });
  }
  const { figures } = answered(
    await at.as('supervisor').figures({ body: { ...body, authorities } }),
  );
  expect(figures.find(({ id }) => id === 'board.cases')?.numerator).toBe(0);
});
