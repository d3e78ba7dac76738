import { Component, createRef } from 'preact';
import type { Arriving, NoticeState, Reading, Rights, Words } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';
import { Decision } from './decision.tsx';
import { Entry, type EntryProps } from './entry.tsx';
import { Gate } from './gate.tsx';
import { Law } from './law.tsx';
import { Limits } from './limits.tsx';
import { Objecting } from './objecting.tsx';
import { RightsSection } from './rights.tsx';
import { Section } from './section.tsx';
import { Steps, summary } from './steps.tsx';

export interface NoticeProps extends EntryProps {
  readonly t: Strings;
  readonly state: NoticeState;
  /** Level of the element's own heading, 1 to 5; sections are one below. */
  readonly level: number;
  /** The four digits are asked for before a proposed penalty shows. */
  readonly gated: boolean;
  /** The page came over https, or from this machine. */
  readonly secure: boolean;
  /** Today in China, `YYYY-MM-DD`. */
  readonly today: string;
  readonly words: Arriving<Words>;
  readonly rights: Arriving<Rights>;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** The whole page of one code. Pure: everything it shows comes in by its props. */
export function Notice(props: NoticeProps) {
  const { t, state, level } = props;
  const Heading = `h${level}` as 'h2';
  return (
    <article lang={t.lang}>
      <Heading class="title">{t.title}</Heading>
      <p class="never-pay" data-section="never-pay">
        {t.neverPay}
      </p>
      {!props.secure && <p class="warning">{t.insecure}</p>}
      <p class={state.kind === 'checking' ? 'busy' : 'announcement'} role="status">
        {state.kind === 'checking' && t.checking}
        {state.kind === 'read' && t.announce(summary(t, state.reading))}
      </p>
      {state.kind === 'empty' && (
        <>
          <p>{t.empty}</p>
          <Entry t={t} level={level + 1} onEntry={props.onEntry} />
          <p>{t.otherwise}</p>
          <slot />
        </>
      )}
      {state.kind === 'read' && <Told {...props} reading={state.reading} />}
    </article>
  );
}

type ToldProps = NoticeProps & { readonly reading: Reading };

class Told extends Component<ToldProps, { opened: boolean }> {
  override state = { opened: false };
  readonly #decision = createRef<HTMLHeadingElement>();

  readonly #open = () => {
    this.setState({ opened: true }, () => this.#decision.current?.focus());
  };

  override render(props: ToldProps, { opened }: { opened: boolean }) {
    const { t, reading, level } = props;
    const { payload, checkCode } = reading.verdict;
    const proposed = (payload?.documentKind ?? 1) <= 2;
    const locked = props.gated && proposed && !opened;
    const section = { t, reading, level: level + 1 };
    return (
      <>
        <Steps {...section} locked={locked} />
        {payload !== null && checkCode !== null && (
          <>
            {locked ? (
              <Gate {...section} checkCode={checkCode} onOpen={this.#open} />
            ) : props.words === null || props.words === 'loading' ? (
              <Section
                name="decision"
                heading={t.decision.heading}
                level={section.level}
                headingRef={this.#decision}
              >
                <p>{props.words === null ? t.decision.unavailable : t.loading}</p>
              </Section>
            ) : (
              <>
                <Decision
                  {...section}
                  payload={payload}
                  words={props.words}
                  headingRef={this.#decision}
                />
                <Law {...section} words={props.words} />
              </>
            )}
            <RightsSection
              {...section}
              payload={payload}
              locked={locked}
              rights={props.rights}
              today={props.today}
            />
            {props.rights !== null && props.rights !== 'loading' && (
              <Objecting {...section} r={props.rights.rightsStrings(t.lang)} />
            )}
          </>
        )}
        <Limits {...section} />
        {payload === null && <Entry {...section} onEntry={props.onEntry} />}
        <p class="actions">
          <button type="button" onClick={props.onPrint}>
            {t.print}
          </button>{' '}
          <button type="button" onClick={props.onSave}>
            {t.save}
          </button>
        </p>
      </>
    );
  }
}
