import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportLists, loadListPack } from '@chidu/sdk/rules/lists';
import { exportBenchmark } from '@chidu/sdk/rules/workbook';
import { writeXlsx } from '@chidu/sdk/sheets';
import type { CommandIo } from '../command.ts';
import { taken } from './faults.ts';
import type { Options } from './options.ts';
import { factRegistry, fileBytes, isWorkbook, packsOf, parsed } from './packs.ts';

/** A benchmark or lists → workbook. Without a file it is the sample: the template to begin with. */
export async function exportWorkbook(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  if (options.out === undefined || more.length > 0) return 2;
  const bytes = writeXlsx(await sheets(file, options, io));
  await writeFile(resolve(io.cwd, options.out), bytes);
  if (options.json)
    io.out(`${JSON.stringify({ ok: true, out: options.out, bytes: bytes.length })}\n`);
  return 0;
}

async function sheets(file: string | undefined, options: Options, io: CommandIo) {
  if (file !== undefined) {
    const bytes = await fileBytes(file, io);
    const value = isWorkbook(bytes) ? null : parsed(bytes);
    if ((value as { format?: unknown } | null)?.format === 'chidu-lists/1') {
      return taken(exportLists(taken(loadListPack(value, { allowSample: options.sample }))));
    }
  }
  const { benchmark } = await packsOf(
    file === undefined ? options : { ...options, benchmark: file },
    io,
  );
  return taken(exportBenchmark(benchmark, await factRegistry(io)));
}
