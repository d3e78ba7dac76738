import { useEffect, useState } from 'preact/hooks';
import { useSettings } from '../desk/use-desk.ts';
import { readableTabs } from '../platform/binding.ts';
import { originsOf } from '../platform/match-patterns.ts';
import { requestHosts } from '../platform/permissions.ts';
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
  const [tab, setTab] = useState(() => namedTab(location.href));
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
        {tab === null && <ChooseTab words={words} onTab={setTab} />}
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

/** The tab that the address names. */
function namedTab(address: string): number | null {
  const named = new URL(address).searchParams.get('tab');
  return named !== null && /^\d+$/.test(named) ? Number(named) : null;
}

interface ChooseProps {
  readonly words: (typeof BINDER_WORDS)['zh'];
  readonly onTab: (tab: number) => void;
}

/** Opened from the settings, the binder does not know the case: it asks among the tabs that may be read. */
function ChooseTab({ words, onTab }: ChooseProps) {
  const [tabs, setTabs] = useState<Awaited<ReturnType<typeof readableTabs>>>([]);
  useEffect(() => void readableTabs().then(setTabs), []);
  if (tabs.length === 0) return <p class="warn">{words.noTab}</p>;
  return (
    <p>
      <label for="tab">{words.chooseTab}</label>
      <select
        id="tab"
        value=""
        onChange={({ currentTarget }) => onTab(Number(currentTarget.value))}
      >
        <option value="" />
        {tabs.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </p>
  );
}
