import type { CaseHistory } from '../events/case-history.ts';
import { type Figure, type FigureDefinition, type Scope, share } from '../figure.ts';
import { exercisesOf } from './exercise.ts';

const define = (id: string, zh: string, en: string, formula: [zh: string, en: string]) =>
  ({
    id: `reliance.${id}`,
    label: { zh, en },
    formula: { zh: formula[0], en: formula[1] },
    counts: 'case',
  }) satisfies FigureDefinition;

/** 对建议的依赖: what became of suggestions that were taken, beside those that were not. */
export const RELIANCE_FIGURES = {
  followed: define('followed-mended', '照建议而后纠正', 'Followed, then mended', [
    '首次告知照建议、后经异议成立、复议诉讼改变或者自行改变罚款的案件÷首次告知照建议的案件',
    'first told as suggested and later mended (objection upheld, changed by review or court, or another fine in the end) ÷ first told as suggested',
  ]),
  departed: define('departed-mended', '偏离建议而后纠正', 'Departed, then mended', [
    '首次告知不照建议、后经异议成立、复议诉讼改变或者自行改变罚款的案件÷首次告知不照建议的案件',
    'first told otherwise than suggested and later mended (the same ways) ÷ first told otherwise than suggested',
  ]),
} as const;

/**
 * Over-reliance as far as a log can show it: wrong suggestions that an officer took and somebody mended. It counts too
 * few, since a mistake that nobody disputes leaves no entry, and some too many, since a case may be mended for a fault that
 * is not the suggestion's; cases that departed, mended in the same ways, are what to hold it against. A question to the
 * benchmark and to how facts are read, never to a person. Cases without a readable first code or suggestion are left out.
 */
export function relianceOf(cases: Iterable<CaseHistory>, scope: Scope = {}): Figure[] {
  const groups = {
    followed: { of: [] as string[], part: [] as string[] },
    departed: { of: [] as string[], part: [] as string[] },
  };
  for (const history of cases) {
    const first = history.codes[0]?.issued;
    if (!first || first.suggestion === null || first.suggestion === 0) continue;
    const group = first.fine === first.suggestion ? groups.followed : groups.departed;
    group.of.push(history.id);
    if (mended(history, first.fine)) group.part.push(history.id);
  }
  return [
    share(RELIANCE_FIGURES.followed, { ...groups.followed, scope }),
    share(RELIANCE_FIGURES.departed, { ...groups.departed, scope }),
  ];
}

function mended(history: CaseHistory, told: number | null): boolean {
  const [last] = exercisesOf([history]).exercises;
  return (
    history.objections.some(({ result }) => result === 'upheld' || result === 'partly-upheld') ||
    history.remedies.some(({ result }) => result === 'changed') ||
    (last !== undefined && (last.fine ?? 0) !== (told ?? 0))
  );
}
