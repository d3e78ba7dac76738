import { changeSettings } from '../platform/settings.ts';
import { Header } from '../ui/header.tsx';
import { CaseDesk } from './case-desk.tsx';
import { Vanished } from './docket/vanished.tsx';
import { useReadings, useRuleBook, useSettings, useTab } from './use-desk.ts';
import { WORDS } from './words.ts';

/** The officer's panel: one case, from what the page shows to the code on the notice. */
export function App() {
  const tab = useTab();
  const [reading, reread] = useReadings(tab);
  const [settings] = useSettings();
  const book = useRuleBook();
  const language = settings?.language ?? 'zh';
  const words = WORDS[language];
  const readings = reading && reading !== 'unreadable' ? reading.readings : null;
  return (
    <>
      <Header title={words.title} language={language} change={changeSettings}>
        <a class="quiet" href="/options.html" target="_blank" rel="noreferrer">
          {words.settings}
        </a>
      </Header>
      <main>
        {book instanceof Error && (
          <p class="warn">
            {words.brokenPacks}
            {book.message}
          </p>
        )}
        {settings &&
        tab !== null &&
        book &&
        !(book instanceof Error) &&
        readings &&
        readings.size > 0 ? (
          <CaseDesk tab={tab} book={book} readings={readings} settings={settings} reread={reread} />
        ) : (
          reading !== null && (
            <section class="empty">
              <h2>{reading === 'unreadable' ? words.unreadable : words.noCase}</h2>
              <p>{words.noCaseHint}</p>
              {tab !== null && reading !== 'unreadable' && (
                <Vanished tab={tab} language={language} />
              )}
            </section>
          )
        )}
      </main>
    </>
  );
}
