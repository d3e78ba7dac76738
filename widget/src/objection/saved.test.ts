import { readFileSync } from 'node:fs';
import { SavedReceipt } from '@chidu/sdk/api';
import { expect, it } from 'vitest';
import { contentKey, type ObjectionRequest, type Receipt } from './request.ts';
import { savedReceipt } from './saved.ts';

const request: ObjectionRequest = {
  format: 'chidu-objection/1',
  code: `1${'0'.repeat(100)}`,
  disputed: [{ kind: 'factor', factor: 3 }, { kind: 'amount' }],
  text: '危害后果的认定不对。',
};
const receipt: Receipt = {
  number: '1234-5678-9012-3456',
  state: 'received',
  receivedAt: '2026-11-21T03:00:00Z',
  place: { authority: '11330106002489128X', year: 2026, index: 41 },
  proof: 'c2sp.org/tlog-proof@v1\n',
  due: { who: 'supervisor', day: '2026-11-27', bound: '2026-11-27', overdue: false },
  repeated: false,
  stopsNoClock: true,
  remedy: null,
};
const sent = {
  key: contentKey(request),
  code: request.code,
  service: 'https://fxjd.example.gov.cn/',
  request,
  at: '2026-11-21T02:59:59.123Z',
  receipt,
  refused: null,
};

it('keeps a receipt in its published format', () => {
  const text = savedReceipt(sent, receipt);
  expect(SavedReceipt.safeParse(JSON.parse(text)).success).toBe(true);
  const example = new URL('../../../sdk/docs/formats/receipt.example.json', import.meta.url);
  expect(readFileSync(example, 'utf8')).toBe(text);
});

it('knows the same objection again, in another order and with another contact', () => {
  const contact = {
    format: 'chidu-contact/1',
    recipient: '00'.repeat(8),
    encapsulated: 'AA==',
    ciphertext: 'AA==',
  } as const;
  const again = { ...request, disputed: [...request.disputed].reverse(), contact };
  expect(contentKey(again)).toBe(contentKey(request));
  expect(contentKey({ ...request, text: `${request.text}！` })).not.toBe(contentKey(request));
  expect(contentKey({ ...request, disputed: [{ kind: 'amount' }] })).not.toBe(contentKey(request));
});
