import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../caller.ts';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { eventStream } from './stream.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const log = { authority: AUTHORITY, year: 2026 };
const caller = (kid: string) => ({ role: 'auditor', kid }) as Caller;
const none = new AbortController().signal;

it('ends after five minutes, so that its reader has to sign again', async () => {
  answered(await at.as('officer').issueCode({ body: at.request() }));
  const open = new Map<string, number>();
  const reader = eventStream(at.running.service, caller('a'), log, 0, none, open).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('"kind":"issued"');
  expect((await reader.read()).done).toBe(false);
  at.clock.now += 300_000;
  // What was asked for ahead may still come; then it is over.
  const rest = [await reader.read(), await reader.read()];
  expect(rest.at(-1)?.done).toBe(true);
  expect(open.size).toBe(0);
});

it('is given four times at once to one key, and again when one has ended', async () => {
  const open = new Map<string, number>();
  const stream = (kid: string, signal = none) =>
    eventStream(at.running.service, caller(kid), log, 0, signal, open);
  const leaving = new AbortController();
  const streams = [stream('a', leaving.signal), stream('a'), stream('a'), stream('a'), stream('b')];
  expect(() => stream('a')).toThrow('as many streams');
  leaving.abort();
  streams.push(stream('a'));
  expect(() => stream('a')).toThrow('as many streams');
  for (const each of streams) await each.cancel();
  expect(open.size).toBe(0);
});
