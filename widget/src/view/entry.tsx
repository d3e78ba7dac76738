import { Component, createRef } from 'preact';
import type { Trouble } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';

export interface EntryProps {
  /** A code or an address that holds one. */
  readonly onText: (text: string) => void;
  /** A photo or an evidence file; answers why it is of no use, if it is of none. */
  readonly onFile: (file: File) => Promise<Trouble | null>;
}

type Props = EntryProps & { readonly t: Strings; readonly level: number };
interface State {
  readonly trouble: Trouble | 'reading' | null;
}

/** The second channel: a code typed or pasted, or a photo or an evidence file that is chosen or dropped here. */
export class Entry extends Component<Props, State> {
  override state: State = { trouble: null };
  readonly #field = createRef<HTMLTextAreaElement>();

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const text = this.#field.current?.value.trim() ?? '';
    if (text === '') this.#field.current?.focus();
    else this.props.onText(text);
  };

  readonly #drop = (event: DragEvent) => {
    event.preventDefault();
    void this.#read(event.dataTransfer?.files[0]);
  };

  async #read(file: File | undefined) {
    if (file === undefined) return;
    this.setState({ trouble: 'reading' });
    this.setState({ trouble: await this.props.onFile(file) });
  }

  override render({ t, level }: Props, { trouble }: State) {
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
        <label for="file">{t.entry.file}</label>
        <input
          id="file"
          type="file"
          accept="image/*,.json"
          onChange={(event) => void this.#read(event.currentTarget.files?.[0])}
        />
        <p class="error" role="status">
          {trouble !== null && t.entry[trouble]}
        </p>
      </form>
    );
  }
}
