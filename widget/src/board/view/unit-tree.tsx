import { Component, createRef } from 'preact';
import type { ShownUnit } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';

interface Props {
  readonly t: BoardStrings;
  readonly units: readonly ShownUnit[];
  readonly selected: string | null;
  /** Least height of a row in px: what can be pressed. */
  readonly least: number;
  readonly onSelect: (id: string | null) => void;
}

interface State {
  readonly open: ReadonlySet<string>;
  readonly at: number;
  readonly top: number;
  readonly height: number;
  /** Of a row, in px: only those in sight are in the page, so that each is told where it stands. */
  readonly rowHeight: number;
}

/** Line and air of a row, in its own text size. */
const ROW_EM = 2;

interface Row {
  readonly unit: ShownUnit;
  readonly depth: number;
  readonly parent: boolean;
  readonly place: number;
  readonly among: number;
}

/**
 * 机构树 of any size: rows in sight alone are drawn, and one element has the focus and names the row it stands on (ARIA tree
 * view pattern with `aria-activedescendant`). Arrows move and open, Enter selects, Home and End jump.
 */
export class UnitTree extends Component<Props, State> {
  readonly #box = createRef<HTMLDivElement>();

  constructor(props: Props) {
    super(props);
    const tops = props.units.filter(({ parent }) => parent === null).map(({ id }) => id);
    this.state = { open: new Set(tops), at: 0, top: 0, height: 600, rowHeight: props.least };
  }

  override componentDidMount() {
    if (this.#box.current !== null) this.#sizes.observe(this.#box.current);
  }

  override componentWillUnmount() {
    this.#sizes.disconnect();
  }

  /** The text grows with the screen, and the box with it. */
  readonly #sizes = new ResizeObserver(() => this.#measure());

  #measure() {
    const box = this.#box.current;
    if (box === null) return;
    const text = Number.parseFloat(getComputedStyle(box).fontSize) || 0;
    const rowHeight = Math.max(this.props.least, Math.ceil(ROW_EM * text));
    this.setState({ height: box.clientHeight || 600, rowHeight });
  }

  #rows(): Row[] {
    const { units } = this.props;
    const { open } = this.state;
    const below = Map.groupBy(units, ({ parent }) => parent);
    const rows: Row[] = [];
    const walk = (parent: string | null, depth: number) => {
      const children = below.get(parent) ?? [];
      for (const [place, unit] of children.entries()) {
        const has = below.has(unit.id);
        rows.push({ unit, depth, parent: has, place: place + 1, among: children.length });
        if (has && open.has(unit.id)) walk(unit.id, depth + 1);
      }
    };
    walk(null, 0);
    return rows;
  }

  #move(rows: readonly Row[], at: number) {
    const next = Math.max(0, Math.min(rows.length - 1, at));
    const box = this.#box.current;
    const { rowHeight } = this.state;
    if (box !== null) {
      const [top, bottom] = [next * rowHeight, (next + 1) * rowHeight];
      if (top < box.scrollTop) box.scrollTop = top;
      else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    }
    this.setState({ at: next });
  }

  #toggle(id: string, open: boolean) {
    const next = new Set(this.state.open);
    if (open) next.add(id);
    else next.delete(id);
    this.setState({ open: next });
  }

  #key(event: KeyboardEvent, rows: readonly Row[]) {
    const { at, open } = this.state;
    const row = rows[at];
    if (row === undefined) return;
    const { id, parent } = row.unit;
    const acts: Record<string, () => void> = {
      ArrowDown: () => this.#move(rows, at + 1),
      ArrowUp: () => this.#move(rows, at - 1),
      Home: () => this.#move(rows, 0),
      End: () => this.#move(rows, rows.length - 1),
      PageDown: () => this.#move(rows, at + 10),
      PageUp: () => this.#move(rows, at - 10),
      ArrowRight: () =>
        row.parent && !open.has(id) ? this.#toggle(id, true) : this.#move(rows, at + 1),
      ArrowLeft: () =>
        row.parent && open.has(id)
          ? this.#toggle(id, false)
          : this.#move(
              rows,
              rows.findIndex(({ unit }) => unit.id === parent),
            ),
      Enter: () => this.props.onSelect(id),
      ' ': () => this.props.onSelect(id),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  /** Rows come and go: the focus stays with the tree. */
  #keepFocus(event: MouseEvent) {
    if (event.target === this.#box.current) return;
    event.preventDefault();
    this.#box.current?.focus();
  }

  #press(target: Element, rows: readonly Row[]) {
    const at = Number(target.closest<HTMLElement>('[data-place]')?.dataset.place ?? -1);
    const row = rows[at];
    if (row === undefined) return;
    this.setState({ at });
    const { id } = row.unit;
    if (row.parent && target.closest('.twist')) this.#toggle(id, !this.state.open.has(id));
    else this.props.onSelect(id);
  }

  override render({ t, selected }: Props, { at, top, height, open, rowHeight }: State) {
    const rows = this.#rows();
    const first = Math.max(0, Math.floor(top / rowHeight) - 4);
    const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + 4);
    const active = rows[at]?.unit.id;
    return (
      <div
        class="tree"
        role="tree"
        tabIndex={0}
        ref={this.#box}
        aria-label={t.tree}
        {...(at >= first && at < last && { 'aria-activedescendant': `unit-${active}` })}
        onKeyDown={(event) => this.#key(event, rows)}
        onMouseDown={(event) => this.#keepFocus(event)}
        onClick={({ target }) => this.#press(target as Element, rows)}
        onScroll={({ currentTarget }) =>
          this.setState({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
        }
      >
        <div class="tree-room" role="none" style={{ height: `${rows.length * rowHeight}px` }}>
          {rows.slice(first, last).map(({ unit, depth, parent, place, among }, i) => (
            <div
              key={unit.id}
              id={`unit-${unit.id}`}
              role="treeitem"
              class="tree-row"
              aria-level={depth + 1}
              aria-setsize={among}
              aria-posinset={place}
              aria-selected={unit.id === selected}
              {...(parent && { 'aria-expanded': open.has(unit.id) })}
              data-active={first + i === at}
              style={{
                top: `${(first + i) * rowHeight}px`,
                height: `${rowHeight}px`,
                paddingInlineStart: `${0.3 + depth}em`,
              }}
              tabIndex={-1}
              data-place={first + i}
              title={`${unit.name} ${t.treeUnit(t.number(unit.people), t.number(unit.cases))}`}
            >
              <span class="twist" aria-hidden="true">
                {parent ? (open.has(unit.id) ? '▾' : '▸') : ''}
              </span>
              <span class="tree-name">{unit.name}</span>
              <span class="base">{t.number(unit.cases)}</span>
            </div>
          ))}
        </div>
      </div>
    );
  }
}
