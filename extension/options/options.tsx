import { requestDigits } from '@chidu/sdk/codes';
import { useEffect, useState } from 'preact/hooks';
import { ADAPTERS } from '../adapters/index.ts';
import { enrolKey, type KeyHolder, makeOfficerKey, requestAnew } from '../desk/officer-key.ts';
import { useSettings } from '../desk/use-desk.ts';
import { type OfficerKey, officerKey } from '../platform/database.ts';
import { dropHosts, hasHosts, requestHosts } from '../platform/permissions.ts';
import { originsOf } from '../platform/scripting.ts';
import type { ChangeSettings, Settings } from '../platform/settings.ts';
import { OPTION_WORDS } from './words.ts';

interface Part {
  readonly settings: Settings;
  readonly change: ChangeSettings;
}

/** Settings of one officer on one machine: who signs, where codes point, which systems are read. */
export function Options() {
  const [settings, change] = useSettings();
  const language = settings?.language ?? 'zh';
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = OPTION_WORDS[language].title;
  }, [language]);
  if (!settings) return null;
  const words = OPTION_WORDS[language];
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        <button
          type="button"
          class="quiet"
          lang={language === 'zh' ? 'en' : 'zh'}
          onClick={() => void change(() => ({ language: language === 'zh' ? 'en' : 'zh' }))}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        <Office settings={settings} change={change} />
        <Key settings={settings} change={change} />
        <Adapters settings={settings} change={change} />
        <section aria-labelledby="privacy">
          <h2 id="privacy">{words.privacy}</h2>
          <p>{words.privacyText}</p>
        </section>
      </main>
    </>
  );
}

const isOrigin = (text: string): boolean => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text);

function Office({ settings, change }: Part) {
  const words = OPTION_WORDS[settings.language];
  const { authority, officer } = settings;
  const [portal, setPortal] = useState(settings.portal);
  const wrong = portal !== '' && !isOrigin(portal);
  return (
    <section aria-labelledby="office">
      <h2 id="office">{words.office}</h2>
      <Box
        id="authority-name"
        label={words.authorityName}
        value={authority.name}
        onText={(name) => void change((held) => ({ authority: { ...held.authority, name } }))}
      />
      <Box
        id="authority-code"
        label={words.authorityCode}
        value={authority.code}
        onText={(text) => {
          const code = text.trim();
          void change((held) => ({ authority: { ...held.authority, code } }));
        }}
      />
      <Box
        id="officer-name"
        label={words.officerName}
        value={officer.name}
        onText={(name) => void change((held) => ({ officer: { ...held.officer, name } }))}
      />
      <Box
        id="officer-number"
        label={words.officerNumber}
        value={officer.number}
        onText={(text) => {
          const number = text.trim();
          void change((held) => ({ officer: { ...held.officer, number } }));
        }}
      />
      <Box
        id="portal"
        label={words.portal}
        value={portal}
        invalid={wrong}
        hint={wrong ? words.portalWrong : words.portalHint}
        onText={(text) => {
          const origin = text.trim().replace(/\/$/, '');
          setPortal(origin);
          if (origin === '' || isOrigin(origin)) void change(() => ({ portal: origin }));
        }}
      />
    </section>
  );
}

