import { faultOf, type Gate } from './gate.ts';

export const style: Gate = {
  name: 'lint and format',
  faults: () => faultOf('biome', 'check', '--error-on-warnings', '--colors=off', '.'),
};
