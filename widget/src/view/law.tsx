import type { Words } from '../reading.ts';
import { Sample } from './decision.tsx';
import { Facts, Section, type SectionProps } from './section.tsx';

/** What the law says and which benchmark was used, in the version that the code binds. */
export function Law({ t, reading, level, words }: SectionProps & { readonly words: Words }) {
  const d = words.decisionStrings(t.lang);
  const { rule, replayed } = reading.verdict;
  if (rule === null)
    return (
      <Section name="law" heading={d.law.heading} level={level}>
        <p>{d.law.unknown}</p>
      </Section>
    );
  const { statute, pack, benchmark } = rule;
  const Sub = `h${level + 1}` as 'h4';
  return (
    <Section name="law" heading={d.law.heading} level={level}>
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
