import { ChiduError } from '../errors.ts';
import { formatPercent, mulDiv } from '../text/index.ts';

/** A text for people in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 指标定义: what a figure says and how it is worked out, once for all places and months it is worked out for. */
export interface FigureDefinition {
  /** Stable for ever: `use.departed`. */
  readonly id: string;
  readonly label: Words;
  /** What is counted, and of what; enough to count it again. */
  readonly formula: Words;
  /** What `in` and `of` name: ids of cases, of codes, `placeId` of entries, and so on. */
  readonly counts:
    | 'case'
    | 'code'
    | 'entry'
    | 'unit'
    | 'person'
    | 'clause'
    | 'cell'
    | 'item'
    | 'use'
    | 'check'
    | 'alert'
    | 'clue'
    | 'supervision';
}

/** What a figure was restricted to: `{ month: '2026-10', region: '231200' }`. */
export type Scope = Readonly<Record<string, string>>;

/** 指标: a number that anyone can count again, since it names everything that it counts. Plain data. */
export interface Figure {
  /** The definition's id and the scope in the order of its names: `use.departed[month=2026-10;region=231200]`. */
  readonly id: string;
  readonly definition: FigureDefinition;
  readonly scope: Scope;
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** Basis points, see `basisPoints`; null for a plain count and where there is no base. */
  readonly bp: number | null;
  /** What the numerator counts, each once. */
  readonly in: readonly string[];
  /** What the denominator counts, each once; empty for a plain count. */
  readonly of: readonly string[];
}

/**
 * A share in basis points, to the nearest and up at half; but only all is 10,000 and only nothing is 0, so that 99.996 %
 * shows as 99.99 % and never as 100 %. 0 of 0 is null: no base, and not 0 %.
 */
export function basisPoints(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  if (numerator === 0 || numerator === denominator) return numerator === 0 ? 0 : 10_000;
  const nearest = mulDiv(2 * numerator * 10_000 + denominator, 1, 2 * denominator, 'down');
  return Math.min(Math.max(nearest, 1), 9_999);
}

/** The id of a figure: that of its definition, then its scope in the order of its names. */
export function figureId({ id }: FigureDefinition, scope: Scope = {}): string {
  const names = Object.keys(scope).sort();
  return names.length === 0
    ? id
    : `${id}[${names.map((name) => `${name}=${scope[name]}`).join(';')}]`;
}

/**
 * 占比: so many of these. The caller sees to it that every id of `part` stands in `of`, and each once; only the sizes are held
 * together here.
 * @throws {ChiduError} `contradiction` when a part is larger than its whole.
 */
export function share(
  definition: FigureDefinition,
  { part, of, scope = {} }: { part: readonly string[]; of: readonly string[]; scope?: Scope },
): Figure {
  const [numerator, denominator] = [part.length, of.length];
  const id = figureId(definition, scope);
  if (numerator > denominator) {
    throw new ChiduError('contradiction', 'a part is not larger than its whole', { at: id });
  }
  const bp = basisPoints(numerator, denominator);
  return { id, definition, scope, numerator, denominator, bp, in: part, of };
}

/** 计数: a number without a base. */
export function count(
  definition: FigureDefinition,
  ids: readonly string[],
  scope: Scope = {},
): Figure {
  const id = figureId(definition, scope);
  return {
    id,
    definition,
    scope,
    numerator: ids.length,
    denominator: null,
    bp: null,
    in: ids,
    of: [],
  };
}

/** What is still missing to the whole: the base without the part, in the order of the base. */
export function missing(figure: Pick<Figure, 'in' | 'of'>): string[] {
  const there = new Set(figure.in);
  return figure.of.filter((id) => !there.has(id));
}

/** `91.99%（1,963/2,134）`, `0%（0/12）`, `无基数（0/0）`, `2,134`: a share is never shown without its base. */
export function showFigure(
  { numerator, denominator, bp }: Pick<Figure, 'numerator' | 'denominator' | 'bp'>,
  language: 'zh' | 'en' = 'zh',
): string {
  if (denominator === null) return grouped(numerator);
  const base = `${grouped(numerator)}/${grouped(denominator)}`;
  const value = bp === null ? { zh: '无基数', en: 'no base' }[language] : formatPercent(bp);
  return language === 'zh' ? `${value}（${base}）` : `${value} (${base})`;
}

const grouped = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
