import { type Picked, pickedAt } from '../suggest/picked.ts';

/**
 * Lets a person point at a label or value. While it runs, the page gets no click of theirs: pointing at a button must not
 * press it. Escape ends it. It changes no attribute and no style sheet; the mark is an animation of the outline.
 */
export class Picker {
  readonly #document: Document;
  #listening: AbortController | null = null;
  #mark: Animation | null = null;
  #over: Element | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  start(picked: (picked: Picked) => void): void {
    this.stop();
    this.#listening = new AbortController();
    const catching = { capture: true, signal: this.#listening.signal };
    const view = this.#document.defaultView;
    view?.addEventListener('pointermove', ({ target }) => this.#show(target), catching);
    // A script of the page cannot choose for the person.
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
      view?.addEventListener(
        type,
        (event) => {
          if (!event.isTrusted) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          if (type !== 'click' || !(event.target instanceof Element)) return;
          const { target } = event;
          this.stop();
          picked(pickedAt(this.#document, target));
        },
        catching,
      );
    view?.addEventListener(
      'keydown',
      (event) => {
        if (event.isTrusted && event.key === 'Escape') this.stop();
      },
      catching,
    );
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#show(null);
  }

  #show(target: EventTarget | null): void {
    if (target === this.#over) return;
    this.#mark?.cancel();
    this.#over = target instanceof Element ? target : null;
    const frame = { outline: '3px solid #0b4a6f', outlineOffset: '-1px' };
    this.#mark =
      this.#over?.animate([frame, frame], {
        duration: 1000,
        iterations: Number.POSITIVE_INFINITY,
      }) ?? null;
  }
}
