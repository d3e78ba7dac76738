import { readDay } from '@chidu/sdk/text';
import { Component, createRef } from 'preact';
import type { BoardStrings } from '../strings/zh.ts';

interface Props {
  readonly t: BoardStrings;
  readonly name: string;
  readonly label: string;
  /** `YYYY-MM-DD`; null where none is chosen. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

/**
 * A date as people here write it. The browser's own field follows the language of the browser and would show 10/01/2026 to a
 * reader of Chinese; its calendar is still there to choose from.
 */
export class DayField extends Component<Props, { readonly wrong: string | null }> {
  readonly #calendar = createRef<HTMLInputElement>();

  constructor(props: Props) {
    super(props);
    this.state = { wrong: null };
  }

  #take(text: string) {
    const read = text.trim() === '' ? null : readDay(text);
    if (read !== null && !read.ok) {
      this.setState({ wrong: text });
      return;
    }
    this.setState({ wrong: null });
    const day = read === null ? null : read.day;
    if (day !== this.props.day) this.props.onDay(day);
  }

  override render({ t, name, label, day }: Props, { wrong }: DayField['state']) {
    const fault = `${name}-fault`;
    return (
      <span class="day">
        <label>
          <span>{label}</span>
          <input
            type="text"
            name={name}
            value={wrong ?? (day === null ? '' : t.day(day))}
            placeholder={t.dayForm}
            autocomplete="off"
            onChange={({ currentTarget }) => this.#take(currentTarget.value)}
            {...(wrong !== null && { 'aria-invalid': true, 'aria-describedby': fault })}
          />
        </label>
        <button
          type="button"
          aria-label={t.pickDay(label)}
          title={t.pickDay(label)}
          onClick={() => this.#calendar.current?.showPicker?.()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 1h1v2h6V1h1v2h3v12H1V3h3Zm-2 6v7h12V7Z" />
          </svg>
        </button>
        <input
          class="calendar"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          ref={this.#calendar}
          value={day ?? ''}
          onChange={({ currentTarget }) => this.#take(currentTarget.value)}
        />
        {wrong !== null && (
          <span class="fault" id={fault} role="alert">
            {t.notADay(wrong)}
          </span>
        )}
      </span>
    );
  }
}
