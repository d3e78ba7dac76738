import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { faults } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openPortal } from './notice-portal.ts';

/** A code with one digit changed. */
const altered = (text: string) => {
  const digit = (Number(text[200]) + 1) % 10;
  return text.slice(0, 200) + digit + text.slice(201);
};

describe('every state of the notice', () => {
  let browser: Browser;
  let signed: SignedCase;
  let decided: SignedCase;
  let unlisted: SignedCase;
  beforeAll(async () => {
    build('widget');
    [signed, decided, unlisted] = await Promise.all([
      signedCase(),
      signedCase({ meta: { documentKind: 3 } }),
      signedCase({ unlisted: true }),
    ]);
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const STATES: Readonly<
    Record<string, readonly [of: () => SignedCase, code: (text: string) => string, open: boolean]>
  > = {
    locked: [() => signed, (text) => text, false],
    open: [() => signed, (text) => text, true],
    decided: [() => decided, (text) => text, false],
    altered: [() => signed, altered, false],
    'unknown key': [() => unlisted, (text) => text, false],
    empty: [() => signed, () => '', false],
  };
  interface Look {
    readonly attributes?: Readonly<Record<string, string>>;
    readonly forcedColors?: 'active';
  }
  const LOOKS: Readonly<Record<string, Look>> = {
    Chinese: {},
    'English, twice the text': { attributes: { lang: 'en', 'text-scale': '2' } },
    'for old eyes': { attributes: { elder: '' } },
    dark: { attributes: { theme: 'dark' } },
    'on a page from right to left': { attributes: { dir: 'rtl' } },
    'forced colours': { forcedColors: 'active' },
  };

  async function visit(
    of: SignedCase,
    code: string,
    look: (page: Page) => Promise<void>,
    media: Parameters<Page['emulateMedia']>[0] = {},
  ): Promise<void> {
    const portal = await openPortal(of);
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    try {
      await page.emulateMedia(media);
      await page.goto(
        code === '' ? (portal.url.split('#')[0] ?? '') : portal.url.replace(of.text, code),
      );
      await page
        .locator('chidu-notice')
        .locator('[data-section=limits], [data-entry]')
        .first()
        .waitFor();
      await look(page);
    } finally {
      await page.close();
      portal.close();
    }
  }

  const unlock = async (page: Page) => {
    await page.locator('input[name=digits]').fill(signed.checkCode.slice(-4));
    await page.keyboard.press('Enter');
    await page.locator('[data-section=outlook]').waitFor();
    await page.locator('[data-section=object]').waitFor();
  };

  /** The element as a portal writes it with these attributes and no others. */
  const dress = async (page: Page, { attributes = {}, forcedColors }: Look) => {
    await page.emulateMedia({ forcedColors: forcedColors ?? null });
    await page.locator('chidu-notice').evaluate((element, attributes) => {
      for (const name of ['lang', 'text-scale', 'elder', 'theme', 'dir'])
        if (name in attributes) element.setAttribute(name, attributes[name] ?? '');
        else element.removeAttribute(name);
    }, attributes);
    // The words of another language come later.
    await page
      .locator(
        `chidu-notice :text("${attributes.lang ? 'Check of a supervision code' : '裁量监督码核验'}")`,
      )
      .first()
      .waitFor();
  };

  it.each(Object.entries(STATES))(
    '%s: in every look no fault that axe finds, nothing wider than a phone',
    async (_, [of, code, open]) => {
      await visit(of(), code(of().text), async (page) => {
        if (open) await unlock(page);
        for (const [name, look] of Object.entries(LOOKS)) {
          await dress(page, look);
          expect(await faults(page, 'chidu-notice'), name).toEqual([]);
          const [wide, room] = (await page.evaluate(
            '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
          )) as [number, number];
          expect(wide, name).toBeLessThanOrEqual(room);
        }
      });
    },
  );

  it('moves nothing for a reader who wants no motion', async () => {
    await visit(
      signed,
      signed.text,
      async (page) => expect(await page.evaluate('document.getAnimations().length')).toBe(0),
      { reducedMotion: 'reduce' },
    );
  });

  it('prints the main points alone on one page of A4', async () => {
    await visit(signed, signed.text, async (page) => {
      await unlock(page);
      await page.evaluate(`
        const page = document.querySelector('chidu-notice').shadowRoot.querySelector('.page');
        page.toggleAttribute('data-sheet', true);
      `);
      await page.emulateMedia({ media: 'print' });
      const shown = await page.locator('chidu-notice [data-lead]:visible').count();
      expect(shown).toBe(7);
      expect(
        await page.locator('chidu-notice table:visible, chidu-notice .steps:visible').count(),
      ).toBe(0);
      // Where to go, and what stops no clock, for somebody who has the paper alone.
      for (const line of [
        '0571-0000 0001',
        '0571-0000 0002',
        '0571-0000 0003',
        '不会让任何期限停下来',
      ])
        expect(await page.locator('chidu-notice').getByText(line).isVisible(), line).toBe(true);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBe(1);
    });
  });
});
