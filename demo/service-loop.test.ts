import { checkNote, decodeLeaf, leafHash, parseReceipt, verifyInclusion } from '@chidu/sdk/log';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { travel } from './loop.ts';
import { openRuleBook } from './rule-book.ts';
import { type DemoServer, startServer } from './server.ts';
import { type ServiceJourney, travelThroughService } from './service-loop.ts';
import { JUDGEMENT, STORY } from './story.ts';
import { leadSupervisionCases } from './supervision-story.ts';
import { tellSupervision } from './tell.ts';

const now = () => new Date('2026-11-21T02:00:00Z');
let server: DemoServer;
let journey: ServiceJourney;

beforeAll(async () => {
  const book = await openRuleBook();
  server = await startServer({ port: 0, now, rules: book });
  const alone = await travel(STORY, JUDGEMENT, { book, portal: server.url, now });
  journey = await travelThroughService(alone, server, now);
});
afterAll(() => server.close());

it('ends with every step passed, log and status among them', () => {
  const steps = journey.verdict.steps.map(({ id, finding }) =>
    finding.state === 'pass' ? `${id} pass` : `${id} ${finding.state} ${finding.code}`,
  );
  expect(steps.filter((step) => !step.endsWith(' pass'))).toEqual([]);
});

it('reaches the supervision body alone, and comes back answered by the same code', () => {
  expect(journey.seenBefore).toBe(false);
  expect(journey.contact).toBe('000-5550100');
  expect(journey.answer).toMatchObject({ result: 'not-upheld' });
});

it('gives rise to supervision cases, one of them corrected and closed, each told in a line', async () => {
  const { codeId } = journey.issued;
  const about = { codeId, caseNumber: STORY.ajbh };
  const cases = await leadSupervisionCases(server.service, about, now);
  expect(cases.map(({ supervision }) => supervision.state)).toEqual(['closed', 'issued', 'issued']);
  expect(cases[0]?.supervision).toMatchObject({ codes: [codeId], case: STORY.ajbh });
  expect(tellSupervision(cases).split('\n').slice(1)).toEqual([
    '  兰司监〔2026〕1号　意见书　已办结，期限至2026-12-04',
    '  兰司监〔2026〕2号　意见书　已发出，待反馈，期限至2026-12-04',
    '  兰司监〔2026〕3号　意见书　已发出，待反馈，期限至2026-10-13',
  ]);
});

it('leaves proofs that hold without the service', async () => {
  expect(journey.proofs.map(({ kind }) => kind)).toEqual([
    'issued',
    'objected',
    'accept',
    'answer',
    'first-viewed',
  ]);
  for (const { proof } of journey.proofs) {
    const receipt = parseReceipt(proof) ?? expect.fail('no receipt');
    const { entry, index, checkpoint } = receipt;
    const { size, root } = checkpoint;
    expect(verifyInclusion(leafHash(entry), index, size, root, receipt.proof)).toBe(true);
    expect(decodeLeaf(entry)).toMatchObject({ ok: true, leaf: { codeId: journey.issued.codeId } });
    expect(await checkNote(receipt.note, [])).toMatchObject({ ok: true });
  }
});
