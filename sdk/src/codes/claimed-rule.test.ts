import { expect, it } from 'vitest';
import { signedCase } from '../verdict/fixtures/signed-case.ts';
import { claimedRule } from './claimed-rule.ts';

it('reads the hash of the Rule ahead of every check, and nothing from what is no code', async () => {
  const { text, hash } = await signedCase();
  expect(claimedRule(`https://fxjd.example.gov.cn/c#${text}`)).toBe(hash);
  expect(claimedRule(text.slice(0, -9))).toBeNull();
  expect(claimedRule('1234')).toBeNull();
});
