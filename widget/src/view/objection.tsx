import type { CodePayload } from '@chidu/sdk/codes';
import { Component } from 'preact';
import type { Draft, Outbox, Sent } from '../objection/outbox.ts';
import { type CodeView, type ObjectionRequest, STORE } from '../objection/request.ts';
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
  /** What was kept here before, for the form to begin with; `unread` until that is known. */
  readonly draft: Draft | undefined | 'unread';
  /** Whether the page may keep drafts and objections; null until that was tried. */
  readonly keeps: boolean | null;
  readonly sent: readonly Sent[];
  readonly asked: CodeView | 'asking' | 'unreachable' | null;
}

/** A service that was busy is asked again while the page is open. */
const RETRY_MS = 20_000;

/** Whether this browser has kept anything for this site; where it will not tell, the outbox has to be asked. */
async function anythingKept(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === STORE);
  } catch {
    return true;
  }
}

/** Objecting on the page: what was handed in before and what became of it, and the form for another. */
export class Objection extends Component<Props, State> {
  override state: State = { draft: 'unread', keeps: null, sent: [], asked: null };
  readonly #listening = new AbortController();
  #again: ReturnType<typeof setTimeout> | undefined;
  #outbox: Promise<Outbox | null> | undefined;

  override componentDidMount() {
    addEventListener('online', () => void this.#flush(), { signal: this.#listening.signal });
    void this.#begin();
  }

  override componentWillUnmount() {
    this.#listening.abort();
    clearTimeout(this.#again);
    void this.#outbox?.then((outbox) => outbox?.close());
  }

  /** Who has kept nothing here is shown the form at once; the outbox comes when the reader turns to it. */
  async #begin() {
    const kept = await anythingKept();
    const outbox = kept ? await this.#open() : null;
    const draft = await outbox?.draft(this.props.code).catch(() => undefined);
    if (this.#listening.signal.aborted) return;
    this.setState({ draft });
    if (kept) void this.#flush();
  }

  /** The outbox, or null where the page may keep nothing. What the network kept from coming may be asked for again. */
  readonly #open = (): Promise<Outbox | null> => {
    this.#outbox ??= import('../chunks/outbox.ts')
      .then((part) => part.openOutbox(this.props.load, this.props.now))
      .then(
        (outbox) => {
          this.setState({ keeps: true });
          return outbox;
        },
        () => {
          this.#outbox = undefined;
          this.setState({ keeps: false });
          return null;
        },
      );
    return this.#outbox;
  };

  /** Sends what waits, and shows what is known of each. */
  async #flush() {
    const outbox = await this.#outbox;
    if (!outbox) return;
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
      if (this.#listening.signal.aborted) return;
      this.#outbox = Promise.resolve(null);
      this.setState({ keeps: false });
    }
  }

  readonly #keep = async (draft: Draft) => (await this.#open())?.keep(draft);
  readonly #discard = async () => (await this.#open())?.discard(this.props.code);

  /** Answers whether it was taken: kept here to be sent, or, where nothing can be kept, received over there. */
  readonly #submit = async (request: ObjectionRequest): Promise<boolean> => {
    const { service, load, now } = this.props;
    const outbox = await this.#open();
    if (outbox !== null) {
      await outbox.add(service, request);
      await this.#flush();
      return true;
    }
    const { createClient } = await import('../chunks/outbox.ts');
    const called = await createClient({ base: service, fetch: load }).object({ body: request });
    if (!called.ok) return false;
    const { code } = request;
    const at = now().toISOString();
    const { answer: receipt } = called;
    const sent = { key: receipt.number, code, service, request, at, refused: null, receipt };
    this.setState({ sent: [...this.state.sent, sent] });
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

  override render(props: Props, { draft, keeps, sent, asked }: State) {
    return (
      <div data-objection>
        <ObjectionList {...props} sent={sent} asked={asked} onAsk={this.#ask} />
        {draft !== 'unread' && (
          <ObjectionForm
            {...props}
            draft={draft}
            keeps={keeps}
            onEnter={this.#open}
            onWrite={this.#keep}
            onDiscard={this.#discard}
            onSubmit={this.#submit}
          />
        )}
      </div>
    );
  }
}
