import { posix } from 'node:path';
import { parseSync } from 'vite';

/** One import of a file, in any form: static, type, dynamic, re-export, `new URL(…)` of a module. */
export interface Import {
  readonly line: number;
  readonly specifier: string;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
  /** `import * as name`. */
  readonly namespace: boolean;
  /** What is taken, by its name there and here, types left out; absent when all of it is. */
  readonly names?: readonly { readonly there: string; readonly here: string }[];
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Every import of a file; throws when the file cannot be parsed. */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: Import[] = [];
  visit(program, (node) => {
    const request = requestOf(node);
    if (request === undefined) return;
    const names = namesOf(node);
    found.push({
      ...(names && { names }),
      line: text.slice(0, node.start).split('\n').length,
      specifier: request,
      typeOnly:
        node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType',
      namespace: (node.specifiers as Node[] | undefined)?.[0]?.type === 'ImportNamespaceSpecifier',
    });
  });
  return found;
}

/** The module a node asks for; an import of something computed is `?`. */
function requestOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source ? literal(node.source) : undefined;
    case 'TSExternalModuleReference':
      return literal(node.expression);
    case 'NewExpression': {
      const [first, base] = node.arguments as Node[];
      const url = (node.callee as Node).name === 'URL' && base?.type === 'MemberExpression';
      const path = url && first ? literal(first) : '?';
      return /\.(ts|tsx|js|mjs)$/.test(path) ? path : undefined;
    }
    default:
      return undefined;
  }
}

function namesOf(node: Node): Import['names'] {
  const specifiers = node.specifiers as readonly Record<string, Node & string>[] | undefined;
  if (!specifiers || specifiers.length === 0) return undefined;
  if (specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier')) return undefined;
  return specifiers
    .filter(({ importKind, exportKind }) => importKind !== 'type' && exportKind !== 'type')
    .map(({ imported, local, exported }) => ({
      there: (imported ?? (exported ? local : undefined))?.name ?? 'default',
      here: (exported ?? local)?.name ?? '',
    }));
}

/** Whether a file only passes on what others export; a bundler looks through such a file. */
export function isFacade(path: string, text: string): boolean {
  const { program } = parseSync(path, text);
  const body = program.body as unknown as readonly Node[];
  return body.length > 0 && body.every(({ type, source }) => type.startsWith('Export') && source);
}

function literal(node: unknown): string {
  const { type, value, quasis } = node as { type: string; value?: unknown; quasis?: Node[] };
  if (type === 'Literal' && typeof value === 'string') return value;
  const [only, ...more] = quasis ?? [];
  return only && more.length === 0 ? (only.value as { cooked: string }).cooked : '?';
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  else if (value && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') see(value as Node);
    for (const each of Object.values(value)) visit(each, see);
  }
}

/** The file of the repository that a specifier means, or the name of a package. */
export function resolveImport(
  from: string,
  specifier: string,
  exports: ReadonlyMap<string, string>,
): { file: string } | { package: string } {
  if (specifier === '?') return { package: '?' };
  const [path = ''] = specifier.split('?');
  if (path.startsWith('.')) return { file: posix.join(posix.dirname(from), path) };
  const own = exports.get(path);
  if (own) return { file: own };
  if (path.startsWith('node:')) return { package: 'node:' };
  const [scope = '', name] = path.split('/');
  return { package: scope.startsWith('@') ? `${scope}/${name}` : scope };
}
