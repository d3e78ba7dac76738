import { Channels, channelsFor } from './channels.tsx';
import { Section, type SectionProps } from './section.tsx';

/** How to object, and what an objection is not. */
export function Objecting({ t, reading, level }: SectionProps) {
  const channels = channelsFor(reading, 'supervision');
  return (
    <Section name="object" heading={t.object.heading} level={level}>
      <p>{t.object.what}</p>
      <p class="warning">{t.object.notStatement}</p>
      <p>{t.object.court}</p>
      {channels.length === 0 ? (
        <p>{t.object.none}</p>
      ) : (
        <>
          <p>{t.object.channels}</p>
          <Channels t={t} channels={channels} />
        </>
      )}
    </Section>
  );
}
