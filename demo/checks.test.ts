import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Checks } from './checks.ts';

beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

it('ends well only when something was checked and all of it held', () => {
  const checks = new Checks();
  expect(checks.sum()).toBe(1);
  checks.equal('same', { a: [1] }, { a: [1] });
  expect(checks.sum()).toBe(0);
  checks.equal('other', { a: [1] }, { a: [2] });
  checks.true('yes', true);
  expect(checks.sum()).toBe(1);
});
