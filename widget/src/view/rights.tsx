import type { CodePayload } from '@chidu/sdk/codes';
import { dayOfNumber } from '@chidu/sdk/text';
import { Component } from 'preact';
import { hearingRight } from '../hearing-right.ts';
import { lastDay, type Right, rightsHere } from '../rights-here.ts';
import type { RightsStrings } from '../strings/rights-zh.ts';
import type { Strings } from '../strings/zh.ts';
import { Channels, channelsFor } from './channels.tsx';
import { Lead, Section, type SectionProps } from './section.tsx';

export interface RightsProps extends SectionProps {
  readonly payload: CodePayload;
  readonly locked: boolean;
  /** Today in China, `YYYY-MM-DD`. */
  readonly today: string;
}

type Props = RightsProps & { readonly r: RightsStrings };

/** What the party can do and until when, counted from the day of service that the reader enters. */
export class RightsSection extends Component<Props, { served: string }> {
  override state = { served: '' };

  override render(props: Props, { served }: { served: string }) {
    const { t, r, payload, reading, level, today } = props;
    const { now, remedies, ways } = rightsHere(payload, reading.verdict.rule);
    const proposed = (payload.documentKind ?? 1) <= 2;
    const items = (list: readonly Right[]) => (
      <ul class="rights">
        {list.map((right) => (
          <li key={right.period.id} data-right={right.period.id}>
            <Item {...props} right={right} served={served} />
          </li>
        ))}
      </ul>
    );
    return (
      <Section name="rights" heading={t.rights.heading} level={level}>
        <Lead>
          {r.lead(
            [...now, ...remedies.filter(({ starts }) => starts !== 'reconsideration')].map(
              (right) =>
                r.inShort(
                  right.period.id === 'hearing-request' && !offersHearing(props)
                    ? r.perhaps(t.wording(right.period.label))
                    : t.wording(right.period.label),
                  r.length(right.period.unit, right.period.length),
                  right.starts,
                  served === '' || right.starts !== 'service'
                    ? null
                    : lastDayText(t, r, lastDay(right.period, served), today),
                ),
            ),
          )}
        </Lead>
        {payload.replyBy !== undefined && (
          <p>
            <strong>{r.replyBy(t.day(dayOfNumber(payload.replyBy)))}</strong>
          </p>
        )}
        <p class="field">
          <label for="served">{r.serviceLabel}</label>
          <input
            id="served"
            type="date"
            max={today}
            aria-describedby="served-help"
            value={served}
            onInput={(event) => this.setState({ served: event.currentTarget.value })}
          />
          <span id="served-help" class="fine-print">
            {r.serviceHelp}
          </span>
        </p>
        {now.length > 0 && items(now)}
        {ways === null ? (
          <p class="warning">{r.unknownWays}</p>
        ) : (
          <>
            <p>{proposed ? r.before : r.after}</p>
            {items(remedies)}
            <ul>
              {ways.map((way) => (
                <li key={way.zh}>{t.wording(way)}</li>
              ))}
              <li>{r.where}</li>
            </ul>
          </>
        )}
        <p class="fine-print">{r.counting}</p>
        <p class="warning">{r.clocks}</p>
        <p>{r.advice}</p>
      </Section>
    );
  }
}

function Item(props: Props & { readonly right: Right; readonly served: string }) {
  const { t, r, right, served, payload, reading, locked, today } = props;
  const { period, starts } = right;
  const due = served !== '' && starts === 'service' ? lastDay(period, served) : null;
  const late = due?.state === 'day' && due.day < today;
  const text = (late ? r.late : r.texts)[period.id] ?? r.texts[period.id];
  return (
    <>
      <p>
        <strong>{t.wording(period.label)}</strong>
        <span class="period">{r.length(period.unit, period.length)}</span>
        <span class="fine-print">{r.starts[starts]}</span>
      </p>
      {due && (
        <p class="last-day" role="status">
          {lastDayText(t, r, due, today)}
        </p>
      )}
      {period.id === 'hearing-request' && (
        <p>
          {locked ? r.hearing.locked : r.hearing[hearingRight(payload)]}
          {r.hearing.local}
        </p>
      )}
      {text !== undefined && <p>{text}</p>}
      <Channels t={t} channels={channelsFor(reading, right.channel)} />
      <p class="fine-print">{r.basis(t.listed(period.cite.map(r.cite)))}</p>
    </>
  );
}

/** Told without a condition: the others have to compare sums that the code does not carry. */
const offersHearing = ({ locked, payload }: Props) =>
  !locked && ['stated', 'kind', 'amount'].includes(hearingRight(payload));

function lastDayText(
  t: Strings,
  r: RightsStrings,
  due: ReturnType<typeof lastDay>,
  today: string,
): string {
  if (due.state === 'unknown-year') return r.yearUnknown(due.year, t.day(due.bound));
  // No stops are handed in, so no clock stands still.
  if (due.state === 'stopped') return '';
  return (due.day < today ? r.past : r.until)(t.day(due.day));
}
