import type { Page } from 'playwright-core';

/** Listens, before a page is opened, to what its policy refuses and to errors that nobody catches; tells them when asked. */
export async function complaintsOf(page: Page): Promise<() => Promise<readonly string[]>> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return async () => [...(await page.evaluate<string[]>('violations')), ...errors];
}
