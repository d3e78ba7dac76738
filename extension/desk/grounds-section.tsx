import { citationText } from '@chidu/sdk/discretion/sentences';
import type { Ground } from '@chidu/sdk/rules';
import type { Language } from '../platform/settings.ts';
import { type Draft, withGround } from './draft.ts';
import type { ChangeDraft } from './use-draft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly grounds: readonly Ground[];
  readonly draft: Draft;
  readonly language: Language;
  readonly change: ChangeDraft;
}

const ORDER = ['waive', 'mitigate', 'lighten', 'aggravate'] as const;

/** 从轻或者减轻 is a list of its own: the ground does not choose between them. */
const listOf = ({ effect }: Ground) => ORDER.filter((one) => effect.includes(one));

/** Every statutory ground to examine, listed by what it does. Until the officer says that all were, nothing is decided. */
export function GroundsSection({ grounds, draft, language, change }: Props) {
  const words = WORDS[language];
  const lists = Map.groupBy(byLeniency(grounds), (ground) => effects(ground, language));
  return (
    <section aria-labelledby="grounds">
      <h2 id="grounds">{words.grounds}</h2>
      <p class="source">{words.groundsHint}</p>
      {[...lists].map(([list, members]) => {
        const found = members.filter(({ id }) => draft.grounds.includes(id)).length;
        return (
          <details key={list} class="list" open={found > 0}>
            <summary>
              {list}
              <span class="count">
                {found}/{members.length}
              </span>
            </summary>
            {members.map((ground) => (
              <GroundLine
                key={ground.id}
                ground={ground}
                found={draft.grounds.includes(ground.id)}
                language={language}
                onFind={(is) => change((draft) => withGround(draft, ground.id, is))}
              />
            ))}
          </details>
        );
      })}
      <label class="tick examined">
        <input
          type="checkbox"
          checked={draft.groundsExamined}
          onChange={(event) => {
            const groundsExamined = event.currentTarget.checked;
            change((draft) => ({ ...draft, groundsExamined }));
          }}
        />
        <span>
          {words.groundsExamined(draft.grounds.length)}
          {!draft.groundsExamined && <span class="mark needed">{words.needed}</span>}
        </span>
      </label>
    </section>
  );
}

const byLeniency = (grounds: readonly Ground[]): readonly Ground[] =>
  [...grounds].sort((a, b) => rank(a) - rank(b));

const rank = (ground: Ground): number => ORDER.indexOf(listOf(ground)[0] ?? 'aggravate');

/** 从轻或者减轻, in the order in which the laws say it. */
const effects = (ground: Ground, language: Language): string =>
  listOf(ground)
    .map((effect) => WORDS[language].effect[effect])
    .reverse()
    .join(language === 'zh' ? '或者' : ' or ');

function GroundLine({
  ground,
  found,
  language,
  onFind,
}: {
  readonly ground: Ground;
  readonly found: boolean;
  readonly language: Language;
  readonly onFind: (found: boolean) => void;
}) {
  const words = WORDS[language];
  return (
    <label class="tick" data-ground={ground.id}>
      <input
        type="checkbox"
        checked={found}
        onChange={(event) => onFind(event.currentTarget.checked)}
      />
      <span>
        {ground.label[language] ?? ground.label.zh}
        <span class="source">
          {words[ground.force]}
          {effects(ground, language)}；{citationText(ground.cite, language)}
          {found && ground.evidence.length > 0 && (
            <>
              <br />
              {words.evidence}：{ground.evidence.join('；')}
            </>
          )}
        </span>
      </span>
    </label>
  );
}
