import type { Issue } from '@chidu/sdk/errors';
import {
  type CaseHistory,
  type Figure,
  type Matters,
  mattersOf,
  type OversightEvent,
} from '@chidu/sdk/oversight';
import { type Alert, alertsOf, LEVELS, RULES, shownBy } from '@chidu/sdk/oversight/alerts';
import {
  type Board,
  type BoardCase,
  type BoardFilter,
  openBoard,
  selectCases,
} from '@chidu/sdk/oversight/board';
import { Entries, type Progress } from './entries.ts';
import { type Equipment, type Papers, readPapers } from './papers.ts';
import {
  type Asked,
  type Heading,
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
import { drawView } from './views/draw-view.ts';
import type { Known } from './views/known.ts';
import { shownCase } from './views/shown-case.ts';

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

/**
 * Everything the board knows, in a worker where there can be one. It is asked for views and answers plain data. Figures
 * come from `@chidu/sdk/oversight`; here they are only kept, so that the cases behind one can be asked for by its id.
 */
export class BoardModel {
  readonly #entries = new Entries();
  #papers: Papers = { today: '' };
  #equipment: Equipment = readPapers(this.#papers);
  #cases: readonly CaseHistory[] = [];
  #matters: Matters = { clues: [], supervisions: [], tasks: [], unread: [] };
  #unread: Board['unread'] = [];
  #board: Board = openBoard({ cases: [] });
  #alerts: readonly Alert[] = [];
  /** The cases that the alerts were found in; others are read and still to be tried when they differ. */
  #tried: readonly CaseHistory[] | null = null;
  #trying: Promise<void> | null = null;
  /** By id, those of the last views: what can be drilled into. */
  readonly #figures = new Map<string, Figure>();
  #selected: { readonly filter: string; readonly cases: readonly BoardCase[] } | null = null;

  /** Takes files in, beside those that are there already. */
  equip(papers: Partial<Papers>): void {
    this.#papers = { ...this.#papers, ...papers };
    this.#equipment = readPapers(this.#papers);
  }

  loadFile(url: string, report: (progress: Progress) => void): Promise<string | null> {
    return this.#entries.loadFile(url, report);
  }

  cancel(): void {
    this.#entries.cancel();
  }

  add(events: readonly OversightEvent[]): void {
    for (const event of events) this.#entries.add(event);
  }

  /** Puts the board together from what was added; alerts are tried anew by `raise`. */
  read(): Summary {
    const read = this.#entries.histories.read();
    this.#matters = mattersOf(this.#entries.ofMatters);
    this.#cases = read.cases;
    const unread = this.#matters.unread.filter(({ why }) => why !== 'withheld');
    this.#unread = [...read.unread, ...unread];
    this.#assemble();
    return this.summary();
  }

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
    const { today, thresholds } = this.#equipment;
    const options = { today, thresholds, shown: shownBy(cases) };
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
    const { count, broken, last } = this.#entries;
    const violations = new Set(this.#board.cases.flatMap(({ violation }) => violation ?? []));
    return {
      entries: count,
      cases: this.#board.cases.length,
      unread: this.#unread.length,
      broken,
      last,
      violations: [...violations]
        .sort()
        .map((id) => ({ id, name: this.#equipment.statutes.get(id)?.name ?? null })),
      alerted: this.#tried === this.#cases,
      issues: this.#equipment.issues,
    };
  }

  view<Name extends ViewName>(name: Name, asked: Asked): Views[Name] {
    return drawView(name, this.#known(asked.filter), asked);
  }

  tree(filter: BoardFilter): readonly ShownUnit[] {
    return treeOf(this.#board, this.#select({ ...filter, unit: null }));
  }

  /** What a figure counts: its part, or its whole base. Cases are told with what is known of them, other things by their names. */
  drill(id: string, of: 'part' | 'base', from: number): Drilled | null {
    const figure = this.#figures.get(id);
    if (figure === undefined) return null;
    const ids = of === 'part' ? figure.in : figure.of;
    const rows = ids.slice(from, from + PAGE).map((one): ShownCase | Heading => {
      const found = this.#board.byId.get(one);
      return found === undefined
        ? { key: one, name: this.#nameOf(figure, one) }
        : shownCase(this.#board, found);
    });
    return { figure: withoutIds(figure), page: { total: ids.length, from, rows } };
  }

  #nameOf({ definition }: Figure, id: string): Heading['name'] {
    if (definition.counts === 'clause') return this.#equipment.statutes.get(id)?.name ?? null;
    if (definition.counts !== 'unit') return null;
    const name = this.#board.organisation?.units.find((unit) => unit.id === id)?.name;
    return name === undefined ? null : { zh: name, en: name };
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
      papers: this.#equipment,
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
      organisation: this.#equipment.organisation,
      alerts: this.#alerts,
    });
    this.#selected = null;
    this.#figures.clear();
  }
}

/** What stands behind a figure. */
export interface Drilled {
  readonly figure: ShownFigure;
  readonly page: Page<ShownCase | Heading>;
}
