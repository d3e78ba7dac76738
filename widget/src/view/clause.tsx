import type { Citation } from '@chidu/sdk/rules';
import { Component } from 'preact';
import type { ClauseText, ClauseWords } from '../reading.ts';
import type { DecisionStrings } from '../strings/decision-zh.ts';

interface ClauseProps {
  readonly d: DecisionStrings;
  readonly clause: Citation;
  /** First day of the version that the code binds. */
  readonly from: string;
  readonly words: ClauseWords | null;
}

/** The words of a clause as the portal has them. They are the portal's: no signature covers them, and the page says so. */
export class Clause extends Component<ClauseProps, { text: ClauseText | null }> {
  override state = { text: null };

  override componentDidMount() {
    void this.#ask();
  }

  override componentDidUpdate({ words, clause }: ClauseProps) {
    if (words !== this.props.words || clause !== this.props.clause) void this.#ask();
  }

  async #ask() {
    const { words, clause, from } = this.props;
    const text = (await words?.(clause, from).catch(() => null)) ?? null;
    if (clause === this.props.clause) this.setState({ text });
  }

  override render({ d }: ClauseProps, { text }: { text: ClauseText | null }) {
    return text === null ? null : (
      <details data-clause>
        <summary>{d.law.words}</summary>
        <blockquote class="own">{text.words}</blockquote>
        <p class="fine-print">{d.law.wordsFrom(text.source)}</p>
      </details>
    );
  }
}
