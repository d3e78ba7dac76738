import { readTool } from '../tool.ts';
import type { Gate } from './gate.ts';
import { read } from './repository-files.ts';

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

interface Locked {
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

/** Dependencies: exact, all in the lockfile, none with an install script, no address of a registry. */
export const lockfile: Gate = {
  name: 'dependencies and lockfile',
  faults: () => {
    const faults: string[] = [];
    for (const path of ['package.json', 'sdk/package.json', 'widget/package.json']) {
      const manifest: Manifest = JSON.parse(read(path));
      const { dependencies, devDependencies, optionalDependencies } = manifest;
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
      for (const [name, version] of Object.entries(all)) {
        if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) {
          faults.push(`${path}: ${name} ${version} is not one exact version`);
        }
      }
    }
    const locked: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;
    for (const [path, { resolved, hasInstallScript }] of Object.entries(locked)) {
      if (hasInstallScript) faults.push(`${path} has an install script`);
      if (resolved?.includes('://')) faults.push(`${path} names the address ${resolved}`);
    }
    // npm leaves the binaries of other platforms out of a lockfile when it cannot find them, and
    // then refuses that lockfile: https://github.com/npm/cli/issues/9846
    const { exit, all } = readTool(['npm', 'ci', '--dry-run', '--loglevel=error']);
    if (exit !== 0 || all.includes('Missing:')) faults.push(`npm ci --dry-run\n${all.trim()}`);
    return faults;
  },
};
