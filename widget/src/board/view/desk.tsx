import { type BoardFilter, type CrossKey, WHOLE_BOARD } from '@chidu/sdk/oversight/board';
import { Component } from 'preact';
import { type DrawProps, VIEWS_OF } from '../board-state.ts';
import type { ShownUnit, ViewName, Views } from '../shown.ts';
import { type BoardStrings, zh } from '../strings/zh.ts';
import { AlertsView } from './alerts.tsx';
import { AppraisalView } from './appraisal.tsx';
import { CountedOverview } from './counted-overview.tsx';
import { Drill, type Opened } from './drill.tsx';
import { CardLevel } from './figure.tsx';
import { Filters } from './filters.tsx';
import { LawView } from './law.tsx';
import { LiaisonView } from './liaison.tsx';
import { OverviewView } from './overview.tsx';
import { ProcessView } from './process.tsx';
import { SocietyView } from './society.tsx';
import { Standing } from './standing.tsx';
import { StatisticsView } from './statistics.tsx';
import { Tabs } from './tabs.tsx';
import { UnitTree } from './unit-tree.tsx';

type Shown = { [Name in ViewName]: { readonly name: Name; readonly value: Views[Name] } }[ViewName];

interface State {
  readonly view: ViewName;
  readonly filter: BoardFilter;
  readonly rows: CrossKey;
  readonly columns: CrossKey;
  readonly shown: Shown | null;
  readonly units: readonly ShownUnit[] | null;
  readonly opened: Opened | null;
  /** Number of the answer that is shown: `data-answer`, for whoever waits for the next. */
  readonly answer: number;
}

/** The supervision body's screen. It asks the model for one view at a time and draws the answer. */
export class Desk extends Component<DrawProps, State> {
  #asked = 0;

  constructor(props: DrawProps) {
    super(props);
    this.state = {
      view: props.view,
      filter: { ...WHOLE_BOARD, unit: props.unit },
      rows: 'unit',
      columns: 'tier',
      shown: null,
      units: null,
      opened: null,
      answer: 0,
    };
  }

  override componentDidMount() {
    void this.#ask();
  }

  override componentDidUpdate(before: DrawProps) {
    const { state, model, view, unit, role } = this.props;
    if (view !== before.view) this.#go({ view });
    else if (unit !== before.unit) this.#go({ filter: { ...this.state.filter, unit } });
    else if (state !== before.state || model !== before.model || role !== before.role) {
      void this.#ask();
    }
  }

  #go(to: Partial<State>) {
    this.setState(to, () => void this.#ask());
  }

  /** Answers may overtake each other; only the last question counts. */
  async #ask() {
    const { model, state } = this.props;
    if (model === null || state.kind !== 'ready') return;
    const { filter, rows, columns } = this.state;
    const view = this.#view();
    this.#asked += 1;
    const asked = this.#asked;
    const value = await model.view(view, { filter, rows, columns }).catch(() => null);
    if (asked !== this.#asked) return;
    this.setState(
      { shown: value === null ? null : ({ name: view, value } as Shown), answer: asked },
      () => this.props.onShown(state),
    );
    const units = await model.tree(filter).catch(() => null);
    if (asked === this.#asked) this.setState({ units });
  }

  #view(): ViewName {
    const allowed = VIEWS_OF[this.props.role] ?? VIEWS_OF.supervisor;
    return allowed.includes(this.state.view) ? this.state.view : 'overview';
  }

