import type { CodePayload } from '@chidu/sdk/codes';
import { sentences } from '@chidu/sdk/discretion/sentences';
import type { RefObject } from 'preact';
import type { DecisionStrings } from '../strings/decision-zh.ts';
import type { Strings } from '../strings/zh.ts';
import { RangeDrawing } from './range-drawing.tsx';
import { Facts, Lead, Section, type SectionProps } from './section.tsx';

/** What is to be imposed and why, factor by factor. */
export function Decision(
  props: SectionProps & {
    readonly payload: CodePayload;
    readonly d: DecisionStrings;
    /** Where the focus goes when the reader has opened it. */
    readonly headingRef: RefObject<HTMLHeadingElement | null>;
  },
) {
  const { t, d, reading, payload, level } = props;
  const { rule, replayed } = reading.verdict;
  const proposed = (payload.documentKind ?? 1) <= 2;
  const Sub = `h${level + 1}` as 'h4';
  const kinds = (payload.kinds ?? []).filter((kind) => kind !== FINE);
  return (
    <Section
      name="decision"
      heading={d.decision.heading(proposed)}
      level={level}
      headingRef={props.headingRef}
    >
      <Lead>
        {d.decision.lead(
          proposed,
          reading.issuer?.name ?? t.steps.authorityUnknown,
          rule && t.wording(rule.statute.name),
          payload.fine === undefined ? null : t.moneyShort(payload.fine),
          kinds.map((kind) => d.decision.kindNames[kind] ?? d.decision.kindUnknown(kind)),
        )}
      </Lead>
      {proposed && <p>{d.decision.proposedNote}</p>}
      <Sample d={d} reading={reading} />
      {rule === null && <p class="warning">{d.decision.notReplayed}</p>}
      <Facts
        entries={[
          [
            d.decision.violation,
            rule === null
              ? d.decision.violationUnknown(payload.violation)
              : t.wording(rule.statute.name),
          ],
          [
            d.decision.fine(proposed),
            payload.fine === undefined ? (
              d.decision.noFine
            ) : (
              <strong class="amount">{t.money(payload.fine)}</strong>
            ),
          ],
          [
            d.decision.kinds,
            t.listed(
              kinds.map((kind) => d.decision.kindNames[kind] ?? d.decision.kindUnknown(kind)),
            ),
          ],
          [d.decision.tier, d.decision.tiers[payload.tier]],
          [
            d.decision.points,
            payload.points === undefined ? null : t.steps.pointsOf(payload.points),
          ],
        ]}
      />
      {payload.fine !== undefined && replayed?.range && replayed.band && replayed.tier && (
        <>
          <Sub>{d.decision.where}</Sub>
          <RangeDrawing
            t={t}
            d={d}
            lawful={replayed.range}
            bands={replayed.bands}
            band={replayed.band}
            tier={replayed.tier}
            fine={payload.fine}
          />
          {replayed.tier !== 'mitigate' && (
            <p>
              {d.decision.notLess(t.moneyShort(replayed.band.min), replayed.tier === 'lighten')}
            </p>
          )}
        </>
      )}
      {payload.factors !== undefined && payload.factors.length > 0 && (
        <>
          <Sub>{d.decision.factors}</Sub>
          <Factors t={t} d={d} reading={reading} payload={payload} />
        </>
      )}
      {replayed !== null && (
        <>
          <Sub>{d.decision.how}</Sub>
          <ol class="sentences">
            {sentences(replayed.trace, t.lang === 'en' ? 'en' : 'zh')
              .filter(({ step }) => !TOLD_ELSEWHERE.includes(step))
              .map(({ text }, index) => (
                <li key={index}>{text}</li>
              ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** Factors stand in the table, rights in their own section; the other flags remind officers of their procedure. */
const TOLD_ELSEWHERE: readonly string[] = ['factor', 'flag'];

/** Number of 罚款 in label 13: it has a row of its own. */
const FINE = 3;

/** An invented benchmark is called so wherever its numbers show. */
export function Sample({ d, reading }: { d: DecisionStrings; reading: SectionProps['reading'] }) {
  return reading.verdict.rule?.pack.sample ? <p class="warning">{d.decision.sample}</p> : null;
}

function Factors({
  t,
  d,
  reading,
  payload,
}: {
  t: Strings;
  d: DecisionStrings;
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
            <th scope="col">{d.decision.factor}</th>
            <th scope="col">{d.decision.option}</th>
            <th scope="col" class="number">
              {d.decision.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, choice, points, factor, option }) => (
            <tr key={number} part="factor">
              <th scope="row">
                {factor === undefined ? d.decision.factorUnknown(number) : t.wording(factor.label)}
              </th>
              <td>
                {option === undefined ? d.decision.optionUnknown(choice) : t.wording(option.label)}
                {option !== undefined && option.evidence.length > 0 && (
                  <span class="fine-print">
                    {d.decision.evidence}
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
                {d.decision.total}
              </th>
              <td class="number">{payload.points}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {asked && <p class="fine-print">{d.decision.evidenceNote}</p>}
    </>
  );
}
