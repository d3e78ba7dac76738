import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isSigned, PATHS, ROUTES, type Route, type RouteName } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { type Caller, identifyCaller } from '../caller.ts';
import type { StatusLists } from '../files/status-list.ts';
import type { Register } from '../keys/register.ts';
import type { Service } from '../service.ts';
import { finish } from './answer.ts';
import { type Call, handlersOf } from './handlers.ts';
import { crossOrigin, securityHeaders } from './headers.ts';
import { readToTheEnd } from './left-over.ts';
import type { LogLine } from './log-line.ts';
import type { OpenRate } from './open-rate.ts';
import { bytesOf, readCall } from './read-call.ts';

/** What the routes need beside the service. */
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

/**
 * Who may go on: the signer of a signed route in one of its roles, anybody else within the rate of open routes. That many
 * signatures of an address that do not hold are looked at in a minute, and no more.
 */
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
  if (!openRate.mayTry(context)) throw new ChiduError('too-many', 'slow down');
  const url = new URL(context.req.url);
  const caller = await identifyCaller(
    {
      method: context.req.method,
      path: url.pathname + url.search,
      header: context.req.header('authorization'),
      body,
    },
    { register, audience: service.config.audience, now: service.now() },
  ).catch((error: unknown) => {
    if (error instanceof ChiduError) openRate.failed(context);
    throw error;
  });
  if (route.roles !== 'everyone' && !route.roles.includes(caller.role)) {
    throw new ChiduError('forbidden', `not for the role ${caller.role}`, { at: 'role' });
  }
  return caller;
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
