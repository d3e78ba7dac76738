import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StepRequest } from '../../api/index.ts';
import { caseHistories } from '../../oversight/index.ts';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const seen = '2026-11-20T01:59:00Z';

it('tells oversight everything of a case, so that no entry of the feed stays unread', async () => {
  const officer = at.as('officer');
  const request = at.request();
  const { caseNumber } = request;
  const code = answered(await officer.issueCode({ body: request }));
  const own = { authority: AUTHORITY, caseNumber };
  const stage = { format: 'chidu-stage/1' as const, ...own, seen, source: 'demo:detail/stage' };
  answered(await officer.recordStage({ body: { ...stage, stage: 'noticed', on: '2026-11-20' } }));
  const page = { format: 'chidu-page/1' as const, ...own, part: 'notice', seen };
  answered(
    await officer.recordPage({
      body: { ...page, codeId: code.codeId, before: 'ab'.repeat(32), after: null },
    }),
  );
  const { number } = answered(
    await at.party.object({
      body: {
        format: 'chidu-objection/1',
        code: code.text,
        disputed: [{ kind: 'factor', factor: 2 }],
        text: '货值认定有误，请复核。',
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
  answered(
    await officer.decideCode({
      params: { codeId: code.codeId },
      body: {
        format: 'chidu-decision/1',
        authority: AUTHORITY,
        document: '示市监罚〔2026〕9号',
        outcome: 'none',
        tier: 1,
        kinds: [],
        decided: '2026-11-20',
        reason: '陈述申辩成立',
      },
    }),
  );
  answered(
    await at.as('head').recordRemedy({
      body: {
        format: 'chidu-remedy/1',
        ...own,
        kind: 'suit',
        state: 'pending',
        on: '2026-11-20',
      },
    }),
  );
  const ended = { ...own, kind: 'suit' as const, on: '2026-11-20', result: 'kept' as const };
  const remedy = (state: 'pending' | 'ended') =>
    at.as('supervisor').recordRemedy({
      body: { format: 'chidu-remedy/1', ...ended, state },
    });
  expect(await remedy('pending')).toMatchObject({ ok: false, error: 'request-schema' });
  answered(await remedy('ended'));

  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const { cases, unread } = caseHistories(events);
  expect(unread).toEqual([]);
  expect(cases).toMatchObject([
    {
      id: `${AUTHORITY}/${caseNumber}`,
      caseNumber,
      codes: [
        {
          codeId: code.codeId,
          issued: { factors: request.factors.map((pair) => expect.objectContaining([...pair])) },
          decided: { data: { outcome: 'none', differs: 'lighter' } },
        },
      ],
      stages: [{ stage: 'noticed' }],
      changes: [{ part: 'notice', gone: true }],
      remedies: [
        { kind: 'suit', confirmed: false },
        { kind: 'suit', state: 'ended', confirmed: true, result: 'kept' },
      ],
      objections: [{ state: 'answered', result: 'not-upheld', steps: [{}, {}] }],
    },
  ]);
});
