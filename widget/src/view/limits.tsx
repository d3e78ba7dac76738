import { Section, type SectionProps } from './section.tsx';
import { isSkipped } from './steps.tsx';

/** What could not be checked this time, and what this page can never check. */
export function Limits({ t, reading, level }: SectionProps) {
  const open = reading.verdict.steps.flatMap((step) =>
    step.finding.state === 'unknown' && !isSkipped(step)
      ? [{ id: step.id, text: t.steps.findings[step.finding.code] }]
      : [],
  );
  return (
    <Section name="limits" heading={t.limits.heading} level={level}>
      {open.length > 0 && (
        <>
          <p>{t.limits.open}</p>
          <ul>
            {open.map(({ id, text }) => (
              <li key={id}>
                {t.steps.names[id]}：{text}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        <li>{t.limits.facts}</li>
        <li>{t.limits.person}</li>
        <li>{t.limits.page}</li>
      </ul>
      {reading.verdict.payload !== null && <p>{t.otherwise}</p>}
    </Section>
  );
}
