import { useEffect, useState } from 'preact/hooks';
import { outbox } from '../platform/outbox-store.ts';
import { requestHosts } from '../platform/permissions.ts';
import type { ChangeSettings, Settings } from '../platform/settings.ts';
import { Box } from '../ui/box.tsx';
import { isOrigin } from './addresses.ts';
import { ADMIN_WORDS } from './words-admin.ts';

/** With a service or alone; and what waits to be sent. */
export function ServiceSection(props: {
  readonly settings: Settings;
  readonly change: ChangeSettings;
  readonly locked: boolean;
}) {
  const { settings, change, locked } = props;
  const words = ADMIN_WORDS[settings.language];
  const [typed, setTyped] = useState(settings.service);
  const [waiting, setWaiting] = useState({ waiting: 0, refused: 0 });
  useEffect(() => setTyped(settings.service), [settings.service]);
  useEffect(() => {
    void outbox().then((all) => {
      const refused = all.filter(({ outgoing }) => outgoing.refused).length;
      setWaiting({ waiting: all.length - refused, refused });
    });
  }, []);
  const wrong = typed !== '' && !isOrigin(typed);
  return (
    <section aria-labelledby="service">
      <h2 id="service">{words.service}</h2>
      <Box
        id="service-address"
        label={words.service}
        value={typed}
        disabled={locked}
        invalid={wrong}
        hint={wrong ? words.serviceWrong : words.serviceHint}
        onText={(text) => {
          const service = text.trim().replace(/\/$/, '');
          setTyped(service);
          if (service === '') void change(() => ({ service }));
          // Asked for at the officer's own act; without it the browser would not let us reach the service.
          else if (isOrigin(service))
            void requestHosts([`${service}/*`]).then(() => change(() => ({ service })));
        }}
      />
      <p id="outbox" class="source">
        {settings.service === '' ? words.alone : words.waiting(waiting.waiting, waiting.refused)}
      </p>
    </section>
  );
}
