import { useState } from 'preact/hooks';
import { Adapter } from '../adapters/adapter.ts';
import { lint } from '../adapters/lint.ts';
import { judgePage } from '../judge/judge-page.ts';
import type { PageReading } from '../locate/reading.ts';
import { installAdapter } from '../platform/adapter-store.ts';
import { readDraft } from '../platform/binding.ts';
import { originsOf } from '../platform/match-patterns.ts';
import { requestHosts } from '../platform/permissions.ts';
import type { Language } from '../platform/settings.ts';
import { BINDER_WORDS } from './words.ts';

interface Props {
  readonly tab: number;
  readonly language: Language;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The adapter as one file: to be read, changed, tried on the page, kept and downloaded. */
export function FileSection({ tab, language, text, onText }: Props) {
  const words = BINDER_WORDS[language];
  const [readings, setReadings] = useState<readonly PageReading[] | null>(null);
  const [saved, setSaved] = useState(false);
  const data = parse(text);
  const findings = lint(data);
  const broken = findings.some(({ level }) => level === 'error');
  const adapter = broken ? null : Adapter.parse(data);
  const test = async (): Promise<void> => {
    if (!adapter) return;
    const texts = await readDraft(tab, adapter);
    setReadings(texts.flatMap((one) => judgePage(one, adapter) ?? []));
  };
  const save = async (): Promise<void> => {
    if (!adapter || !(await requestHosts(originsOf(adapter.matches)))) return;
    await installAdapter(adapter, 'binder', new Date().toISOString());
    setSaved(true);
  };
  return (
    <section aria-labelledby="file">
      <h2 id="file">{words.file}</h2>
      <label for="adapter-text">{words.text}</label>
      <p class="source" id="adapter-hint">
        {words.textHint}
      </p>
      <textarea
        id="adapter-text"
        rows={16}
        spellcheck={false}
        aria-describedby="adapter-hint"
        aria-invalid={broken}
        value={text}
        onInput={({ currentTarget }) => {
          setSaved(false);
          onText(currentTarget.value);
        }}
      />
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map(({ level, code, at, message }) => (
            <li key={`${code}${at}${message}`} class={level === 'error' ? 'warn' : 'source'}>
              {code} {at}: {message}
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <button type="button" id="try" disabled={!adapter} onClick={() => void test()}>
          {words.test}
        </button>
        <button type="button" id="save" disabled={!adapter} onClick={() => void save()}>
          {words.save}
        </button>
        <a
          href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
          download={`${adapter?.id ?? 'adapter'}.json`}
        >
          {words.download}
        </a>
      </div>
      <p role="status">{broken ? words.invalid : saved ? words.saved : ''}</p>
      {readings && (
        <>
          <h3>{words.tested}</h3>
          {readings.length === 0 && <p class="warn">{words.unrecognised}</p>}
          <ul class="tested">
            {readings.flatMap(({ page, fields }) =>
              fields.map((one) => (
                <li key={`${page}${one.field}`} data-tested={one.field} data-state={one.state}>
                  {one.field}: {words.state[one.state]}
                  {one.state === 'read' && ` ${String(one.value)}`}
                </li>
              )),
            )}
          </ul>
        </>
      )}
    </section>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
