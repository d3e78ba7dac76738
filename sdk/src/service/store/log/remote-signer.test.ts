import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Frontier } from '../../../log/frontier.ts';
import { leafHash } from '../../../log/hash.ts';
import { logSigner, originOf } from '../fixtures/authority.ts';
import { temporaryFolder } from '../fixtures/engines.ts';
import { FileSigner } from './file-signer.ts';
import { answerFor, RemoteSigner, type SignerChannel } from './remote-signer.ts';

const folder = temporaryFolder();
const ORIGIN = originOf(2026);
const entry = (number: number) => Uint8Array.of(number);
const leaf = (number: number) => leafHash(entry(number));

/** Two ends of a channel, which copies what crosses as processes do. */
function channels(): { near: SignerChannel; far: SignerChannel; end: () => void } {
  const listeners: ((message: unknown) => void)[] = [];
  let ended = () => {};
  const end = (own: number): SignerChannel => ({
    send: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => listeners[1 - own]?.(copy));
    },
    onMessage: (listener) => {
      listeners[own] = listener;
    },
    onEnd: (listener) => {
      ended = listener;
    },
    wait: () => undefined,
  });
  return { far: end(1), near: end(0), end: () => ended() };
}

async function apart() {
  const own = new FileSigner(mkdtempSync(join(folder, 'memory-')), [await logSigner()]);
  const { near, far, end } = channels();
  answerFor(own, far);
  return { signer: new RemoteSigner(near), end, close: () => own.close() };
}

it('signs at the other end, and remembers there', async () => {
  const { signer, close } = await apart();
  const tree = new Frontier();
  tree.append(leaf(1));
  expect(await signer.last(ORIGIN)).toBeNull();
  const head = { size: 1, root: tree.root() };
  const signed = await signer.sign(ORIGIN, 0, [entry(1)], head);
  expect(signed).toMatchObject(head);
  expect(await signer.last(ORIGIN)).toEqual(signed);
  expect(await signer.sign(ORIGIN, 1, [], head)).toEqual(signed);
  await close();
});

it('refuses a tree that does not go on from the one it signed, with its code and fields', async () => {
  const { signer, close } = await apart();
  const tree = new Frontier();
  tree.append(leaf(1));
  await signer.sign(ORIGIN, 0, [entry(1)], { size: 1, root: tree.root() });
  tree.append(leaf(2));
  const two = { size: 2, root: tree.root() };
  await expect(signer.sign(ORIGIN, 0, [entry(1), entry(2)], two)).rejects.toMatchObject({
    code: 'log-memory',
    fields: { remembered: 1, from: 0 },
  });
  await expect(signer.sign(ORIGIN, 1, [entry(9)], two)).rejects.toMatchObject({
    code: 'log-inconsistent',
  });
  await expect(signer.adopt(ORIGIN, tree)).rejects.toMatchObject({ code: 'log-memory' });
  expect(await signer.last(ORIGIN)).toMatchObject({ size: 1 });
  await close();
});

it('adopts a tree where it remembers none', async () => {
  const { signer, close } = await apart();
  const tree = new Frontier();
  for (const number of [1, 2, 3]) tree.append(leaf(number));
  const adopted = await signer.adopt(ORIGIN, tree);
  expect(adopted).toMatchObject({ size: 3, root: tree.root() });
  await close();
});

it('says so when the other end is gone', async () => {
  const { signer, end, close } = await apart();
  const waiting = signer.last(ORIGIN);
  end();
  await expect(waiting).rejects.toMatchObject({ code: 'log-signer' });
  await expect(signer.last(ORIGIN)).rejects.toMatchObject({ code: 'log-signer' });
  await close();
});
