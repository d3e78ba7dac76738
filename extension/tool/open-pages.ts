import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from './find-chromium.ts';

/** A browser that looks at pages as the extension does: in every frame, in a world of its own that no script of the page reaches. */
export interface Pages {
  readonly open: (url: string) => Promise<OpenPage>;
  /** A window that a page opened. */
  readonly look: (page: Page) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Calls a function of `page-side.ts` in every frame; frames that cannot answer are absent. */
  readonly ask: <T>(call: string) => Promise<readonly T[]>;
  readonly close: () => Promise<void>;
}

export async function openPages(): Promise<Pages> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found; CHROMIUM names one');
  const [code, browser] = await Promise.all([
    bundle(),
    chromium.launch({
      executablePath,
      headless: true,
      // Chromium's own sandbox does not start for root.
      chromiumSandbox: process.getuid?.() !== 0,
      // Frames of other sites too: one session then reaches all of them.
      args: [
        '--disable-features=IsolateOrigins,site-per-process',
        '--disable-site-isolation-trials',
      ],
    }),
  ]);
  return {
    open: (url) => openPage(browser, url, code),
    look: (page) => lookAt(page, code),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, url: string, code: string): Promise<OpenPage> {
  const context = await browser.newContext({ locale: 'zh-CN', ignoreHTTPSErrors: true });
  const page = await context.newPage();
  // A legacy page that asks something would wait for ever.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.goto(url, { waitUntil: 'load' });
  return lookAt(page, code);
}

async function lookAt(page: Page, code: string): Promise<OpenPage> {
  const context = page.context();
  const cdp = await context.newCDPSession(page);
  return { page, ask: (call) => askFrames(cdp, code, call), close: () => context.close() };
}

async function askFrames<T>(cdp: CDPSession, code: string, call: string): Promise<readonly T[]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const answers: T[] = [];
  for (const frameId of frameIds(frameTree)) {
    // A frame may be gone by now.
    const world = await cdp
      .send('Page.createIsolatedWorld', { frameId, worldName: 'chidu' })
      .catch(() => null);
    if (!world) continue;
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: `${code}\n;JSON.stringify(chiduPage.${call})`,
      contextId: world.executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    if (typeof result.value === 'string') answers.push(JSON.parse(result.value));
  }
  return answers;
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

const frameIds = ({ frame, childFrames = [] }: FrameTree): string[] => [
  frame.id,
  ...childFrames.flatMap(frameIds),
];

/** `page-side.ts` and all it imports as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['development', 'module', 'browser', 'import'] },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('./page-side.ts', import.meta.url)),
        name: 'chiduPage',
        formats: ['iife'],
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error('page-side.ts gave no script');
  return chunk.code;
}
