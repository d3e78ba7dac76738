import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import { startPicking, stopPicking, watchPicked } from '../platform/binding.ts';
import type { Language } from '../platform/settings.ts';
import { GLOSSARY } from '../suggest/glossary.ts';
import type { Picked } from '../suggest/picked.ts';
import type { PageProposals } from '../suggest/propose.ts';
import { bindChosen, type Chosen } from './bind-picked.ts';
import { type Suggestion, settle } from './settle.ts';
import { BINDER_WORDS } from './words.ts';

interface Props {
  readonly tab: number;
  readonly language: Language;
  readonly pages: readonly PageProposals[];
  readonly bound: readonly Suggestion[];
  readonly onBind: (bound: readonly Suggestion[]) => void;
}

/** Every usual field of a case: what is bound, what is suggested, what was seen and not taken, what is not there. */
export function FieldsSection({ tab, language, pages, bound, onBind }: Props) {
  const words = BINDER_WORDS[language];
  const [pointing, setPointing] = useState<FieldId | null>(null);
  const [refused, setRefused] = useState<FieldId | null>(null);
  const { suggestions, withheld } = settle(pages);
  const without = (field: FieldId) => bound.filter((one) => one.field !== field);
  const bind = (field: FieldId, chosen: Chosen): void => {
    const suggestion = bindChosen(field, chosen);
    setRefused(suggestion ? null : field);
    if (suggestion) onBind([...without(field), suggestion]);
  };
  // What is bound when a person has pointed, not when they began to.
  const onPicked = useRef((_: Picked, __: string): void => undefined);
  onPicked.current = (picked, path) => {
    const page = pages.find((one) => one.path.startsWith(path)) ?? pages[0];
    if (pointing !== null) bind(pointing, { ...picked, frame: page?.frame ?? path });
    setPointing(null);
  };
  useEffect(() => {
    if (pointing === null) return;
    void startPicking(tab);
    const unwatch = watchPicked(tab, (picked, path) => onPicked.current(picked, path));
    return () => {
      unwatch();
      void stopPicking(tab);
    };
  }, [pointing, tab]);

  const open = suggestions.filter(({ field }) => !bound.some((one) => one.field === field));
  const title = (field: FieldId): string =>
    GLOSSARY.find((one) => one.field === field)?.title ?? field;
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{words.field}</h2>
      <p role="status">
        {pointing === null
          ? words.bound(bound.length, GLOSSARY.length)
          : words.pointing(title(pointing))}
      </p>
      <button
        type="button"
        id="take-all"
        disabled={open.length === 0}
        onClick={() => onBind([...bound, ...open])}
      >
        {words.takeAll(open.length)}
      </button>
      <ul class="binder-fields">
        {GLOSSARY.map(({ field }) => {
          const held = bound.find((one) => one.field === field);
          const offer = open.find((one) => one.field === field);
          const not = withheld.find((one) => one.field === field);
          const shown = held ?? offer;
          const state = held ? 'bound' : offer ? 'offered' : not ? 'withheld' : 'absent';
          return (
            <li key={field} data-field={field} data-state={state}>
              <h3>{title(field)}</h3>
              {shown ? (
                <p>
                  <span class="value">{shown.value}</span>{' '}
                  <span class="source">
                    {words.from}
                    {shown.locators
                      .map((one) => `${words.locator[one.by]} ${locatorText(one)}`)
                      .join('；')}
                    （{shown.frame}）{words.confidence} {Math.round(shown.confidence * 100)}%
                  </span>
                </p>
              ) : (
                <p class={not ? 'warn' : 'source'}>
                  {not
                    ? `${not.label}：${words.withheld[not.state]} ${not.raw.join(' | ')}`
                    : words.notOnPage}
                </p>
              )}
              {refused === field && (
                <p class="warn" role="alert">
                  {words.refused}
                </p>
              )}
              <div class="buttons">
                {offer && (
                  <button
                    type="button"
                    aria-label={`${words.take} ${title(field)}`}
                    onClick={() => onBind([...without(field), offer])}
                  >
                    {words.take}
                  </button>
                )}
                {held && (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`${words.drop} ${title(field)}`}
                    onClick={() => onBind(without(field))}
                  >
                    {words.drop}
                  </button>
                )}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${words.point} ${title(field)}`}
                  aria-pressed={pointing === field}
                  onClick={() => setPointing(pointing === field ? null : field)}
                >
                  {words.point}
                </button>
                <select
                  aria-label={words.chooseFor(title(field))}
                  value=""
                  onChange={({ currentTarget }) => {
                    const [frame, place] = currentTarget.value.split(':').map(Number);
                    const page = pages[frame ?? -1];
                    const chosen = page?.places[place ?? -1];
                    if (page && chosen) bind(field, { ...chosen, frame: page.frame });
                  }}
                >
                  <option value="">{words.choose}</option>
                  {pages.flatMap((page, frame) =>
                    page.places.map(({ label, found }, place) => (
                      <option key={`${frame}:${place}`} value={`${frame}:${place}`}>
                        {label} = {found.raw.slice(0, 24)}
                      </option>
                    )),
                  )}
                </select>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function locatorText(locator: Suggestion['locators'][number]): string {
  if (locator.by === 'label')
    return [...(locator.under ?? []), locator.text.join('、')].join(' › ');
  if (locator.by === 'name') return locator.name;
  return locator.by === 'path' ? locator.path : locator.pattern;
}
