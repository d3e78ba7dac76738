import { expect, test } from 'vitest';
import { diagram, flowPage } from './flow-page.ts';

test('draws every state and every step of a flow, with its beginning and its ends', () => {
  const drawn = diagram({
    title: '例',
    states: { open: { zh: '办理中', en: 'Open' }, done: { zh: '已办结', en: 'Done' } },
    steps: {
      note: { zh: '记录', by: 'unit', from: ['open'], to: null },
      end: { zh: '办结', by: ['lead'], from: ['open'], to: 'done' },
    },
  });
  expect(drawn.split('\n')).toEqual([
    'stateDiagram-v2',
    '  s0 : 办理中',
    '  s1 : 已办结',
    '  [*] --> s0',
    '  s0 --> s0 : 记录',
    '  s0 --> s1 : 办结',
    '  s1 --> [*]',
  ]);
});

test('names everybody who acts in Chinese', () => {
  expect(flowPage()).not.toMatch(/^\|[^|]*\|[^|]*[a-z]/m);
});
