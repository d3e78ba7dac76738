import type { ViewName } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';

/** The views as tabs: one stop for Tab, arrows between them (ARIA tabs pattern). */
export function Tabs({
  t,
  views,
  view,
  onView,
}: {
  readonly t: BoardStrings;
  readonly views: readonly ViewName[];
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
}) {
  const move = (event: KeyboardEvent, list: HTMLElement) => {
    const at = views.indexOf(view);
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + views.length,
      Home: 0,
      End: views.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : views[to % views.length];
    if (next === undefined) return;
    event.preventDefault();
    onView(next);
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t.viewsLabel}
      onKeyDown={(event) => move(event, event.currentTarget)}
    >
      {views.map((name) => (
        <button
          type="button"
          key={name}
          id={`tab-${name}`}
          role="tab"
          aria-selected={name === view}
          aria-controls="panel"
          tabIndex={name === view ? 0 : -1}
          onClick={() => onView(name)}
        >
          {t.views[name]}
        </button>
      ))}
    </div>
  );
}
