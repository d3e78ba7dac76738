import type { Statute } from '@chidu/sdk/rules';
import { useState } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { Language } from '../platform/settings.ts';
import { pointing } from './pointing.ts';
import { searchViolations } from './rule-book.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly all: readonly Statute[];
  readonly chosen: Statute | null;
  readonly reading: CaseField | null;
  readonly typed: boolean;
  readonly basis: string;
  readonly language: Language;
  readonly onPoint: (field: FieldId | null) => void;
  readonly onChoose: (violation: string) => void;
}

/** Which violation it is: as the page names it, or chosen by the officer from the statute book. */
export function ViolationSection({
  all,
  chosen,
  reading,
  typed,
  basis,
  language,
  onPoint,
  onChoose,
}: Props) {
  const words = WORDS[language];
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const hits = searchViolations(all, query, language);
  const name = (statute: Statute): string => statute.name[language] ?? statute.name.zh;
  const fromPage = chosen !== null && !typed && reading?.state === 'read';
  return (
    <section aria-labelledby="violation">
      <h2 id="violation">{words.violation}</h2>
      {chosen && (
        <div
          class="field"
          data-field="violation"
          data-state={fromPage ? 'read' : 'typed'}
          {...(fromPage && pointing('violation', onPoint))}
        >
          <div class="value">
            <span>{name(chosen)}</span>
            {!open && (
              <button type="button" class="quiet" onClick={() => setOpen(true)}>
                {words.correct}
              </button>
            )}
          </div>
          <p class="source">
            {fromPage ? `${words.fromPage}；` : `${words.typed}；`}
            {words.basis}：{basis}
          </p>
        </div>
      )}
      {!chosen && reading && reading.state === 'refused' && (
        <p class="warn">
          {words.state.refused}：“{reading.found.raw}”，{words.refusal[reading.code]}
        </p>
      )}
      {(open || !chosen) && (
        <div class="field">
          <label for="violation-search">{words.violationSearch}</label>
          <input
            id="violation-search"
            type="search"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <label for="violation-list" class="source">
            {words.violationCount(hits.length)}
          </label>
          <select
            id="violation-list"
            size={6}
            value={chosen?.violation ?? ''}
            onChange={(event) => {
              onChoose(event.currentTarget.value);
              setOpen(false);
            }}
          >
            {hits.map((statute) => (
              <option key={statute.violation} value={statute.violation}>
                {name(statute)}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}
