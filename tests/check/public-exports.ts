import { read } from './repository-files.ts';

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string | { readonly development?: string }>>;
}

/** Public module name (`@chidu/sdk/rules`) → its source file, over all packages. */
export function publicExports(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['sdk', 'widget']) {
    const { name, exports = {} }: Manifest = JSON.parse(read(`${folder}/package.json`));
    for (const [path, target] of Object.entries(exports)) {
      if (typeof target === 'string' || target.development === undefined) continue;
      found.set(name + path.slice(1), folder + target.development.slice(1));
    }
  }
  return found;
}
