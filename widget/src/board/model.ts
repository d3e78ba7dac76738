import type { Issue } from '@chidu/sdk/errors';
import {
  type CaseHistory,
  type Figure,
  Histories,
  isOfMatters,
  loadOrganisation,
  type Matters,
  mattersOf,
  type Organisation,
  type OversightEvent,
} from '@chidu/sdk/oversight';
import {
  ALERT_THRESHOLDS,
  type Alert,
  alertsOf,
  LEVELS,
  loadThresholds,
  RULES,
  shownBy,
  type Thresholds,
} from '@chidu/sdk/oversight/alerts';
import {
  type Board,
  type BoardCase,
  type BoardFilter,
  openBoard,
  selectCases,
} from '@chidu/sdk/oversight/board';
import { type AppraisalFormula, loadFormula } from '@chidu/sdk/oversight/indicators';
import { isEvent } from './is-event.ts';
import { readLines } from './lines.ts';
import {
  type Asked,
  PAGE,
  type Page,
  type ShownCase,
  type ShownFigure,
  type ShownUnit,
  type ViewName,
  type Views,
  withoutIds,
} from './shown.ts';
import { treeOf } from './tree.ts';
import { drawView, type Known, shownCase } from './views.ts';

/** What is shown beside the entries: files of the supervision body, as parsed JSON. */
export interface Papers {
  readonly organisation?: unknown;
  readonly thresholds?: unknown;
  readonly formula?: unknown;
  /** `chidu-statutes/1`: names and articles of violations. */
  readonly statutes?: unknown;
  /** `YYYY-MM-DD`: the day to judge by. */
  readonly today: string;
}

export interface Progress {
  readonly entries: number;
  readonly bytes: number;
  /** Bytes in all; null where the server does not say. */
  readonly total: number | null;
}

export interface Summary {
  readonly entries: number;
  readonly cases: number;
  readonly unread: number;
  /** Lines that were no entries. */
  readonly broken: number;
  /** Of the newest entry; null where there is none. */
  readonly last: string | null;
  readonly violations: readonly {
    readonly id: string;
    readonly name: { readonly zh: string; readonly en: string } | null;
  }[];
  /** False while rules are still being tried on the cases. */
  readonly alerted: boolean;
  /** What is wrong with a file that was handed in; it is left out. */
  readonly issues: readonly Issue[];
}

interface StatuteRow {
  readonly violation: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly to: string | null;
  readonly basis: { readonly law: string; readonly article: number };
  readonly summary?: string;
}

/** Progress is told so often, and no oftener: every word of it makes the page draw. */
const TOLD_MS = 150;

/**
 * Everything the board knows, in a worker where there can be one. It is asked for views and answers plain data. Figures
 * come from `@chidu/sdk/oversight`; here they are only kept, so that the cases behind one can be asked for by its id.
 */
export class BoardModel {
  readonly #histories = new Histories();
  readonly #matterEvents: OversightEvent[] = [];
  #papers: Papers = { today: '' };
  #organisation: Organisation | null = null;
  #thresholds: Thresholds = ALERT_THRESHOLDS;
  #formula: AppraisalFormula | null = null;
  #statutes = new Map<string, StatuteRow>();
  #issues: Issue[] = [];
  #entries = 0;
  #broken = 0;
  #last: string | null = null;
  #cases: readonly CaseHistory[] = [];
  #matters: Matters = { clues: [], supervisions: [], unread: [] };
  #board: Board = openBoard({ cases: [] });
  #alerts: readonly Alert[] = [];
  /** The cases that the alerts were found in; others are read and still to be tried when they differ. */
  #tried: readonly CaseHistory[] | null = null;
  #trying: Promise<void> | null = null;
  #loading: AbortController | null = null;
  /** By id, those of the last views: what can be drilled into. */
  readonly #figures = new Map<string, Figure>();
  #selected: { readonly filter: string; readonly cases: readonly BoardCase[] } | null = null;

