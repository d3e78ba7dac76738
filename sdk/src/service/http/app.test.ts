import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followEvents } from '../../api/client.ts';
import { requestAuthorizer } from '../../api/index.ts';
import {
  AUDIENCE,
  AUTHORITY,
  answered,
  NEXT_UPDATE,
  type Running,
  runService,
} from '../fixtures/running.ts';

let at: Running;
let url: string;
beforeAll(async () => {
  at = await runService({ listen: true, config: { origins: ['https://portal.example.gov.cn'] } });
  url = 'url' in at.running ? at.running.url : '';
});
afterAll(() => at.close());

const post = (path: string, body: BodyInit, type = 'application/json') =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body });

it('answers health, and every answer carries the headers of a page that is none', async () => {
  const response = await fetch(`${url}/health`);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: 'test',
    audience: AUDIENCE,
    trustList: 'current',
  });
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('strict-transport-security')).toMatch(/max-age/);
});

it('says that the next trust list is overdue, and refuses nothing for that', async () => {
  const own = await runService();
  try {
    own.clock.now = NEXT_UPDATE + 1;
    expect(await own.party.health({})).toMatchObject({
      ok: true,
      answer: { status: 'ok', trustList: 'stale' },
    });
    const issued = await own.as('officer').issueCode({ body: own.request() });
    expect(issued.ok).toBe(true);
  } finally {
    await own.close();
  }
});

it('says in one form what is wrong, and repeats nothing that was sent', async () => {
  const secret = '某某的电话';
  const answers = await Promise.all([
    fetch(`${url}/nowhere`),
    post('/v1/objections', `{"text":"${secret}"}`),
    post('/v1/objections', `{"text":"${secret}"`),
    post('/v1/objections', '{"code":"1","code":"2"}'),
    post('/v1/objections', new Uint8Array([0x7b, 0xff])),
    post('/v1/objections', '{}', 'text/plain'),
    post('/v1/objections', JSON.stringify({ text: 'x'.repeat(70_000) })),
    fetch(`${url}/v1/lookup?document=${encodeURIComponent(secret)}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 400, 400, 400, 400, 415, 413, 400]);
  for (const answer of answers) {
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      error: expect.any(String),
      message: expect.any(String),
    });
    expect(text).not.toContain(secret);
  }
});

it('lets the named portal call from a page, and no other', async () => {
  const ask = (origin: string) =>
    fetch(`${url}/v1/objections`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
  const portal = await ask('https://portal.example.gov.cn');
  expect(portal.headers.get('access-control-allow-origin')).toBe('https://portal.example.gov.cn');
  expect(portal.headers.get('access-control-allow-credentials')).toBeNull();
  const other = await ask('https://elsewhere.example');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

it('writes a line for each request without who, from where or what', async () => {
  const issued = answered(await at.as('officer').issueCode({ body: at.request() }));
  answered(await at.party.viewCode({ body: { code: issued.text } }));
  const text = JSON.stringify(at.lines);
  for (const word of [issued.text, issued.codeId, AUTHORITY, '127.0.0.1', '示市监']) {
    expect(text).not.toContain(word);
  }
  expect(at.lines.at(-1)).toMatchObject({ level: 'info', route: 'viewCode', status: 200 });
});

it('serves log, rules and lists as files with their types', async () => {
  const base = `${url}/supervision-log/330106-2026`;
  const checkpoint = await fetch(`${base}/checkpoint`);
  expect(checkpoint.headers.get('content-type')).toMatch(/^text\/plain/);
  const [origin, size] = (await checkpoint.text()).split('\n');
  expect(origin).toBe('fxjd.example.gov.cn/supervision-log/330106-2026');
  const partial = await fetch(`${base}/tile/0/000.p/${size}`);
  expect(partial.headers.get('content-type')).toBe('application/octet-stream');
  expect((await partial.arrayBuffer()).byteLength).toBe(32 * Number(size));
  expect((await fetch(`${base}/tile/entries/000.p/${size}`)).status).toBe(200);
  for (const path of [
    `/tile/0/000.p/${Number(size) + 1}`,
    '/tile/0/000',
    '/tile/9/x001/000',
    '/tile/0/0',
  ]) {
    expect([400, 404]).toContain((await fetch(base + path)).status);
  }
  const { rule } = at.request();
  const file = await fetch(`${url}/rules/${rule}.json`);
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${url}/rules/${'0'.repeat(64)}.json`)).status).toBe(404);
  expect((await fetch(`${url}/status/${AUTHORITY}-2026.txt`)).status).toBe(200);
  expect((await fetch(`${url}/status/${AUTHORITY}-2025.txt`)).status).toBe(404);
  expect((await fetch(`${url}/trust-list.txt`)).status).toBe(200);
});

