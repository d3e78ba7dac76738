import { Component, createRef } from 'preact';
import type { Strings } from '../strings/zh.ts';

type State = { readonly doing: 'nothing' | 'reading' | 'copied' | 'silent' };

/**
 * 读给我听: the sentence that leads each part, one after the other, aloud or copied. What is read is what stands on the page
 * at that moment, so nothing is said that a gate still hides. The browser's own voice, and only when asked.
 */
export class Aloud extends Component<{ readonly t: Strings }, State> {
  override state: State = { doing: 'nothing' };
  readonly #place = createRef<HTMLDivElement>();
  #stop: (() => void) | null = null;

  #sentences(): string[] {
    const article = this.#place.current?.closest('article');
    return [...(article?.querySelectorAll('[data-lead]') ?? [])].map(
      ({ textContent }) => textContent ?? '',
    );
  }

  readonly #read = async () => {
    if (this.#stop !== null) return this.#stop();
    const { speak } = await import('../chunks/aloud.ts');
    const done = () => {
      this.#stop = null;
      this.setState({ doing: 'nothing' });
    };
    this.#stop = speak(this.#sentences(), this.props.t.lang, done);
    this.setState({ doing: this.#stop === null ? 'silent' : 'reading' });
  };

  readonly #copy = async () => {
    const { copy } = await import('../chunks/aloud.ts');
    const copied = await copy(this.#sentences().join('\n'));
    this.setState({ doing: copied ? 'copied' : 'nothing' });
  };

  override componentWillUnmount() {
    this.#stop?.();
  }

  override render({ t }: { readonly t: Strings }, { doing }: State) {
    return (
      <div class="actions" part="aloud" data-aloud ref={this.#place}>
        <button type="button" onClick={() => void this.#read()}>
          {doing === 'reading' ? t.aloud.stop : t.aloud.read}
        </button>{' '}
        <button type="button" onClick={() => void this.#copy()}>
          {t.aloud.copy}
        </button>
        <span role="status">
          {doing === 'copied' ? t.aloud.copied : doing === 'silent' ? t.aloud.silent : ''}
        </span>
      </div>
    );
  }
}
