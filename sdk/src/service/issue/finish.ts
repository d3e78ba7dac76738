import { type CodePayload, decodePayload, finishCode, prepareCode } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { type CodeRow, codes } from '../store/records/codes.ts';
import { type JobRow, jobs } from '../store/records/jobs.ts';

/**
 * The authority's signature for a code whose entry is in the log: now, or after a process died in between. Signing twice
 * is harmless, since what is signed names the code and not the signature.
 *
 * @throws {ChiduError} `not-found`; `internal` where the authority's key was changed in between.
 */
export async function finishSigning(
  service: Service,
  authority: string,
  codeId: string,
): Promise<CodeRow & { readonly text: string }> {
  const row = await codes.byId(service.database.reader, authority, codeId);
  if (row === null) throw new ChiduError('not-found', 'no such code');
  if (row.text !== null) return { ...row, text: row.text };
  await service.logs.published({ authority, year: row.year, index: row.logIndex });
  const signer = service.signerOf(authority);
  const prepared = prepareCode(decodePayload(row.payload) as CodePayload, signer);
  if (prepared.id !== codeId) {
    throw new ChiduError('internal', 'the entry was made for another key', { at: 'signer' });
  }
  const { text } = await finishCode(prepared, signer);
  await service.database.write((sql) => codes.setText(sql, authority, codeId, text));
  return { ...row, text };
}

/**
 * Everything that a process which died left half done: codes without a signature, entries that follow on others. One that cannot
 * be finished keeps back none of the rest.
 *
 * @throws what the first of those that failed threw, behind all of them.
 */
export async function finishAll(service: Service, authority: string): Promise<void> {
  const pending = await codes.pending(service.database.reader, authority);
  const failed: unknown[] = [];
  for (const { codeId } of pending) {
    await finishSigning(service, authority, codeId).catch((error) => failed.push(error));
  }
  await finishJobs(service, authority);
  if (failed.length > 0) throw failed[0];
}

/** Entries that follow on an entry of another kind. Each is made once: its job is done in the same transaction. */
export async function finishJobs(service: Service, authority: string): Promise<void> {
  const due = await jobs.due(service.database.reader, authority, service.now(), 100);
  for (const job of due) await finishJob(service, job);
}

async function finishJob(service: Service, { authority, id, data }: JobRow): Promise<void> {
  const { codeId, kid, year, index } = JSON.parse(data) as {
    codeId: string;
    kid: string;
    year: number;
    index: number;
  };
  try {
    await record(service, {
      authority,
      type: 'corrected',
      codeId,
      refersTo: { year, index },
      actor: { role: 'officer', kid },
      open: {},
      within: async (sql, _, at) => {
        const job = await jobs.byId(sql, authority, id);
        if (job?.doneAt !== null) throw new ChiduError('changed-meanwhile', 'done elsewhere');
        await jobs.done(sql, authority, id, at);
      },
    });
  } catch (error) {
    if (!(error instanceof ChiduError && error.code === 'changed-meanwhile')) throw error;
  }
}
