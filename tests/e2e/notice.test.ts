import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signText, statusListBody } from '@chidu/sdk/codes';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { readTool } from '../tool.ts';
import { openBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';
import { openPortal, type PortalOptions, STRICT } from './notice-portal.ts';

const GENUINE = {
  trust: 'pass',
  code: 'pass',
  key: 'pass',
  signature: 'pass',
  rule: 'pass',
  replay: 'pass',
  log: 'unknown',
  status: 'unknown',
};

describe('the built <chidu-notice>', () => {
  let browser: Browser;
  let signed: SignedCase;

  beforeAll(async () => {
    build('widget');
    signed = await signedCase({ meta: { statusIndex: 4711 } });
    // Plain http from a name is no secure context; from 127.0.0.1 it is.
    browser = await openBrowser('--host-resolver-rules=MAP portal.example 127.0.0.1');
  });
  afterAll(() => browser.close());

  interface Visit extends PortalOptions {
    readonly host?: string;
    readonly before?: ((page: Page) => Promise<unknown>) | undefined;
  }

  /** Opens a portal page, with what the portal was asked for and what the page complains about. */
  async function enter(options: Visit) {
    const portal = await openPortal(signed, options);
    const page = await browser.newPage();
    const complaints = await complaintsOf(page);
    await options.before?.(page);
    await page.goto(portal.url.replace('127.0.0.1', options.host ?? '127.0.0.1'));
    await page.locator('chidu-notice [data-section=limits]').first().waitFor();
    return {
      page,
      asked: portal.asked,
      complaints,
      leave: async () => {
        await page.close();
        portal.close();
      },
    };
  }

  /** Opens a portal page and hands it over; it may complain of nothing. */
  async function visit(
    options: Visit,
    look: (page: Page, asked: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const { page, asked, complaints, leave } = await enter(options);
    try {
      await look(page, asked);
      expect(await complaints()).toEqual([]);
    } finally {
      await leave();
    }
  }

  const steps = (page: Page) =>
    page.evaluate(() =>
      Object.fromEntries(
        [
          ...(document
            .querySelector('chidu-notice')
            ?.shadowRoot?.querySelectorAll<HTMLElement>('[data-step]') ?? []),
        ].map(({ dataset }) => [dataset.step, dataset.state]),
      ),
    );

  const unlock = async (page: Page) => {
    await page.locator('input[name=digits]').fill(signed.checkCode.slice(-4));
    await page.keyboard.press('Enter');
    await page.locator('[data-section=decision]').waitFor();
  };

  it('tells everything under a strict policy without one violation', async () => {
    await visit({}, async (page, asked) => {
      expect(await steps(page)).toEqual(GENUINE);
      await unlock(page);
      await page.locator('input[type=date]').fill('2026-11-20');
      await page.locator('.last-day').first().waitFor();
      expect(asked.filter((path) => path.startsWith('/w/')).sort()).toEqual([
        '/w/chidu-notice-decision.js',
        '/w/chidu-notice-outlook.js',
        '/w/chidu-notice-replay.js',
        '/w/chidu-notice-rights.js',
        '/w/chidu-notice-rule.js',
        '/w/chidu-notice.js',
      ]);
    });
  });

  it('speaks English under the same policy', async () => {
    await visit({ attributes: 'lang="en"' }, async (page) => {
      await page.getByText('Is it genuine?').waitFor();
      expect(await steps(page)).toEqual(GENUINE);
    });
  });

  it('needs no exception for trusted types', async () => {
    const policy = `${STRICT}; require-trusted-types-for 'script'`;
    await visit({ policy }, async (page) => {
      expect(await steps(page)).toEqual(GENUINE);
    });
  });

  it('comes from another origin, which the policy names, without one violation', async () => {
    await visit({ elsewhere: true }, async (page, asked) => {
      expect(await steps(page)).toEqual(GENUINE);
      await unlock(page);
      expect(asked.filter((path) => path.startsWith('/w/'))).toEqual([]);
    });
  });

  it('works in a sandboxed frame, where nothing can be stored', async () => {
    const portal = await openPortal(signed, { sandbox: 'allow-scripts allow-forms' });
    const page = await browser.newPage();
    try {
      await page.goto(portal.url.replace(/\/c#.*/, '/frame'));
      const frame = page.frameLocator('iframe');
      await frame.locator('[data-step=replay][data-state=pass]').waitFor();
      await frame.locator('input[name=digits]').fill(signed.checkCode.slice(-4));
      await page.keyboard.press('Enter');
      await frame.locator('[data-section=decision]').waitFor();
    } finally {
      await page.close();
      portal.close();
    }
  });

  it('is not run where its bytes are not those whose integrity the build published', async () => {
    const integrities = JSON.parse(
      readFileSync(new URL('../../widget/dist/integrity.json', import.meta.url), 'utf8'),
    );
    const integrity = integrities['chidu-notice.js'];
    await visit({ integrity }, async (page) => expect(await steps(page)).toEqual(GENUINE));
    const portal = await openPortal(signed, { integrity: integrity.replace(/.$/, 'A') });
    const page = await browser.newPage();
    await page.goto(portal.url);
    expect(await page.evaluate(() => customElements.get('chidu-notice') === undefined)).toBe(true);
    await page.close();
    portal.close();
  });

  it('takes no roots but those that its build pins', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chidu-pinned-'));
    const roots = join(folder, 'roots.json');
    writeFileSync(roots, JSON.stringify(signed.roots));
    const command = ['node', '--conditions=development', 'widget/build.ts', '--roots', roots];
    expect(readTool([...command, '--out', folder]).exit).toBe(0);
    const dist = new URL(`file://${folder}/`);
    try {
      await visit({ dist }, async (page) => expect(await steps(page)).toEqual(GENUINE));
      // A portal that brings list and roots of its own making is believed by nobody.
      const forger = await signedCase();
      const portal = await openPortal(forger, { dist });
      const page = await browser.newPage();
      await page.goto(portal.url);
      await page.locator('chidu-notice [data-section=limits]').waitFor();
      expect(await steps(page)).toMatchObject({ trust: 'unknown', key: 'unknown' });
      expect(await page.locator('.summary').innerText()).toContain('还不能判断真假');
      await page.close();
      portal.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is defined once where a page loads it twice', async () => {
    await visit({}, async (page) => {
      await page.addScriptTag({ url: '/w/chidu-notice.iife.js' });
      await page.addScriptTag({ url: '/w/chidu-notice.js?again', type: 'module' });
      expect(await steps(page)).toEqual(GENUINE);
    });
  });

  it('is a classic script too, whole in a page of GBK', async () => {
    await visit({ script: 'iife' }, async (page) => {
      expect(await page.evaluate(() => document.characterSet)).toBe('GBK');
      expect(await steps(page)).toEqual(GENUINE);
      await page.getByText('裁量监督码核验').waitFor();
    });
  });

  const withoutPreload = (page: Page) =>
    page.addInitScript(() => {
      DOMTokenList.prototype.supports = () => false;
    });

  it.each([
    ['by preload', undefined],
    ['by comparison, where preload is unknown', withoutPreload],
  ])('refuses a chunk that is not of this build, %s', async (_, before) => {
    await visit({ tampered: 'replay', before }, async (page) => {
      expect(await steps(page)).toEqual({ ...GENUINE, replay: 'unknown' });
      expect(await page.locator('[data-step=replay]').innerText()).toContain('验算程序没有载入');
    });
    await visit({ tampered: 'rights', before }, async (page) => {
      await page.getByText('权利和期限的说明没有载入').waitFor();
    });
  });

  it('loads its chunks where preload is unknown', async () => {
    await visit({ before: withoutPreload }, async (page) => {
      expect(await steps(page)).toEqual(GENUINE);
    });
  });

  it('checks without WebCrypto on plain http, and says that the page is not protected', async () => {
    await visit({ host: 'portal.example' }, async (page, asked) => {
      expect(await page.evaluate(() => [isSecureContext, crypto.subtle])).toEqual([
        false,
        undefined,
      ]);
      expect(await steps(page)).toEqual(GENUINE);
      await page.getByText('网页本身在传送途中可能被人改动').waitFor();
      expect(asked).toContain('/w/chidu-notice-ed25519.js');
    });
  });

  it('asks the status list through a part of its own', async () => {
    const { authority, signer } = signed;
    const head = { authority, period: '2026', seq: 1, issued: '2026-11-20T00:00:00Z' };
    const status = await signText(
      statusListBody({ ...head, nextUpdate: '2126-01-01T00:00:00Z' }, []),
      [signer],
    );
    await visit({ attributes: 'status="/status/"', status }, async (page) => {
      expect(await steps(page)).toEqual({ ...GENUINE, status: 'pass' });
    });
  });

  it('keeps two elements on one page apart', async () => {
    await visit({ count: 2 }, async (page) => {
      await page.locator('chidu-notice').nth(1).locator('[data-section=limits]').waitFor();
      await page.locator('input[name=digits]').first().fill(signed.checkCode.slice(-4));
      await page.keyboard.press('Enter');
      await page.locator('[data-section=decision]').waitFor();
      expect(await page.locator('[data-section=decision]').count()).toBe(1);
      expect(await page.locator('[data-gate]').count()).toBe(1);
    });
  });

  it('can be worked by keyboard alone, whatever comes late', async () => {
    const { promise: unlocked, resolve: unlock } = Promise.withResolvers<void>();
    const before = (page: Page) =>
      page.route('**/chidu-notice-decision.js*', async (route) => {
        await unlocked;
        await route.continue();
      });
    await visit({ before }, async (page) => {
      const focused = (heading: string) =>
        page.waitForFunction(
          (heading) => document.activeElement?.shadowRoot?.activeElement?.textContent === heading,
          heading,
        );
      for (let i = 0; i < 6; i += 1) {
        await page.keyboard.press('Tab');
        const field = await page.evaluate(
          () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('name') ?? '',
        );
        if (field === 'digits') break;
      }
      await page.keyboard.type(signed.checkCode.slice(-4));
      await page.keyboard.press('Enter');
      await focused('处罚的内容和理由');
      unlock();
      await focused('准备怎样处罚，为什么');
    });
  });

  describe('once it is open', () => {
    // One page for all looks: an attribute is drawn at once.
    let entered: Awaited<ReturnType<typeof enter>>;
    const dress = (attributes: Readonly<Record<string, string>>) =>
      entered.page.locator('chidu-notice').evaluate((element, given) => {
        for (const name of ['elder', 'text-scale'])
          if (name in given) element.setAttribute(name, given[name] ?? '');
          else element.removeAttribute(name);
      }, attributes);
    beforeAll(async () => {
      entered = await enter({});
      await unlock(entered.page);
    });
    afterEach(async () => expect(await entered.complaints()).toEqual([]));
    afterAll(() => entered.leave());

    it.each<[number, Readonly<Record<string, string>>]>([
      [200, {}],
      [360, { 'text-scale': '2' }],
      [360, { elder: '', 'text-scale': '1.5' }],
      [2000, {}],
    ])('stays inside a page %i px wide %j', async (width, attributes) => {
      const { page } = entered;
      await dress(attributes);
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });

    it('is large enough for old eyes and fingers', async () => {
      const { page } = entered;
      await dress({ elder: '' });
      await page.setViewportSize({ width: 1280, height: 720 });
      const sizes = await page.evaluate(() => {
        const root = document.querySelector('chidu-notice')?.shadowRoot;
        const of = (selector: string) => [...(root?.querySelectorAll(selector) ?? [])];
        return {
          text: of('p, li, td, th, dt, dd, span, label, figcaption').map((element) =>
            Number.parseFloat(getComputedStyle(element).fontSize),
          ),
          targets: of('button, input, summary').map(
            (element) => element.getBoundingClientRect().height,
          ),
          line: of('.page').map((element) => {
            const { lineHeight, fontSize } = getComputedStyle(element);
            return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
          }),
        };
      });
      expect(Math.min(...sizes.text)).toBeGreaterThanOrEqual(18);
      expect(Math.min(...sizes.targets)).toBeGreaterThanOrEqual(60);
      expect(Math.min(...sizes.line)).toBeGreaterThanOrEqual(1.3);
    });

    it('prints what was opened and nothing to press', async () => {
      const { page } = entered;
      await dress({});
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.actions').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('[data-section=rights]').isVisible()).toBe(true);
    });
  });
});
