import { type Figure, missing, showFigure } from '../figure.ts';
import { type Child, type Html, h } from './html.ts';

/** `listed`: an internal report names the cases of every figure. `withheld`: one for the public says where they are kept. */
export type Edition = 'internal' | 'public';

/**
 * 出处: the figures of a report in the order of their first mention. Each number links to its entry, and each entry says what was
 * counted, how, and which.
 */
export class Sources {
  readonly #figures = new Map<string, Figure>();
  readonly #edition: Edition;

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The number of a figure as a link to its sources. */
  cite(figure: Figure, shown: string = showFigure(figure)): Html {
    if (!this.#figures.has(figure.id)) this.#figures.set(figure.id, figure);
    return h('a', { href: `#${encodeURIComponent(anchorOf(figure))}` }, shown);
  }

  section(): Child[] {
    const figures = [...this.#figures.values()];
    if (figures.length === 0) return [];
    return [
      h('h2', { id: 'sources' }, '数据出处'),
      h(
        'p',
        { class: 'note' },
        this.#edition === 'internal'
          ? '每个数据链接到本节：计算方法、分子和分母各由哪些案件或者事项组成。占比四舍五入到万分之一，但只有全部完成才显示为100%，只有一件没有才显示为0%。'
          : '每个数据链接到本节的计算方法。组成该数据的案件由发布机关留存备查，不对外列出。',
      ),
      figures.map((figure) => this.#entry(figure)),
    ];
  }

  #entry(figure: Figure): Html {
    const { definition, scope, denominator } = figure;
    const of = Object.entries(scope).map(([name, value]) => `${name}=${value}`);
    return h(
      'section',
      { class: 'sources', id: anchorOf(figure) },
      h('h3', {}, `${definition.label.zh}${of.length === 0 ? '' : `（${of.join('，')}）`}`),
      h('p', {}, `标识：${figure.id}。算法：${definition.formula.zh}。`),
      this.#edition === 'public'
        ? null
        : [
            h('p', {}, `结果：${showFigure(figure)}`),
            ids(denominator === null ? '计入' : '分子', figure.in),
            denominator === null ? null : ids('分母中其余', missing(figure)),
          ],
    );
  }
}

const anchorOf = ({ id }: Figure): string => `f:${id}`;

function ids(label: string, of: readonly string[]): Child {
  if (of.length === 0) return h('p', {}, `${label}：无`);
  return h(
    'details',
    { open: '' },
    h('summary', {}, `${label}：${of.length}项`),
    h(
      'ul',
      { class: 'ids' },
      [...of].sort().map((id) => h('li', {}, id)),
    ),
  );
}
