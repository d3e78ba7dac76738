import type { BrowserContext, Page } from 'playwright-core';

/** The whole page, however long, with its sticky parts where they stand when nothing is scrolled. */
export async function whole(page: Page): Promise<Buffer> {
  await page.evaluate(() => scrollTo(0, 0));
  return page.screenshot({ fullPage: true });
}

/** What a person sees who has scrolled to a place; `above` is the height of bars that stay at the top. */
export async function shotAt(page: Page, selector: string, above = 8): Promise<Buffer> {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, above) => scrollTo(0, element.getBoundingClientRect().top + scrollY - above),
      above,
    );
  return page.screenshot();
}

/** Pictures put side by side: a headless window shows no side panel beside the page. */
export async function sideBySide(
  context: BrowserContext,
  height: number,
  ...parts: readonly { readonly png: Buffer; readonly width: number }[]
): Promise<Buffer> {
  const page = await context.newPage();
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  await page.setViewportSize({ width, height });
  const images = parts.map(
    ({ png, width }) =>
      `<img src="data:image/png;base64,${png.toString('base64')}" width="${width}">`,
  );
  await page.setContent(`<body style="margin:0;display:flex">${images.join('')}`);
  const shot = await page.screenshot();
  await page.close();
  return shot;
}
