import type { FieldId } from '../adapters/adapter.ts';
import type { Found } from '../locate/reading.ts';
import type { Language } from '../platform/settings.ts';
import type { FormField } from './case-form.ts';
import { pointing } from './pointing.ts';
import { shownValue, typedFrom } from './shown-value.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly field: FormField;
  readonly language: Language;
  /** Must be known for an assessment. */
  readonly needed: boolean;
  readonly onType: (field: FieldId, text: string) => void;
  /** Mouse or focus is on a value that was read: its source is shown on the page; null takes that away. */
  readonly onPoint: (field: FieldId | null) => void;
}

/** One field of the case: its value, where it comes from, and a box to type it where the page cannot say it. */
export function FieldRow({ field, language, needed, onType, onPoint }: Props) {
  const words = WORDS[language];
  const { id, label, reading, typed, value, problem } = field;
  const fromPage = typed === undefined && reading?.state === 'read';
  const name = label[language] ?? label.zh;
  const box = `field-${id.replaceAll('.', '-')}`;
  return (
    <div
      class="field"
      data-field={id}
      data-state={fromPage ? 'read' : value === null ? 'open' : 'typed'}
      {...(reading && reading.state !== 'missing' && pointing(id, onPoint))}
    >
      <div class="field-head">
        {fromPage ? <span class="label">{name}</span> : <label for={box}>{name}</label>}
        {value === null && needed && <span class="mark needed">{words.needed}</span>}
        {typed !== undefined && !problem && <span class="mark typed">{words.typed}</span>}
      </div>
      {fromPage ? (
        <>
          <div class="value">
            <span>{shownValue(field, language)}</span>
            <button
              type="button"
              class="quiet"
              aria-label={`${words.correct} ${name}`}
              onClick={() => onType(id, typedFrom(field))}
            >
              {words.correct}
            </button>
          </div>
          <p class="source">
            {words.read}
            {sourceOf(reading.found, reading.frame, language)}
            {reading.healed && <span class="warn">{words.healed}</span>}
          </p>
        </>
      ) : (
        <>
          {reading && reading.state !== 'read' && reading.state !== 'missing' && (
            <p class={reading.state === 'empty' ? 'source' : 'warn'}>
              {words.state[reading.state]}
              {reading.state === 'refused' &&
                `：“${reading.found.raw}”，${words.refusal[reading.code]}`}
              {(reading.state === 'conflict' || reading.state === 'ambiguous') &&
                `：${reading.found.map((one) => `“${one.raw}${one.unit}”（${words.from(one.where, one.by, reading.frame)}）`).join('，')}`}
            </p>
          )}
          <Box field={field} language={language} id={box} onType={onType} />
          {problem && typed?.trim() !== '' && (
            <p class="warn" id={`${box}-problem`}>
              {words.refusal[problem]}
            </p>
          )}
          {field.hint && <p class="source">{field.hint[language] ?? field.hint.zh}</p>}
          {typed !== undefined && reading?.state === 'read' && (
            <button type="button" class="quiet" onClick={() => onType(id, '')}>
              {words.usePage}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Box({ field, language, id, onType }: Omit<Props, 'needed' | 'onPoint'> & { id: string }) {
  const words = WORDS[language];
  const { typed = '', problem, choices, check } = field;
  const invalid = problem !== null && typed.trim() !== '';
  const described = invalid ? { 'aria-describedby': `${id}-problem` } : {};
  if (choices.length > 0)
    return (
      <select
        id={id}
        value={choices.some((choice) => choice.id === typed) ? typed : ''}
        onChange={(event) => onType(field.id, event.currentTarget.value)}
      >
        <option value="">{words.choose}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label[language] ?? choice.label.zh}
          </option>
        ))}
      </select>
    );
  return (
    <span class="box">
      <input
        id={id}
        value={typed}
        autocomplete="off"
        inputMode={check.as === 'fen' ? 'decimal' : check.as === 'count' ? 'numeric' : 'text'}
        aria-invalid={invalid}
        {...described}
        onInput={(event) => onType(field.id, event.currentTarget.value)}
      />
      {check.as === 'fen' && <span aria-hidden="true">元</span>}
    </span>
  );
}

function sourceOf(found: Found, frame: string, language: Language): string {
  const words = WORDS[language];
  return `${words.from(found.where, found.by, frame)}${found.hidden ? `；${words.hidden}` : ''}`;
}