it('feeds events page by page and as they come', async () => {
  const auditor = at.as('auditor');
  const query = { authority: AUTHORITY, year: '2026' };
  const all = answered(await auditor.listEvents({ query }));
  const some = answered(await auditor.listEvents({ query: { ...query, limit: '2' } }));
  expect(some.events).toEqual(all.events.slice(0, 2));
  const rest = answered(await auditor.listEvents({ query: { ...query, from: String(some.next) } }));
  expect([...some.events, ...rest.events]).toEqual(all.events);
  expect(all.events[0]?.kind).toBe('opened');

  const abort = new AbortController();
  const authorize = requestAuthorizer({
    signer: at.keys.auditor,
    audience: AUDIENCE,
    now: () => at.clock.now,
    newId: () => crypto.randomUUID(),
  });
  const following = followEvents(
    { base: url, authorize },
    { query: { ...query, from: String(all.next - 1) }, signal: abort.signal },
  );
  expect((await following.next()).value).toEqual(all.events.at(-1));
  const issued = answered(await at.as('officer').issueCode({ body: at.request() }));
  expect((await following.next()).value).toMatchObject({
    kind: 'issued',
    index: issued.place.index,
    codeId: issued.codeId,
  });
  abort.abort();
  await expect(following.next()).rejects.toThrow();
  const unsigned = followEvents({ base: url }, { query: { ...query, from: '0' } });
  await expect(unsigned.next()).rejects.toThrow('request-unsigned');
});

it('survives what is no HTTP', async () => {
  const { port } = new URL(url);
  await new Promise<void>((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end('\0\0\0 nothing\r\n\r\n'));
    socket.on('close', () => done());
    socket.resume();
    socket.on('error', () => undefined);
  });
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it('finishes what has come when it stops', async () => {
  const own = await runService({ listen: true });
  const officer = own.as('officer');
  const come = new Promise<void>((resolve) => {
    let count = 0;
    const one = () => {
      count += 1;
      if (count < 4) return;
      unsubscribe('http.server.request.start', one);
      resolve();
    };
    subscribe('http.server.request.start', one);
  });
  const asked = [1, 2, 3, 4].map(() => officer.issueCode({ body: own.request() }));
  await come;
  const started = performance.now();
  const closing = own.close();
  const results = await Promise.all(asked);
  await closing;
  expect(results.every(({ ok }) => ok)).toBe(true);
  // Idle lines are ended at once and not waited for.
  expect(performance.now() - started).toBeLessThan(4_000);
});

it('counts who fails to say who it is, and checks no signature beyond the limit', async () => {
  const limits = { openPerMinute: 3 };
  const small = await runService({ config: { limits } });
  try {
    const query = { authority: AUTHORITY };
    for (let turn = 0; turn < 4; turn += 1)
      await small.running.fetch(new Request('http://service/health'));
    answered(await small.as('head').listKeys({ query }));
    const forged = { headers: { authorization: 'Chidu AAAA' } };
    const ask = () => small.running.fetch(new Request('http://service/v1/keys', forged));
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect(await small.as('head').listKeys({ query })).toMatchObject({ status: 429 });
    small.clock.now += 60_000;
    answered(await small.as('head').listKeys({ query }));
  } finally {
    await small.close();
  }
});
