import type { CodePayload } from '@chidu/sdk/codes';
import { Component } from 'preact';
import type { Outbox, Sent } from '../objection/outbox.ts';
import { type CodeView, contentKey, type ObjectionRequest } from '../objection/request.ts';
import type { Held } from '../reading.ts';
import type { ObjectionStrings } from '../strings/objection-zh.ts';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import type { SectionProps } from './section.tsx';

export interface ObjectionProps extends SectionProps, Held {
  readonly payload: CodePayload;
  readonly today: string;
}

type Props = ObjectionProps & { readonly o: ObjectionStrings };

interface State {
  /** `null` where the page may keep nothing. */
  readonly outbox: Outbox | null | 'opening';
  readonly sent: readonly Sent[];
  readonly asked: CodeView | 'nothing' | 'asking' | 'unreachable';
}

/** A service that was busy is asked again while the page is open. */
const RETRY_MS = 20_000;

/** Objecting on the page: what was handed in before and what became of it, and the form for another. */
export class Objection extends Component<Props, State> {
  override state: State = { outbox: 'opening', sent: [], asked: 'nothing' };
  readonly #listening = new AbortController();
  #again: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount() {
    addEventListener('online', () => void this.#flush(), { signal: this.#listening.signal });
    void this.#open();
  }

  override componentWillUnmount() {
    this.#listening.abort();
    clearTimeout(this.#again);
    const { outbox } = this.state;
    if (outbox !== 'opening') outbox?.close();
  }

  async #open() {
    const { load, now } = this.props;
    const outbox = await import('../chunks/outbox.ts')
      .then((part) => part.openOutbox(load, now))
      .catch(() => null);
    if (this.#listening.signal.aborted) return outbox?.close();
    this.setState({ outbox }, () => void this.#flush());
  }

  /** Sends what waits, and shows what is known of each. */
  async #flush() {
    const { outbox } = this.state;
    if (outbox === 'opening' || outbox === null) return;
    try {
      this.setState({ sent: await outbox.of(this.props.code) });
      await outbox.flush();
      const sent = await outbox.of(this.props.code);
      this.setState({ sent });
      clearTimeout(this.#again);
      if (sent.some(({ receipt, refused }) => !receipt && !refused))
        this.#again = setTimeout(() => void this.#flush(), RETRY_MS);
    } catch {
      // The store was closed: by this page on its way out, or for a newer version in another tab.
      if (!this.#listening.signal.aborted) this.setState({ outbox: null });
    }
  }

  /** Answers whether it was taken: kept here to be sent, or, where nothing can be kept, received over there. */
  readonly #submit = async (request: ObjectionRequest): Promise<boolean> => {
    const { service, load, now } = this.props;
    const { outbox } = this.state;
    if (outbox !== null && outbox !== 'opening') {
      await outbox.add(service, request);
      await this.#flush();
      return true;
    }
    const { createClient } = await import('../chunks/outbox.ts');
    const called = await createClient({ base: service, fetch: load }).object({ body: request });
    if (!called.ok) return false;
    const { code } = request;
    const at = now().toISOString();
    const sent = { key: contentKey(request), code, service, request, at, refused: null };
    this.setState({ sent: [...this.state.sent, { ...sent, receipt: called.answer }] });
    return true;
  };

  readonly #ask = async () => {
    const { service, load, code } = this.props;
    const numbers = this.state.sent.flatMap(({ receipt }) => receipt?.number ?? []);
    this.setState({ asked: 'asking' });
    const part = await import('../chunks/outbox.ts').catch(() => null);
    const called = await part
      ?.createClient({ base: service, fetch: load })
      .viewCode({ body: { code, ...(numbers.length > 0 && { numbers: numbers.slice(-100) }) } });
    this.setState({ asked: called?.ok ? called.answer : 'unreachable' });
  };

  override render(props: Props, { outbox, sent, asked }: State) {
    return (
      <div data-objection>
        <ObjectionList {...props} sent={sent} asked={asked} onAsk={this.#ask} />
        {outbox !== 'opening' && (
          <ObjectionForm {...props} drafts={outbox} onSubmit={this.#submit} />
        )}
      </div>
    );
  }
}
