import { hex } from '@chidu/sdk/text';
import { Component, createRef } from 'preact';
import type { Recipient } from '../chunks/contact.ts';
import { matters } from '../objection/matters.ts';
import type { Draft } from '../objection/outbox.ts';
import {
  type Attachment,
  disputedKey,
  LONGEST_TEXT,
  type ObjectionRequest,
} from '../objection/request.ts';
import type { ObjectionStrings } from '../strings/objection-zh.ts';
import type { ObjectionProps } from './objection.tsx';

type Props = ObjectionProps & {
  readonly o: ObjectionStrings;
  /** What was written here before. */
  readonly draft: Draft | undefined;
  /** Whether the page keeps drafts; null until that was tried. */
  readonly keeps: boolean | null;
  /** The reader turns to the form. */
  readonly onEnter: () => void;
  readonly onWrite: (draft: Draft) => void;
  readonly onDiscard: () => void;
  readonly onSubmit: (request: ObjectionRequest) => Promise<boolean>;
};

type Field = 'about' | 'reasons' | 'contact-name';

interface State {
  readonly chosen: readonly string[];
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly errors: Partial<Record<Field, string>>;
  readonly doing: 'writing' | 'sending' | 'failed';
  /** Where contacts are sealed to; null: not to be had. */
  readonly recipient: Recipient | null | 'unasked';
}

const EMPTY = { chosen: [], text: '', attachments: [], errors: {}, doing: 'writing' } as const;

/** One objection, tied to what it disputes. Kept as a draft while it is written; no account, no picture puzzle. */
export class ObjectionForm extends Component<Props, State> {
  override state: State = {
    ...EMPTY,
    ...(this.props.draft && {
      chosen: this.props.draft.disputed.map(disputedKey),
      text: this.props.draft.text,
      attachments: this.props.draft.attachments,
    }),
    recipient: 'unasked',
  };
  readonly #summary = createRef<HTMLDivElement>();
  readonly #form = createRef<HTMLFormElement>();
  /** At once, not with the next drawing: a second press may come before it. */
  #sending = false;

