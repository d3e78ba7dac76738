import type { ComponentChildren } from 'preact';
import type { RightsStrings } from '../strings/rights-zh.ts';
import { Channels, channelsFor } from './channels.tsx';
import { Lead, Section, type SectionProps } from './section.tsx';

/** How to object, and what an objection is not. */
export function Objecting({
  t,
  r,
  reading,
  level,
  children,
}: SectionProps & { readonly r: RightsStrings; readonly children?: ComponentChildren }) {
  const channels = channelsFor(reading, 'supervision');
  return (
    <Section name="object" heading={r.object.heading} level={level}>
      <Lead>{r.object.what}</Lead>
      <p class="warning">{r.object.notStatement}</p>
      <p>
        {r.object.court} {r.object.complaint}
      </p>
      {channels.length === 0 ? (
        !children && <p>{r.object.none}</p>
      ) : (
        <>
          <p>{r.object.channels}</p>
          <Channels t={t} channels={channels} />
        </>
      )}
      {children}
    </Section>
  );
}
