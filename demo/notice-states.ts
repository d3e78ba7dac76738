import type { Page } from 'playwright-core';
import type { Album } from './album.ts';
import type { Checks } from './checks.ts';
import { shotAt, whole } from './shots.ts';

/** A code that the service issued, and where its notice is shown with the service at hand. */
export interface Shown {
  readonly address: string;
  readonly empty: string;
  /** Last four digits of the check code. */
  readonly digits: string;
}

/** The notice as different readers meet it: languages, eyes, paper, the second channel, an objection from start to answer. */
export async function photographNotice(
  page: Page,
  album: Album,
  checks: Checks,
  shown: Shown,
): Promise<void> {
  const element = page.locator('chidu-notice');
  const set = (attributes: Readonly<Record<string, string>>) =>
    element.evaluate((each, given) => {
      for (const [name, value] of Object.entries(given)) each.setAttribute(name, value);
    }, attributes);
  const open = async (attributes: Readonly<Record<string, string>> = {}) => {
    await page.goto('about:blank');
    await page.goto(shown.address);
    await set(attributes);
    await page.locator('[data-gate] input').fill(shown.digits);
    await page.keyboard.press('Enter');
    await page.locator('[data-section=outlook]').waitFor();
    await page.locator('[data-objecting]').waitFor();
  };

  await page.goto(shown.empty);
  await page.locator('[data-entry]').waitFor();
  album.add(
    'notice-empty',
    { zh: '没有扫码：输入文号和核验码，或者选照片', en: 'Without a scan: the second channel' },
    await whole(page),
  );
  await open({ lang: 'en' });
  album.add('notice-english', { zh: '英文', en: 'In English' }, await whole(page));
  await open({ elder: '' });
  album.add('notice-elder', { zh: '适老', en: 'For old eyes and fingers' }, await whole(page));
  await open({ 'text-scale': '2' });
  album.add('notice-twice', { zh: '两倍字号', en: 'Twice the text' }, await whole(page));
  await open({ theme: 'dark' });
  album.add('notice-dark', { zh: '深色', en: 'Dark' }, await whole(page));
  await page.emulateMedia({ forcedColors: 'active' });
  await open();
  album.add('notice-forced-colours', { zh: '强制配色', en: 'Forced colours' }, await whole(page));
  await page.emulateMedia({ forcedColors: null });
  await page.setViewportSize({ width: 200, height: 900 });
  await open();
  album.add('notice-narrow', { zh: '200 像素宽', en: '200 pixels wide' }, await whole(page));
  await page.setViewportSize({ width: 430, height: 900 });
  await open();
  album.add(
    'notice-outlook',
    { zh: '什么情况下结果会不同', en: 'What would change the result' },
    await shotAt(page, 'chidu-notice [data-section=outlook]'),
  );
  await element.evaluate((each) =>
    each.shadowRoot?.querySelector('.page')?.setAttribute('data-sheet', ''),
  );
  await page.emulateMedia({ media: 'print' });
  album.add(
    'notice-sheet',
    { zh: '只打印要点', en: 'The main points on paper' },
    await whole(page),
  );
  await page.emulateMedia({ media: null });

  await open();
  await page.locator('[data-objecting] button[type=submit]').click();
  await page.locator('[data-errors]').waitFor();
  album.add(
    'objection-faults',
    { zh: '异议还不能提交：逐项指出', en: 'An objection with faults, each named' },
    await shotAt(page, 'chidu-notice [data-errors]'),
  );
  await page.locator('#about input').first().check();
  await page.locator('#reasons').fill('危害后果的认定不对：当天已经全部改正。');
  await page.getByText('草稿保存在这台设备上').waitFor();
  await page.context().setOffline(true);
  await page.locator('[data-objecting] button[type=submit]').click();
  await page.locator('[data-sent=waiting]').waitFor();
  album.add(
    'objection-waiting',
    { zh: '没有网络：异议存在本机，等待送出', en: 'No network: kept on the device' },
    await shotAt(page, 'chidu-notice [data-sent]'),
  );
  await page.context().setOffline(false);
  await page.locator('[data-sent=received]').first().waitFor();
  checks.true('断网时提交的异议，有网络后送到，有回执', true);
  album.add(
    'objection-received',
    { zh: '送到后的回执', en: 'Delivered, with its receipt' },
    await shotAt(page, 'chidu-notice [data-sent]'),
  );
  await page.getByRole('button', { name: '查询进度和答复' }).click();
  await page.getByText('异议不成立').first().waitFor();
  album.add(
    'objection-answered',
    { zh: '凭同一枚码看到答复', en: 'The answer, by the same code' },
    await shotAt(page, 'chidu-notice [data-section=object] ul'),
  );
}
