import { type ComponentChildren, createContext } from 'preact';
import type { ShownFigure } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { LEVEL_SIGNS } from './level-signs.ts';

/** What every view is handed. */
export interface ViewProps {
  readonly t: BoardStrings;
  readonly onDrill: (id: string) => void;
}

/** `91.99%`, or the count where there is no base; `无基数` for 0 of 0. */
export function shareText(t: BoardStrings, { numerator, denominator, bp }: ShownFigure): string {
  if (denominator === null) return t.number(numerator);
  return bp === null ? t.noBase : `${(bp / 100).toFixed(2).replace(/\.?0+$/, '')}%`;
}

export const baseOf = (t: BoardStrings, { numerator, denominator }: ShownFigure): string | null =>
  denominator === null ? null : t.ofBase(t.number(numerator), t.number(denominator));

/** A number with its name and its base; pressed, it opens what it counts. */
export function Tile({
  t,
  figure,
  onDrill,
  label,
}: ViewProps & { readonly figure: ShownFigure; readonly label?: string }) {
  const base = baseOf(t, figure);
  return (
    <button type="button" class="tile" onClick={() => onDrill(figure.id)} data-figure={figure.id}>
      <span class="tile-label">{label ?? t.words(figure.definition.label)}</span>
      <strong class="tile-value">{shareText(t, figure)}</strong>
      {base !== null && <span class="base">{base}</span>}
    </button>
  );
}

/** The width of a bar says the share, the number beside it says it too. */
export function Bars({
  t,
  rows,
  onDrill,
  most,
}: ViewProps & {
  readonly rows: readonly { readonly label: ComponentChildren; readonly figure: ShownFigure }[];
  /** Numerator of a full bar. Default: the largest. */
  readonly most?: number;
}) {
  const full = Math.max(1, most ?? Math.max(...rows.map(({ figure }) => figure.numerator)));
  return (
    <ul class="bars">
      {rows.map(({ label, figure }) => (
        <li key={figure.id}>
          <button type="button" onClick={() => onDrill(figure.id)} data-figure={figure.id}>
            <span class="bar-label">{label}</span>
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="bar-room" width="100" height="10" />
              <rect class="bar-full" width={(100 * figure.numerator) / full} height="10" />
            </svg>
            <span class="bar-value">
              {t.number(figure.numerator)}
              {figure.denominator !== null && <span class="base"> {shareText(t, figure)}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One column a month. */
export function Months({
  t,
  figures,
  onDrill,
}: ViewProps & { readonly figures: readonly ShownFigure[] }) {
  const most = Math.max(1, ...figures.map(({ numerator }) => numerator));
  const shown = figures.slice(-12);
  return (
    <ul class="months">
      {shown.map((figure) => (
        <li key={figure.id}>
          <button type="button" onClick={() => onDrill(figure.id)} data-figure={figure.id}>
            <span class="month-value">{t.number(figure.numerator)}</span>
            <svg class="column" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect
                class="bar-full"
                width="10"
                y={100 - (100 * figure.numerator) / most}
                height={(100 * figure.numerator) / most}
              />
            </svg>
            <span class="month-name">
              <span class="unseen">{figure.scope.month?.slice(0, 4)} </span>
              {t.month(figure.scope.month ?? '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A shape and a word, so that nothing hangs on a colour. */
export function Level({ t, level }: { readonly t: BoardStrings; readonly level: string }) {
  const sign = LEVEL_SIGNS[level as keyof typeof LEVEL_SIGNS];
  return (
    <span class="level" data-level={level}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={sign} />
      </svg>
      {t.levels[level] ?? level}
    </span>
  );
}

/** Level of the headings of cards: two below the title of the board. */
export const CardLevel = createContext(3);

/** A part of a view under its heading. */
export function Card({
  heading,
  children,
  note,
  wide = false,
}: {
  readonly heading: string;
  readonly note?: string | undefined;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={wide ? 'card wide' : 'card'} aria-label={heading}>
      <CardLevel.Consumer>
        {(level) => {
          const Heading = `h${level}` as 'h3';
          return <Heading class="heading">{heading}</Heading>;
        }}
      </CardLevel.Consumer>
      {note !== undefined && <p class="note">{note}</p>}
      {children}
    </section>
  );
}

/** A table that scrolls by itself; what can be pressed in it brings it along. */
export const Scrolled = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="scrolled">{children}</div>
);
