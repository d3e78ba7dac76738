import { type Browser, browser } from 'wxt/browser';
import type { Adapter } from '../adapters/adapter.ts';
import { matchPatterns, originsOf } from './match-patterns.ts';

/** The files that may run inside a page. Each only defines its function or starts its own life; none is web-accessible. */
export type PageScript =
  | '/reader.js'
  | '/launcher.js'
  | '/notice.js'
  | '/pointer.js'
  | '/binding.js'
  | '/write.js';

export interface FrameAnswer<T> {
  readonly frameId: number;
  readonly documentId: string;
  readonly result: T;
}

/**
 * Runs a page script in frames of a tab, then a function that uses it, and brings back what each frame answered.
 * The browser itself says which frame and document answered. A frame that may not be reached is simply absent.
 */
export async function ask<A, T>(
  target: Browser.scripting.InjectionTarget,
  script: PageScript,
  call: (input: A) => T | Promise<T>,
  input: A,
): Promise<readonly FrameAnswer<NonNullable<T>>[]> {
  await run(target, script);
  const answers = await browser.scripting.executeScript({ target, func: call, args: [input] });
  return answers.flatMap(({ frameId, documentId, result }) =>
    result === undefined || result === null
      ? []
      : [{ frameId, documentId: documentId ?? '', result: result as NonNullable<T> }],
  );
}

export async function run(
  target: Browser.scripting.InjectionTarget,
  script: PageScript,
): Promise<void> {
  await browser.scripting.executeScript({ target, files: [script] });
}

/** One registration at a time: two that overlap would each remove what the other added. */
let queue: Promise<void> = Promise.resolve();

/** Makes the reader run on the pages of these adapters and on no other page. */
export function registerReaders(adapters: readonly Adapter[]): Promise<void> {
  queue = queue
    .catch(() => undefined)
    .then(async () => {
      await browser.scripting.unregisterContentScripts();
      if (adapters.length > 0)
        await browser.scripting.registerContentScripts(adapters.map(registration));
    });
  return queue;
}

function registration(adapter: Adapter): Browser.scripting.RegisteredContentScript {
  return {
    id: adapter.id,
    js: ['reader.js'],
    matches: matchPatterns(adapter.matches),
    allFrames: true,
    runAt: 'document_idle',
    // Chromium takes this for whole origins only; elsewhere blank frames are reached by `frame-loaded`.
    matchOriginAsFallback: adapter.matches.every((pattern) => /^[^/]+\/\/[^/]+\/\*$/.test(pattern)),
    persistAcrossSessions: true,
  };
}

/** The adapters whose addresses the user, the manifest or the policy has opened to us. */
export async function granted(adapters: readonly Adapter[]): Promise<readonly Adapter[]> {
  const checks = await Promise.all(
    adapters.map(({ matches }) => browser.permissions.contains({ origins: originsOf(matches) })),
  );
  return adapters.filter((_, index) => checks[index]);
}
