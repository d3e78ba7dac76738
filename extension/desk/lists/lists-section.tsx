import type { Case } from '@chidu/sdk/discretion';
import { matchLists, type Standing } from '@chidu/sdk/discretion/lists';
import type { ListPack } from '@chidu/sdk/rules/lists';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../platform/settings.ts';
import type { Draft } from '../draft.ts';
import type { ChangeDraft } from '../use-draft.ts';
import { listPack } from './applied-items.ts';
import { LIST_WORDS } from './words.ts';

interface Props {
  readonly case_: Case;
  readonly draft: Draft;
  readonly language: Language;
  readonly change: ChangeDraft;
}

/** Items of the four lists that speak of this case: which apply, which nearly do, and what is missing. */
export function ListsSection({ case_, draft, language, change }: Props) {
  const words = LIST_WORDS[language];
  const [pack, setPack] = useState<ListPack | null>(null);
  useEffect(() => {
    void listPack().then(setPack);
  }, []);
  if (!pack) return null;
  const confirmed = new Set(draft.confirmed);
  const { inForce, matches } = matchLists(case_, pack, { confirmed });
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">
        {words.title}
        <span class="count">{matches.length}</span>
      </h2>
      {pack.sample && <p class="sample">{words.sample}</p>}
      {!inForce && <p class="warn">{words.notInForce}</p>}
      {inForce && matches.length === 0 && <p class="source">{words.none}</p>}
      <ul class="lists">
        {matches.map(({ item, state, standings }) => (
          <li key={item.number} data-item={item.number} data-state={state}>
            <p>
              <span class="mark typed">{words.list[item.list]}</span>{' '}
              {item.matter[language] ?? item.matter.zh}{' '}
              <span class={`mark ${state === 'applies' ? 'typed' : 'old'}`}>
                {words.state[state]}
              </span>
            </p>
            {standings.map(({ requirement, state: standing }, index) => {
              const id = `${item.number}/${index}`;
              const label = requirement.label[language] ?? requirement.label.zh;
              const isPersons = requirement.when === undefined && requirement.ground === undefined;
              return isPersons ? (
                <label class="tick" key={id}>
                  <input
                    type="checkbox"
                    checked={confirmed.has(id)}
                    onChange={(event) => {
                      const met = event.currentTarget.checked;
                      change((draft) => ({
                        ...draft,
                        confirmed: met
                          ? [...draft.confirmed, id]
                          : draft.confirmed.filter((other) => other !== id),
                      }));
                    }}
                  />
                  <span>{label}</span>
                </label>
              ) : (
                <p class="source" key={id} data-standing={standing}>
                  {MARK[standing]} {label}：{words.standing[standing]}
                </p>
              );
            })}
            <p class="source">{item.basis}</p>
          </li>
        ))}
      </ul>
      <p class="source">{words.hint}</p>
    </section>
  );
}

const MARK: Readonly<Record<Standing['state'], string>> = {
  met: '✓',
  'not-met': '✗',
  unknown: '？',
  person: '？',
};
