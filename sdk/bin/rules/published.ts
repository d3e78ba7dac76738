import { type Statute, statuteAt } from '@chidu/sdk/rules';
import { type Imported, importPublished, type PublishedOptions } from '@chidu/sdk/rules/workbook';
import { readCsv, readXlsx, type Workbook } from '@chidu/sdk/sheets';
import type { CommandIo } from '../command.ts';
import { Faults, taken } from './faults.ts';
import type { Options } from './options.ts';
import { fileBytes, isWorkbook, packsOf, parsed } from './packs.ts';

/** What a decree does not say of itself, in a file: head of the pack, where in its band a suggestion lies, unit of rounding. */
type Head = Pick<PublishedOptions, 'pack' | 'within' | 'unit'>;

/** Tables as an authority publishes them (.xlsx or CSV) with their `--head`; the law is that of the day they begin. */
export async function publishedFile(
  file: string,
  head: string,
  options: Options,
  io: CommandIo,
): Promise<Imported & { ok: true }> {
  const given = parsed(await fileBytes(head, io)) as Partial<Head>;
  const { pack, within, unit } = given;
  if (typeof pack !== 'object' || typeof pack.from !== 'string' || !within || unit === undefined) {
    const message = 'pack, within and unit are needed';
    throw new Faults([{ code: 'missing-field', at: head, message }]);
  }
  const bytes = await fileBytes(file, io);
  const book: Workbook = isWorkbook(bytes)
    ? taken(readXlsx(bytes))
    : { sheets: [taken(readCsv(bytes, file))] };
  const { statutes } = await packsOf(options, io);
  const ids = [...new Set(statutes.statutes.map(({ violation }) => violation))];
  const inForce = ids.flatMap((violation): Statute[] => {
    const found = statuteAt(statutes, violation, pack.from);
    return found.ok ? [found.statute] : [];
  });
  const { sample: allowSample } = options;
  const imported = importPublished(book, { pack, within, unit, statutes: inForce, allowSample });
  if (!imported.ok) throw new Faults(imported.issues);
  return imported;
}
