import { describe, expect, it } from 'vitest';
import { follow, type Line } from './source.ts';

const event = (index: number) => ({ ...{ authority: 'a', year: 2026, index }, kind: 'stage' });
const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** A service of `held` entries, whose stream may be down, and which may be down altogether. */
function service(held: unknown[]) {
  const state = { up: true, streams: true, ends: false, asked: [] as string[] };
  const load: typeof fetch = async (address, init) => {
    const { pathname, searchParams } = new URL(String(address));
    const from = Number(searchParams.get('from'));
    state.asked.push(`${pathname} ${from}`);
    if (init?.signal?.aborted) throw new DOMException('', 'AbortError');
    if (!state.up) throw new TypeError('no network');
    if (!pathname.endsWith('/stream')) {
      const events = held.slice(from, from + 2);
      return json({ events, next: from + events.length });
    }
    if (!state.streams) return new Response('', { status: 502 });
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const text = held.slice(from).map((one) => `data: ${JSON.stringify(one)}\n\n`);
        controller.enqueue(new TextEncoder().encode(text.join('')));
        if (state.ends) controller.close();
        init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return new Response(body);
  };
  return { state, load };
}

async function followed(
  { load }: ReturnType<typeof service>,
  until: (seen: { events: number[]; lines: Line[]; caughtUp: number }) => boolean,
) {
  const seen = { events: [] as number[], lines: [] as Line[], caughtUp: 0 };
  const stop = new AbortController();
  const ends = follow(
    { base: 'https://service.example', authority: 'a', year: '2026', fetch: load },
    {
      events: (events) => {
        seen.events.push(...events.map(({ index }) => index));
        if (until(seen)) stop.abort();
      },
      line: (line) => {
        seen.lines.push(line);
        if (until(seen)) stop.abort();
      },
      caughtUp: () => {
        seen.caughtUp += 1;
      },
    },
    { signal: stop.signal, pollMs: 5 },
  );
  await ends;
  return seen;
}

describe('a followed log', () => {
  it('is read in pages, then by the stream from where they ended', async () => {
    const held = [0, 1, 2].map(event);
    const of = service(held);
    const seen = await followed(of, ({ lines }) => lines.length === 1);
    expect(seen).toEqual({ events: [0, 1, 2], lines: [{ kind: 'live' }], caughtUp: 1 });
  });

  it('goes on with what the stream brings', async () => {
    const held = [0, 1].map(event);
    const of = service(held);
    const seen = await followed(of, ({ events, lines }) => {
      if (lines.length === 1 && held.length === 2) held.push(event(2));
      return events.includes(2);
    });
    expect(seen.events).toEqual([0, 1, 2]);
    expect(of.state.asked.at(-1)).toBe('/v1/events/stream 2');
  });

  it('is asked at intervals where no stream gets through, and says so', async () => {
    const held: unknown[] = [0, 1].map(event);
    const of = service(held);
    of.state.streams = false;
    const seen = await followed(of, ({ events, lines }) => {
      if (lines.some(({ kind }) => kind === 'polling') && held.length === 2) held.push(event(2));
      return events.includes(2);
    });
    expect(seen.events).toEqual([0, 1, 2]);
    expect(seen.lines.map(({ kind }) => kind)).toContain('polling');
    expect(seen.caughtUp).toBe(1);
  });

  it('waits before it asks again where streams end with nothing told', async () => {
    const of = service([event(0)]);
    of.state.ends = true;
    const started = performance.now();
    const seen = await followed(of, ({ lines }) => lines.length === 5);
    // Four waits of 5 ms; a timer may be early by a millisecond.
    expect(performance.now() - started).toBeGreaterThanOrEqual(16);
    expect(seen.events).toEqual([0]);
  });

  it('tells a broken line and since when, and is there again when the service is', async () => {
    const of = service([event(0)]);
    of.state.up = false;
    const seen = await followed(of, ({ events, lines }) => {
      if (lines.length === 2) of.state.up = true;
      return events.length > 0;
    });
    const [first, second] = seen.lines;
    expect(first).toMatchObject({ kind: 'broken', why: 'unreachable' });
    expect(second).toEqual(first);
    expect(seen.events).toEqual([0]);
  });
});
