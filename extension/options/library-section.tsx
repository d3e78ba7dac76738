import { buildLibraryInWorker } from '@chidu/sdk/cases/worker';
import type { StatutePack } from '@chidu/sdk/rules';
import { chinaDay } from '@chidu/sdk/text';
import { useEffect, useState } from 'preact/hooks';
import { caseLibrary, closeLibrary, LIBRARY_ID, startWorker } from '../desk/like/case-library.ts';
import type { Language } from '../platform/settings.ts';
import { FileBox } from '../ui/box.tsx';
import { ADMIN_WORDS } from './words-admin.ts';

/** The library of decided cases on this machine, built from a file. */
export function LibrarySection({ language }: { readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const [said, setSaid] = useState('');
  const [held, setHeld] = useState<{ records: number; day: string } | null>(null);
  const look = (): void =>
    void caseLibrary().then(
      ({ manifest }) =>
        setHeld({
          records: manifest.shards.reduce((sum, { records }) => sum + records, 0),
          day: manifest.published,
        }),
      () => setHeld(null),
    );
  useEffect(look, []);
  const load = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    try {
      await buildLibraryInWorker(
        {
          id: LIBRARY_ID,
          title: '本机案例库',
          published: chinaDay(Date.now()),
          fields: await fieldsOfLaw(),
        },
        new Blob([bytes]),
        {
          start: startWorker,
          onProgress: ({ done }) => setSaid(words.libraryBuilding(done)),
        },
      );
      setSaid('');
      await closeLibrary();
      look();
    } catch (error) {
      const { code, at } = error as { code?: string; at?: string };
      setSaid(`${words.libraryFault}${code ?? String(error)} ${at ?? ''}`);
    }
  };
  return (
    <section aria-labelledby="library">
      <h2 id="library">{words.library}</h2>
      <p id="library-held">
        {held ? words.libraryHeld(held.records, held.day) : words.libraryNone}
      </p>
      <FileBox
        id="library-file"
        label={words.libraryFile}
        hint={words.libraryHint}
        onFile={(bytes) => void load(bytes)}
      />
      <p role="status" id="library-said">
        {said}
      </p>
    </section>
  );
}

/** Violations by field of law, from the statute book of this build. */
async function fieldsOfLaw(): Promise<Record<string, string[]>> {
  const pack = (await (await fetch('/packs/statutes.json')).json()) as StatutePack;
  const fields: Record<string, Set<string>> = {};
  for (const { field, violation } of pack.statutes) {
    fields[field] ??= new Set();
    fields[field].add(violation);
  }
  return Object.fromEntries(Object.entries(fields).map(([field, ids]) => [field, [...ids]]));
}
