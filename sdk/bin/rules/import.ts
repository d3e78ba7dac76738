import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { countLists, importLists } from '@chidu/sdk/rules/lists';
import { readXlsx } from '@chidu/sdk/sheets';
import type { CommandIo } from '../command.ts';
import { Faults, taken, tellFaults } from './faults.ts';
import type { Options } from './options.ts';
import { benchmarkFile, factRegistry, fileBytes, isWorkbook } from './packs.ts';
import { publishedFile } from './published.ts';

/** A workbook of a benchmark or of lists → JSON. Faults by cell, exit code 1; what was understood is echoed. */
export async function importWorkbook(options: Options, io: CommandIo): Promise<number> {
  const [file, ...more] = options.files;
  if (file === undefined || more.length > 0) return 2;
  try {
    const { value, echoes } = await read(file, options, io);
    for (const { at, text, reading } of echoes) io.err(`${at}\t${text} → ${reading}\n`);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    if (options.out === undefined)
      io.out(options.json ? `${JSON.stringify({ ok: true, value, echoes })}\n` : text);
    else {
      await writeFile(resolve(io.cwd, options.out), text);
      if (options.json) io.out(`${JSON.stringify({ ok: true, out: options.out, echoes })}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Faults)) throw error;
    if (options.json) io.out(`${JSON.stringify({ ok: false, issues: error.issues })}\n`);
    else tellFaults(error.issues, io);
    io.err(`${error.issues.length} faults\n`);
    return 1;
  }
}

async function read(file: string, options: Options, io: CommandIo) {
  if (options.head !== undefined) return publishedFile(file, options.head, options, io);
  const bytes = await fileBytes(file, io);
  if (isWorkbook(bytes)) {
    const book = taken(readXlsx(bytes));
    if (book.sheets.some((sheet) => sheet.name === '事项')) {
      const value = taken(
        importLists(book, await factRegistry(io), { allowSample: options.sample }),
      );
      io.err(`${JSON.stringify(countLists(value).lists)}\n`);
      return { value, echoes: [] };
    }
  }
  const { pack, echoes } = await benchmarkFile(file, options, io);
  return { value: pack, echoes };
}
