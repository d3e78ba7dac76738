import { readTool } from '../tool.ts';
import type { Gate } from './gate.ts';
import { read, repositoryFiles } from './repository-files.ts';

interface Ban {
  readonly pattern: RegExp | string;
  readonly why: string;
  readonly files?: RegExp;
}

const code = /\.(tsx?|mjs|js)$/;

function bans(): Ban[] {
  const registry = new URL(readTool(['npm', 'config', 'get', 'registry']).output.trim()).host;
  return [
    { pattern: /\/(root|work|home\/\w+|Users\/\w+)\//, why: 'a path of somebody’s machine' },
    { pattern: registry, why: 'the host of a registry' },
    { pattern: /registry\.npm\w+\.org/, why: 'the host of a registry' },
    { pattern: /\b(TO[D]O|FI[X]ME|X[X]X)\b/, why: 'do it or say it in an issue', files: code },
    { pattern: /\bas an[y]\b/, why: 'name the type', files: code },
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
}

/** What the texts of the repository must not hold. */
export const tree: Gate = {
  name: 'nothing that does not belong in the tree',
  faults: () => {
    const banned = bans();
    return repositoryFiles()
      .filter((path) => /\.(tsx?|mjs|js|json|md|html|css|ya?ml|sh)$|^[^.]*$|^\./.test(path))
      .flatMap((path) => {
        const text = read(path);
        return banned.flatMap(({ pattern, why, files }) => {
          const place = (files ?? /./).test(path) ? placeOf(pattern, text) : -1;
          if (place < 0) return [];
          return [`${path}:${text.slice(0, place).split('\n').length} holds ${pattern}: ${why}`];
        });
      });
  },
};

function placeOf(pattern: RegExp | string, text: string): number {
  return typeof pattern === 'string' ? text.indexOf(pattern) : text.search(pattern);
}
