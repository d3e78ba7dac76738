import type { CommandTable } from './command.ts';

/** Every command of `chidu`. */
export const table: CommandTable = {
  audit: () => import('./commands/audit.ts'),
  cases: () => import('./commands/cases.ts'),
  keys: () => import('./commands/keys.ts'),
  lookup: () => import('./commands/lookup.ts'),
  receipt: () => import('./commands/receipt.ts'),
  rules: () => import('./commands/rules.ts'),
  serve: () => import('./commands/serve.ts'),
  store: () => import('./commands/store.ts'),
  verify: () => import('./commands/verify.ts'),
  witness: () => import('./commands/witness.ts'),
};
