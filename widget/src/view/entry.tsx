import { Component, createRef } from 'preact';
import type { Trouble } from '../reading.ts';
import type { Strings } from '../strings/zh.ts';

export interface EntryProps {
  /** What was typed, or a file; answers why it is of no use, if it is of none. */
  readonly onEntry: (entry: string | File) => Promise<Trouble | null>;
}

type Props = EntryProps & { readonly t: Strings; readonly level: number };
interface State {
  readonly trouble: Trouble | 'reading' | null;
}

/** The second channel: what stands on the paper, a code, a photo or an evidence file. */
export class Entry extends Component<Props, State> {
  override state: State = { trouble: null };
  readonly #field = createRef<HTMLTextAreaElement>();

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.#enter(this.#field.current?.value);
  };

  readonly #drop = (event: DragEvent) => {
    event.preventDefault();
    void this.#enter(event.dataTransfer?.files[0]);
  };

  async #enter(entry: string | File | undefined) {
    if (!entry) return;
    this.setState({ trouble: 'reading' });
    this.setState({ trouble: await this.props.onEntry(entry) });
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
          onChange={(event) => void this.#enter(event.currentTarget.files?.[0])}
        />
        <p class="error" role="status">
          {trouble !== null && t.entry[trouble]}
        </p>
      </form>
    );
  }
}
