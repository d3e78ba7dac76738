import type { VectorFile } from './vectors.ts';

/** One vector a line, so that a change of one shows as one. */
export function formatVectors({ format, keys, vectors }: VectorFile): string {
  const lines = (items: readonly unknown[]) =>
    items.map((item) => JSON.stringify(item)).join(',\n');
  return `{\n"format": ${JSON.stringify(format)},\n"keys": [\n${lines(keys)}\n],\n"vectors": [\n${lines(vectors)}\n]\n}\n`;
}
