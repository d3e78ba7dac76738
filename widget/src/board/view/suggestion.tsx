import { Component } from 'preact';
import type { BoardStrings } from '../strings/zh.ts';

interface Props {
  readonly t: BoardStrings;
  /** Where it is handed in. */
  readonly address: string;
  readonly level: number;
}

type State =
  | { readonly kind: 'writing'; readonly why: 'empty' | 'failed' | null }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent'; readonly number: string | null };

const MOST = 2_000;
/** A number that the receiver gives, if its answer is a short text. */
const LONGEST_NUMBER = 80;

/** 意见箱: what somebody of the public thinks, handed in at one address and kept nowhere on the way. */
export class Suggestion extends Component<Props, State> {
  constructor(props: Props) {
    super(props);
    this.state = { kind: 'writing', why: null };
  }

  async #send(form: HTMLFormElement) {
    const given = new FormData(form);
    const text = String(given.get('text') ?? '').trim();
    const contact = String(given.get('contact') ?? '').trim();
    if (text === '') {
      this.setState({ kind: 'writing', why: 'empty' });
      form.querySelector('textarea')?.focus();
      return;
    }
    this.setState({ kind: 'sending' });
    try {
      const response = await fetch(new URL(this.props.address, document.baseURI), {
        method: 'POST',
        body: new URLSearchParams({ text, ...(contact !== '' && { contact }) }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      if (!response.ok) throw new Error(`${response.status}`);
      const answer = response.headers.get('content-type')?.startsWith('text/plain')
        ? (await response.text()).trim()
        : '';
      const number = answer !== '' && answer.length <= LONGEST_NUMBER ? answer : null;
      this.setState({ kind: 'sent', number });
    } catch {
      this.setState({ kind: 'writing', why: 'failed' });
    }
  }

  override render({ t, address, level }: Props, state: State) {
    const s = t.suggestion;
    const Heading = `h${level}` as 'h3';
    const { host } = new URL(address, document.baseURI);
    return (
      <section class="card suggestion" aria-labelledby="suggestion-title">
        <Heading class="heading" id="suggestion-title">
          {s.title}
        </Heading>
        {state.kind === 'sent' ? (
          <div role="status">
            <p>
              <strong>{s.sent}</strong> {state.number !== null && s.number(state.number)}
            </p>
            <button type="button" onClick={() => this.setState({ kind: 'writing', why: null })}>
              {s.again}
            </button>
          </div>
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void this.#send(event.currentTarget);
            }}
          >
            <p>{s.lead(host)}</p>
            <p class="note">{s.limits}</p>
            <label>
              {s.text}
              <textarea
                name="text"
                rows={5}
                maxLength={MOST}
                required
                {...(state.kind === 'writing' &&
                  state.why === 'empty' && {
                    'aria-invalid': true,
                    'aria-describedby': 'suggestion-fault',
                  })}
              />
            </label>
            <label>
              {s.contact}
              <input name="contact" type="text" autocomplete="email" maxLength={100} />
            </label>
            {state.kind === 'writing' && state.why !== null && (
              <p class="warning" role="alert" id="suggestion-fault">
                {s[state.why]}
              </p>
            )}
            <button type="submit" disabled={state.kind === 'sending'}>
              {state.kind === 'sending' ? s.sending : s.send}
            </button>
          </form>
        )}
      </section>
    );
  }
}
