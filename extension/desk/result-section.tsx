import type { Assessment } from '@chidu/sdk/discretion';
import { citationText, flagText, sentences } from '@chidu/sdk/discretion/sentences';
import { formatFen } from '@chidu/sdk/text';
import type { Language } from '../platform/settings.ts';
import { RangeBar } from './range-bar.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly assessment: Assessment;
  readonly fine: number | null;
  readonly language: Language;
}

/** The assessment: range, tier, suggestion, flags, or by name why there is none yet. */
export function ResultSection({ assessment, fine, language }: Props) {
  const words = WORDS[language];
  const { outcome, range, band, tier, suggestion, fineMode, persons } = assessment;
  // Twelve lines for twelve factors not chosen yet would hide the rest.
  const steps = assessment.trace.steps.filter(
    (step) => step.step !== 'undecided' || step.undecided.reason !== 'factor-missing',
  );
  const said = sentences({ ...assessment.trace, steps }, language);
  const open = said.filter(({ step }) => step === 'undecided');
  // What may be a crime is transferred before any number counts (行政处罚法 27).
  const crime = assessment.flags.find(({ id }) => id === 'criminal-suspicion');
  // The others hang on an outcome, so they wait for one.
  const flags = outcome === 'undecided' ? [] : assessment.flags.filter((flag) => flag !== crime);
  const factorsOpen = assessment.undecided.filter(({ reason }) => reason === 'factor-missing');
  const span = ({ min, max }: { min: number; max: number }): string =>
    min === max ? formatFen(min) : `${formatFen(min)} – ${formatFen(max)}`;
  return (
    <section aria-labelledby="result" class="result" data-outcome={outcome}>
      <h2 id="result">{words.result}</h2>
      {crime && (
        <p class="warn" data-flag={crime.id}>
          {flagText(crime, language)}
        </p>
      )}
      {assessment.sample && <p class="sample">{words.sample}</p>}
      <div aria-live="polite">
        {outcome === 'undecided' ? (
          <>
            <p>{words.undecided}</p>
            <ul class="undecided">
              {open.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
              {factorsOpen.length > 0 && <li>{words.factorsOpen(factorsOpen.length)}</li>}
            </ul>
          </>
        ) : (
          <p class="verdict">
            {tier && <b class="tier">{words.tier[tier]}</b>}
            {outcome !== 'fine' && <span>{words.outcome[outcome]}</span>}
            {suggestion !== null && (
              <>
                <span>{words.suggestion}</span>
                <b class="amount">{formatFen(suggestion)}</b>
              </>
            )}
            {outcome === 'fine' && suggestion === null && <span>{words.noSuggestion}</span>}
          </p>
        )}
      </div>
      {range && (
        <>
          <RangeBar
            range={range}
            bands={assessment.bands}
            tier={tier}
            suggestion={suggestion}
            fine={
              fine !== null && fine !== suggestion && fine >= range.min && fine <= range.max
                ? fine
                : null
            }
            language={language}
          />
          <dl class="figures">
            <dt>{words.range}</dt>
            <dd>{span(range)}</dd>
            {band && (
              <>
                <dt>{words.band}</dt>
                <dd>{span(band)}</dd>
              </>
            )}
          </dl>
          {fineMode === 'may' && <p class="source">{words.optionalFine}</p>}
        </>
      )}
      {flags.map((flag) => (
        <p class="flag" key={`${flag.id} ${flagText(flag, language)}`} data-flag={flag.id}>
          {flagText(flag, language)}
        </p>
      ))}
      {persons.length > 0 && (
        <>
          <h3>{words.persons}</h3>
          <ul>
            {persons.map((person) => (
              <li key={person.subject.zh}>
                {person.subject[language] ?? person.subject.zh}
                {person.range && `：${span(person.range)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The steps of the trace in sentences, with their citations. */
export function ReasonsSection({
  assessment,
  language,
}: {
  readonly assessment: Assessment;
  readonly language: Language;
}) {
  const words = WORDS[language];
  // Open questions and flags stand with the result.
  const said = sentences(assessment.trace, language).filter(
    ({ step }) => step !== 'undecided' && step !== 'flag',
  );
  return (
    <section aria-labelledby="reasons">
      <details class="list" open>
        <summary id="reasons">{words.reasons}</summary>
        <ol class="reasons">
          {said.map(({ text, cite }, index) => (
            <li key={`${index}-${text}`}>
              {text}
              {cite.length > 0 &&
                !cite.every((one) => text.includes(citationText(one, language))) && (
                  <span class="source">
                    {cite.map((one) => citationText(one, language)).join('，')}
                  </span>
                )}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
