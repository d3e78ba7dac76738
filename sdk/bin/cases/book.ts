import { fileURLToPath } from 'node:url';
import { loadStatutePack, type StatutePack } from '@chidu/sdk/rules';
import type { CommandIo } from '../command.ts';
import { taken } from '../rules/faults.ts';
import { fileBytes, parsed } from '../rules/packs.ts';

/** The statute book that is named, or the one that comes with the SDK. */
export async function statuteBook(path: string | undefined, io: CommandIo): Promise<StatutePack> {
  const file = path ?? fileURLToPath(import.meta.resolve('@chidu/sdk/packs/statutes.json'));
  return taken(loadStatutePack(parsed(await fileBytes(file, io))));
}

/** Field of law → its violations. */
export function fieldsOf({ statutes }: StatutePack): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { field, violation } of statutes) {
    fields[field] ??= [];
    if (!fields[field].includes(violation)) fields[field].push(violation);
  }
  return fields;
}
