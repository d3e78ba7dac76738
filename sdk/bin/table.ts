import type { CommandTable } from './command.ts';

/** Every command of `chidu`. */
export const table: CommandTable = {};
