import { isDeepStrictEqual } from 'node:util';
import type { Vector } from './vectors.ts';

/** What answers differ from the vectors, one line for each vector; empty where all are right. */
export function compare(vectors: readonly Vector[], answers: string): string[] {
  const lines = answers.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const differences = vectors.flatMap(({ name, input: _, ...expected }, index) => {
    const line = lines[index];
    if (line === undefined) return [`${name}: no answer`];
    const { ok, error, id, checkCode, payload } = JSON.parse(line) as Record<string, unknown>;
    const got = { ok, error, id, checkCode, payload };
    if (isDeepStrictEqual(got, expected)) return [];
    return [`${name}:\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`];
  });
  const extra = lines.length - vectors.length;
  return extra > 0 ? [...differences, `${extra} answers too many`] : differences;
}
