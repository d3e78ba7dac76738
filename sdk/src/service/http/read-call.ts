import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { Route, RouteName } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { parseJsonStrict } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import type { Call } from './handlers.ts';

/** The body as it came. @throws {ChiduError} `request-schema` where it broke off. */
export async function bytesOf(context: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await context.req.arrayBuffer());
  } catch {
    throw new ChiduError('request-schema', 'the body broke off');
  }
}

/**
 * Each part of a request by its schema, and the authority that it names against the caller's.
 * @throws {ChiduError} `request-schema`, `request-type`, `forbidden`.
 */
export async function readCall(
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
