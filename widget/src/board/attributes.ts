import type { DrawProps, Role } from './board-state.ts';
import { PAPERS } from './fetch-papers.ts';
import { VIEWS } from './shown.ts';

export const ATTRIBUTES = {
  /** What is shown: a change starts over. */
  loaded: [
    'events',
    ...PAPERS.first,
    ...PAPERS.later,
    'service',
    'authority',
    'year',
    'today',
    'public',
    'publication',
  ],
  /** How it is shown. */
  shown: ['suggestions', 'lang', 'viewer', 'view', 'unit', 'elder', 'text-scale', 'heading-level'],
};

/** How an element wants to be shown; what makes no sense is as if it were not there. */
export function shownBy(
  element: Element,
): Pick<DrawProps, 'role' | 'view' | 'unit' | 'suggestions' | 'elder' | 'scale' | 'level'> {
  const number = (name: string, otherwise: number) =>
    Number(element.getAttribute(name)) || otherwise;
  return {
    role: (element.getAttribute('viewer') ?? 'supervisor') as Role,
    view: VIEWS.find((name) => name === element.getAttribute('view')) ?? 'overview',
    unit: element.getAttribute('unit'),
    suggestions: element.getAttribute('suggestions'),
    elder: element.hasAttribute('elder'),
    scale: Math.min(3, Math.max(1, number('text-scale', 1))),
    level: Math.min(4, Math.max(1, Math.trunc(number('heading-level', 2)))),
  };
}
