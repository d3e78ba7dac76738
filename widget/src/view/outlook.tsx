import type { CodePayload } from '@chidu/sdk/codes';
import { assess, type Case, caseOfNumbers } from '@chidu/sdk/discretion';
import { type Change, whatWouldChange } from '@chidu/sdk/discretion/outlook';
import { type Rule, TIERS } from '@chidu/sdk/rules';
import { dayOfNumber } from '@chidu/sdk/text';
import type { OutlookStrings } from '../strings/outlook-zh.ts';
import type { Strings } from '../strings/zh.ts';
import { Lead, Section, type SectionProps } from './section.tsx';

export type OutlookProps = SectionProps & { readonly payload: CodePayload };

/** Which single change would make the result another, in the words of the rule: information, never advice. */
export function OutlookSection(props: OutlookProps & { readonly o: OutlookStrings }) {
  const { t, o, reading, level, payload } = props;
  const { rule, replayed } = reading.verdict;
  const changes = rule && changesOf(payload, rule);
  if (!changes || replayed === null) return null;
  const before = replayed.tier === null ? 0 : TIERS.indexOf(replayed.tier);
  const [lighter, heavier] = [1, -1].map((sign) => {
    const found = changes.filter((change) => sign * weight(change, before) < 0);
    return sentences(t, o, rule, found, replayed.suggestion);
  }) as [string[], string[]];
  const Sub = `h${level + 1}` as 'h4';
  return (
    <Section name="outlook" heading={o.heading} level={level}>
      <Lead>{o.lead(lighter[0] ?? null)}</Lead>
      <p class="warning">{o.note}</p>
      {[[o.lighter, lighter.slice(1)] as const, [o.heavier, heavier] as const].map(
        ([heading, sentences]) =>
          sentences.length > 0 && (
            <>
              <Sub>{heading}</Sub>
              <ul>
                {sentences.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          ),
      )}
    </Section>
  );
}

/** None where the Rule fits its schema and contradicts itself: the engine stops at it, as in the replay. */
function changesOf(payload: CodePayload, rule: Rule): Change[] | null {
  try {
    const case_ = signedCase(payload, rule);
    return (
      case_ &&
      whatWouldChange(case_, rule, { dates: 'bound' }).filter(
        ({ outcome }) => outcome !== 'undecided',
      )
    );
  } catch {
    return null;
  }
}

/** The case that was signed, with what a person elected: it shows as a tier that plain arithmetic does not give. */
function signedCase(payload: CodePayload, rule: Rule): Case | null {
  const { facts = [], factors = [] } = payload;
  const read = caseOfNumbers({ facts, factors, issued: dayOfNumber(payload.issued) }, rule);
  if (!read.ok) return null;
  const tier = TIERS[payload.tier - 1];
  const plain = assess(read.case, rule, { dates: 'bound' });
  return plain.tier === tier || tier === undefined
    ? read.case
    : { ...read.case, elect: { tier, reason: 'signed' } };
}

/** Below zero: lighter for the party. */
function weight({ outcome, tier, difference }: Change, before: number): number {
  if (outcome === 'waived' || outcome === 'no-fine') return -1;
  return difference ?? (tier === null ? 0 : TIERS.indexOf(tier) - before);
}

/** One sentence a change; grounds that lead to the same result share one. */
function sentences(
  t: Strings,
  o: OutlookStrings,
  rule: Rule,
  changes: readonly Change[],
  now: number | null,
): string[] {
  const told: string[] = [];
  const grounds = new Map<string, string[]>();
  for (const change of changes) {
    const result = then(t, o, change, now);
    if (change.kind === 'ground' && change.to === true)
      grounds.set(result, [...(grounds.get(result) ?? []), t.wording(change.label)]);
    else told.push(o.if(what(t, o, rule, change), result));
  }
  for (const [result, labels] of grounds)
    told.push(o.if(labels.length > 1 ? o.anyOf(labels) : o.found(labels[0] ?? ''), result));
  return told;
}

function what(t: Strings, o: OutlookStrings, { statute, benchmark }: Rule, change: Change): string {
  const label = t.wording(change.label);
  const { to } = change;
  if (change.kind === 'ground') return o.notFound(label);
  if (change.kind === 'factor') {
    const factor = benchmark.factors.find(({ id }) => id === change.id);
    const option = factor?.options.find(({ id }) => id === to);
    return o.would(label, option ? t.wording(option.label) : String(to));
  }
  if (typeof to === 'boolean') return o.would(label, to ? o.yes : o.no);
  const fact = statute.facts.find(({ id }) => id === change.id);
  if (typeof to === 'number')
    return o.would(label, fact?.type === 'fen' ? t.moneyShort(to) : o.times(to));
  const value = fact?.values?.find(({ id }) => id === to);
  return o.would(label, value ? t.wording(value.label) : to);
}

function then(t: Strings, o: OutlookStrings, change: Change, now: number | null): string {
  const { outcome, tier, range, suggestion } = change;
  if (outcome === 'waived') return o.waived;
  if (outcome === 'no-fine' || tier === null) return o.noFine;
  if (tier === 'mitigate' && range !== null) return o.below(t.moneyShort(range.min));
  const name = t.steps.tierNames[tier];
  return suggestion === null
    ? o.tier(name)
    : o.fine(name, now === null ? null : t.moneyShort(now), t.moneyShort(suggestion));
}
