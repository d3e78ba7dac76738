import type { LogShown } from '../log-reading.ts';
import type { LogStrings } from '../strings/log-zh.ts';
import { Facts, Lead, Section, type SectionProps } from './section.tsx';

export type LogProps = SectionProps & { readonly shown: LogShown };

/** How the log stands: where the entry of this code lies, and who watched. */
export function LogSection({ t, l, reading, level, shown }: LogProps & { readonly l: LogStrings }) {
  const { entry, evidence } = shown;
  const finding = reading.verdict.steps.find(({ id }) => id === 'log')?.finding;
  if (finding === undefined) return null;
  const time = (seconds: number) => t.time(new Date(1000 * seconds));
  return (
    <Section name="log" heading={l.heading} level={level}>
      <Lead>{finding.state === 'pass' ? t.steps.pass.log : t.steps.findings[finding.code]}</Lead>
      <p>{l.what}</p>
      {entry && (
        <Facts
          entries={[
            [l.place, l.placeOf(entry.index + 1, entry.checkpoint.size)],
            [l.entered, time(entry.leaf.time)],
            [l.origin, entry.checkpoint.origin],
            [
              l.witnesses,
              t.listed(entry.cosignatures.map(({ name, time: at }) => l.witness(name, time(at)))),
            ],
          ]}
        />
      )}
      {evidence && <p>{l.save}</p>}
    </Section>
  );
}
