import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CaseRecord, loadRecord } from '@chidu/sdk/cases';
import { ChiduError } from '@chidu/sdk/errors';
import { Faults } from '../rules/faults.ts';

/** Records of a file of JSON Lines, one after the other. @throws Faults with the line. */
export async function* recordsIn(path: string): AsyncGenerator<CaseRecord> {
  let line = 0;
  const input = createReadStream(path, 'utf8');
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const loaded = loadRecord(jsonOf(text, `${path}:${line}`));
    if (!loaded.ok) {
      throw new Faults(loaded.issues.map((one) => ({ ...one, at: `${path}:${line}${one.at}` })));
    }
    yield loaded.value;
  }
}

function jsonOf(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ChiduError('json', 'the line is not JSON', { at, cause });
  }
}
