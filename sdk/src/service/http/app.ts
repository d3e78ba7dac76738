import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type * as z from 'zod/mini';
import {
  HTTP_STATUS,
  isSigned,
  PATHS,
  type Problem,
  ROUTES,
  type Route,
  type RouteName,
} from '../../api/index.ts';
import { ChiduError, type ErrorCode } from '../../errors.ts';
import { parseJsonStrict } from '../../text/index.ts';
import { type Caller, identifyCaller } from '../caller.ts';
import type { StatusLists } from '../files/status-list.ts';
import type { Register } from '../keys/register.ts';
import type { Service } from '../service.ts';
import { type Call, FileAnswer, handlersOf } from './handlers.ts';
import type { OpenRate } from './open-rate.ts';

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

export interface AppParts {
  readonly service: Service;
  readonly register: Register;
  readonly statusLists: StatusLists;
  readonly openRate: OpenRate;
  readonly version: string;
  readonly log: (line: LogLine) => void;
}

/** Bytes of a JSON body, where a route says nothing else. */
const MOST = 65_536;
/** Longest that a caller waits for an answer. What was begun is finished all the same. Milliseconds. */
const PATIENCE = 20_000;

const CACHE = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'public, no-cache',
  never: 'no-store',
};

/** The routes of the contract over HTTP: reads each part by its schema, asks who signed, and answers in one form. */
export function serviceApp(parts: AppParts): Hono {
  const { service } = parts;
  const app = new Hono({ strict: true });
  const handlers = handlersOf(service, parts);
  app.use(securityHeaders(service.config.audience.startsWith('https:')));
  app.use(crossOrigin(service.config.origins));
  app.use(readToTheEnd);
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name];
    const [method, path] = PATHS[name];
    const pattern = path.replace(/\{(\w+)\}/g, (_, param) =>
      param === 'tile' ? ':tile{.+}' : `:${param}`,
    );
    const handle = handlers[name] as (call: Call<RouteName>) => Promise<unknown>;
    const tooLarge = (context: Context) =>
      finish(parts, context, name, performance.now(), new ChiduError('request-size', 'too large'));
    app.on(
      method,
      pattern,
      bodyLimit({ maxSize: route.most ?? MOST, onError: tooLarge }),
      async (context) => {
        const started = performance.now();
        let caller: Caller | null = null;
        try {
          const body = await bytesOf(context);
          caller = await admitted(parts, context, route, body);
          const call = await readCall(context, route, body, caller);
          const answer = await patiently(handle(call));
          return finish(parts, context, name, started, answer, caller);
        } catch (error) {
          return finish(parts, context, name, started, error, caller);
        }
      },
    );
  }
  app.notFound((context) =>
    finish(parts, context, 'none', performance.now(), new ChiduError('not-found', 'no such route')),
  );
  app.onError((error, context) => finish(parts, context, 'none', performance.now(), error));
  return app;
}

/** Who may go on: the signer of a signed route in one of its roles, anybody else within the rate of open routes. */
async function admitted(
  { service, register, openRate }: AppParts,
  context: Context,
  route: Route,
  body: Uint8Array,
): Promise<Caller | null> {
  if (!isSigned(route)) {
    if (!openRate.admits(context)) throw new ChiduError('too-many', 'slow down');
    return null;
  }
  const url = new URL(context.req.url);
  const caller = await identifyCaller(
    {
      method: context.req.method,
      path: url.pathname + url.search,
      header: context.req.header('authorization'),
      body,
    },
    { register, audience: service.config.audience, now: service.now() },
  );
  if (route.roles !== 'everyone' && !route.roles.includes(caller.role)) {
    throw new ChiduError('forbidden', `not for the role ${caller.role}`, { at: 'role' });
  }
  return caller;
}

async function bytesOf(context: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await context.req.arrayBuffer());
  } catch {
    throw new ChiduError('request-schema', 'the body broke off');
  }
}

async function readCall(
  context: Context,
  route: Route,
  bytes: Uint8Array,
  caller: Caller | null,
): Promise<Call<RouteName>> {
  const params = read(route.params, context.req.param(), 'params');
  const query = read(route.query, context.req.query(), 'query');
  const body = readBody(context, route, bytes);
  const named =
    (body as { authority?: unknown } | undefined)?.authority ??
    (query as { authority?: unknown }).authority;
  if (caller && typeof named === 'string' && !caller.authorities.includes(named)) {
    throw new ChiduError('forbidden', 'the key is not of this authority', { at: 'authority' });
  }
  return {
    params,
    query,
    body,
    caller,
    lastEventId: context.req.header('last-event-id'),
    signal: context.req.raw.signal,
  } as unknown as Call<RouteName>;
}

function readBody(context: Context, { body: shape }: Route, bytes: Uint8Array): unknown {
  if (shape === undefined) return undefined;
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== (shape === 'text' ? 'text/plain' : 'application/json')) {
    throw new ChiduError('request-type', 'another content type was asked for');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ChiduError('request-schema', 'the body is not UTF-8');
  }
  if (shape === 'text') return text;
  const json = parseJsonStrict(text);
  if (!json.ok)
    throw new ChiduError('request-schema', 'the body is no JSON that can be read', { at: '' });
  return read(shape, json.value, 'body');
}

/** @throws {ChiduError} `request-schema` with the place; what was sent is not repeated. */
function read(shape: z.ZodMiniType | undefined, value: unknown, part: string): unknown {
  if (shape === undefined) return value;
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ChiduError('request-schema', `${part}: ${issue?.code ?? 'not of its form'}`, {
    at: `/${[part, ...(issue?.path ?? [])].map(String).join('/')}`.slice(0, 200),
  });
}

async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new ChiduError('request-timeout', 'not done in time; ask again with the same id')),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function finish(
  { log }: AppParts,
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
      error: problem.error,
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
  if (code === 'store-conflict') {
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

/** Frames without the message, which could repeat what was sent. */
const placeOf = (error: Error): string =>
  [
    error instanceof ChiduError ? error.code : error.name,
    ...(error.stack ?? '').split('\n').filter((text) => text.startsWith('    at ')),
  ].join('\n');

/** Bytes that are read off a refused request, so that its line can be used again. */
const LEFT_OVER = 2_000_000;

/**
 * A request that is refused before its body was read leaves the rest on the line: that is read and thrown away, or the
 * line is given up in words, so that a client never sends its next request into a connection that is being closed.
 */
async function readToTheEnd(context: Context, next: () => Promise<void>): Promise<void> {
  const { raw } = context.req;
  await next();
  if (raw.method === 'GET' || raw.method === 'HEAD' || raw.body === null) return;
  if (context.res.status === 413) context.res.headers.set('connection', 'close');
  if (raw.bodyUsed) return;
  let left = 0;
  const reader = raw.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    left += value?.length ?? 0;
    if (done) return;
    if (left > LEFT_OVER) break;
  }
  context.res.headers.set('connection', 'close');
  await reader.cancel().catch(() => undefined);
}

function securityHeaders(https: boolean) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('x-content-type-options', 'nosniff');
    if (https) headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/** Portals that may call from a page. Nothing here rides on cookies, so an origin opens no door; it is still named. */
const crossOrigin = (origins: readonly string[]) =>
  cors({
    origin: (origin) => (origins.includes('*') ? '*' : origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['authorization', 'content-type', 'last-event-id'],
    maxAge: 600,
  });
