import type { Assessment } from '@chidu/sdk/discretion';
import type { Rule, Tier } from '@chidu/sdk/rules';
import type { Language } from '../platform/settings.ts';
import type { Draft } from './draft.ts';
import type { ChangeDraft } from './use-draft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly assessment: Assessment;
  readonly rule: Rule;
  readonly draft: Draft;
  readonly language: Language;
  readonly change: ChangeDraft;
}

/** Where the grounds found leave a choice (可以, 从轻或者减轻, or grounds both ways) a person makes it, with a reason. */
export function ElectSection({ assessment, rule, draft, language, change }: Props) {
  const words = WORDS[language];
  const tiers = openTiers(assessment, rule, draft);
  if (tiers.length === 0) return null;
  return (
    <section aria-labelledby="elect">
      <h2 id="elect">{words.elect}</h2>
      <p class="source">{words.electHint}</p>
      <div class="field">
        <label for="elect-tier">{words.elect}</label>
        <select
          id="elect-tier"
          value={draft.elect.tier}
          onChange={(event) => {
            const tier = event.currentTarget.value as Tier | '';
            change((draft) => ({ ...draft, elect: { ...draft.elect, tier } }));
          }}
        >
          <option value="">{words.electNone}</option>
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {words.tier[tier]}
            </option>
          ))}
        </select>
      </div>
      {draft.elect.tier !== '' && (
        <div class="field">
          <label for="elect-reason">{words.reason}</label>
          <textarea
            id="elect-reason"
            rows={3}
            value={draft.elect.reason}
            onInput={(event) => {
              const reason = event.currentTarget.value;
              change((draft) => ({ ...draft, elect: { ...draft.elect, reason } }));
            }}
          />
        </div>
      )}
    </section>
  );
}

/** Tiers that the grounds found open to election. */
function openTiers(assessment: Assessment, rule: Rule, draft: Draft): readonly Tier[] {
  const frame = assessment.trace.steps.find(({ step }) => step === 'frame');
  const opposed = assessment.undecided.some(({ reason }) => reason === 'grounds-conflict');
  const found = rule.grounds.filter(({ id }) => draft.grounds.includes(id));
  const effects = new Set<Tier>(found.flatMap(({ effect }) => effect));
  const order: readonly Tier[] = ['waive', 'mitigate', 'lighten', 'ordinary', 'aggravate'];
  if (opposed || draft.elect.tier !== '')
    return order.filter(
      (tier) => effects.has(tier) || (tier === 'ordinary' && effects.has('aggravate')),
    );
  return frame?.step === 'frame' ? frame.open : [];
}
