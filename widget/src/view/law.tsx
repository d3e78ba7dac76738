import { Sample } from './decision.tsx';
import { Facts, Section, type SectionProps } from './section.tsx';

/** What the law says and which benchmark was used, in the version that the code binds. */
export function Law({ t, reading, level }: SectionProps) {
  const { rule, replayed } = reading.verdict;
  if (rule === null)
    return (
      <Section name="law" heading={t.law.heading} level={level}>
        <p>{t.law.unknown}</p>
      </Section>
    );
  const { statute, pack, benchmark } = rule;
  const Sub = `h${level + 1}` as 'h4';
  return (
    <Section name="law" heading={t.law.heading} level={level}>
      <Facts
        entries={[
          [
            t.law.basis,
            <>
              {t.cite(statute.basis)}
              <span class="fine-print">{t.law.from(statute.from, statute.to)}</span>
            </>,
          ],
          [t.law.prohibition, t.listed(statute.prohibition.map(t.cite))],
          [
            t.law.range,
            replayed?.range &&
              t.steps.range(t.money(replayed.range.min), t.money(replayed.range.max)),
          ],
          [
            t.law.orders,
            replayed && t.listed(replayed.measures.map(({ label }) => t.wording(label))),
          ],
        ]}
      />
      {replayed?.fineMode === 'may' && <p>{t.law.mayAlsoNot}</p>}
      {statute.doubts.map((doubt) => (
        <p key={doubt} class="warning">
          {t.law.doubts[doubt]}
        </p>
      ))}
      <Sub>{t.law.benchmark}</Sub>
      <Sample t={t} reading={reading} />
      <Facts
        entries={[
          [t.law.benchmark, t.wording(benchmark.title)],
          [t.law.place, benchmark.place],
          [t.law.publisher, pack.publisher],
          [
            t.law.publication,
            pack.publication === null
              ? t.law.unpublished
              : t.law.published(pack.publication.number, pack.publication.date),
          ],
        ]}
      />
    </Section>
  );
}
