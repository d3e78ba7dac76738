import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { root } from '../tool.ts';
import { publicExports } from './public-exports.ts';
import { read } from './repository-files.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly value?: string;
  readonly id?: Node;
  readonly init?: Node;
  readonly body?: Node | readonly Node[];
  readonly key?: Node;
  readonly accessibility?: string | null;
  readonly typeAnnotation?: Node | null;
  readonly declaration?: Node | null;
  readonly declarations?: readonly Node[];
  readonly source?: Node | null;
  readonly specifiers?: readonly { readonly local: Node; readonly exported: Node }[];
}

/** One declaration that a public module gives to the world. */
interface Entry {
  readonly name: string;
  /** As in the source, without the bodies of functions. */
  readonly code: string;
  /** The doc comment as text; empty when there is none. */
  readonly comment: string;
  readonly isFunction: boolean;
}

const folder = 'sdk/docs/api';

/** The pages of `sdk/docs/api` as the sources have them, by path; `undocumented` lacks a comment. */
export function apiPages(): { pages: Map<string, string>; undocumented: string[] } {
  const pages = new Map<string, string>();
  const undocumented: string[] = [];
  const index: string[] = [];
  for (const [name, source] of [...publicExports()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!name.startsWith('@chidu/sdk/')) continue;
    const path = `${name.slice('@chidu/sdk/'.length)}.md`;
    const entries = byName(entriesOf(source));
    for (const entry of entries) {
      if (entry.isFunction && entry.comment === '') undocumented.push(`${name}: ${entry.name}`);
    }
    pages.set(`${folder}/${path}`, page(name, path, source, entries));
    index.push(
      `- [\`${name}\`](${path}): ${entries.map((entry) => `\`${entry.name}\``).join(', ')}`,
    );
  }
  pages.set(
    `${folder}/README.md`,
    `# The modules of @chidu/sdk\n\nMade from the sources by \`npm run docs\`.\n\n${index.join('\n')}\n`,
  );
  return { pages, undocumented };
}

function page(name: string, path: string, source: string, entries: readonly Entry[]): string {
  const readme = nearestReadme(posix.dirname(source));
  const up = posix.relative(posix.dirname(`${folder}/${path}`), readme);
  const about = source.endsWith('/index.ts')
    ? `What it is for and what it never does: [README](${up}).\n\n`
    : '';
  const parts = entries.map(({ name: title, code, comment }) =>
    [`## ${title}`, comment, `\`\`\`ts\n${code}\n\`\`\``]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `# ${name}\n\n${about}${parts.join('\n\n')}\n`;
}

function nearestReadme(of: string): string {
  const here = `${of}/README.md`;
  return existsSync(root + here) ? here : nearestReadme(posix.dirname(of));
}

/** What a module exports, its re-exports followed to where they are declared. */
function entriesOf(path: string): Entry[] {
  const text = read(path);
  const { program } = parseSync(path, text);
  const body = program.body as unknown as readonly Node[];
  return body.flatMap((node) => {
    if (node.type !== 'ExportAllDeclaration' && node.type !== 'ExportNamedDeclaration') return [];
    if (node.source) {
      const all = entriesOf(posix.join(posix.dirname(path), node.source.value ?? ''));
      if (!node.specifiers) return all;
      return node.specifiers.flatMap(({ local, exported }) =>
        all
          .filter((entry) => entry.name === local.name)
          .map((entry) => ({ ...entry, name: exported.name ?? entry.name })),
      );
    }
    if (!node.declaration) throw new Error(`${path}: write a re-export with its 'from'`);
    const { declaration } = node;
    const named = declaration.declarations?.[0] ?? declaration;
    return [
      {
        name: named.id?.name ?? '',
        code: signature(declaration, text),
        comment: commentBefore(node.start, text),
        isFunction: declaration.type === 'FunctionDeclaration',
      },
    ];
  });
}

/** Sorted, with a value and the type of its name as one; the type of a schema says nothing more. */
function byName(entries: readonly Entry[]): Entry[] {
  const groups = Map.groupBy(entries, (entry) => entry.name);
  return [...groups.values()]
    .map((same) => ({
      ...(same.find(({ comment }) => comment !== '') ?? (same[0] as Entry)),
      isFunction: same.some(({ isFunction }) => isFunction),
      code: same
        .map(({ code }) => code)
        .filter((code) => same.length === 1 || !/^type \w+ = z\.infer<typeof \w+>;$/.test(code))
        .join('\n\n'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function signature(node: Node, text: string): string {
  switch (node.type) {
    case 'FunctionDeclaration':
      return text.slice(node.start, (node.body as Node).start).trim();
    case 'ClassDeclaration': {
      const { start, body } = node.body as Node;
      const members = (body as readonly Node[]).filter(
        ({ key, accessibility }) =>
          key?.type !== 'PrivateIdentifier' && accessibility !== 'private',
      );
      const lines = members.map((member) => {
        const value = member.value as unknown as { body?: Node } | null | undefined;
        return `  ${text.slice(member.start, value?.body?.start ?? member.end).trim()}`;
      });
      return [`${text.slice(node.start, start)}{`, ...lines, '}'].join('\n');
    }
    case 'VariableDeclaration': {
      const [{ id, init, start } = node] = node.declarations ?? [];
      const shown = text.slice(start, init?.end);
      if (init && text.slice(init.start, init.start + 2) === 'z.') return `const ${shown}`;
      const type = id?.typeAnnotation;
      if (type) return `const ${text.slice(start, type.end)}`;
      return `const ${shown.split('\n').length > 6 ? `${id?.name} = …` : shown}`;
    }
    default:
      return text.slice(node.start, node.end);
  }
}

function commentBefore(start: number, text: string): string {
  const [, comment = ''] = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/.exec(text.slice(0, start)) ?? [];
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
