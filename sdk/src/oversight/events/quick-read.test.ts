import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { EVENT_DATA } from './event-data.ts';
import { quickRead } from './quick-read.ts';

const KINDS = Object.keys(EVENT_DATA) as (keyof typeof EVENT_DATA)[];

/** Values of every sort, right and nearly right, for any member of any kind. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    'text',
    '2026-10-01',
    '2026-02-30',
    0,
    1,
    -1,
    0.5,
    2 ** 53,
  ),
  fc.constantFrom(
    'high',
    'audit',
    '意见书',
    'same',
    'fined',
    'upheld',
    'pending',
    'kept',
    'special',
  ),
  fc.constantFrom([], ['a'], [1], [[1, 2]], [[1, 2, 3]], [[0, 1]], [{ kind: 'amount' }], [{}]),
  fc.constantFrom(
    {},
    { min: 0, max: 5 },
    { min: 0 },
    { pack: 'p', version: '1' },
    { authority: 'a' },
  ),
);

it('answers as the schema does, whatever it is given', () => {
  for (const kind of KINDS) {
    const schema: z.core.$ZodType = EVENT_DATA[kind];
    const read = quickRead(schema);
    const names = Object.keys((schema as unknown as { shape: object }).shape);
    const value = fc.oneof(
      anything,
      fc.record(Object.fromEntries([...names, 'more'].map((name) => [name, anything])), {
        requiredKeys: [],
      }),
    );
    fc.assert(
      fc.property(value, (given) => {
        const parsed = z.safeParse(schema, given);
        expect(read(given)).toEqual(parsed.success ? parsed.data : undefined);
      }),
      { seed: 7, numRuns: 200 },
    );
  }
});

it('reads what is right, a second time too, and passes over what it does not know', () => {
  const stage = { stage: 'filed', on: '2026-10-01', seen: '2026-10-01T01:00:00Z', source: 's' };
  const issued = {
    ...{ violation: 'v', rule: 'r', benchmark: { pack: 'p', version: '1', more: 1 } },
    ...{ documentKind: 1, tier: 4, points: null, range: { min: 0, max: 5 }, fine: 5 },
    ...{ suggestion: null, kinds: [1, 2], factors: [[1, 2, 3]], facts: [], flags: [] },
    ...{ replaces: null, listItems: ['a/1'] },
  };
  const samples = [
    [EVENT_DATA.stage, stage],
    [EVENT_DATA.issued, issued],
  ] as const;
  for (const [schema, data] of samples) {
    const read = quickRead(schema as z.core.$ZodType);
    for (const given of [data, { ...data, case: '1', later: 1 }, { ...data, case: undefined }]) {
      const expected = z.parse(schema as z.core.$ZodType, given);
      expect(read(given)).toStrictEqual(expected);
      expect(read(given)).toStrictEqual(expected);
    }
    for (const name of Object.keys(data))
      for (const wrong of [undefined, {}, '2026-10-32', -1.5, [null]]) {
        const given = { ...data, [name]: wrong };
        const parsed = z.safeParse(schema as z.core.$ZodType, given);
        expect(read(given), name).toEqual(parsed.success ? parsed.data : undefined);
      }
  }
});
