import type { RightsChannel } from '@chidu/sdk/codes';
import { Facts, type SectionProps } from './section.tsx';

/** Where a right is used: the channels of one kind that the code names, or all of them where it names none. */
export function channelsFor(
  reading: SectionProps['reading'],
  kind: string,
): readonly RightsChannel[] {
  const named = reading.verdict.payload?.channels;
  return (reading.issuer?.channels ?? []).filter(
    (channel) => channel.kind === kind && (named?.includes(channel.number) ?? true),
  );
}

/** Contacts stay text: whatever a list says, nothing here becomes a link to somewhere else. */
export function Channels({
  t,
  channels,
}: Pick<SectionProps, 't'> & { readonly channels: readonly RightsChannel[] }) {
  return <Facts entries={channels.map(({ name, contact }) => [t.wording(name), contact])} />;
}
