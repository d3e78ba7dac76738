import { describe, expect, it } from 'vitest';
import { hex, sha256 } from '../text/index.ts';
import { openRule } from './open-rule.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const open = async (text: string, hash?: string) => {
  const result = await openRule(bytes(text), hash ?? hex(await sha256(bytes(text))));
  return result.ok ? result.value : result.issues[0]?.code;
};

describe('a Rule by its hash', () => {
  it('is the value of exactly those bytes', async () => {
    expect(await open('{"format":"chidu-rule/1"}')).toEqual({ format: 'chidu-rule/1' });
    expect(await open('{"format":"chidu-rule/1"}', '0'.repeat(64))).toBe('hash-differs');
  });

  it('is refused by name when it is something else', async () => {
    expect(await open('{"format":"chidu-rule/2"}')).toBe('schema');
    expect(await open('null')).toBe('schema');
    expect(await open('{"format":')).toBe('json');
  });
});
