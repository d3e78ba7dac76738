import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { HTTP_STATUS, type Problem, ROUTES, type Route, type RouteName } from '../../api/index.ts';
import { ChiduError, type ErrorCode } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { FileAnswer } from './handlers.ts';
import type { LogLine } from './log-line.ts';

const CACHE = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'public, no-cache',
  never: 'no-store',
};

/** Answers a call with what its handler gave or threw, and writes its line. */
export function finish(
  { log }: { readonly log: (line: LogLine) => void },
  context: Context,
  name: RouteName | 'none',
  started: number,
  answer: unknown,
  caller: Caller | null = null,
): Response {
  const request = randomUUID();
  const line = {
    request,
    route: name,
    ms: Math.round(performance.now() - started),
    ...(caller && { role: caller.role }),
  };
  if (answer instanceof Error) {
    const [status, problem] = problemOf(answer, request);
    const fault = status >= 500;
    log({
      ...line,
      level: fault ? 'error' : 'info',
      status,
      error: [problem.error, constraintOf(answer)].filter(Boolean).join(' '),
      ...(fault && { stack: placeOf(answer) }),
    });
    context.header('cache-control', 'no-store');
    if (status === 429) context.header('retry-after', '60');
    if (status === 401) context.header('www-authenticate', 'Chidu');
    return context.json(problem, status as 400);
  }
  const route: Route | null = name === 'none' ? null : ROUTES[name];
  const status = route?.status ?? 200;
  log({ ...line, level: 'info', status });
  if (answer instanceof FileAnswer && route && !('_zod' in route.answer)) {
    context.header('content-type', (route.answer as { readonly type: string }).type);
    context.header('cache-control', CACHE[answer.cache]);
    const { content } = answer;
    return context.body(content instanceof Uint8Array ? new Uint8Array(content) : content, status);
  }
  context.header('cache-control', 'no-store');
  return context.json(
    answer as Record<string, unknown>,
    name === 'health' && isDown(answer) ? 503 : status,
  );
}

const isDown = (answer: unknown): boolean => (answer as { status?: string }).status !== 'ok';

/** A refusal as it is answered. Faults of store and log are told by one code: what they say is for whoever runs it. */
function problemOf(error: Error, request: string): [status: number, problem: Problem] {
  if (!(error instanceof ChiduError)) {
    return [500, { error: 'internal', message: 'a fault of the service', request }];
  }
  const { code, message, at, fields } = error;
  // Of its own tables the log never conflicts with what was asked: that is for another try, with the same id.
  if (code === 'store-conflict' && !/^log_/.test(String(fields.constraint))) {
    return [409, { error: 'changed-meanwhile', message: 'read it again', request }];
  }
  if (/^(store|log)-/.test(code)) {
    return [503, { error: 'store-unavailable', message: 'nothing can be written now', request }];
  }
  const status = HTTP_STATUS[code as ErrorCode] ?? 422;
  return [
    status,
    {
      error: code,
      message,
      ...(at !== undefined && { at }),
      ...(Object.keys(fields).length > 0 && { fields }),
      request,
    },
  ];
}

/** Of a conflict: between which rows, for whoever reads the log. */
const constraintOf = (error: Error): string =>
  error instanceof ChiduError && error.code === 'store-conflict'
    ? String(error.fields.constraint)
    : '';

/** Frames without the message, which could repeat what was sent. */
const placeOf = (error: Error): string =>
  [
    error instanceof ChiduError ? error.code : error.name,
    ...(error.stack ?? '').split('\n').filter((text) => text.startsWith('    at ')),
  ].join('\n');
