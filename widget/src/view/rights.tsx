import type { CodePayload } from '@chidu/sdk/codes';
import { dayOfNumber } from '@chidu/sdk/text';
import { Component } from 'preact';
import type { Right } from '../chunks/rights.ts';
import type { Arriving, Rights } from '../reading.ts';
import type { RightsStrings } from '../strings/rights-zh.ts';
import type { Strings } from '../strings/zh.ts';
import { Channels, channelsFor } from './channels.tsx';
import { Section, type SectionProps } from './section.tsx';

type Props = SectionProps & {
  readonly payload: CodePayload;
  readonly locked: boolean;
  readonly rights: Arriving<Rights>;
  readonly today: string;
};

/** What the party can do and until when, counted from the day of service that the reader enters. */
export function RightsSection(props: Props) {
  const { t, level, rights } = props;
  return (
    <Section name="rights" heading={t.rights.heading} level={level}>
      {rights === null ? (
        <p class="warning">{t.rights.unavailable}</p>
      ) : rights === 'loading' ? (
        <p>{t.loading}</p>
      ) : (
        <Told {...props} rights={rights} />
      )}
      <p class="warning">{t.rights.clocks}</p>
    </Section>
  );
}

type ToldProps = Props & { readonly rights: Rights };

class Told extends Component<ToldProps, { served: string }> {
  override state = { served: '' };

  override render(props: ToldProps, { served }: { served: string }) {
    const { t, rights, payload, reading, today } = props;
    const r = rights.rightsStrings(t.lang);
    const { now, remedies, ways } = rights.rightsHere(payload, reading.verdict.rule);
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
      <>
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
      </>
    );
  }
}

function Item(props: ToldProps & { readonly right: Right; readonly served: string }) {
  const { t, rights, right, served, payload, reading, locked, today } = props;
  const r = rights.rightsStrings(t.lang);
  const { period, starts } = right;
  const text = r.texts[period.id];
  return (
    <>
      <p>
        <strong>{t.wording(period.label)}</strong>
        <span class="period">{r.length(period.unit, period.length)}</span>
        <span class="fine-print">{r.starts[starts]}</span>
      </p>
      {served !== '' && starts === 'service' && (
        <p class="last-day" role="status">
          {lastDay(t, r, rights.lastDay(period, served), today)}
        </p>
      )}
      {period.id === 'hearing-request' && (
        <p>
          {locked ? r.hearing.locked : r.hearing[rights.hearingRight(payload)]}
          {r.hearing.local}
        </p>
      )}
      {text !== undefined && <p>{text}</p>}
      <Channels t={t} channels={channelsFor(reading, right.channel)} />
      <p class="fine-print">{r.basis(t.listed(period.cite.map(r.cite)))}</p>
    </>
  );
}

function lastDay(
  t: Strings,
  r: RightsStrings,
  due: ReturnType<Rights['lastDay']>,
  today: string,
): string {
  if (due.state === 'unknown-year') return r.yearUnknown(due.year, t.day(due.bound));
  // No stops are handed in, so no clock stands still.
  if (due.state === 'stopped') return '';
  return (due.day < today ? r.past : r.until)(t.day(due.day));
}
