import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  bundleSource,
  type FoundCase,
  type LibrarySource,
  MANIFEST_NAME,
  openLibrary,
  readManifest,
  urlSource,
} from '@chidu/sdk/cases';
import { formatFenShort, parseMoney } from '@chidu/sdk/text';
import type { CommandIo } from '../command.ts';
import { taken } from '../rules/faults.ts';
import { fileBytes } from '../rules/packs.ts';
import { folderSource } from './folder.ts';
import type { Options } from './options.ts';
import { trusted } from './trusted.ts';

/** The cases of a library that are most like the facts on standard input or in a file. The facts stay on this machine. */
export async function run(options: Options, io: CommandIo): Promise<number> {
  const [place, facts = '-', ...more] = options.files;
  if (place === undefined || more.length > 0) return 2;
  if (options.limit !== undefined && !/^[1-9]\d{0,3}$/.test(options.limit)) return 2;
  const check = await trusted(options, io);
  if (check === null) return 2;
  const bytes = facts === '-' ? await io.stdin() : await fileBytes(facts, io);
  const source = await sourceAt(place, io);
  const { id } = await readManifest(await source.read(MANIFEST_NAME), check);
  const library = await openLibrary({ id, source, check });
  const { violation, value } = options;
  const read = value === undefined ? null : parseMoney(value);
  const amount =
    read === null
      ? null
      : taken(read.ok ? { ok: true, value: read.fen } : { ok: false, issues: [read.issue] });
  const found = await library.search(
    {
      facts: new TextDecoder().decode(bytes),
      ...(violation === undefined ? {} : { violation }),
      ...(amount === null ? {} : { value: amount }),
    },
    { limit: Number(options.limit ?? 10) },
  );
  const { hits, fields, records } = found;
  if (options.json) {
    const shown = hits.map(({ score, parts, record }) => ({ score, parts, record }));
    io.out(`${JSON.stringify({ ok: true, fields, records, hits: shown })}\n`);
  } else for (const hit of hits) io.out(line(hit));
  return 0;
}

function line({ score, record }: FoundCase): string {
  const { id, title, fine, decisionDate = '', facts } = record;
  const shown = fine === undefined ? '罚款不详' : `罚款${formatFenShort(fine)}`;
  return `${score.toFixed(3)}\t${id}\t${decisionDate}\t${shown}\t${title ?? facts.slice(0, 40)}\n`;
}

/** An address, a folder or a bundle. */
async function sourceAt(place: string, io: CommandIo): Promise<LibrarySource> {
  if (/^https?:/.test(place)) return urlSource(place, fetch);
  const path = resolve(io.cwd, place);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? bundleSource(new Blob([await readFile(path)])) : folderSource(path);
}
