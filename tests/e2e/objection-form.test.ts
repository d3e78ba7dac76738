import { openContact } from '@chidu/sdk/api/contact';
import { readCodeText, verifyCode } from '@chidu/sdk/codes';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  answered,
  type Running,
  runService,
} from '../../sdk/src/service/fixtures/running.ts';
import { build } from '../build.ts';
import { openFaultyPortal } from '../drill/objections/faulty-portal.ts';
import { openBrowser, until } from './browser.ts';

let service: Running;
let portal: Awaited<ReturnType<typeof openFaultyPortal>>;
let browser: Browser;

beforeAll(async () => {
  build('widget');
  service = await runService();
  portal = await openFaultyPortal(service, () => 'none');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  portal.close();
  await service.close();
});

/** Where the keyboard is: what matches `selector` inside the element. */
const at = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(
    (selector) =>
      document.querySelector('chidu-notice')?.shadowRoot?.activeElement?.matches(selector) ?? false,
    selector,
  );

/** Goes there by Tab alone; every stop on the way has a name and shows that it is one. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await at(page, selector)) return;
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const element = document.querySelector('chidu-notice')?.shadowRoot?.activeElement;
      if (!(element instanceof HTMLElement)) return null;
      const named =
        element.textContent?.trim() ||
        element.getAttribute('aria-label') ||
        ('labels' in element && (element.labels as NodeList).length > 0);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        what: element.outerHTML.slice(0, 120),
        named: Boolean(named),
        shown: outlineStyle !== 'none' && outlineWidth !== '0px',
      };
    });
    if (stop !== null) expect(stop).toEqual({ what: stop.what, named: true, shown: true });
  }
  throw new Error(`Tab does not reach ${selector}`);
}

it('is filled in, mended and handed in by keyboard alone, its contact sealed for the supervision body', async () => {
  const request = service.request();
  const issued = answered(await service.as('officer').issueCode({ body: request }));
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${portal.url}#${issued.text}`);
  await page.locator('[data-objecting]').waitFor();

  // Nothing filled in: the faults, by name, and from there to the field.
  await tabTo(page, '[data-objecting] button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('[data-errors]').waitFor();
  await until(() => at(page, '[data-errors]'));
  await tabTo(page, '[data-errors] li:first-child button');
  await page.keyboard.press('Enter');
  await until(() => at(page, '#about input'));

  await page.keyboard.press('Space');
  await tabTo(page, '#reasons');
  await page.keyboard.type('危害后果的认定不对，当场已经改正。');
  await tabTo(page, '[data-objecting] summary');
  await page.keyboard.press('Enter');
  await page.locator('#contact-name:enabled').waitFor();
  await tabTo(page, '#telephone');
  await page.keyboard.type('0571-0000 0099');
  await tabTo(page, '[data-objecting] button[type=submit]');
  await page.keyboard.press('Space');
  await page.locator('[data-errors]', { hasText: '请写称呼' }).waitFor();
  await until(() => at(page, '[data-errors]'));
  await tabTo(page, '[data-errors] button');
  await page.keyboard.press('Enter');
  await until(() => at(page, '#contact-name'));
  await page.keyboard.type('甲');
  await page.keyboard.press('Enter');
  const receipt = page.locator('[data-sent=received]');
  await receipt.waitFor();

  await tabTo(page, '[data-sent] button', 'Shift+Tab');
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = (await saving).suggestedFilename();
  await tabTo(page, '[aria-describedby=ask-help]');
  await page.keyboard.press('Enter');
  await receipt.getByText('已收到').waitFor();
  await page.locator('[data-objection]', { hasText: `案号${request.caseNumber}` }).waitFor();

  const supervisor = service.as('supervisor');
  const query = { authority: AUTHORITY };
  const [row] = answered(await supervisor.listObjections({ query })).objections;
  const number = row?.number ?? '';
  expect(saved).toBe(`chidu-${number}.json`);
  expect(await receipt.textContent()).toContain(number);
  const held = answered(await supervisor.readObjection({ params: { number }, query }));
  expect(held).toMatchObject({
    disputed: [{ kind: 'factor' }],
    text: '危害后果的认定不对，当场已经改正。',
  });
  const read = readCodeText(issued.text);
  const code = await verifyCode(read.found ? read.text : '', service.people.ring, {});
  const { contact } = held;
  if (!contact || !code.id) throw new Error('the contact did not arrive');
  expect(JSON.stringify(contact)).not.toContain('0099');
  expect(await openContact(contact, service.recipient, code.id)).toEqual({
    name: '甲',
    telephone: '0571-0000 0099',
  });
  expect(await openContact(contact, service.recipient, '00'.repeat(32))).toBeNull();
  await page.close();
});
