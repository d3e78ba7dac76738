import { notePaper, paperKind, paperSays } from '../docket/note-paper.ts';
import { noteReading } from '../docket/note-reading.ts';
import { mergeFrames } from '../judge/merge-frames.ts';
import { paperNumber, readValue } from '../judge/read-value.ts';
import type { PageReading } from '../locate/reading.ts';
import { saltedDigests, textDigest } from '../platform/digest.ts';
import { caseOfDocument, changeDocket, docketOf } from '../platform/docket-store.ts';
import type { TabState } from '../platform/tab-state.ts';
import { tellService } from './send-outbox.ts';

/** What a tab shows of a case, into the docket of that case: nobody has to type the days of its steps again. */
export async function noteCase(state: TabState, url: string, at: string): Promise<void> {
  const read = mergeFrames(Object.values(state).map(({ reading }) => reading));
  const number = read.get('caseNumber');
  if (number?.state !== 'read') return;
  const values = [...read.values()].flatMap((field) =>
    field.state === 'read' ? [`${field.field}:${field.value}`] : [],
  );
  const address = /^https?:/.test(url) ? url : null;
  const digests = await saltedDigests([...values, ...(address === null ? [] : [address])]);
  const noted = await changeDocket(String(number.value), at, (held) =>
    noteReading(held, String(number.value), {
      read,
      address: address === null ? null : (digests.get(address) ?? null),
      at,
      digest: (value) => digests.get(value) ?? '',
    }),
  );
  await tellService(noted);
}

/** A paper that is open: its fingerprint, and whether it is still the text that its code was issued for. */
export async function noteNotice(
  reading: PageReading,
  text: string,
  codeId: string | null,
): Promise<void> {
  const document = paperNumber(reading);
  if (document === null) return;
  const stated = readValue(reading, 'caseNumber');
  const caseNumber = stated === null ? await caseOfDocument(document) : String(stated);
  if (caseNumber === null) return;
  const fine = readValue(reading, 'fine');
  const digest = await textDigest(text);
  const noted = await changeDocket(caseNumber, reading.at, (held) =>
    notePaper(held, caseNumber, {
      document,
      kind: paperKind(text),
      fine: fine === null ? null : Number(fine),
      digest,
      says: paperSays(text),
      at: reading.at,
      codeId,
    }),
  );
  await tellService(noted);
}

/** A code was placed on a paper that is open already: the text it has now is the one it was issued for. */
export async function bindPaper(
  caseNumber: string,
  document: string,
  codeId: string,
): Promise<void> {
  const paper = (await docketOf(caseNumber))?.papers[document];
  if (!paper) return;
  const at = new Date().toISOString();
  await changeDocket(caseNumber, at, (held) =>
    notePaper(held, caseNumber, { ...paper, document, at, codeId }),
  );
}
