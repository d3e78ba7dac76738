import { useState } from 'preact/hooks';
import type { Language } from '../../platform/settings.ts';
import type { FormField } from '../case-form.ts';
import type { Draft } from '../draft.ts';
import type { ChangeDraft } from '../use-draft.ts';
import { REASON_WORDS } from './words.ts';

interface Props {
  /** What the trace says now. */
  readonly made: string;
  readonly draft: Draft;
  readonly fields: readonly FormField[];
  readonly language: Language;
  readonly change: ChangeDraft;
  /** Writes a text into the page at the officer's click; null where the page has no place for it. */
  readonly write: ((text: string) => Promise<string>) | null;
}

/** The paragraph for the paper: made from the trace, the officer's to change, copied or written by a click. */
export function ParagraphSection({ made, draft, fields, language, change, write }: Props) {
  const words = REASON_WORDS[language];
  const [said, setSaid] = useState('');
  const own = draft.paragraph;
  const text = own?.text ?? made;
  const typed = fields.filter(({ value, typed }) => value !== null && typed !== undefined);
  return (
    <section aria-labelledby="paragraph">
      <h2 id="paragraph">{words.title}</h2>
      {own && own.made !== made && <p class="warn">{words.outdated}</p>}
      <textarea
        aria-labelledby="paragraph"
        aria-describedby="paragraph-hint"
        lang="zh-CN"
        rows={9}
        value={text}
        onInput={(event) => {
          const edited = event.currentTarget.value;
          setSaid('');
          change((draft) => ({
            ...draft,
            paragraph: edited === made ? null : { text: edited, made: own?.made ?? made },
          }));
        }}
      />
      <p class="source" id="paragraph-hint">
        {words.hint}
        {typed.length > 0 &&
          words.typed(typed.map(({ label }) => label[language] ?? label.zh).join('、'))}
        {words.judged}
      </p>
      <div class="buttons">
        <button
          type="button"
          id="copy-paragraph"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setSaid(words.copied))}
        >
          {words.copy}
        </button>
        {write && (
          <button
            type="button"
            id="write-paragraph"
            onClick={() =>
              void write(text).then((result) => setSaid(words.written[result] ?? result))
            }
          >
            {words.write}
          </button>
        )}
        {own && (
          <button
            type="button"
            onClick={() => {
              setSaid('');
              change((draft) => ({ ...draft, paragraph: null }));
            }}
          >
            {words.anew}
          </button>
        )}
      </div>
      <p role="status" class="source">
        {said}
      </p>
    </section>
  );
}
