import { wxt } from '../tool.ts';
import { faultOf, type Gate } from './gate.ts';

export const types: Gate = {
  name: 'types',
  // The extension's types come from `wxt prepare`.
  faults: () => [...faultOf(...wxt, 'prepare', '--level', 'warn'), ...faultOf('tsc', '-b')],
};
