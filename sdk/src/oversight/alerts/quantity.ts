import type { Quantity } from './alert.ts';

/** A figure of a calculation in two languages. */
export const quantity = (
  zh: string,
  en: string,
  value: number | string,
  unit: Quantity['unit'],
): Quantity => ({ label: { zh, en }, value, unit });

export const procedure = (article: number, paragraph?: number) => ({
  law: '市场监督管理行政处罚程序规定',
  article,
  ...(paragraph && { paragraph }),
});

export const penalties = (article: number, paragraph?: number) => ({
  law: '行政处罚法',
  article,
  ...(paragraph && { paragraph }),
});

/** Distance of two amounts from each other, basis points of the smaller, rounded down; 10,000 where that is 0. */
export function apart(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  return less === 0 ? (more === 0 ? 0 : 10_000) : Math.floor(((more - less) / less) * 10_000);
}
