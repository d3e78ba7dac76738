import { fromHex, readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import type { BrowserContext, Page } from 'playwright-core';

/** Opens an address on a portal and gives the state of each step once the check is over. */
export async function verdict(page: Page, address: string): Promise<Record<string, string>> {
  // A change of the fragment alone would not load the page.
  await page.goto('about:blank');
  await page.goto(address);
  return steps(page);
}

/** The state of each step, once all are checked: what could not be is told last. */
export async function steps(page: Page): Promise<Record<string, string>> {
  await page.locator('chidu-notice [data-section=limits]').waitFor();
  const all = page.locator('chidu-notice [data-step]');
  const states = await all.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('data-step'), one.getAttribute('data-state')]),
  );
  return Object.fromEntries(states);
}

/** Adds one to the last digit of the 21st group of 17: a byte in the middle of the payload. */
export function alterDigit(address: string): string {
  const at = address.indexOf('#') + 1 + 1 + 21 * 17 - 1;
  const digit = (Number(address[at]) + 1) % 10;
  return address.slice(0, at) + digit + address.slice(at + 1);
}

/** The keys of desks on a portal's list, after the checks that every reader makes. */
export async function listedKeys(portal: string) {
  const roots: TrustRoots = await (await fetch(`${portal}/roots.json`)).json();
  const bytes = new Uint8Array(await (await fetch(`${portal}/trust-list.txt`)).arrayBuffer());
  const read = await readTrustList(bytes, { roots, now: Date.now() });
  return read.ok ? read.list.keys.filter(({ role }) => role === 'officer-provisional') : [];
}

/** Asks a demo portal to list a key, as the options page of the extension does. */
export async function enrol(portal: string, alg: number, spki: string): Promise<void> {
  await fetch(`${portal}/demo/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      alg,
      spki: Buffer.from(fromHex(spki) ?? []).toString('base64url'),
      officer: '3301',
      role: 'officer-provisional',
    }),
  });
}

/** Collects what the policy of any page in this browser refuses. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeFunction('chiduPolicy', (text: string) => violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const told = globalThis as unknown as { chiduPolicy: (text: string) => void };
      told.chiduPolicy(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return violations;
}
