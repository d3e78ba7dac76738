import { afterAll, beforeAll, expect, it } from 'vitest';
import { CASE_MARKS, CASE_STAGES } from '../../api/index.ts';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { stages } from '../store/records/cases.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const caseNumber = '示市监案〔2026〕900号';
const seen = '2026-11-20T01:59:00Z';

it('enters the stages of a case with one signer each and the number of the case', async () => {
  const officer = at.as('officer');
  for (const [index, stage] of CASE_STAGES.entries()) {
    const body = {
      format: 'chidu-stage/1' as const,
      authority: AUTHORITY,
      caseNumber,
      stage,
      on: `2026-11-${String(10 + index)}`,
      seen,
      source: 'demo:detail/stage',
    };
    answered(await officer.recordStage({ body, id: `stage-${stage}-0` }));
    // What an outbox sends twice is one entry.
    answered(await officer.recordStage({ body, id: `stage-${stage}-0` }));
  }
  const rows = await stages.of(at.running.service.database.reader, AUTHORITY, caseNumber);
  expect(rows.map(({ stage }) => stage)).toEqual([...CASE_STAGES]);
  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const entered = events.filter(({ kind }) => kind === 'stage');
  expect(entered.map(({ data }) => data?.stage)).toEqual([...CASE_STAGES]);
  expect(entered.every(({ kid, role }) => kid !== null && role === 'officer')).toBe(true);
  expect(entered.every(({ data }) => data?.case === caseNumber)).toBe(true);
});

it('enters what stops the clock and what is discussed between the stages', async () => {
  const officer = at.as('officer');
  for (const [index, stage] of CASE_MARKS.entries()) {
    const body = {
      format: 'chidu-stage/1' as const,
      authority: AUTHORITY,
      caseNumber: '示市监案〔2026〕901号',
      stage,
      on: `2026-10-${String(10 + index)}`,
      seen,
      source: 'demo:detail/mark',
    };
    answered(await officer.recordStage({ body, id: `mark-${stage}-0` }));
  }
  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const entered = events.filter(({ data }) => data?.case === '示市监案〔2026〕901号');
  expect(entered.map(({ data }) => data?.stage)).toEqual([...CASE_MARKS]);
});

it('enters that a document changed, by hashes that stay closed', async () => {
  const hash = 'ab'.repeat(32);
  answered(
    await at.as('officer').recordPage({
      body: {
        format: 'chidu-page/1',
        authority: AUTHORITY,
        caseNumber,
        part: 'notice',
        before: hash,
        after: null,
        seen,
      },
    }),
  );
  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: '2026' } }),
  );
  const [changed] = events.filter(({ kind }) => kind === 'document-changed');
  expect(changed?.data).toEqual({ case: caseNumber, part: 'notice', gone: true, seen });
  expect(JSON.stringify(changed)).not.toContain(hash);
});
