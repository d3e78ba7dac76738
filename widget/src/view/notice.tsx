import { Component, createRef } from 'preact';
import type { PartName, Parts } from '../parts.ts';
import type { Held, NoticeState, Reading } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';
import { Aloud } from './aloud.tsx';
import { Entry, type EntryProps } from './entry.tsx';
import { Gate } from './gate.tsx';
import { Limits } from './limits.tsx';
import { Section } from './section.tsx';
import { Steps, summary } from './steps.tsx';

export interface NoticeProps extends EntryProps {
  readonly t: Strings;
  readonly state: NoticeState;
  /** Level of the element's own heading, 1 to 4; sections are one below. */
  readonly level: number;
  /** The four digits are asked for before a proposed penalty shows. */
  readonly gated: boolean;
  /** The page came over https, or from this machine. */
  readonly secure: boolean;
  /** Today in China, `YYYY-MM-DD`. */
  readonly today: string;
  readonly parts: Parts;
  /** The service that takes objections, where the portal names one. */
  readonly held: Held | null;
  /** A part is due. Asking twice is harmless. */
  readonly onNeed: (part: PartName) => void;
  readonly onPrint: (sheet: boolean) => void;
  readonly onSave: () => void;
}

/** The whole page of one code. Pure: everything it shows comes in by its props. */
export function Notice(props: NoticeProps) {
  const { t, state, level } = props;
  const Heading = `h${level}` as 'h2';
  const checking = state.kind === 'checking' || (state.kind === 'read' && state.reading.pending);
  return (
    // Whatever the portal's direction: both languages run from left to right.
    <article lang={t.lang} dir="ltr">
      <Heading class="title">{t.title}</Heading>
      <p class="never-pay" data-section="never-pay" data-lead>
        {t.neverPay}
      </p>
      {!props.secure && <p class="warning">{t.insecure}</p>}
      <p class={checking ? 'busy' : 'announcement'} role="status">
        {checking && t.checking}
        {state.kind === 'read' && !checking && t.announce(summary(t, state.reading))}
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

  /** The part about the decision may come after the reader was led to its heading: the new one takes the place of the old. */
  override getSnapshotBeforeUpdate(): boolean {
    return this.#decision.current?.matches(':focus') === true;
  }

  override componentDidUpdate(_: ToldProps, __: object, led: boolean) {
    if (led) this.#decision.current?.focus();
  }

  override render(props: ToldProps, { opened }: { opened: boolean }) {
    const { t, reading, level, parts, today } = props;
    const { payload, checkCode, replayed } = reading.verdict;
    const proposed = (payload?.documentKind ?? 1) <= 2;
    const locked = props.gated && proposed && !opened;
    const section = { t, reading, level: level + 1 };
    const { decision, detail, rights, outlook, objection, log } = parts;
    const explains = !locked && replayed !== null;
    if (explains) props.onNeed('outlook');
    const { held } = props;
    if (held !== null && !locked) props.onNeed('objection');
    const detailed = held !== null && !locked && payload?.detail !== undefined;
    if (detailed) props.onNeed('detail');
    return (
      <>
        <Aloud t={t} />
        <Steps {...section} locked={locked} />
        {payload !== null && checkCode !== null && (
          <>
            {locked ? (
              <Gate {...section} checkCode={checkCode} onOpen={this.#open} />
            ) : decision ? (
              <decision.DecisionAndLaw {...section} payload={payload} headingRef={this.#decision} />
            ) : (
              <Section
                name="decision"
                heading={t.decision.heading}
                level={section.level}
                headingRef={this.#decision}
              >
                <p>{decision === null ? t.decision.unavailable : t.loading}</p>
              </Section>
            )}
            {detailed && detail && <detail.Detail {...section} {...held} payload={payload} />}
            {rights ? (
              <rights.Rights {...section} payload={payload} locked={locked} today={today}>
                {held && !locked && objection && (
                  <objection.Objection {...section} {...held} payload={payload} today={today} />
                )}
              </rights.Rights>
            ) : (
              <Section name="rights" heading={t.rights.heading} level={section.level}>
                <p>{rights === null ? t.rights.unavailable : t.loading}</p>
              </Section>
            )}
            {explains && outlook && <outlook.Outlook {...section} payload={payload} />}
            {log && reading.log && <log.Log {...section} shown={reading.log} />}
          </>
        )}
        {!reading.pending && <Limits {...section} />}
        {payload === null && <Entry {...section} onEntry={props.onEntry} />}
        <p class="actions">
          <button type="button" onClick={() => props.onPrint(false)}>
            {t.print}
          </button>{' '}
          <button type="button" onClick={() => props.onPrint(true)}>
            {t.sheet}
          </button>{' '}
          <button type="button" onClick={props.onSave}>
            {t.save}
          </button>
        </p>
      </>
    );
  }
}
