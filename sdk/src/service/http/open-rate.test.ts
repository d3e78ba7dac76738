import { expect, it } from 'vitest';
import { networkOf } from './open-rate.ts';

it('counts the addresses of one IPv6 network as one, and every other address for itself', () => {
  const one = ['2001:db8:0:7::1', '2001:0db8::7:ffff:0:0:2', '2001:db8:0:7:1:2:3:4'];
  expect(new Set(one.map(networkOf)).size).toBe(1);
  const others = [
    '2001:db8:0:8::1',
    '::1',
    'fe80::1',
    '192.0.2.1',
    '192.0.2.2',
    '::ffff:192.0.2.1',
    '',
  ];
  expect(new Set([...one, ...others].map(networkOf)).size).toBe(1 + others.length);
});
