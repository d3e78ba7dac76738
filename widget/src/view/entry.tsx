import { Component, createRef } from 'preact';
import type { Strings } from '../strings/zh.ts';

interface Props {
  readonly t: Strings;
  readonly level: number;
  readonly onText: (text: string) => void;
}

type Trouble = '' | 'reading' | 'noCode' | 'noReader';

/** The second channel: a code typed, pasted, or read from a photo that is chosen or dropped here. */
export class Entry extends Component<Props, { trouble: Trouble }> {
  override state = { trouble: '' as const };
  readonly #field = createRef<HTMLTextAreaElement>();

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const text = this.#field.current?.value.trim() ?? '';
    if (text === '') this.#field.current?.focus();
    else this.props.onText(text);
  };

  readonly #drop = (event: DragEvent) => {
    const picture = event.dataTransfer?.files[0];
    if (picture === undefined) return;
    event.preventDefault();
    void this.#read(picture);
  };

  async #read(picture: Blob | undefined) {
    if (picture === undefined) return;
    this.setState({ trouble: 'reading' });
    const reader = await import('../chunks/scan.ts').catch(() => null);
    if (reader === null) return this.setState({ trouble: 'noReader' });
    const text = await reader.readPicture(picture);
    this.setState({ trouble: text === null ? 'noCode' : '' });
    if (text !== null) this.props.onText(text);
  }

  override render({ t, level }: Props, { trouble }: { trouble: Trouble }) {
    const Heading = `h${level}` as 'h3';
    return (
      <form
        data-entry
        part="entry"
        onSubmit={this.#submit}
        onDrop={this.#drop}
        onDragOver={(event) => event.preventDefault()}
      >
        <Heading>{t.entry.heading}</Heading>
        <label for="code">{t.entry.text}</label>
        <textarea id="code" ref={this.#field} rows={3} autocomplete="off" spellcheck={false} />
        <button type="submit">{t.entry.submit}</button>
        <label for="picture">{t.entry.picture}</label>
        <input
          id="picture"
          type="file"
          accept="image/*"
          onChange={(event) => void this.#read(event.currentTarget.files?.[0])}
        />
        <p class="error" role="status">
          {trouble !== '' && t.entry[trouble]}
        </p>
      </form>
    );
  }
}
