import { useState } from 'preact/hooks';
import { useSettings, useTab } from '../desk/use-desk.ts';
import { requestHosts } from '../platform/permissions.ts';
import { originsOf } from '../platform/scripting.ts';
import { Header } from '../ui/header.tsx';
import { draftAdapter } from './draft.ts';
import { FieldsSection } from './fields-section.tsx';
import { FileSection } from './file-section.tsx';
import type { Suggestion } from './settle.ts';
import { usePage } from './use-page.ts';
import { BINDER_WORDS } from './words.ts';

/**
 * Describes a case system by its open page: what is suggested, what a person points at, and the text of the adapter, which
 * may be changed by hand. `binder.html?tab=<id>` names the tab of the case.
 */
export function Binder() {
  const [settings, change] = useSettings();
  const tab = useTab();
  const { offered, address, scan } = usePage(tab);
  const [bound, setBound] = useState<readonly Suggestion[]>([]);
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const pages = offered === null || offered === 'unreadable' ? [] : offered;
  const bind = (next: readonly Suggestion[]): void => {
    setBound(next);
    const draft = draftAdapter(address || 'http://localhost/', next, pages);
    setText(next.length === 0 ? '' : JSON.stringify(draft, null, 2));
  };
  if (!settings) return null;
  const words = BINDER_WORDS[settings.language];
  const allow = async (): Promise<void> => {
    if (URL.canParse(typed)) await requestHosts(originsOf([`${new URL(typed).origin}/*`]));
    scan();
  };
  return (
    <>
      <Header title={words.title} language={settings.language} change={change} />
      <main>
        <p>{words.lead}</p>
        {tab === null && <p class="warn">{words.noTab}</p>}
        {offered === 'unreadable' && (
          <section aria-label={words.allow}>
            <p class="warn">{words.unreadable}</p>
            <label for="address">{words.address}</label>
            <input
              id="address"
              value={typed}
              autocomplete="off"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <button type="button" onClick={() => void allow()}>
              {words.allow}
            </button>
          </section>
        )}
        <button type="button" id="scan" class="quiet" onClick={scan}>
          {words.scan}
        </button>
        {tab !== null && offered !== null && (
          <>
            <FieldsSection
              tab={tab}
              language={settings.language}
              pages={pages}
              bound={bound}
              onBind={bind}
            />
            {text !== '' && (
              <FileSection tab={tab} language={settings.language} text={text} onText={setText} />
            )}
          </>
        )}
      </main>
    </>
  );
}
