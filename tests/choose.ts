import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from './tool.ts';

/**
 * The module `tests/FOLDER/NAME.ts` for the name on the command line. Without a name that is there,
 * it lists what there is and ends with exit code 2.
 */
export async function choose<T extends { about: string }>(folder: string): Promise<[string, T]> {
  const names = globSync(`tests/${folder}/*.ts`, { cwd: root })
    .map((path) => basename(path, '.ts'))
    .filter((name) => !name.endsWith('.test'))
    .sort();
  const load = async (name: string): Promise<T> => import(`./${folder}/${name}.ts`);
  const wanted = process.argv[2];
  if (wanted !== undefined && names.includes(wanted)) return [wanted, await load(wanted)];
  console.error(`Usage: npm run ${folder} -- NAME`);
  for (const name of names) console.error(`  ${name.padEnd(20)} ${(await load(name)).about}`);
  process.exit(2);
}
