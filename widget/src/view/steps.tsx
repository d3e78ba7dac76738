import { dayOfNumber } from '@chidu/sdk/text';
import type { Finding, Step, Verdict } from '@chidu/sdk/verdict';
import type { Reading } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';
import { Icon } from './icon.tsx';
import { Facts, Section, type SectionProps } from './section.tsx';

/** Is it genuine: what was checked, one by one, and what to compare with the paper. */
export function Steps({ t, reading, level, locked }: SectionProps & { readonly locked: boolean }) {
  const { steps, payload, checkCode } = reading.verdict;
  const notYet = reading.pending ? t.steps.pending : t.steps.skipped;
  return (
    <Section name="steps" heading={t.steps.heading} level={level}>
      <p class="summary" data-tone={tone(reading)} data-lead>
        {summary(t, reading)}
      </p>
      {payload === null && <p class="warning">{t.otherwise}</p>}
      {reading.issuer?.provisional && <p>{t.steps.provisional}</p>}
      {reading.evidence !== null && (
        <p class="warning">
          {t.steps.again(
            t.time(new Date(reading.evidence.made)),
            t.listed(reading.evidence.changed.map((id) => t.steps.names[id])),
          )}
        </p>
      )}
      <ul class="steps">
        {steps.map((step) => (
          <li key={step.id} data-step={step.id} data-state={step.finding.state}>
            <Icon state={step.finding.state} />
            <div class="told">
              <p class="step">
                <span class="name">{t.steps.names[step.id]}</span>
                <strong>{isSkipped(step) ? notYet : t.steps.states[step.finding.state]}</strong>
              </p>
              {!isSkipped(step) && <p>{told(t, step)}</p>}
              {!locked && <Difference t={t} finding={step.finding} />}
            </div>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t.steps.particulars}</summary>
        <Facts
          entries={steps.map(({ id, at, against }) => [
            t.steps.names[id],
            [t.time(new Date(at)), against].filter(Boolean).join(' · '),
          ])}
        />
      </details>
      {payload !== null && (
        <>
          <p>{t.steps.compare}</p>
          <Facts
            entries={[
              [t.steps.authority, reading.issuer?.name],
              [t.steps.document, payload.document],
              [t.steps.issued, t.day(dayOfNumber(payload.issued))],
              [t.steps.checkCode, locked ? `${checkCode?.slice(0, -4)}····` : checkCode],
            ]}
          />
        </>
      )}
    </Section>
  );
}

const told = (t: Strings, { id, finding }: Step) =>
  finding.state === 'pass' ? t.steps.pass[id] : t.steps.findings[finding.code];

/** Not tried, because an earlier step already told enough. */
export const isSkipped = ({ finding }: Step) =>
  finding.state === 'unknown' && finding.code === 'not-checked';

const failed = (step: Step) => step.finding.state === 'fail';

/** The whole of it in one sentence: for the top of the page, a screen reader, and print. */
export function summary(t: Strings, { verdict, issuer, pending }: Reading): string {
  const { steps, payload } = verdict;
  const failure = steps.find(failed);
  if (payload === null) {
    const cause = failure ?? steps.find(({ finding }) => finding.state === 'unknown');
    if (cause === undefined) return '';
    return failure ? t.steps.summaryRefused(told(t, cause)) : t.steps.summaryOpen(told(t, cause));
  }
  if (failure) {
    const names = steps.filter(failed).map(({ id }) => t.steps.names[id]);
    return t.steps.summaryDiffers(t.listed(names));
  }
  const authority = issuer?.name ?? t.steps.authorityUnknown;
  if (isStale(verdict)) return t.steps.summaryStale(authority);
  if (pending) return t.steps.summarySigned(authority);
  const passed = steps.filter(({ finding }) => finding.state === 'pass').length;
  return t.steps.summaryChecked(authority, passed, steps.length - passed);
}

/** The border of the summary; its words carry the meaning. */
function tone({ verdict, pending }: Reading): Finding['state'] {
  if (verdict.steps.some(failed)) return 'fail';
  return pending || verdict.payload === null || isStale(verdict) ? 'unknown' : 'pass';
}

/** What a stale list says of a key may no longer hold. */
const isStale = ({ steps }: Verdict) =>
  steps.some(({ id, finding }) => id === 'trust' && finding.state === 'unknown');

/** What was signed beside what came out, where a finding carries both. */
function Difference({ t, finding }: { t: Strings; finding: Finding }) {
  if (finding.state === 'pass' || !finding.fields || !('replayed' in finding.fields)) return null;
  const { signed, replayed } = finding.fields;
  return <p>{t.steps.signedAndReplayed(written(t, signed), written(t, replayed))}</p>;
}

function written(t: Strings, value: unknown): string {
  if (typeof value === 'number') return t.steps.pointsOf(value);
  if (typeof value === 'string' && value in t.steps.tierNames)
    return t.steps.tierNames[value as keyof Strings['steps']['tierNames']];
  if (isRange(value)) return t.steps.range(t.money(value.min), t.money(value.max));
  return t.steps.nothing;
}

const isRange = (value: unknown): value is { min: number; max: number } =>
  typeof value === 'object' && value !== null && 'min' in value && 'max' in value;
