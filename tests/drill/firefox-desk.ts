import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES } from '../../demo/legacy/cases.ts';
import { startServer } from '../../demo/server.ts';
import { readTool, root } from '../tool.ts';

export const about =
  'Firefox: the frameset is read, the launcher stands on it, panel and binder work. Needs firefox-esr or FIREFOX.';

const PLACES = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const ID = 'desk@chidu.example';
const UUID = '6d6f2c7e-0b1a-4c55-9a53-5b7f5d3a9c11';
const WAIT_MS = 30_000;

export async function run(say: (line: string) => void): Promise<void> {
  const firefox = PLACES.find((path) => path !== undefined && existsSync(path));
  if (firefox === undefined) throw new Error('no Firefox found; FIREFOX names one');
  const { exit, all } = readTool([
    'wxt',
    'build',
    '-b',
    'firefox',
    '--mode',
    'demo',
    '--level',
    'warn',
  ]);
  if (exit !== 0) throw new Error(all);
  const profile = mkdtempSync(join(tmpdir(), 'chidu-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    `user_pref("extensions.webextensions.uuids", ${JSON.stringify(JSON.stringify({ [ID]: UUID }))});\n`,
  );
  const server = await startServer({ port: 0 });
  const browser = await openFirefox(firefox, profile);
  try {
    await browser.send('webExtension.install', {
      extensionData: { type: 'path', path: join(root, 'extension/.output/firefox-mv3-demo') },
    });
    const [it] = CASES;
    if (!it) throw new Error('no case');
    const page = await browser.open(`${server.url}/legacy/?ajid=${it.ajid}`);
    await browser.until(page, `!!document.querySelector('chidu-launcher')`);
    say('the launcher stands on the frameset');

    const panel = await browser.open(`moz-extension://${UUID}/sidepanel.html`);
    const read = `browser.storage.session.get(null).then((held) => JSON.stringify(held))`;
    await browser.until(panel, `${read}.then((text) => text.includes(${JSON.stringify(it.ajbh)}))`);
    const held = JSON.parse(await browser.evaluate(panel, read)) as Record<
      string,
      Record<string, { reading: { fields: { field: string; value?: unknown }[] } }>
    >;
    const [key = ''] = Object.keys(held).filter((name) => name.startsWith('tab:'));
    const fields = Object.values(held[key] ?? {}).flatMap(({ reading }) => reading.fields);
    const value = (field: string): unknown => fields.find((one) => one.field === field)?.value;
    for (const [field, meant] of [
      ['caseNumber', it.ajbh],
      ['party', it.dsrxm],
      ['violation', it.expected.violation],
      ['facts.goodsValue', it.expected.money.goodsValue],
    ] as const)
      if (meant !== undefined && value(field) !== meant)
        throw new Error(`${field} reads ${String(value(field))}, meant ${String(meant)}`);
    say('the case is read right in every frame');

    const tab = key.slice('tab:'.length);
    const desk = await browser.open(`moz-extension://${UUID}/sidepanel.html?tab=${tab}`);
    await browser.until(desk, `!!document.querySelector('[data-field=party][data-state=read]')`);
    say('the panel shows it');
    const binder = await browser.open(`moz-extension://${UUID}/binder.html?tab=${tab}`);
    await browser.until(binder, `document.querySelectorAll('[data-state=offered]').length > 4`);
    say('the binder suggests its fields');
  } finally {
    await browser.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

interface Firefox {
  readonly send: (method: string, params: object) => Promise<Record<string, unknown>>;
  /** A new tab at an address; its context. */
  readonly open: (url: string) => Promise<string>;
  readonly evaluate: (context: string, expression: string) => Promise<string>;
  readonly until: (context: string, expression: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** WebDriver BiDi over its socket: https://w3c.github.io/webdriver-bidi/ */
async function openFirefox(path: string, profile: string): Promise<Firefox> {
  const process_ = spawn(
    path,
    [
      '--headless',
      '--no-remote',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      '--profile',
      profile,
    ],
    { env: { ...process.env, HOME: profile }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    process_.stderr.on('data', (part: Buffer) => {
      text += part.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text);
      if (found?.[1]) resolve(found[1]);
    });
    process_.once('exit', () => reject(new Error(`Firefox ended: ${text}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((done) => socket.addEventListener('open', done, { once: true }));
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  const send = (method: string, params: object): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error, message }) =>
        error === undefined
          ? resolve(result ?? {})
          : reject(new Error(`${method}: ${error} ${message ?? ''}`)),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  const evaluate = async (context: string, expression: string): Promise<string> => {
    const { result } = (await send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })) as { result?: { value?: unknown } };
    return String(result?.value);
  };
  return {
    send,
    evaluate,
    open: async (url) => {
      const { context } = (await send('browsingContext.create', { type: 'tab' })) as {
        context: string;
      };
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      return context;
    },
    until: async (context, expression) => {
      for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
        if ((await evaluate(context, expression)) === 'true') return;
        await new Promise((done) => setTimeout(done, 200));
      }
      throw new Error(`still not so: ${expression}`);
    },
    close: async () => {
      const ended = new Promise((done) => process_.once('exit', done));
      await send('browser.close', {}).catch(() => process_.kill());
      await ended;
    },
  };
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
}
