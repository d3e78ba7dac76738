import { namedKey } from '../text/term-key.ts';
import type { Searchable } from './fields.ts';

/** What of a record's structure is a term of its own, with postings like a word. */
export interface NamedTerm {
  readonly kind: 'violation' | 'article' | 'factor';
  /** `food-unlicensed-operation`, `食品安全法 122`, `fault=knowing`. */
  readonly name: string;
  readonly key: number;
}

const named = (kind: NamedTerm['kind'], name: string): NamedTerm => ({
  kind,
  name,
  key: namedKey(`${kind}:${name}`),
});

export function namedTerms({ violation, statutes, factors }: Searchable): NamedTerm[] {
  const articles = (statutes ?? []).map(({ law, article }) => `${law} ${article}`);
  return [
    ...(violation === undefined ? [] : [named('violation', violation)]),
    ...[...new Set(articles)].map((name) => named('article', name)),
    ...Object.entries(factors ?? {}).map(([id, option]) => named('factor', `${id}=${option}`)),
  ];
}
