import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hex, sha256 } from '../../text/sha256.ts';
import { RULE } from '../fixtures/food-122.ts';
import { checkRule } from './check-rule.ts';
import { messageOf } from './messages.ts';
import { applyReviews, findingHash } from './reviewed.ts';

const review = { by: '示例审核人', on: '2026-11-21', reason: '法律原文如此' };

describe('a reviewed finding', () => {
  it('is accepted while its figures stand and open again when they change', async () => {
    const findings = checkRule(RULE);
    const cliff = findings.find(({ code }) => code === 'fact-cliff');
    if (!cliff) throw new Error('the sample has a cliff');
    const reviews = [{ finding: await findingHash(RULE, cliff), ...review }];
    const first = await applyReviews(RULE, findings, reviews);
    expect(first.accepted.map(({ finding }) => finding.code)).toEqual(['fact-cliff']);
    expect(first.open).toHaveLength(findings.length - 1);
    expect(first.stale).toEqual([]);

    const changed = structuredClone(RULE);
    Object.assign(changed.statute.tiers[0]?.fine ?? {}, { max: 9_000_000 });
    const second = await applyReviews(changed, checkRule(changed), reviews);
    expect(second.accepted).toEqual([]);
    expect(second.stale).toEqual(reviews);
  });

  it('is never an error', async () => {
    const rule = structuredClone(RULE);
    Object.assign(rule.statute.tiers[0]?.fine ?? {}, { min: 20_000_000 });
    const findings = checkRule(rule);
    const error = findings.find(({ level }) => level === 'error');
    if (!error) throw new Error('an inverted range is an error');
    const reviews = [{ finding: await findingHash(rule, error), ...review }];
    expect((await applyReviews(rule, findings, reviews)).open).toContain(error);
  });
});

describe('the page of the format', () => {
  it('prints what is hashed and its hash', async () => {
    const page = readFileSync(new URL('../../../docs/formats/reviews.md', import.meta.url), 'utf8');
    const printed = /^\{.*\}$/m.exec(page)?.[0] ?? '';
    const cliff = checkRule(RULE).find(({ code }) => code === 'fact-cliff');
    if (!cliff) throw new Error('the sample has a cliff');
    const hash = await findingHash(RULE, cliff);
    expect(hex(await sha256(new TextEncoder().encode(printed)))).toBe(hash);
    expect(page).toContain(`\`${hash}\``);
  });
});

describe('messages', () => {
  it('say in both languages what was found', () => {
    const cliff = checkRule(RULE).find(({ code }) => code === 'fact-cliff');
    expect(cliff && messageOf(cliff, RULE)).toEqual({
      zh: '“货值金额”达到1万元时，幅度由“5万元至10万元”跳至“10万元至20万元”',
      en: 'where "value of goods" reaches 10,000.00 yuan the range jumps: from 50,000.00 yuan to 100,000.00 yuan, to 100,000.00 yuan to 200,000.00 yuan',
    });
  });
});
