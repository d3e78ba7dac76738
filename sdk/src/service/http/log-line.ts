import type { RouteName } from '../../api/index.ts';

/** One line of the log of the service: which route, how it went, how long it took. Never who, from where, or what was sent. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly request: string;
  readonly route: RouteName | 'none';
  readonly status: number;
  readonly ms: number;
  readonly role?: string;
  readonly error?: string;
  /** Of a fault of the service itself: where it happened. */
  readonly stack?: string;
}