function Box(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly invalid?: boolean;
  readonly onText: (text: string) => void;
}) {
  const { id, label, value, hint, invalid = false, onText } = props;
  // What is being typed is the box's own: settings that arrive meanwhile must not take it away.
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={typed}
        autocomplete="off"
        aria-invalid={invalid}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <p class={invalid ? 'warn' : 'source'} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

function Key({ settings }: Part) {
  const words = OPTION_WORDS[settings.language];
  const [key, setKey] = useState<OfficerKey | null>(null);
  const [digits, setDigits] = useState('');
  const [fault, setFault] = useState('');
  useEffect(() => void officerKey().then(setKey), []);
  useEffect(() => {
    setDigits('');
    if (key) void requestDigits(key.request).then(setDigits);
  }, [key?.request]);
  const when = (at: string): string => new Date(at).toLocaleString('zh-CN');
  const now = (): string => new Date().toISOString();
  const holder = holderOf(settings);
  const stale =
    key !== null &&
    holder !== null &&
    (key.requestedFor.authority !== holder.authority ||
      key.requestedFor.officer !== holder.officer);
  const enrol = async (known: OfficerKey): Promise<void> => {
    setFault('');
    // Asked for at the click: a browser grants nothing without one.
    if (!(await requestHosts([`${settings.portal}/*`]))) return setFault(words.notAllowed);
    const result = await enrolKey(known, settings.portal, now());
    if (result.ok) setKey(result.key);
    else setFault(result.status === null ? words.unreachable : words.refusedBy(result.status));
  };
  return (
    <section aria-labelledby="key">
      <h2 id="key">{words.key}</h2>
      {!key && (
        <>
          <p>{words.keyNone}</p>
          {!holder && <p class="source">{words.keyNeeds}</p>}
          <button
            type="button"
            id="make-key"
            disabled={!holder}
            onClick={() => holder && void makeOfficerKey(holder, now()).then(setKey)}
          >
            {words.keyMake}
          </button>
        </>
      )}
      {key && (
        <>
          <p>{words.keyMade(when(key.createdAt))}</p>
          {stale && holder && (
            <p class="warn">
              {words.keyStale}
              <button
                type="button"
                class="quiet"
                onClick={() => void requestAnew(key, holder, now()).then(setKey)}
              >
                {words.keyAnew}
              </button>
            </p>
          )}
          <p>
            {words.digits}：<b id="key-digits">{digits}</b>
          </p>
          <p class="source">{words.digitsHint}</p>
          <div class="buttons">
            <button type="button" id="save-request" onClick={() => saveRequest(key)}>
              {words.saveRequest}
            </button>
            <button
              type="button"
              id="enrol"
              disabled={settings.portal === ''}
              onClick={() => void enrol(key)}
            >
              {key.enrolled ? words.enrolAgain : words.enrol}
            </button>
          </div>
          <p class="source">{words.keyHint}</p>
          <p role="status">
            {key.enrolled && !fault
              ? words.enrolled(key.enrolled.portal, when(key.enrolled.at))
              : ''}
          </p>
          <div role="alert">{fault && <p class="warn">{fault}</p>}</div>
          <details class="list">
            <summary>{words.replace}</summary>
            <p>{words.replaceHint}</p>
            <button
              type="button"
              id="replace-key"
              disabled={!holder}
              onClick={() => holder && void makeOfficerKey(holder, now()).then(setKey)}
            >
              {words.replaceNow}
            </button>
          </details>
        </>
      )}
    </section>
  );
}

/** Null until the settings name the authority and the officer's number. */
function holderOf({ authority, officer }: Settings): KeyHolder | null {
  return authority.code !== '' && /^[1-9]\d{0,8}$/.test(officer.number)
    ? { authority: authority.code, officer: Number(officer.number) }
    : null;
}

/** The request as a file, to be carried to the approver. */
function saveRequest(key: OfficerKey): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([key.request], { type: 'text/plain' }));
  link.download = `chidu-key-request-${key.requestedFor.officer}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Adapters({ settings, change }: Part) {
  const words = OPTION_WORDS[settings.language];
  const { adaptersOff, language } = settings;
  const [granted, setGranted] = useState<Readonly<Record<string, boolean>>>({});
  useEffect(() => {
    for (const { id, matches } of ADAPTERS)
      void hasHosts(originsOf(matches)).then((has) =>
        setGranted((known) => ({ ...known, [id]: has })),
      );
  }, []);
  const turn = async (id: string, hosts: string[], on: boolean): Promise<void> => {
    if (!on) await dropHosts(hosts);
    const has = on && (await requestHosts(hosts));
    setGranted((known) => ({ ...known, [id]: has }));
    await change((held) => {
      const others = held.adaptersOff.filter((other) => other !== id);
      return { adaptersOff: on && has ? others : [...others, id] };
    });
  };
  return (
    <section aria-labelledby="adapters">
      <h2 id="adapters">{words.adapters}</h2>
      <p class="source">{words.adapterHint}</p>
      {ADAPTERS.map(({ id, title, version, matches }) => (
        <label class="tick" key={id}>
          <input
            type="checkbox"
            checked={granted[id] === true && !adaptersOff.includes(id)}
            onChange={(event) => void turn(id, originsOf(matches), event.currentTarget.checked)}
          />
          <span>
            {title[language]}
            <span class="source">
              {words.adapterVersion} {version}　{matches.join('　')}
            </span>
          </span>
        </label>
      ))}
    </section>
  );
}
