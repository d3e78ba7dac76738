import { expect, it } from 'vitest';
import { drain, type OutboxPorts, type Sent } from './drain.ts';
import type { Outgoing } from './outgoing.ts';

const entry = (id: string): Outgoing => ({
  id,
  kind: 'stage',
  body: {},
  madeAt: '2026-11-22T00:00:00Z',
  tries: 0,
  fault: null,
  refused: false,
  notBefore: '2026-11-22T00:00:00Z',
});

/** An outbox in memory and a service that does each id once. */
function world(answer: (id: string, nth: number) => Sent | 'lost') {
  const box = new Map<number, Outgoing>();
  const done: string[] = [];
  let asked = 0;
  let clock = Date.parse('2026-11-22T01:00:00Z');
  const ports: OutboxPorts = {
    first: async () => {
      const found = [...box].find(([, one]) => !one.refused);
      return found ? { key: found[0], outgoing: found[1] } : null;
    },
    send: async ({ id }) => {
      const said = answer(id, asked++);
      if ((said === 'lost' || said.ok) && !done.includes(id)) done.push(id);
      return said === 'lost' ? { ok: false, status: null, error: 'unreachable' } : said;
    },
    remove: async (key) => void box.delete(key),
    keep: async (key, outgoing) => void box.set(key, outgoing),
    now: () => clock,
  };
  return { box, done, ports, later: (ms: number) => (clock += ms) };
}

it('sends in order and empties the box', async () => {
  const { box, done, ports } = world(() => ({ ok: true }));
  box.set(1, entry('a')).set(2, entry('b'));
  expect(await drain(ports)).toBe(2);
  expect([done, box.size]).toEqual([['a', 'b'], 0]);
});

it('sends again under the same id when the answer was lost, and the service has done it once', async () => {
  const { box, done, ports, later } = world((_, nth) => (nth === 0 ? 'lost' : { ok: true }));
  box.set(1, entry('a')).set(2, entry('b'));
  expect(await drain(ports)).toBe(0);
  // Not at once, and b does not overtake it.
  expect(await drain(ports)).toBe(0);
  expect(box.get(1)).toMatchObject({ id: 'a', tries: 1, fault: 'unreachable' });
  later(6000);
  expect(await drain(ports)).toBe(2);
  expect(done).toEqual(['a', 'b']);
});

it('waits longer from try to try, an hour at most', async () => {
  const { box, ports, later } = world(() => ({ ok: false, status: 503, error: 'internal' }));
  box.set(1, entry('a'));
  const waits: number[] = [];
  for (let i = 0; i < 14; i++) {
    await drain(ports);
    const wait = Date.parse(box.get(1)?.notBefore ?? '') - ports.now();
    waits.push(wait);
    later(wait);
  }
  expect(waits.slice(0, 3)).toEqual([5000, 10_000, 20_000]);
  expect(Math.max(...waits)).toBe(3_600_000);
});

it('keeps what was refused to be shown, and goes on', async () => {
  const { box, done, ports } = world((id) =>
    id === 'a' ? { ok: false, status: 400, error: 'request-schema' } : { ok: true },
  );
  box.set(1, entry('a')).set(2, entry('b'));
  expect(await drain(ports)).toBe(1);
  expect(done).toEqual(['b']);
  expect(box.get(1)).toMatchObject({ refused: true, fault: 'request-schema' });
});

it('does not wait with an entry of an authority that the key is not for, but does for a key not known yet', async () => {
  const { box, done, ports } = world((id) =>
    id === 'a' ? { ok: false, status: 403, error: 'forbidden', at: 'authority' } : { ok: true },
  );
  box.set(1, entry('a')).set(2, entry('b'));
  expect(await drain(ports)).toBe(1);
  expect([done, box.get(1)?.refused]).toEqual([['b'], true]);

  const unknown = world(() => ({ ok: false, status: 403, error: 'forbidden', at: 'key' }));
  unknown.box.set(1, entry('a')).set(2, entry('b'));
  expect(await drain(unknown.ports)).toBe(0);
  expect(unknown.box.get(1)?.refused).toBe(false);
});
