import { readCodeText } from '@chidu/sdk/codes';
import type { RuleBook } from '@chidu/sdk/service';
import { beforeAll, expect, it } from 'vitest';
import { CASES } from './legacy/cases.ts';
import { type Journey, travel } from './loop.ts';
import { openRuleBook } from './rule-book.ts';
import { JUDGEMENT, STORY } from './story.ts';
import { tell } from './tell.ts';

const now = () => new Date('2026-11-21T02:00:00Z');
const portal = 'http://localhost:8734';
let book: RuleBook;
let journey: Journey;

beforeAll(async () => {
  book = await openRuleBook();
  journey = await travel(STORY, JUDGEMENT, { book, portal, now });
});

it('finds the lawful range, the tier and the suggestion', () => {
  const { assessment } = journey;
  // 食品安全法 122: 10 to 20 times 10,000 yuan; 31 points are ordinary, 1/40 into 130,000 to 170,000.
  expect(assessment).toMatchObject({
    outcome: 'fine',
    range: { min: 10_000_000, max: 20_000_000 },
    points: 31,
    tier: 'ordinary',
    band: { min: 13_000_000, max: 17_000_000 },
    suggestion: 13_100_000,
  });
});

it('ends with every step passed but log and status, which nobody keeps yet', () => {
  const states = Object.fromEntries(
    journey.verdict.steps.map(({ id, finding }) => [id, finding.state]),
  );
  expect(states).toEqual({
    trust: 'pass',
    code: 'pass',
    key: 'pass',
    signature: 'pass',
    rule: 'pass',
    replay: 'pass',
    log: 'unknown',
    status: 'unknown',
  });
});

it('fits version 15 with eight factors or more', () => {
  expect(Object.keys(JUDGEMENT.factors).length).toBeGreaterThanOrEqual(8);
  expect(journey.symbol.version).toBeLessThanOrEqual(15);
  expect(readCodeText(journey.symbol.url)).toEqual({ found: true, text: journey.signed.text });
});

it('falls into the other range one yuan below', async () => {
  const below = CASES.find(({ hzje }) => hzje === '9,999.00') ?? expect.fail('no such case');
  const { assessment } = await travel(below, JUDGEMENT, { book, portal, now });
  expect(assessment.range).toEqual({ min: 5_000_000, max: 10_000_000 });
});

it('is told in whole sentences, with the sample marked as one', () => {
  const text = tell(journey);
  for (const part of ['第一百二十二条', '131,000.00元', '示例', journey.signed.checkCode]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});
