import type { Factor } from '@chidu/sdk/rules';
import type { Language } from '../platform/settings.ts';
import type { Draft } from './draft.ts';
import type { ChangeDraft } from './use-draft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly factors: readonly Factor[];
  readonly draft: Draft;
  readonly points: number | null;
  readonly language: Language;
  readonly change: ChangeDraft;
}

/** The factors of the benchmark, each with its options, their points and the evidence one should hold. */
export function FactorsSection({ factors, draft, points, language, change }: Props) {
  const words = WORDS[language];
  const open = factors.filter(({ id }) => !draft.factors[id]).length;
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">
        {words.factors}
        <span class="count">
          {factors.length - open}/{factors.length}
        </span>
      </h2>
      {factors.map((factor) => {
        const chosen = factor.options.find(({ id }) => id === draft.factors[factor.id]);
        return (
          <div class="field factor" key={factor.id} data-factor={factor.id}>
            <div class="field-head">
              <label for={`factor-${factor.id}`}>{factor.label[language] ?? factor.label.zh}</label>
              {!chosen && <span class="mark needed">{words.needed}</span>}
            </div>
            <select
              id={`factor-${factor.id}`}
              value={chosen?.id ?? ''}
              onChange={(event) => {
                const option = event.currentTarget.value;
                change((draft) => {
                  const { [factor.id]: _, ...others } = draft.factors;
                  return {
                    ...draft,
                    factors: option === '' ? others : { ...others, [factor.id]: option },
                  };
                });
              }}
            >
              <option value="">{words.choose}</option>
              {factor.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.label[language] ?? option.label.zh}（{words.points(option.points)}）
                </option>
              ))}
            </select>
            {chosen && chosen.evidence.length > 0 && (
              <p class="source">
                {words.evidence}：{chosen.evidence.join('；')}
              </p>
            )}
          </div>
        );
      })}
      {points !== null && <p class="sum">{words.pointsSum(points)}</p>}
    </section>
  );
}
