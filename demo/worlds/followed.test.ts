import { describe, expect, it } from 'vitest';
import { followed } from './followed.ts';

const SEEDS = [7, 11, 26];

describe.each(SEEDS)('suggestions that are followed, seed %i', (seed) => {
  it('bring equal cases nearer with every quarter that follows, and unlike cases never to one amount', async () => {
    const quarters = [0, 0.25, 0.5, 0.75, 1];
    const seen = await Promise.all(quarters.map((follow) => followed(seed, { follow })));
    const spreads = seen.map(({ spread }) => spread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    expect(spreads[0]).toBeGreaterThan(0.1);
    expect(spreads[3]).toBeLessThan((spreads[0] ?? 0) / 2);
    expect(spreads[4]).toBe(0);
    const { suggested, fined } = seen[4]?.unlike ?? { suggested: 0, fined: -1 };
    expect(fined).toBe(suggested);
    expect(suggested).toBeGreaterThan(200);
  });

  it('spread equal cases wider at first where a custom apart from the benchmark unites officers', async () => {
    const at = (follow: number) => followed(seed, { follow, custom: 0.3 });
    const [alone, some, all] = await Promise.all([at(0), at(0.25), at(1)]);
    expect(some.spread).toBeGreaterThan(alone.spread);
    expect(some.off).toBeLessThan(alone.off);
    expect(all.spread).toBe(0);
  });

  it('do harm where they are wrong: accepted ones are counted, and outweigh the good if all are', async () => {
    const at = (misread: number, notice = 0) => followed(seed, { follow: 0.9, misread, notice });
    const alone = await followed(seed, { follow: 0 });
    const [none, few, noticed, half, all] = await Promise.all([
      at(0),
      at(0.05),
      at(0.05, 0.5),
      at(0.5),
      at(1),
    ]);
    expect([none.wrong, none.accepted]).toEqual([0, 0]);
    expect(few.wrong).toBeGreaterThan(few.decisions * 0.03);
    expect(few.accepted / few.wrong).toBeGreaterThan(0.8);
    expect(noticed.wrong).toBe(few.wrong);
    expect(noticed.accepted).toBeLessThan(few.accepted * 0.75);
    const off = [none, few, half, all].map((one) => one.off);
    expect(off).toEqual(off.toSorted((a, b) => a - b));
    expect(few.off).toBeLessThan(alone.off);
    expect(all.off).toBeGreaterThan(alone.off);
  });
});
