import type { Citation } from '../rules/index.ts';

/**
 * 推演: the steps of an assessment in the order they were taken. A format of its own with a version:
 * the engine may change underneath. Sentences are made from it on demand.
 */
export interface Trace {
  readonly format: 'chidu-trace/1';
  readonly steps: readonly TraceStep[];
}

export interface TraceStep {
  readonly step: string;
  readonly cite?: readonly Citation[];
  readonly [key: string]: unknown;
}
