import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { partyCommitment } from './party.ts';

const salt = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

it('is the hash of the format page, cut to 16 bytes', () => {
  const name = Buffer.from('示例食品店');
  const bytes = Buffer.concat([
    salt,
    Buffer.from([name.length]),
    name,
    Buffer.from('92330106MA0000000X'),
  ]);
  const expected = createHash('sha256').update(bytes).digest().subarray(0, 16);
  expect(Buffer.from(partyCommitment(salt, ' 示例食品店', '92330106ma0000000x '))).toEqual(
    expected,
  );
});

it('changes with salt, name and number, and with where one ends', () => {
  const other = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 9);
  const all = [
    partyCommitment(salt, '甲', '12'),
    partyCommitment(other, '甲', '12'),
    partyCommitment(salt, '乙', '12'),
    partyCommitment(salt, '甲', '13'),
    partyCommitment(salt, '甲1', '2'),
  ].map(String);
  expect(new Set(all).size).toBe(all.length);
});

it('refuses a salt or a name that does not fit', () => {
  expect(() => partyCommitment(salt.subarray(1), '甲', '1')).toThrow(RangeError);
  expect(() => partyCommitment(salt, '甲'.repeat(86), '1')).toThrow(RangeError);
});
