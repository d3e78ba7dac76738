import { Component, createRef } from 'preact';
import { Section, type SectionProps } from './section.tsx';

type Props = SectionProps & { readonly checkCode: string; readonly onOpen: () => void };

/**
 * Before the decision a proposed penalty is not public: whoever only has a photo of the code should not be shown it.
 * No protection against somebody who decodes the code by other means; it keeps the page from telling passers-by.
 */
export class Gate extends Component<Props, { error: '' | 'wrong' | 'malformed' }> {
  override state = { error: '' as const };
  readonly #field = createRef<HTMLInputElement>();

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const digits = (this.#field.current?.value ?? '').normalize('NFKC').replace(/\D/g, '');
    if (digits.length === 4 && this.props.checkCode.endsWith(digits)) return this.props.onOpen();
    this.setState({ error: digits.length === 4 ? 'wrong' : 'malformed' });
    this.#field.current?.focus();
  };

  override render({ t, level }: Props, { error }: { error: '' | 'wrong' | 'malformed' }) {
    return (
      <Section name="gate" heading={t.gate.heading} level={level}>
        <form data-gate onSubmit={this.#submit} noValidate>
          <p>{t.gate.why}</p>
          <label for="digits">{t.gate.label}</label>
          <input
            id="digits"
            ref={this.#field}
            name="digits"
            inputMode="numeric"
            autocomplete="off"
            maxLength={8}
            aria-invalid={error !== ''}
            aria-describedby="digits-error"
          />
          <p class="error" id="digits-error" role="alert">
            {error !== '' && t.gate[error]}
          </p>
          <button type="submit">{t.gate.submit}</button>
        </form>
      </Section>
    );
  }
}
