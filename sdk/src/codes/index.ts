export type { CodePayload } from './payload.ts';
