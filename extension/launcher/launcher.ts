import { freeCorner, type Spot } from './free-corner.ts';

/** What the launcher says; the words come from the background script, which knows the language. */
export interface LauncherState {
  readonly state: 'recognised' | 'attention';
  readonly label: string;
  readonly close: string;
}

/** Shown for less than this it cannot have been meant. */
const SEEN_MS = 500;
/** A pointer that moves less is a click. */
const DRAG_PX = 5;
const STEP_PX = 24;

/**
 * The small button on a case page. It can only ask for the panel to be opened: nothing of legal weight ever happens
 * inside a page, which could cover, move or fake it. It stands where no control of the page is, and can be dragged or
 * moved by the arrow keys.
 */
export class Launcher {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #close: HTMLButtonElement;
  readonly #sheet = new CSSStyleSheet();
  readonly #listening = new AbortController();
  readonly #since = performance.now();
  #moved = false;
  #dragged = false;
  #spot: Spot = { right: 12, bottom: 12 };

  constructor(document: Document, open: () => void) {
    this.#document = document;
    this.#host = document.createElement('chidu-launcher');
    const root = this.#host.attachShadow({ mode: 'closed' });
    this.#sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [this.#sheet];
    this.#button = document.createElement('button');
    this.#close = document.createElement('button');
    this.#close.className = 'close';
    this.#close.textContent = '×';
    // A click made by a script of the page is not trusted, one on a covered or transparent button was not meant for us.
    this.#button.addEventListener('click', (event) => {
      if (event.isTrusted && !this.#dragged && this.#isSeen()) open();
      this.#dragged = false;
    });
    this.#close.addEventListener('click', (event) => event.isTrusted && this.remove());
    this.#button.addEventListener('pointerdown', (event) => event.isTrusted && this.#drag(event));
    this.#button.addEventListener('keydown', (event) => event.isTrusted && this.#step(event));
    root.append(this.#button, this.#close);
    // On the root element: a frameset document has no body that could show it.
    document.documentElement.append(this.#host);
    const quietly = { passive: true, signal: this.#listening.signal };
    document.defaultView?.addEventListener('resize', () => this.#settle(), quietly);
    document.addEventListener('scrollend', () => this.#settle(), { ...quietly, capture: true });
  }

  show({ state, label, close }: LauncherState): void {
    this.#button.textContent = label;
    this.#button.dataset.state = state;
    this.#close.setAttribute('aria-label', close);
    this.#settle();
  }

  remove(): void {
    this.#listening.abort();
    this.#host.remove();
  }

  /** Away from the controls of the page, unless a person chose the place. */
  #settle(): void {
    if (!this.#moved) this.#place(freeCorner(this.#document, this.#host));
  }

  #place(spot: Spot): void {
    const { width, height } = this.#host.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.#document.defaultView ?? globalThis;
    const inside = (value: number, most: number): number => Math.max(0, Math.min(value, most));
    this.#spot = {
      right: inside(spot.right, innerWidth - width),
      bottom: inside(spot.bottom, innerHeight - height),
    };
    // In our own sheet: the page cannot outdo it, and the host keeps no attribute.
    const [rule] = this.#sheet.cssRules;
    const style = (rule as CSSStyleRule | undefined)?.style;
    style?.setProperty('right', `${this.#spot.right}px`, 'important');
    style?.setProperty('bottom', `${this.#spot.bottom}px`, 'important');
  }

  #drag(start: PointerEvent): void {
    const from = this.#spot;
    this.#dragged = false;
    const moving = new AbortController();
    const options = { signal: moving.signal };
    this.#button.setPointerCapture(start.pointerId);
    this.#button.addEventListener(
      'pointermove',
      (event) => {
        const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
        if (!this.#dragged && Math.hypot(x, y) < DRAG_PX) return;
        this.#dragged = this.#moved = true;
        this.#place({ right: from.right - x, bottom: from.bottom - y });
      },
      options,
    );
    for (const end of ['pointerup', 'pointercancel'])
      this.#button.addEventListener(end, () => moving.abort(), options);
  }

  #step(event: KeyboardEvent): void {
    const steps: Record<string, Spot> = {
      ArrowLeft: { right: STEP_PX, bottom: 0 },
      ArrowRight: { right: -STEP_PX, bottom: 0 },
      ArrowUp: { right: 0, bottom: STEP_PX },
      ArrowDown: { right: 0, bottom: -STEP_PX },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.#moved = true;
    this.#place({
      right: this.#spot.right + step.right,
      bottom: this.#spot.bottom + step.bottom,
    });
  }

  /** On screen for a while, opaque, and on top at its middle. */
  #isSeen(): boolean {
    if (performance.now() - this.#since < SEEN_MS) return false;
    const { left, top, width, height } = this.#button.getBoundingClientRect();
    const hit = this.#document.elementFromPoint(left + width / 2, top + height / 2);
    const root = this.#document.documentElement;
    const opaque = [root, this.#host].every(
      (element) => Number(getComputedStyle(element).opacity) > 0.6,
    );
    return hit === this.#host && opaque;
  }
}

const STYLE = `
:host { all: initial !important; position: fixed !important; right: 12px !important; bottom: 12px !important;
  z-index: 2147483647 !important; display: flex !important; font: 13px/1 system-ui, "Microsoft YaHei", sans-serif !important; }
@media print { :host { display: none !important; } }
button { font: inherit; border: 1px solid #0b4a6f; background: #fff; color: #0b4a6f; height: 28px; padding: 0 10px;
  border-radius: 4px 0 0 4px; cursor: pointer; box-shadow: 0 1px 4px #0004; touch-action: none; }
button.close { border-left: 0; border-radius: 0 4px 4px 0; padding: 0 8px; }
button:hover { background: #e8f1f6; }
button:focus-visible { outline: 3px solid #f0a000; outline-offset: 1px; }
button[data-state=attention] { border-left: 4px solid #b35900; }
@media (prefers-color-scheme: dark) { button { background: #10222d; color: #cfe6f3; border-color: #5ca7d1; }
  button:hover { background: #1b3545; } }
`;
