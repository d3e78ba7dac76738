import { faultOf, type Gate } from './gate.ts';

/** Unused files, exports and dependencies, and dependencies that no manifest names. */
export const deadCode: Gate = {
  name: 'no dead code',
  faults: () => faultOf('knip', '--no-progress', '--no-config-hints'),
};
