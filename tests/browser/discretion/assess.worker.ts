import { assess } from '@chidu/sdk/discretion';
import { canonicalJson } from '@chidu/sdk/text';
import type { Golden } from './golden.ts';

self.addEventListener('message', ({ data }: MessageEvent<Golden[]>) => {
  self.postMessage(data.map((golden) => canonicalJson(assess(golden.case, golden.rule))));
});
