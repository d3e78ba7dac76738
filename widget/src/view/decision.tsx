import type { CodePayload } from '@chidu/sdk/codes';
import type { RefObject } from 'preact';
import type { Strings } from '../strings/zh.ts';
import { RangeDrawing } from './range-drawing.tsx';
import { Facts, Section, type SectionProps } from './section.tsx';

/** What is to be imposed and why, factor by factor. */
export function Decision(
  props: SectionProps & {
    readonly payload: CodePayload;
    /** Where the focus goes when the reader has opened it. */
    readonly headingRef: RefObject<HTMLHeadingElement | null>;
  },
) {
  const { t, reading, payload, level } = props;
  const { rule, replayed } = reading.verdict;
  const proposed = (payload.documentKind ?? 1) <= 2;
  const Sub = `h${level + 1}` as 'h4';
  const kinds = (payload.kinds ?? []).filter((kind) => kind !== FINE);
  return (
    <Section
      name="decision"
      heading={t.decision.heading(proposed)}
      level={level}
      headingRef={props.headingRef}
    >
      {proposed && <p>{t.decision.proposedNote}</p>}
      <Sample t={t} reading={reading} />
      {rule === null && <p class="warning">{t.decision.notReplayed}</p>}
      <Facts
        entries={[
          [
            t.decision.violation,
            rule === null
              ? t.decision.violationUnknown(payload.violation)
              : t.wording(rule.statute.name),
          ],
          [
            t.decision.fine(proposed),
            payload.fine === undefined ? (
              t.decision.noFine
            ) : (
              <strong class="amount">{t.money(payload.fine)}</strong>
            ),
          ],
          [
            t.decision.kinds,
            t.listed(
              kinds.map((kind) => t.decision.kindNames[kind] ?? t.decision.kindUnknown(kind)),
            ),
          ],
          [t.decision.tier, t.decision.tiers[payload.tier]],
          [
            t.decision.points,
            payload.points === undefined ? null : t.decision.pointsOf(payload.points),
          ],
        ]}
      />
      {payload.fine !== undefined && replayed?.range && replayed.band && replayed.tier && (
        <>
          <Sub>{t.decision.where}</Sub>
          <RangeDrawing
            t={t}
            lawful={replayed.range}
            bands={replayed.bands}
            band={replayed.band}
            tier={replayed.tier}
            fine={payload.fine}
          />
        </>
      )}
      {payload.factors !== undefined && payload.factors.length > 0 && (
        <>
          <Sub>{t.decision.factors}</Sub>
          <Factors t={t} reading={reading} payload={payload} />
        </>
      )}
      {replayed !== null && reading.explain !== null && (
        <>
          <Sub>{t.decision.how}</Sub>
          <ol class="sentences">
            {reading.explain(replayed, t.lang === 'zh-CN' ? 'zh' : 'en').map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** Number of 罚款 in label 13: it has a row of its own. */
const FINE = 3;

/** An invented benchmark is called so wherever its numbers show. */
export function Sample({ t, reading }: { t: Strings; reading: SectionProps['reading'] }) {
  return reading.verdict.rule?.pack.sample ? <p class="warning">{t.decision.sample}</p> : null;
}

function Factors({
  t,
  reading,
  payload,
}: {
  t: Strings;
  reading: SectionProps['reading'];
  payload: CodePayload;
}) {
  const known = reading.verdict.rule?.benchmark.factors ?? [];
  const rows = (payload.factors ?? []).map(([number, choice, points]) => {
    const factor = known.find((each) => each.number === number);
    const option = factor?.options.find((each) => each.number === choice);
    return { number, choice, points, factor, option };
  });
  const asked = rows.some(({ option }) => option !== undefined && option.evidence.length > 0);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.decision.factor}</th>
            <th scope="col">{t.decision.option}</th>
            <th scope="col" class="number">
              {t.decision.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, choice, points, factor, option }) => (
            <tr key={number} part="factor">
              <th scope="row">
                {factor === undefined ? t.decision.factorUnknown(number) : t.wording(factor.label)}
              </th>
              <td>
                {option === undefined ? t.decision.optionUnknown(choice) : t.wording(option.label)}
                {option !== undefined && option.evidence.length > 0 && (
                  <span class="fine-print">
                    {t.decision.evidence}
                    {t.listed(option.evidence)}
                  </span>
                )}
              </td>
              <td class="number">{points}</td>
            </tr>
          ))}
        </tbody>
        {payload.points !== undefined && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t.decision.total}
              </th>
              <td class="number">{payload.points}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {asked && <p class="fine-print">{t.decision.evidenceNote}</p>}
    </>
  );
}
