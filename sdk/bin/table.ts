import type { CommandTable } from './command.ts';

/** Every command of `chidu`. */
export const table: CommandTable = {
  verify: () => import('./commands/verify.ts'),
};
