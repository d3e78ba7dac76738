import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const PLACES = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const WAIT_MS = 30_000;

/** The add-on's id, and the address of its pages in the profiles made here. */
export const ID = 'desk@chidu.example';
const UUID = '6d6f2c7e-0b1a-4c55-9a53-5b7f5d3a9c11';
export const own = (page: string): string => `moz-extension://${UUID}/${page}`;

/** A Firefox under WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export interface Firefox {
  /** Installs an unpacked add-on. */
  readonly install: (folder: string) => Promise<void>;
  /** A new tab at an address; its context. */
  readonly open: (url: string) => Promise<string>;
  readonly close: (context: string) => Promise<void>;
  /** The value of an expression, as text. */
  readonly evaluate: (context: string, expression: string) => Promise<string>;
  readonly until: (context: string, expression: string) => Promise<void>;
  /** A click of a person at the middle of an element, or at a point of the window. */
  readonly click: (context: string, at: string | Point) => Promise<void>;
  /** Every tab and window, and the frames of one. */
  readonly contexts: (of?: string) => Promise<readonly Context[]>;
  /** In the browser's own window, where toolbar, shortcuts and sidebar are. */
  readonly inWindow: (expression: string) => Promise<string>;
  readonly quit: () => Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Context {
  readonly context: string;
  readonly url: string;
  readonly name: string;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
}

interface Node {
  readonly context: string;
  readonly url: string;
  readonly 'moz:name'?: string;
  readonly children: readonly Node[] | null;
}

/**
 * Starts a Firefox with a profile of its own. Policies are read from the folder of the installation, so the browser runs from
 * one made of links to the installed one: nothing on the machine is changed.
 */
export async function openFirefox(policies: object): Promise<Firefox> {
  const installed = PLACES.find((path) => path !== undefined && existsSync(path));
  if (installed === undefined) throw new Error('no Firefox found; FIREFOX names one');
  const home = mkdtempSync(join(tmpdir(), 'chidu-firefox-'));
  writeFileSync(
    join(home, 'user.js'),
    `user_pref("extensions.webextensions.uuids", ${JSON.stringify(JSON.stringify({ [ID]: UUID }))});\n`,
  );
  const program = linkedInstallation(realpathSync(installed), join(home, 'firefox'), policies);
  const process_ = spawn(
    program,
    [
      '--headless',
      '--no-remote',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      '--profile',
      home,
    ],
    { env: { ...process.env, HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] },
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
  const send = await openSocket(`${address}/session`);
  await send('session.new', { capabilities: {} });

  const evaluate = async (context: string, expression: string): Promise<string> => {
    const { result, exceptionDetails } = (await send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    })) as { result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return String(result?.value);
  };
  const tree = async (params: object): Promise<readonly Node[]> =>
    ((await send('browsingContext.getTree', params)) as { contexts: readonly Node[] }).contexts;
  return {
    evaluate,
    install: async (path) => {
      await send('webExtension.install', { extensionData: { type: 'path', path } });
    },
    open: async (url) => {
      const { context } = (await send('browsingContext.create', { type: 'tab' })) as {
        context: string;
      };
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      return context;
    },
    close: async (context) => {
      await send('browsingContext.close', { context });
    },
    until: async (context, expression) => {
      let last = '';
      for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
        // A document that is just being replaced cannot answer.
        last = await evaluate(context, expression).catch(String);
        if (last === 'true') return;
        await new Promise((done) => setTimeout(done, 200));
      }
      throw new Error(`still not so: ${expression} (${last})`);
    },
    click: async (context, at) => {
      const point =
        typeof at === 'string' ? (JSON.parse(await evaluate(context, middleOf(at))) as Point) : at;
      await send('input.performActions', {
        context,
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: Math.floor(point.x), y: Math.floor(point.y) },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    contexts: async (of) => {
      const flat = (nodes: readonly Node[]): Context[] =>
        nodes.flatMap((node) => [
          { context: node.context, url: node.url, name: node['moz:name'] ?? '' },
          ...flat(node.children ?? []),
        ]);
      return of === undefined
        ? (await tree({ maxDepth: 0 })).map(({ context, url }) => ({ context, url, name: '' }))
        : flat(await tree({ root: of }));
    },
    inWindow: async (expression) => {
      const [window] = await tree({ 'moz:scope': 'chrome', maxDepth: 0 });
      if (!window) throw new Error('no window');
      return evaluate(window.context, expression);
    },
    quit: async () => {
      const ended = new Promise((done) => process_.once('exit', done));
      await send('browser.close', {}).catch(() => process_.kill());
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function linkedInstallation(program: string, folder: string, policies: object): string {
  mkdirSync(folder);
  for (const name of readdirSync(dirname(program)))
    if (name !== 'distribution' && name !== basename(program))
      symlinkSync(join(dirname(program), name), join(folder, name));
  mkdirSync(join(folder, 'distribution'));
  writeFileSync(join(folder, 'distribution/policies.json'), JSON.stringify(policies));
  // Firefox looks for its files beside the true place of its program.
  copyFileSync(program, join(folder, basename(program)));
  return join(folder, basename(program));
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

async function openSocket(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((done) => socket.addEventListener('open', done, { once: true }));
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error, message }) =>
        error === undefined
          ? resolve(result ?? {})
          : reject(new Error(`${method}: ${error} ${message ?? ''}`)),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

const middleOf = (selector: string): string => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  if (!element) throw new Error('no ' + ${JSON.stringify(selector)});
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return JSON.stringify({ x: left + width / 2, y: top + height / 2 });
})()`;
