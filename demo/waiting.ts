import type { Page } from 'playwright-core';

/** Whether an element comes to be seen, or goes, within some time. */
export function comes(
  page: Page,
  selector: string,
  state: 'visible' | 'detached',
): Promise<boolean> {
  return page
    .locator(selector)
    .waitFor({ state, timeout: 4000 })
    .then(
      () => true,
      () => false,
    );
}

/** Whether something holds within three seconds. */
export async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 30; tries++) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