  #matters() {
    const { t, o, payload, reading } = this.props;
    return matters(t, o, o.cite, payload, reading.verdict.rule).map(
      ([disputed, label]) => [disputedKey(disputed), disputed, label] as const,
    );
  }

  /** What is typed, in the state and in the draft. */
  readonly #write = (change: Partial<Pick<State, 'chosen' | 'text' | 'attachments'>>) => {
    this.setState({ ...change, doing: 'writing' }, () => {
      const { chosen, text, attachments } = this.state;
      const disputed = this.#chosen(chosen);
      this.props.onWrite({ code: this.props.code, disputed, text, attachments });
    });
  };

  readonly #chosen = (chosen: readonly string[]) =>
    this.#matters().flatMap(([key, disputed]) => (chosen.includes(key) ? [disputed] : []));

  /** Only when somebody wants to leave a contact is its recipient asked for. */
  readonly #askRecipient = async () => {
    if (this.state.recipient !== 'unasked') return;
    const { today, reading } = this.props;
    const authority = reading.verdict.payload?.authority ?? reading.issuer?.code;
    const recipient = await import('../chunks/contact.ts')
      .then((part) => part.recipientOf(authority, this.props, today))
      .catch(() => null);
    this.setState({ recipient });
  };

  readonly #choose = async (files: FileList | null) => {
    const attachments = await Promise.all(
      [...(files ?? [])].slice(0, 20).map(async (file) => {
        const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
        const sha256 = hex(new Uint8Array(digest));
        return { sha256, size: file.size, type: file.type || 'application/octet-stream' };
      }),
    );
    this.#write({ attachments });
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { o, code, onSubmit, reading } = this.props;
    if (this.#sending) return;
    const disputed = this.#chosen(this.state.chosen);
    // What the service takes: lines, no other controls.
    const text = this.state.text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .trim();
    const typed = new FormData(this.#form.current as HTMLFormElement);
    const name = String(typed.get('name') ?? '').trim();
    const telephone = String(typed.get('telephone') ?? '').trim();
    const errors: State['errors'] = {
      ...(disputed.length === 0 && { about: o.noneChosen }),
      ...(text === '' && { reasons: o.noText }),
      ...(text.length > LONGEST_TEXT && { reasons: o.longText }),
      ...(telephone !== '' && name === '' && { 'contact-name': o.noName }),
    };
    if (Object.keys(errors).length > 0)
      return this.setState({ errors }, () => this.#summary.current?.focus());
    this.#sending = true;
    this.setState({ errors, doing: 'sending' });
    const { attachments, recipient } = this.state;
    const { codeId } = reading.verdict;
    try {
      const contact =
        name !== '' && typeof recipient === 'object' && recipient !== null && codeId !== null
          ? await (await import('../chunks/contact.ts')).sealContact(
              recipient,
              { name, ...(telephone && { telephone }) },
              codeId,
            )
          : null;
      const taken = await onSubmit({
        format: 'chidu-objection/1',
        code,
        disputed,
        text,
        ...(attachments.length > 0 && { attachments: [...attachments] }),
        ...(contact && { contact }),
      });
      if (taken) this.#form.current?.reset();
      this.setState(taken ? EMPTY : { doing: 'failed' });
    } catch {
      this.setState({ doing: 'failed' });
    }
    this.#sending = false;
  };

  readonly #discard = () => {
    this.props.onDiscard();
    this.#form.current?.reset();
    this.setState(EMPTY);
  };

  readonly #focus = (field: Field) => {
    const { current } = this.#form;
    current?.querySelector<HTMLElement>(`#${field}:not(fieldset), #${field} input`)?.focus();
  };

  #error(field: Field) {
    return (
      <span class="error" id={`${field}-error`}>
        {this.state.errors[field]}
      </span>
    );
  }

  override render({ o, level, keeps, onEnter }: Props, state: State) {
    const { chosen, text, attachments, errors, doing, recipient } = state;
    const Sub = `h${level + 1}` as 'h4';
    const faults = Object.entries(errors) as [Field, string][];
    return (
      <form
        ref={this.#form}
        onSubmit={this.#submit}
        onFocusIn={onEnter}
        noValidate
        part="form"
        data-objecting
      >
        <Sub>{o.heading}</Sub>
        {faults.length > 0 && (
          <div class="warning" role="alert" tabIndex={-1} ref={this.#summary} data-errors>
            <p>{o.errors}</p>
            <ul>
              {faults.map(([field, fault]) => (
                <li key={field}>
                  <button type="button" class="link" onClick={() => this.#focus(field)}>
                    {fault}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <fieldset
          id="about"
          aria-describedby="about-error"
          aria-invalid={errors.about !== undefined}
        >
          <legend>{o.about}</legend>
          {this.#matters().map(([key, , label]) => (
            <label key={key} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                onChange={({ currentTarget }) =>
                  this.#write({
                    chosen: currentTarget.checked
                      ? [...chosen, key]
                      : chosen.filter((each) => each !== key),
                  })
                }
              />
              <span>{label}</span>
            </label>
          ))}
          {this.#error('about')}
        </fieldset>
        <label for="reasons">{o.text}</label>
        <textarea
          id="reasons"
          rows={6}
          value={text}
          aria-invalid={errors.reasons !== undefined}
          aria-describedby="reasons-help reasons-error"
          onInput={({ currentTarget }) => this.#write({ text: currentTarget.value })}
        />
        <span id="reasons-help" class="fine-print">
          {o.textHelp}
        </span>
        {this.#error('reasons')}
        {globalThis.isSecureContext && (
          <>
            <label for="files">{o.files}</label>
            <input
              id="files"
              type="file"
              multiple
              aria-describedby="files-help"
              onChange={({ currentTarget }) => void this.#choose(currentTarget.files)}
            />
            <span id="files-help" class="fine-print">
              {o.filesHelp}
            </span>
            <ul>
              {attachments.map(({ sha256, size }) => (
                <li key={sha256}>
                  {sha256.slice(0, 16)}… · {size}
                </li>
              ))}
            </ul>
          </>
        )}
        <details onToggle={() => void this.#askRecipient()}>
          <summary>{o.contact}</summary>
          <p>{recipient === null ? o.contactClosed : o.contactHelp}</p>
          <label for="contact-name">{o.name}</label>
          <input
            id="contact-name"
            name="name"
            maxLength={60}
            autocomplete="name"
            disabled={typeof recipient === 'string' || recipient === null}
            aria-invalid={errors['contact-name'] !== undefined}
            aria-describedby="contact-name-error"
          />
          {this.#error('contact-name')}
          <label for="telephone">{o.telephone}</label>
          <input
            id="telephone"
            name="telephone"
            type="tel"
            maxLength={40}
            autocomplete="tel"
            disabled={typeof recipient === 'string' || recipient === null}
          />
        </details>
        <p>
          <button type="submit" aria-disabled={doing === 'sending'}>
            {doing === 'sending' ? o.sending : o.submit}
          </button>{' '}
          {keeps && (
            <button type="button" onClick={this.#discard}>
              {o.discard}
            </button>
          )}
        </p>
        <p role="status">
          {doing === 'failed'
            ? o.failed
            : keeps === false
              ? o.cannotKeep
              : keeps && text !== '' && o.draftKept}
        </p>
      </form>
    );
  }
}