  override render(props: DrawProps, { filter, units, opened, answer, shown }: State) {
    const t = props.strings ?? zh;
    const Title = `h${props.level}` as 'h2';
    const { state, model } = props;
    const ViewTitle = `h${props.level + 1}` as 'h3';
    const view = this.#view();
    const ready = state.kind === 'ready';
    const least = props.elder ? 60 : 32;
    return (
      <div
        class="board"
        lang={t.lang}
        style={{ '--chidu-text-scale': String(props.scale) }}
        data-view={view}
        data-shown={shown?.name ?? ''}
        data-answer={answer}
        data-worker={model?.inWorker ?? false}
      >
        <header>
          <Title class="title">{t.title}</Title>
          <Standing t={t} state={state} onCancel={props.onCancel} onRetry={props.onRetry} />
        </header>
        {ready && (
          <>
            <Tabs
              t={t}
              views={VIEWS_OF[props.role] ?? VIEWS_OF.supervisor}
              view={view}
              onView={(to) => this.#go({ view: to, shown: null })}
            />
            <Filters
              t={t}
              filter={filter}
              root={props.unit}
              units={units ?? []}
              violations={state.summary.violations}
              onFilter={(to) => this.#go({ filter: to })}
            />
            <div class="body">
              {units !== null && units.length > 0 && (
                <aside aria-label={t.tree}>
                  <UnitTree
                    t={t}
                    units={rooted(units, props.unit)}
                    selected={filter.unit}
                    least={least}
                    onSelect={(unit) => this.#go({ filter: { ...filter, unit } })}
                  />
                  <p class="base">{sumOf(t, rooted(units, filter.unit ?? props.unit))}</p>
                </aside>
              )}
              <div
                class="view"
                role="tabpanel"
                id="panel"
                aria-labelledby={`tab-${view}`}
                aria-busy={shown?.name !== view}
              >
                <ViewTitle class="unseen">{t.views[view]}</ViewTitle>
                <CardLevel.Provider value={props.level + 2}>
                  {shown?.name === view ? this.#draw(t, shown) : <p class="busy">{t.working}</p>}
                </CardLevel.Provider>
              </div>
            </div>
          </>
        )}
        {state.kind === 'loading' && state.counted && (
          <CountedOverview t={t} counted={state.counted} />
        )}
        {opened !== null && model !== null && (
          <Drill
            t={t}
            model={model}
            opened={opened}
            onClose={() => this.setState({ opened: null })}
          />
        )}
      </div>
    );
  }

  #draw(t: BoardStrings, shown: Shown) {
    const common = {
      t,
      onDrill: (figure: string) => this.setState({ opened: { figure } }),
      onCase: (id: string) => this.setState({ opened: { case: id } }),
    };
    const { rows, columns } = this.state;
    if (shown.name === 'overview') return <OverviewView {...common} shown={shown.value} />;
    if (shown.name === 'process') return <ProcessView {...common} shown={shown.value} />;
    if (shown.name === 'liaison') return <LiaisonView {...common} shown={shown.value} />;
    if (shown.name === 'alerts') return <AlertsView {...common} shown={shown.value} />;
    if (shown.name === 'law') return <LawView {...common} shown={shown.value} />;
    if (shown.name === 'society') return <SocietyView {...common} shown={shown.value} />;
    if (shown.name === 'appraisal') return <AppraisalView {...common} shown={shown.value} />;
    return (
      <StatisticsView
        {...common}
        shown={shown.value}
        rows={rows}
        columns={columns}
        onCut={(cut) => this.#go(cut)}
      />
    );
  }
}

/** The branch of a unit, as a tree of its own. */
function rooted(units: readonly ShownUnit[], root: string | null): readonly ShownUnit[] {
  if (root === null) return units;
  const branch = new Set([root]);
  return units.flatMap((unit) => {
    if (unit.id === root) return [{ ...unit, parent: null }];
    if (unit.parent === null || !branch.has(unit.parent)) return [];
    branch.add(unit.id);
    return [unit];
  });
}

function sumOf(t: BoardStrings, units: readonly ShownUnit[]): string {
  const tops = units.filter(({ parent }) => parent === null);
  const sum = (of: 'units' | 'people' | 'cases') =>
    t.number(tops.reduce((total, unit) => total + unit[of], 0));
  return t.treeSum(sum('units'), sum('people'), sum('cases'));
}
