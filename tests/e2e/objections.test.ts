import { expect, it } from 'vitest';
import { rehearse } from '../drill/objections/rehearse.ts';

it('hands in objections over a bad network, each delivered once to the service', async () => {
  const { held, texts, receipts, proven } = await rehearse(6, () => undefined);
  expect({ held, texts, receipts, proven }).toEqual({ held: 6, texts: 6, receipts: 6, proven: 6 });
});
