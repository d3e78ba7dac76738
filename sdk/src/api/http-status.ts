import type { ErrorCode } from '../errors.ts';

/** HTTP status of each refusal; 422 for what is not here: well said and not to be done. */
export const HTTP_STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'request-schema': 400,
  'request-type': 415,
  'request-size': 413,
  'request-timeout': 408,
  'request-unsigned': 401,
  'request-signature': 401,
  'request-time': 401,
  'request-reused': 409,
  forbidden: 403,
  'not-found': 404,
  'live-code': 409,
  'not-live': 409,
  'decided-already': 409,
  'changed-meanwhile': 409,
  'step-not-allowed': 409,
  'remedy-pending': 409,
  'too-many': 429,
  internal: 500,
  'store-unavailable': 503,
};
