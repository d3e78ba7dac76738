export { readConfig, ServiceConfig } from './config.ts';
export type { LogLine } from './http/log-line.ts';
export { openRuleBook, type PackTexts, type RuleBook } from './rule-book.ts';
export {
  openService,
  type RunningService,
  type ServicePorts,
  startService,
} from './server.ts';
export type { Service, TrustSource } from './service.ts';
export { type CheckpointSigner, FileSigner } from './store/index.ts';
export type { Post } from './witnessing.ts';
