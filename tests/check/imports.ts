import { type Import, importsOf, isFacade, resolveImport } from './import-graph.ts';
import { importRules, type Part, type Reach } from './import-rules.ts';

interface Edge extends Import {
  readonly from: string;
  readonly to: { file: string } | { package: string };
}

/**
 * Holds the imports of all files against the rules and answers the faults, one sentence each.
 * `files` maps path to text; `exports` maps a public name (`@chidu/sdk/rules`) to its source file.
 */
export function importFaults(
  files: ReadonlyMap<string, string>,
  exports: ReadonlyMap<string, string>,
  { parts, reach, packages } = importRules,
): string[] {
  const edges = [...files].flatMap(([from, text]) =>
    importsOf(from, text).map(
      (found): Edge => ({ ...found, from, to: resolveImport(from, found.specifier, exports) }),
    ),
  );
  const faults = [...files.keys()]
    .filter((path) => partOf(path, parts) === undefined)
    .map((path) => `${path} belongs to no part of import-rules.ts`);

  for (const edge of edges) {
    const say = (what: string) => faults.push(`${edge.from}:${edge.line} ${what}`);
    const from = partOf(edge.from, parts);
    if (from === undefined) continue;
    if ('package' in edge.to) {
      const { packages: allowed } = parts[from] as Part;
      if (!allowed.includes('*') && !allowed.includes(edge.to.package)) {
        say(`imports ${edge.specifier}; ${from} may import ${list(allowed)}`);
      }
      if (edge.to.package === 'zod' && (edge.specifier !== 'zod/mini' || !edge.namespace)) {
        say(`imports ${edge.specifier}; write import * as z from 'zod/mini'`);
      }
      continue;
    }
    const to = partOf(edge.to.file, parts);
    const { may } = parts[from] as Part;
    if (to === undefined) say(`imports ${edge.specifier}, which belongs to no part`);
    else if (to !== from && !may.includes('*') && !may.includes(to)) {
      say(`imports ${edge.to.file}; ${from} may import ${list(may)}`);
    }
    const home = packages.find((path) => edge.from.startsWith(path));
    if (
      home &&
      from !== 'tests' &&
      edge.specifier.startsWith('.') &&
      !edge.to.file.startsWith(home)
    ) {
      say(`leaves ${home} by the relative path ${edge.specifier}; import the package by its name`);
    }
  }
  return [...faults, ...reach.flatMap((rule) => detours(rule, edges, files, parts))];
}

/** Faults of one rule of reach: each with the way that leads to what must not be reached. */
function detours(
  { from, never, why }: Reach,
  edges: readonly Edge[],
  files: ReadonlyMap<string, string>,
  parts: Readonly<Record<string, Part>>,
): string[] {
  const starts = [...files.keys()].filter((path) => partOf(path, parts) === from);
  const ways = new Map(starts.map((path) => [path, [path]]));
  const faults: string[] = [];
  for (const [path, way] of ways) {
    for (const next of edges.filter((edge) => edge.from === path).flatMap(targets)) {
      if (ways.has(next)) continue;
      ways.set(next, [...way, next]);
      if (never.includes(next) || never.includes(partOf(next, parts) ?? '')) {
        faults.push(`${[...way, next].join(' → ')}: ${why}`);
      }
    }
  }
  return faults;

  /** The packages and files an import leads to when it runs: through a facade only what is taken. */
  function targets({ to, typeOnly, names }: Edge): string[] {
    if (typeOnly || names?.length === 0) return [];
    if ('package' in to) return [to.package];
    const text = files.get(to.file);
    if (!names || text === undefined || !isFacade(to.file, text)) return [to.file];
    const passed = edges.filter((edge) => edge.from === to.file);
    return names.flatMap(({ there }) =>
      passed.flatMap((edge) => {
        if (!edge.names) return targets({ ...edge, names: [{ there, here: there }] });
        const taken = edge.names.filter(({ here }) => here === there);
        return taken.length > 0 ? targets({ ...edge, names: taken }) : [];
      }),
    );
  }
}

function partOf(path: string, parts: Readonly<Record<string, Part>>): string | undefined {
  if (/\.test\.tsx?$|\/fixtures\//.test(path)) return 'tests';
  let best: { name: string; length: number } | undefined;
  for (const [name, { at }] of Object.entries(parts)) {
    for (const place of at) {
      const within = place.endsWith('/') ? path.startsWith(place) : path === place;
      if (within && place.length > (best?.length ?? 0)) best = { name, length: place.length };
    }
  }
  return best?.name;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing';
}
