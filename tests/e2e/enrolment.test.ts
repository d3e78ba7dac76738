import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  jsonBody,
  type ListedKey,
  parseSignedText,
  readKeyRequest,
  type Signer,
  signText,
  type TrustRoots,
  toHex,
  webCryptoSigner,
} from '@chidu/sdk/codes';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTHORITY } from '../../demo/legacy/cases.ts';
import { faults } from './axe.ts';
import { openExtension } from './browser.ts';
import { EXTENSION_ID, fillAndLeave } from './desk.ts';

/** Root holders and a trust list of their own, so that every step of a key can be published. */
let holders: readonly Signer[];
let server: Server;
let portal: string;
let published: Uint8Array | null = null;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  holders = await Promise.all(
    ['', '', ''].map(async () =>
      webCryptoSigner(await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])),
    ),
  );
  server = createServer((request, response) => {
    const found = request.url === '/trust-list.txt' ? published : null;
    response.writeHead(found ? 200 : 404).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  portal = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  server.close();
});

/** A person with a browser profile of their own, settings filled in and a key made. */
async function person(name: string, number: string): Promise<Page> {
  const context = await openExtension();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await state(page, 'none');
  await fillAndLeave(page, '#authority-code', AUTHORITY.code);
  await fillAndLeave(page, '#officer-name', name);
  await fillAndLeave(page, '#officer-number', number);
  await page.click('#make-key');
  await page.waitForSelector('#key-digits:not(:empty)');
  return page;
}

const pasted = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(bytes),
});

/** Presses a button that saves a file, and reads the file. */
async function saved(page: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function keyOf(request: Uint8Array, change: Partial<ListedKey>): Promise<ListedKey> {
  const read = await readKeyRequest(request);
  if (!read.ok) return expect.fail(read.error);
  const { alg, spki, authority } = read.request;
  return {
    alg,
    spki,
    role: 'officer',
    authorities: [authority],
    notBefore: 20200101,
    notAfter: 20991231,
    revokedAt: null,
    reason: null,
    ...change,
  };
}

async function publish(seq: number, ...keys: ListedKey[]): Promise<void> {
  const { code, name } = AUTHORITY;
  published = await signText(
    jsonBody({
      format: 'chidu-trust-list/1',
      seq,
      issued: '2026-01-01T00:00:00Z',
      nextUpdate: '2099-01-01T00:00:00Z',
      authorities: [{ code, name, region: '000000', parent: null, hosts: [], channels: [] }],
      keys,
      packs: [],
      logs: [],
      witnesses: [],
      witnessQuorum: 0,
    }),
    holders.slice(0, 2),
  );
}

const state = (page: Page, name: string) => page.waitForSelector(`#key-state[data-state=${name}]`);

test('carries a key from the request over a second person to the trust list', async () => {
  const officer = await person('甄示范', '3301');
  const approver = await person('审示例', '77');
  await state(officer, 'unchecked');
  await officer.waitForSelector('#key-state-why >> text=尚未与信任名单核对');
  const request = await saved(officer, '#save-request');
  const approverRequest = await saved(approver, '#save-request');

  // Nobody approves themself, and no digits but those of this request are taken.
  const spoken = (page: Page) => page.textContent('#key-digits').then((text) => text ?? '');
  await approver.setInputFiles('#colleague-request', pasted('own.txt', approverRequest));
  await approver.fill('#spoken-digits', await spoken(approver));
  await approver.click('#sign-approval');
  await approver.waitForSelector('text=这是您自己的密钥的申请');
  await approver.setInputFiles('#colleague-request', pasted('request.txt', request));
  await approver.waitForSelector('#request >> text=3301');
  expect(await approver.textContent('#request')).toContain(await spoken(officer));
  await approver.fill('#spoken-digits', await spoken(approver));
  await approver.click('#sign-approval');
  await approver.waitForSelector('text=数字与这份申请不符');
  await approver.fill('#spoken-digits', await spoken(officer));
  expect(await faults(approver)).toEqual([]);
  const approval = await saved(approver, '#sign-approval');
  await approver.waitForSelector('#approved:not(:empty)');
  expect(parseSignedText(approval)?.signatures).toHaveLength(1);

  // Without a portal and roots the approval is kept, and believed no further than it can be checked.
  await officer.setInputFiles('#approval', pasted('own.txt', approverRequest));
  await officer.waitForSelector('[role=alert] >> text=这不是密钥申请或批准文件');
  await officer.setInputFiles('#approval', pasted('approval.txt', approval));
  await officer.waitForSelector('#key-state-why >> text=没有填写核验门户地址');
  await officer.reload();
  await officer.waitForSelector('#key-state-why >> text=批准文件已保存在本浏览器');
  await fillAndLeave(officer, '#portal', portal);
  await officer.click('#check-list');
  await officer.waitForSelector('#key-state-why >> text=尚未载入根密钥文件');
  // Pressed in the moment in which the box is left, before anything can be written: what the box says counts.
  for (const [text, why] of [
    ['', '没有填写核验门户地址'],
    [portal, '尚未载入根密钥文件'],
  ] as const) {
    await officer.evaluate(async (text) => {
      const box = document.querySelector<HTMLInputElement>('#portal');
      if (box) box.value = text;
      for (const type of ['input', 'change'])
        box?.dispatchEvent(new Event(type, { bubbles: true }));
      await Promise.resolve();
      document.querySelector<HTMLButtonElement>('#check-list')?.click();
    }, text);
    await officer.waitForSelector(`#key-state-why >> text=${why}`);
  }
  const roots: TrustRoots = {
    format: 'chidu-roots/1',
    quorum: 2,
    seqFloor: 0,
    holders: holders.map(({ spki }, index) => ({
      name: `持有人${index + 1}`,
      ed25519: toHex(spki),
      sm2: toHex(spki),
    })),
  };
  await officer.setInputFiles('#roots', pasted('roots.json', jsonBody(roots)));
  await officer.waitForSelector('#roots-held >> text=持有人3');
  await officer.click('#check-list');
  await officer.waitForSelector('#key-state-why >> text=无法取得信任名单');

  const approves = await keyOf(approverRequest, { role: 'approver' });
  await publish(1);
  await officer.click('#check-list');
  await state(officer, 'requested');
  await officer.waitForSelector('#key-state-why >> text=不在信任名单的审批人之列');
  await publish(2, approves);
  await officer.click('#check-list');
  await state(officer, 'approved');
  await publish(3, approves, await keyOf(request, {}));
  await officer.click('#check-list');
  await state(officer, 'listed');
  await officer.waitForSelector('#key-state-why >> text=第 3 号信任名单');
  await publish(2, approves);
  await officer.click('#check-list');
  await officer.waitForSelector('#key-state-why >> text=trust-rollback');
  await publish(4, approves, await keyOf(request, { revokedAt: 20261120, reason: 'lost' }));
  await officer.click('#check-list');
  await state(officer, 'revoked');
  await officer.waitForSelector('#key-state-why >> text=lost');

  await officer.click('header button');
  await officer.waitForSelector('text=Approve a colleague’s key');
  expect(await faults(officer)).toEqual([]);
});
