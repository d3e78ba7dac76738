import type { DecisionStrings } from '../strings/decision-zh.ts';
import { Clause } from './clause.tsx';
import { Sample } from './decision.tsx';
import { Facts, Lead, Section, type SectionProps } from './section.tsx';

/** What the law says and which benchmark was used, in the version that the code binds. */
export function Law({ t, d, reading, level }: SectionProps & { readonly d: DecisionStrings }) {
  const { rule, replayed } = reading.verdict;
  if (rule === null)
    return (
      <Section name="law" heading={d.law.heading} level={level}>
        <Lead>{d.law.unknown}</Lead>
      </Section>
    );
  const { statute, pack, benchmark } = rule;
  const Sub = `h${level + 1}` as 'h4';
  return (
    <Section name="law" heading={d.law.heading} level={level}>
      <Lead>
        {d.law.lead(
          d.cite(statute.basis),
          statute.from,
          replayed?.range
            ? t.steps.range(t.moneyShort(replayed.range.min), t.moneyShort(replayed.range.max))
            : null,
        )}
      </Lead>
      <Facts
        entries={[
          [
            d.law.basis,
            <>
              {d.cite(statute.basis)}
              <span class="fine-print">{d.law.from(statute.from, statute.to)}</span>
            </>,
          ],
          [d.law.prohibition, t.listed(statute.prohibition.map(d.cite))],
          [
            d.law.range,
            replayed?.range &&
              t.steps.range(t.money(replayed.range.min), t.money(replayed.range.max)),
          ],
          [
            d.law.orders,
            replayed && t.listed(replayed.measures.map(({ label }) => t.wording(label))),
          ],
        ]}
      />
      <Clause d={d} clause={statute.basis} from={statute.from} words={reading.clauseWords} />
      {replayed?.fineMode === 'may' && <p>{d.law.mayAlsoNot}</p>}
      {statute.doubts.map((doubt) => (
        <p key={doubt} class="warning">
          {d.law.doubts[doubt]}
        </p>
      ))}
      <Sub>{d.law.benchmark}</Sub>
      <Sample d={d} reading={reading} />
      <Facts
        entries={[
          [d.law.title, t.wording(benchmark.title)],
          [d.law.place, benchmark.place],
          [d.law.publisher, pack.publisher],
          [
            d.law.publication,
            pack.publication === null
              ? d.law.unpublished
              : d.law.published(pack.publication.number, pack.publication.date),
          ],
        ]}
      />
    </Section>
  );
}
