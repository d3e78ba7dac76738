/** What the launcher says; the words come from the background script, which knows the language. */
export interface LauncherState {
  readonly state: 'recognised' | 'attention';
  readonly label: string;
  readonly close: string;
}

/**
 * The small button on a case page. It can only ask for the panel to be opened: nothing of legal weight ever happens
 * inside a page, which could cover, move or fake it.
 */
export class Launcher {
  readonly #host: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #close: HTMLButtonElement;

  constructor(document: Document, open: () => void) {
    this.#host = document.createElement('chidu-launcher');
    const root = this.#host.attachShadow({ mode: 'closed' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    this.#button = document.createElement('button');
    this.#close = document.createElement('button');
    this.#close.className = 'close';
    this.#close.textContent = '×';
    // A click made by a script of the page is not trusted and does nothing.
    this.#button.addEventListener('click', (event) => event.isTrusted && open());
    this.#close.addEventListener('click', (event) => event.isTrusted && this.remove());
    root.append(this.#button, this.#close);
    // On the root element: a frameset document has no body that could show it.
    document.documentElement.append(this.#host);
  }

  show({ state, label, close }: LauncherState): void {
    this.#button.textContent = label;
    this.#button.dataset.state = state;
    this.#close.setAttribute('aria-label', close);
  }

  remove(): void {
    this.#host.remove();
  }
}

const STYLE = `
:host { all: initial !important; position: fixed !important; right: 12px !important; bottom: 12px !important;
  z-index: 2147483647 !important; display: flex !important; font: 13px/1 system-ui, "Microsoft YaHei", sans-serif !important; }
@media print { :host { display: none !important; } }
button { font: inherit; border: 1px solid #0b4a6f; background: #fff; color: #0b4a6f; height: 28px; padding: 0 10px;
  border-radius: 4px 0 0 4px; cursor: pointer; box-shadow: 0 1px 4px #0004; }
button.close { border-left: 0; border-radius: 0 4px 4px 0; padding: 0 8px; }
button:hover { background: #e8f1f6; }
button:focus-visible { outline: 3px solid #f0a000; outline-offset: 1px; }
button[data-state=attention] { border-left: 4px solid #b35900; }
@media (prefers-color-scheme: dark) { button { background: #10222d; color: #cfe6f3; border-color: #5ca7d1; }
  button:hover { background: #1b3545; } }
`;
