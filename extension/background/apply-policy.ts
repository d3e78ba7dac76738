import { readRoots } from '../options/check-list.ts';
import { installAdapter, installedAdapters, removeAdapter } from '../platform/adapter-store.ts';
import { currentPolicy, fileStates, saveFileStates, savePack } from '../platform/policy-store.ts';
import { changeSettings } from '../platform/settings.ts';
import { applyFiles, type Content } from '../policy/apply-files.ts';
import type { PolicyFile } from '../policy/policy.ts';

let queue: Promise<void> = Promise.resolve();

/** Brings this desk to what its administrator has set; one run after the other. */
export function applyPolicy(): Promise<void> {
  queue = queue.catch(() => undefined).then(run);
  return queue;
}

async function run(): Promise<void> {
  const { policy } = await currentPolicy();
  const before = await fileStates();
  const states = await applyFiles(policy, before, {
    fetch: async (url) => {
      const response = await fetch(url, { cache: 'no-store', credentials: 'omit' });
      if (!response.ok) throw new Error(String(response.status));
      return new Uint8Array(await response.arrayBuffer());
    },
    use,
  });
  // What the policy no longer names goes; what it names and could not be fetched anew stays as it was.
  const named = new Set(states.flatMap(({ as, id }) => (as === 'adapter' && id ? [id] : [])));
  const pending = states.some(({ as, fault }) => as === 'adapter' && fault !== null);
  if (!pending)
    for (const { adapter, from } of await installedAdapters())
      if (from === 'policy' && !named.has(adapter.id)) await removeAdapter(adapter.id);
  for (const as of ['benchmark', 'lists'] as const)
    if (before.some((file) => file.as === as) && !states.some((file) => file.as === as))
      await savePack(as, null);
  await saveFileStates(states);
}

async function use(content: Content, { sha256 }: PolicyFile): Promise<void> {
  if (content.as === 'adapter')
    return installAdapter(content.adapter, 'policy', new Date().toISOString());
  if (content.as !== 'roots') return savePack(content.as, { text: content.text, from: 'policy' });
  const pinned = readRoots(content.text);
  if (pinned) await changeSettings(() => ({ roots: { pinned, sha256 } }));
}
