import { chinaDay } from '@chidu/sdk/text';
import { useEffect, useState } from 'preact/hooks';
import { installAdapter } from '../platform/adapter-store.ts';
import { hasHosts } from '../platform/permissions.ts';
import { fileStates, savePack, saveUpdateSeq, updateSeq } from '../platform/policy-store.ts';
import { type Managed, managed, type Settings } from '../platform/settings.ts';
import { trustMemory } from '../platform/trust-memory.ts';
import type { FileState } from '../policy/apply-files.ts';
import { readUpdate } from '../policy/signed-update.ts';
import { FileBox } from '../ui/box.tsx';
import { checkList } from './check-list.ts';
import { ADMIN_WORDS } from './words-admin.ts';

/** Who manages this desk, which of its files are in use, and signed updates for desks without a network. */
export function ManagedSection({ settings }: { readonly settings: Settings }) {
  const words = ADMIN_WORDS[settings.language];
  const [state, setState] = useState<Managed | null>(null);
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    void managed().then(setState);
    void fileStates().then(setFiles);
  }, []);
  const update = async (bytes: Uint8Array): Promise<void> => {
    const checked = await checkList(settings, {
      allowed: hasHosts,
      fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked),
      memory: trustMemory,
      now: () => new Date(),
    });
    if (!checked.ok) return setSaid(words.updateFault['no-list']);
    const today = chinaDay(Date.now());
    const read = await readUpdate(bytes, checked.accepted.keys, { seq: await updateSeq(), today });
    if (!read.ok) return setSaid(words.updateFault[read.fault]);
    for (const content of read.contents) {
      if (content.as === 'adapter')
        await installAdapter(content.adapter, 'file', new Date().toISOString());
      else if (content.as !== 'roots')
        await savePack(content.as, { text: content.text, from: 'file' });
    }
    await saveUpdateSeq(read.seq);
    setSaid(words.updated(read.seq));
  };
  return (
    <section aria-labelledby="managed">
      <h2 id="managed">{words.files}</h2>
      {state?.by !== null && state && (
        <p id="managed-by">
          {words.managedBy(state.by)}
          {state.locked.size > 0 && words.locked}
        </p>
      )}
      {state && state.faults.length > 0 && (
        <p class="warn">{words.faults(state.faults.join(', '))}</p>
      )}
      <ul class="files">
        {files.map(({ as, sha256, url, fault, id }) => (
          <li key={`${as} ${sha256}`} data-file={as} data-fault={fault ?? ''}>
            {words.fileKind[as]}　{id ?? url}
            <span class={fault ? 'warn' : 'source'}>
              {fault ? words.fileFault[fault] : words.inUse}
            </span>
          </li>
        ))}
      </ul>
      <FileBox
        id="update"
        label={words.update}
        hint={words.updateHint}
        onFile={(bytes) => void update(bytes)}
      />
      <p role="status" id="update-said">
        {said}
      </p>
    </section>
  );
}
