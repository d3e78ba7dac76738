import { build } from '../build.ts';
import { faultOf, type Gate } from './gate.ts';

export const types: Gate = {
  name: 'types',
  faults: () => {
    // The extension's types come from `wxt prepare`, which loads the SDK as it is published.
    build('sdk');
    return [...faultOf('wxt', 'prepare', '--level', 'warn'), ...faultOf('tsc', '-b')];
  },
};
