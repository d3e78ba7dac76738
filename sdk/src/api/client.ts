import { EVENT_PATHS } from './event-paths.ts';
import type { LogEvent } from './events.ts';
import { PATHS, type RouteName } from './paths.ts';
import type { Answer, Input } from './routes.ts';

export { EVENT_PATHS } from './event-paths.ts';

/** What a call came to. A refusal is data: its code is looked up in the words of whoever shows it. */
export type Called<T> =
  | { readonly ok: true; readonly status: number; readonly answer: T }
  | {
      readonly ok: false;
      /** HTTP status; null where the service was not reached. */
      readonly status: number | null;
      /** A code of `Problem`; `unreachable` where there was no answer, `unreadable` where it was none of the service's. */
      readonly error: string;
      readonly at?: string;
      readonly fields?: Readonly<Record<string, unknown>>;
    };

/** What is signed of a request. */
export interface Unsigned {
  readonly method: (typeof PATHS)[RouteName][0];
  /** Path and query, as sent. */
  readonly path: string;
  readonly body: string;
  /** Names an act once: the same id with the same body is the same act. */
  readonly id?: string;
}

/** Makes the value of `Authorization`: `requestAuthorizer` of `@chidu/sdk/api`. */
export type Authorize = (request: Unsigned) => Promise<string>;

export interface ClientOptions {
  /** Origin and prefix of the service: `https://fxjd.example.gov.cn/chidu`. */
  readonly base: string;
  readonly fetch?: typeof fetch;
  /** For staff. A party has none. */
  readonly authorize?: Authorize;
}

/** Every route that answers once; for the stream of events there is `followEvents`. */
export type Client = {
  readonly [Name in Exclude<RouteName, 'followEvents'>]: (
    input: Input<Name> & { readonly id?: string; readonly signal?: AbortSignal },
  ) => Promise<Called<Answer<Name>>>;
};

/** The service, by the names of its routes. Nothing but `fetch`: no credentials, no referrer, no retry. */
export const createClient = (options: ClientOptions): Client => clientOf(options, PATHS);

/** The same with some of its routes, so that a page carries no more than it calls. */
export function clientOf<Name extends RouteName>(
  { base, authorize, fetch: load = fetch }: ClientOptions,
  paths: Pick<typeof PATHS, Name>,
): Pick<Client, Exclude<Name, 'followEvents'>> {
  const call = async (name: Name, input: Parts): Promise<Called<unknown>> => {
    const [method, pattern] = paths[name];
    const path = fill(pattern, input);
    const { body: content, id } = input;
    const body =
      content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content);
    const headers: Record<string, string> = {};
    if (content !== undefined) {
      headers['content-type'] = typeof content === 'string' ? 'text/plain' : 'application/json';
    }
    if (authorize) {
      headers.authorization = await authorize({ method, path, body, ...(id && { id }) });
    }
    let response: Response;
    try {
      response = await load(base.replace(/\/$/, '') + path, {
        method,
        headers,
        ...(content === undefined ? {} : { body }),
        ...(input.signal && { signal: input.signal }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (error) {
      if (input.signal?.aborted) throw error;
      return { ok: false, status: null, error: 'unreachable' };
    }
    return read(response);
  };
  return Object.fromEntries(
    Object.keys(paths).map((name) => [name, (input: Parts) => call(name as Name, input)]),
  ) as unknown as Client;
}

/**
 * The events of a log as they come, from `query.from` on. Ends where the line breaks, the service wants to be asked anew
 * (every five minutes) or `signal` says so: go on from the index behind the last event. Throws
 * `signal.reason` where it was stopped, and an `Error` whose message is the refusal.
 */
export async function* followEvents(
  { base, authorize, fetch: load = fetch }: ClientOptions,
  { query, signal }: Input<'followEvents'> & { readonly signal?: AbortSignal },
): AsyncGenerator<LogEvent, void> {
  const [method, pattern] = EVENT_PATHS.followEvents;
  const path = fill(pattern, { query });
  const response = await load(base.replace(/\/$/, '') + path, {
    headers: authorize ? { authorization: await authorize({ method, path, body: '' }) } : {},
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(signal && { signal }),
  });
  if (!response.ok || response.body === null) {
    const called = await read(response);
    throw new Error(called.ok ? 'unreadable' : called.error);
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data !== undefined) yield JSON.parse(data) as LogEvent;
    }
  }
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly id?: string;
  readonly signal?: AbortSignal;
}

function fill(pattern: string, { params = {}, query = {} }: Parts): string {
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
    (params[name] ?? '').split('/').map(encodeURIComponent).join('/'),
  );
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

async function read(response: Response): Promise<Called<unknown>> {
  const { status } = response;
  const text = await response.text().catch(() => '');
  const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  let value: unknown = text;
  try {
    if (json) value = JSON.parse(text);
  } catch {
    return { ok: false, status, error: 'unreadable' };
  }
  if (response.ok) return { ok: true, status, answer: value };
  const { error, at, fields } = (json && value ? value : {}) as {
    error?: string;
    at?: string;
    fields?: Record<string, unknown>;
  };
  return {
    ok: false,
    status,
    error: typeof error === 'string' ? error : 'unreadable',
    ...(at !== undefined && { at }),
    ...(fields !== undefined && { fields }),
  };
}
