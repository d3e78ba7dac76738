import type * as z from 'zod/mini';
import type { CodeView, Held, PartyObjection, Proofs } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { chinaDay } from '../../text/index.ts';
import type { CodeDetails } from '../issue/issue-code.ts';
import { dueOf } from '../objections/due.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { remedies } from '../store/records/cases.ts';
import { codes } from '../store/records/codes.ts';
import { type ObjectionRow, objections, steps } from '../store/records/objections.ts';
import { entriesOf } from './entries.ts';
import { type HeldCode, heldCode } from './held-code.ts';
import { isShown } from './shown.ts';

/**
 * What became of a code and of what was raised with it, as far as `isShown`. The first time this is asked is entered, without
 * who asked: it shows that somebody who holds the code did, not that the party knew.
 */
export async function viewCode(
  service: Service,
  { code, numbers = [] }: z.infer<typeof Held>,
): Promise<CodeView> {
  const held = await heldCode(service, code);
  const row = await firstViewed(service, held);
  const { authority, codeId, caseNumber } = row;
  const { reader } = service.database;
  const today = chinaDay(service.now());
  const [raised, running] = await Promise.all([
    objections.ofCode(reader, authority, codeId),
    remedies.running(reader, authority, caseNumber),
  ]);
  const { decision } = JSON.parse(row.details) as CodeDetails;
  return {
    codeId,
    caseNumber,
    status: row.status as CodeView['status'],
    issued: row.issuedOn,
    entries: (await entriesOf(service, row, numbers)).map(({ kind, at, place }) => ({
      kind,
      at: instant(at),
      place,
    })),
    firstViewedAt: row.firstViewedAt === null ? null : instant(row.firstViewedAt),
    decision: decision ?? null,
    remedy: (running?.kind ?? null) as CodeView['remedy'],
    objections: await Promise.all(
      raised.filter((each) => isShown(each, numbers)).map((each) => forParty(service, each, today)),
    ),
  };
}

/** `tlog-proof` of each entry of a code that its holder is shown. */
export async function proofsOf(
  service: Service,
  { code, numbers = [] }: z.infer<typeof Held>,
): Promise<Proofs> {
  const { row } = await heldCode(service, code);
  const entries = await entriesOf(service, row, numbers);
  return {
    proofs: await Promise.all(
      entries.map(async ({ kind, place }) => ({
        kind,
        place,
        proof: await service.logs.receipt(place),
      })),
    ),
  };
}

/**
 * `tlog-proof` of the entry that a code was issued with, by its id alone: leaves are public, and this says no more.
 *
 * @throws {ChiduError} `not-found` where no log here has such an entry.
 */
export async function receiptOf(service: Service, codeId: string): Promise<string> {
  for (const { code: authority } of service.config.authorities) {
    const row = await codes.byId(service.database.reader, authority, codeId);
    if (row) return service.logs.receipt({ authority, year: row.year, index: row.logIndex });
  }
  throw new ChiduError('not-found', 'no entry of such a code');
}

async function firstViewed(service: Service, { authority, row }: HeldCode) {
  if (row.firstViewedAt !== null) return row;
  const { codeId } = row;
  try {
    await record(service, {
      authority,
      type: 'first-viewed',
      codeId,
      refersTo: { year: row.year, index: row.logIndex },
      actor: { role: 'party', kid: null },
      open: {},
      within: async (sql, { index }, at) => {
        const current = await codes.byId(sql, authority, codeId);
        if (current?.firstViewedAt !== null) throw new ChiduError('changed-meanwhile', 'seen');
        await codes.setViewed(sql, authority, codeId, at, index);
      },
    });
  } catch (error) {
    if (!(error instanceof ChiduError && error.code === 'changed-meanwhile')) throw error;
  }
  return (await codes.byId(service.database.reader, authority, codeId)) ?? row;
}

async function forParty(
  { database }: Service,
  row: ObjectionRow,
  today: string,
): Promise<PartyObjection> {
  const { authority, number } = row;
  const done = await steps.of(database.reader, authority, number);
  return {
    number,
    disputed: JSON.parse(row.subject) as PartyObjection['disputed'],
    state: row.state as PartyObjection['state'],
    receivedAt: instant(row.receivedAt),
    due: dueOf(row, today),
    escalated: row.escalatedAt !== null,
    remedy: row.remedy as PartyObjection['remedy'],
    steps: done.map(({ step, at, year, logIndex }) => ({
      step,
      at: instant(at),
      place: { authority, year, index: logIndex },
    })),
    answer: row.answer === null ? null : (JSON.parse(row.answer) as PartyObjection['answer']),
  };
}
