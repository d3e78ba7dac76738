/// <reference lib="webworker" />
import { buildIndex, type CaseIndex, openIndex, search, toBytes } from '@chidu/sdk/cases/search';

declare const self: DedicatedWorkerGlobalScope;

let index: CaseIndex | undefined;

self.onmessage = async ({ data }: MessageEvent<{ id: number; what: string; query?: object }>) => {
  self.postMessage({ id: data.id, answer: await answer(data) });
};

async function answer({ what, query = {} }: { what: string; query?: object }): Promise<unknown> {
  if (what === 'build') {
    const records = JSON.parse(await (await fetch('/records.json')).text());
    const started = performance.now();
    index = await buildIndex(records);
    const built = performance.now() - started;
    await stored('readwrite', (store) => store.put(toBytes(index as CaseIndex), 'index'));
    return { built };
  }
  if (what === 'reopen') {
    const started = performance.now();
    const bytes = await stored('readonly', (store) => store.get('index'));
    index = openIndex(bytes as Uint8Array);
    return { opened: performance.now() - started };
  }
  const started = performance.now();
  const { hits } = search([index as CaseIndex], query);
  return { spent: performance.now() - started, hits };
}

function stored(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('bytes', mode);
      const request = work(transaction.objectStore('bytes'));
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });
}
