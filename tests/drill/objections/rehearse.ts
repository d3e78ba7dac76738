import type { Signer } from '@chidu/sdk/codes';
import { type LogPolicy, noteKey, openReceipt, parseLogOrigin } from '@chidu/sdk/log';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../demo/browser.ts';
import { random } from '../../../sdk/src/discretion/fixtures/random.ts';
import {
  AUDIENCE,
  AUTHORITY,
  answered,
  type Running,
  runService,
} from '../../../sdk/src/service/fixtures/running.ts';
import { build } from '../../build.ts';
import { type Fault, openFaultyPortal } from './faulty-portal.ts';

/** What the party does around handing in. */
const WAYS = ['plain', 'double-click', 'reload', 'killed-tab', 'offline', 'two-tabs'] as const;
type Way = (typeof WAYS)[number];

const CODES = 10;

export interface Rehearsed {
  /** Objections that the service holds, and the different texts among them. */
  readonly held: number;
  readonly texts: number;
  /** Receipts in the browser, and those that prove an objection under the key of the authority's log. */
  readonly receipts: number;
  readonly proven: number;
  readonly faults: Readonly<Record<Fault, number>>;
  readonly ways: Readonly<Record<Way, number>>;
}

/** Hands in so many objections on the built widget to the real service, with everything in the way that there can be. */
export async function rehearse(count: number, say: (line: string) => void): Promise<Rehearsed> {
  build('widget');
  const rnd = random(20_261_122);
  const limits = {
    issuePerDay: 1000,
    detailPerHour: 5,
    lookupPerHour: 20,
    objectionsPerDay: 10_000,
    openPerMinute: 100_000,
  };
  const service = await runService({ config: { limits } });
  let calm = false;
  const portal = await openFaultyPortal(service, () =>
    calm
      ? 'none'
      : rnd.pick<Fault>(['none', 'none', 'none', 'lost-before', 'lost-after', 'busy', 'slow']),
  );
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  try {
    const codes = await Promise.all(
      Array.from({ length: Math.min(CODES, count) }, async () =>
        answered(await service.as('officer').issueCode({ body: service.request() })),
      ),
    );
    const context = await browser.newContext();
    context.setDefaultTimeout(60_000);
    const ways: Record<Way, number> = {
      plain: 0,
      'double-click': 0,
      reload: 0,
      'killed-tab': 0,
      offline: 0,
      'two-tabs': 0,
    };
    for (let i = 0; i < count; i += 1) {
      const way = WAYS[i % WAYS.length] ?? 'plain';
      ways[way] += 1;
      const url = `${portal.url}#${codes[i % codes.length]?.text}`;
      await handIn(context, url, `第${i + 1}号异议：危害后果的认定不对。`, way);
      if ((i + 1) % 20 === 0) say(`${i + 1} handed in`);
    }
    calm = true;
    const receipts: string[] = [];
    for (const { text } of codes)
      receipts.push(...(await collect(context, `${portal.url}#${text}`)));
    const texts = await textsHeld(service);
    return {
      held: texts.length,
      texts: new Set(texts).size,
      receipts: receipts.length,
      proven: (await Promise.all(receipts.map((text) => isProven(text, service)))).filter(Boolean)
        .length,
      faults: portal.counts,
      ways,
    };
  } finally {
    await browser.close();
    portal.close();
    await service.close();
  }
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-objecting]').waitFor();
  return page;
}

const submitButton = (page: Page) => page.locator('[data-objecting] button[type=submit]');

/** Until the page shows the objection among those handed in; whatever came between, a person would look and try again. */
async function handIn(context: BrowserContext, url: string, text: string, way: Way): Promise<void> {
  let page = await open(context, url);
  await write(page, text);
  if (way === 'offline') {
    // Before the first word is kept here the page has nothing to keep it with.
    await page.getByText('草稿保存在这台设备上').waitFor();
    await context.setOffline(true);
  }
  if (way === 'double-click') await submitButton(page).dblclick();
  else await submitButton(page).click();
  if (way === 'two-tabs') {
    const other = await open(context, url);
    if (!(await isTaken(other, text))) {
      await write(other, text);
      await submitButton(other).click();
      await taken(other, text);
    }
    await other.close();
  }
  if (way === 'killed-tab') {
    await page.close({ runBeforeUnload: false });
    page = await open(context, url);
  } else if (way === 'reload') {
    await page.reload();
    await page.locator('[data-objecting]').waitFor();
  }
  if (way === 'killed-tab' || way === 'reload') {
    if (!(await comes(page, text))) {
      // It was cut off before it was taken in: then the draft is still there.
      if ((await page.locator('#reasons').inputValue()) !== text) await write(page, text);
      await submitButton(page).click();
    }
  }
  await taken(page, text);
  if (way === 'offline') await context.setOffline(false);
  await page.close();
}

async function write(page: Page, text: string): Promise<void> {
  const first = page.locator('#about input').first();
  if (!(await first.isChecked())) await first.check();
  await page.locator('#reasons').fill(text);
}

const isTaken = async (page: Page, text: string): Promise<boolean> =>
  (await page.locator('[data-sent]', { hasText: text }).count()) > 0;

/** Whether it shows up by itself, once the page has read what this browser holds. */
const comes = (page: Page, text: string): Promise<boolean> =>
  page
    .locator('[data-sent]', { hasText: text })
    .first()
    .waitFor({ timeout: 2000 })
    .then(
      () => true,
      () => false,
    );

const taken = (page: Page, text: string): Promise<void> =>
  page.locator('[data-sent]', { hasText: text }).first().waitFor();

/** Opens a code's page until nothing waits any more, and reads the receipts that the browser holds. */
async function collect(context: BrowserContext, url: string): Promise<string[]> {
  const page = await open(context, url);
  await page.waitForFunction(() => {
    const root = document.querySelector('chidu-notice')?.shadowRoot;
    return root?.querySelector('[data-sent]') && !root.querySelector('[data-sent="waiting"]');
  });
  const code = url.slice(url.indexOf('#') + 1);
  const proofs = await page.evaluate(
    (code) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('chidu-objections');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('outbox')
            .objectStore('outbox')
            .index('code')
            .getAll(code);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.flatMap(({ receipt }) => (receipt ? [receipt.proof] : [])));
          };
        };
      }),
    code,
  );
  await page.close();
  return proofs;
}

async function textsHeld(service: Running): Promise<string[]> {
  const supervisor = service.as('supervisor');
  const query = { authority: AUTHORITY };
  const rows = answered(await supervisor.listObjections({ query: { ...query, limit: '500' } }));
  return Promise.all(
    rows.objections.map(
      async ({ number }) =>
        answered(await supervisor.readObjection({ params: { number }, query })).text,
    ),
  );
}

/** The key of the authority's log signed a checkpoint in which the entry lies, and the entry is an objection. */
async function isProven(text: string, service: Running): Promise<boolean> {
  const { spki } = service.logKeys.get(AUTHORITY) as Signer;
  const policyOf = (origin: string): LogPolicy | null =>
    parseLogOrigin(origin)?.host === new URL(AUDIENCE).host
      ? {
          origin,
          authority: AUTHORITY,
          keys: [noteKey(origin, 'ed25519', spki)],
          witnesses: [],
          quorum: 0,
        }
      : null;
  const opened = await openReceipt(text, policyOf);
  return opened.ok && opened.entry.leaf.type === 'objected';
}
