import { readFileSync } from 'node:fs';
import { readTool, root } from '../tool.ts';

/** Paths of all files of the repository, new ones that git does not ignore among them. */
export function repositoryFiles(): string[] {
  const { output } = readTool([
    'git',
    'ls-files',
    '-z',
    '-c',
    '-o',
    '--exclude-standard',
    '--deduplicate',
  ]);
  const gone = readTool(['git', 'ls-files', '-z', '-d']).output.split('\0');
  return output.split('\0').filter((path) => path !== '' && !gone.includes(path));
}

export function read(path: string): string {
  return readFileSync(root + path, 'utf8');
}
