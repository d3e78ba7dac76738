import { readTool } from '../tool.ts';
import type { Gate } from './gate.ts';
import { read, repositoryFiles } from './repository-files.ts';

const text = /\.(tsx?|mjs|js|json|md|html|css|ya?ml|sh)$|^[^.]*$|^\./;
const code = /\.(tsx?|mjs|js)$/;

const bans: readonly { pattern: RegExp; why: string; files: RegExp }[] = [
  { pattern: /\/(root|work|home\/\w+|Users\/\w+)\//, why: 'a path of one machine', files: text },
  { pattern: /registry\.npm\w+\.org/, why: 'the host of a registry', files: text },
  { pattern: /\b(TO[D]O|FI[X]ME|X[X]X)\b/, why: 'do it or leave it', files: code },
  {
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignor[e]/,
    why: 'mend the cause',
    files: code,
  },
  {
    pattern: /\b(it|test|describe)\.(ski[p]|onl[y]|tod[o]|fail[s])\b/,
    why: 'every test runs',
    files: code,
  },
];

/** What the texts of the repository must not hold; `registry` is the host npm installs from here. */
export function treeFaults(files: ReadonlyMap<string, string>, registry: string): string[] {
  return [...files].flatMap(([path, content]) => [
    ...bans.flatMap(({ pattern, why, files: where }) => {
      const place = where.test(path) ? content.search(pattern) : -1;
      if (place < 0) return [];
      return [`${path}:${content.slice(0, place).split('\n').length} holds ${pattern}: ${why}`];
    }),
    ...(content.includes(registry) ? [`${path} names the registry ${registry}`] : []),
  ]);
}

export const tree: Gate = {
  name: 'nothing that does not belong in the tree',
  faults: () => {
    const { output } = readTool(['npm', 'config', 'get', 'registry']);
    const paths = repositoryFiles().filter((path) => text.test(path));
    return treeFaults(
      new Map(paths.map((path) => [path, read(path)])),
      new URL(output.trim()).host,
    );
  },
};