  equip(papers: Papers): void {
    this.#papers = papers;
    this.#issues = [];
    this.#organisation = this.#take(papers.organisation, loadOrganisation) ?? null;
    this.#thresholds = this.#take(papers.thresholds, loadThresholds) ?? ALERT_THRESHOLDS;
    this.#formula =
      this.#take(papers.formula, (value) => loadFormula(value, { allowSample: true })) ?? null;
    const rows = (papers.statutes as { statutes?: readonly StatuteRow[] } | undefined)?.statutes;
    const { today } = papers;
    this.#statutes = new Map(
      (rows ?? [])
        .filter(({ from, to }) => from <= today && (to === null || to > today))
        .map((row) => [row.violation, row]),
    );
  }

  /** Entries of an exported log, one JSON object a line, from an address. Answers why it came to nothing, else null. */
  async loadFile(url: string, report: (progress: Progress) => void): Promise<string | null> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const response = await fetch(url, { signal, credentials: 'same-origin' });
      if (!response.ok || response.body === null) return `${response.status}`;
      const length = Number(response.headers.get('content-length'));
      const total = length > 0 && !response.headers.has('content-encoding') ? length : null;
      let told = 0;
      for await (const { lines, bytes } of readLines(response.body)) {
        for (const line of lines) this.#addLine(line);
        if (performance.now() - told < TOLD_MS) continue;
        told = performance.now();
        report({ entries: this.#entries, bytes, total });
      }
      return null;
    } catch {
      return signal.aborted ? 'cancelled' : 'unreachable';
    }
  }

  cancel(): void {
    this.#loading?.abort();
  }

  add(events: readonly OversightEvent[]): void {
    for (const event of events) this.#add(event);
  }

  /** Puts the board together from what was added; alerts are tried anew by `raise`. */
  read(): Summary {
    const read = this.#histories.read();
    this.#matters = mattersOf(this.#matterEvents);
    this.#cases = read.cases;
    const unread = this.#matters.unread.filter(({ why }) => why !== 'withheld');
    this.#unread = [...read.unread, ...unread];
    this.#assemble();
    return this.summary();
  }
  #unread: Board['unread'] = [];

  /**
   * Settles when every rule was tried on what `read` last put together, or on more. Entries that come while rules are
   * tried stop nothing: the round is finished, and one more begun for all who wait.
   */
  async raise(): Promise<Summary> {
    await this.#trying;
    if (this.#tried !== this.#cases) {
      this.#trying ??= this.#tryRules().finally(() => {
        this.#trying = null;
      });
      await this.#trying;
    }
    return this.summary();
  }

  /** One rule after the other, so that questions are answered between them. */
  async #tryRules(): Promise<void> {
    const cases = this.#cases;
    const { today } = this.#papers;
    const options = { today, thresholds: this.#thresholds, shown: shownBy(cases) };
    const raised: Alert[] = [];
    for (const rule of RULES) {
      raised.push(...alertsOf(cases, { ...options, rules: [rule] }));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.#alerts = raised.sort(
      (a, b) =>
        LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (a.id < b.id ? -1 : 1),
    );
    this.#tried = cases;
    this.#assemble();
  }

  summary(): Summary {
    const violations = new Set(this.#board.cases.flatMap(({ violation }) => violation ?? []));
    return {
      entries: this.#entries,
      cases: this.#board.cases.length,
      unread: this.#unread.length,
      broken: this.#broken,
      last: this.#last,
      violations: [...violations]
        .sort()
        .map((id) => ({ id, name: this.#statutes.get(id)?.name ?? null })),
      alerted: this.#tried === this.#cases,
      issues: this.#issues,
    };
  }

  view<Name extends ViewName>(name: Name, asked: Asked): Views[Name] {
    return drawView(name, this.#known(asked.filter), asked);
  }

  tree(filter: BoardFilter): readonly ShownUnit[] {
    return treeOf(this.#board, this.#select({ ...filter, unit: null }));
  }

  /** What a figure counts: its part, or its whole base. Cases are told with what is known of them, other things by their ids. */
  drill(
    id: string,
    of: 'part' | 'base',
    from: number,
  ): { readonly figure: ShownFigure; readonly page: Page<ShownCase | string> } | null {
    const figure = this.#figures.get(id);
    if (figure === undefined) return null;
    const ids = of === 'part' ? figure.in : figure.of;
    const rows = ids.slice(from, from + PAGE).map((one) => {
      const found = this.#board.byId.get(one);
      return found === undefined ? one : shownCase(this.#board, found);
    });
    return { figure: withoutIds(figure), page: { total: ids.length, from, rows } };
  }

  /** Everything the log says of a case, with the places of its entries, and what was noticed. */
  history(id: string): { readonly history: CaseHistory; readonly alerts: readonly Alert[] } | null {
    const found = this.#board.byId.get(id);
    return found === undefined ? null : { history: found.history, alerts: found.alerts };
  }

  #known(filter: BoardFilter): Known {
    return {
      board: this.#board,
      cases: this.#select(filter),
      matters: this.#matters,
      alerts: this.#alerts,
      thresholds: this.#thresholds,
      formula: this.#formula,
      statutes: this.#statutes,
      today: this.#papers.today,
      keep: (figure) => {
        this.#figures.set(figure.id, figure);
        return withoutIds(figure);
      },
    };
  }

  /** The cases of a filter; the last one is asked for by several views in a row. */
  #select(filter: BoardFilter): readonly BoardCase[] {
    const key = JSON.stringify(filter);
    if (this.#selected?.filter !== key) {
      this.#selected = { filter: key, cases: selectCases(this.#board, filter) };
    }
    return this.#selected.cases;
  }

  #assemble(): void {
    this.#board = openBoard({
      cases: this.#cases,
      unread: this.#unread,
      organisation: this.#organisation,
      alerts: this.#alerts,
    });
    this.#selected = null;
    this.#figures.clear();
  }

  #addLine(line: string): void {
    try {
      this.#add(JSON.parse(line));
    } catch {
      this.#broken += 1;
    }
  }

  #add(event: unknown): void {
    if (!isEvent(event)) {
      this.#broken += 1;
      return;
    }
    this.#histories.add(event);
    this.#entries += 1;
    if (isOfMatters(event)) this.#matterEvents.push(event);
    if (this.#last === null || event.at > this.#last) this.#last = event.at;
  }

  #take<T>(
    value: unknown,
    load: (value: unknown) => { ok: true; value: T } | { ok: false; issues: readonly Issue[] },
  ): T | undefined {
    if (value === undefined || value === null) return undefined;
    const loaded = load(value);
    if (loaded.ok) return loaded.value;
    this.#issues.push(...loaded.issues);
    return undefined;
  }
}
