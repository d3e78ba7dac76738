import { creditCodeState } from '@chidu/sdk/text';
import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ADAPTERS } from '../adapters/index.ts';
import { useSettings } from '../desk/use-desk.ts';
import { type OfficerKey, officerKey } from '../platform/database.ts';
import { originsOf } from '../platform/match-patterns.ts';
import { dropHosts, hasHosts, requestHosts } from '../platform/permissions.ts';
import { type ChangeSettings, type Managed, managed, type Settings } from '../platform/settings.ts';
import { Box } from '../ui/box.tsx';
import { Header } from '../ui/header.tsx';
import { isOrigin } from './addresses.ts';
import { ApproveSection } from './approve-section.tsx';
import { ForgetSection } from './forget-section.tsx';
import { HealthSection } from './health-section.tsx';
import { KeySection } from './key-section.tsx';
import { LibrarySection } from './library-section.tsx';
import { ManagedSection } from './managed-section.tsx';
import { ServiceSection } from './service-section.tsx';
import { TrustSection } from './trust-section.tsx';
import { OPTION_WORDS } from './words.ts';

interface Part {
  readonly settings: Settings;
  readonly change: ChangeSettings;
}

/** Settings of one officer on one machine: who signs, where codes point, which systems are read. */
export function Options() {
  const [settings, change] = useSettings();
  const [key, setKey] = useState<OfficerKey | null>();
  const [locked, setLocked] = useState<Managed['locked']>(new Set());
  useEffect(() => void managed().then((state) => setLocked(state.locked)), []);
  const language = settings?.language ?? 'zh';
  useEffect(() => void officerKey().then(setKey), []);
  if (!settings || key === undefined) return null;
  const words = OPTION_WORDS[language];
  return (
    <>
      <Header title={words.title} language={language} change={change} />
      <main>
        <ManagedSection settings={settings} />
        <Office settings={settings} change={change} locked={locked} />
        <ServiceSection settings={settings} change={change} locked={locked.has('service')} />
        <TrustSection settings={settings} change={change} />
        <KeySection settings={settings} held={key} onKey={setKey} />
        <ApproveSection language={language} held={key} />
        <section aria-labelledby="paths">
          <h2 id="paths">{words.paths}</h2>
          {words.pathList.map(({ what, steps }) => (
            <Fragment key={what}>
              <h3>{what}</h3>
              <p>{steps}</p>
            </Fragment>
          ))}
        </section>
        <Adapters settings={settings} change={change} />
        <LibrarySection language={language} />
        <HealthSection language={language} />
        <ForgetSection language={language} />
        <section aria-labelledby="privacy">
          <h2 id="privacy">{words.privacy}</h2>
          <p>{words.privacyText}</p>
        </section>
      </main>
    </>
  );
}

function Office({ settings, change, locked }: Part & Pick<Managed, 'locked'>) {
  const words = OPTION_WORDS[settings.language];
  const { authority, officer } = settings;
  const [portal, setPortal] = useState(settings.portal);
  const wrong = portal !== '' && !isOrigin(portal);
  // A warning and no refusal: what was registered under a code that is odd must stay usable.
  const odd = authority.code === '' ? 'ok' : creditCodeState(authority.code);
  return (
    <section aria-labelledby="office">
      <h2 id="office">{words.office}</h2>
      <Box
        id="authority-name"
        disabled={locked.has('authorityName')}
        label={words.authorityName}
        value={authority.name}
        onText={(name) => void change((held) => ({ authority: { ...held.authority, name } }))}
      />
      <Box
        id="authority-code"
        disabled={locked.has('authorityCode')}
        label={words.authorityCode}
        value={authority.code}
        invalid={odd !== 'ok'}
        {...(odd !== 'ok' && { hint: words.codeOdd[odd] })}
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
        disabled={locked.has('portal')}
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
