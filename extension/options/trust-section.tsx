import { hex, sha256 } from '@chidu/sdk/text';
import { useState } from 'preact/hooks';
import type { ChangeSettings, Settings } from '../platform/settings.ts';
import { Box, FileBox } from '../ui/box.tsx';
import { isWebAddress } from './addresses.ts';
import { readRoots } from './check-list.ts';
import { OPTION_WORDS } from './words.ts';

/** Whom this browser believes: the address of the trust list, and the roots that it must be signed under. */
export function TrustSection(props: {
  readonly settings: Settings;
  readonly change: ChangeSettings;
}) {
  const { settings, change } = props;
  const words = OPTION_WORDS[settings.language];
  const { roots } = settings;
  const [address, setAddress] = useState(settings.trustList);
  const [wrongRoots, setWrongRoots] = useState(false);
  const wrong = address !== '' && !isWebAddress(address);
  const pin = async (bytes: Uint8Array): Promise<void> => {
    const pinned = readRoots(new TextDecoder().decode(bytes));
    setWrongRoots(pinned === null);
    if (pinned) {
      const digest = hex(await sha256(bytes));
      await change(() => ({ roots: { pinned, sha256: digest } }));
    }
  };
  return (
    <section aria-labelledby="trust">
      <h2 id="trust">{words.trust}</h2>
      <Box
        id="trust-list"
        label={words.trustList}
        value={address}
        invalid={wrong}
        hint={wrong ? words.trustListWrong : words.trustListHint}
        onText={(text) => {
          const trustList = text.trim();
          setAddress(trustList);
          if (trustList === '' || isWebAddress(trustList)) void change(() => ({ trustList }));
        }}
      />
      <FileBox
        id="roots"
        label={words.roots}
        hint={words.rootsHint}
        onFile={(bytes) => void pin(bytes)}
      />
      <p id="roots-held" aria-live="polite">
        {roots
          ? words.rootsHeld(
              roots.pinned.holders.map(({ name }) => name),
              roots.pinned.quorum,
              roots.sha256,
            )
          : words.rootsNone}
      </p>
      <div role="alert">{wrongRoots && <p class="warn">{words.rootsWrong}</p>}</div>
    </section>
  );
}
