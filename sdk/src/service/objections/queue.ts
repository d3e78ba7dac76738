import { readRecipient, recipientId } from '../../api/contact.ts';
import type { ObjectionFile, QueueRow, SealedContact } from '../../api/index.ts';
import { fromHex } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { instant } from '../record.ts';
import type { Service } from '../service.ts';
import { type RemedyRow, remedies } from '../store/records/cases.ts';
import { type ObjectionRow, objections, steps } from '../store/records/objections.ts';
import { dueOf } from './due.ts';

/** How many objections a list answers at most. */
const MOST = 1000;

/** The queue, the most urgent first. The supervision body sees all; an authority what was routed to it, an officer the own. */
export async function listObjections(
  service: Service,
  caller: Caller,
  query: {
    readonly authority: string;
    readonly state?: string | undefined;
    readonly overdue?: 'true' | undefined;
    readonly limit?: string | undefined;
  },
): Promise<{ objections: QueueRow[] }> {
  const today = chinaDay(service.now());
  const rows = await objections.list(service.database.reader, query.authority, {
    ...(query.state && { state: query.state }),
    ...(query.overdue && { dueBefore: today }),
    ...(caller.role !== 'supervisor' && { routed: 1 }),
    ...(caller.role === 'officer' && { routedTo: caller.kid }),
    urgentFirst: true,
    limit: MOST,
  });
  const beside = await besideOf(service, caller, query.authority);
  const shown = rows
    .filter((row) => isOpenTo(row, caller))
    .map((row) => queueRow(row, today, beside))
    .filter(({ due }) => !query.overdue || due?.overdue)
    .sort((a, b) => urgency(a).localeCompare(urgency(b)));
  return { objections: shown.slice(0, Number(query.limit ?? MOST)) };
}

const urgency = ({ due, receivedAt }: QueueRow): string => `${due?.bound ?? '9999'} ${receivedAt}`;

/** Before it is routed, nobody at the authority sees an objection, the handling officer least of all. */
const isOpenTo = (row: ObjectionRow, { role, kid }: Caller): boolean =>
  role === 'supervisor' ||
  (row.routed === 1 && (role === 'head' || (role === 'officer' && row.routedTo === kid)));

/** @throws {ChiduError} `not-found`: also where there is one that the caller may not see. */
export async function visibleObjection(
  { database }: Service,
  caller: Caller,
  authority: string,
  number: string,
): Promise<ObjectionRow> {
  const row = await objections.byNumber(database.reader, authority, number);
  if (row === null || !isOpenTo(row, caller))
    throw new ChiduError('not-found', 'no such objection');
  return row;
}

/** An objection whole. */
export async function objectionFile(
  service: Service,
  caller: Caller,
  authority: string,
  number: string,
): Promise<ObjectionFile> {
  const row = await visibleObjection(service, caller, authority, number);
  const done = await steps.of(service.database.reader, authority, number);
  const beside = await besideOf(service, caller, authority);
  return {
    ...queueRow(row, chinaDay(service.now()), beside),
    version: row.version,
    text: row.text ?? '',
    attachments: JSON.parse(row.attachments) as ObjectionFile['attachments'],
    contact: caller.role === 'supervisor' && row.contact ? sealed(row.contact) : null,
    routedTo: row.routedTo,
    place: { authority, year: row.year, index: row.logIndex },
    steps: done.map((step) => ({
      step: step.step,
      at: instant(step.at),
      role: step.role,
      kid: step.kid,
      state: step.state as QueueRow['state'],
      text: step.text,
      data: JSON.parse(step.data) as Record<string, unknown>,
      place: { authority, year: step.year, index: step.logIndex },
    })),
  };
}

const sealed = (bytes: Uint8Array): SealedContact =>
  JSON.parse(new TextDecoder().decode(bytes)) as SealedContact;

/** What the rows of a queue are held against. */
interface Beside {
  readonly reported: readonly RemedyRow[];
  /** Whether a contact is of another key than the one handed out; never for whoever may not see contacts. */
  readonly isOfOtherKey: (contact: Uint8Array | null) => boolean;
}

async function besideOf(service: Service, { role }: Caller, authority: string): Promise<Beside> {
  const reported = await remedies.reported(service.database.reader, authority);
  if (role !== 'supervisor') return { reported, isOfOtherKey: () => false };
  const text = await service.recipientOf(authority);
  const recipient =
    text &&
    (await readRecipient(text, {
      keys: await service.trust.keys(),
      authority,
      today: chinaDay(service.now()),
    }));
  const current = recipient && (await recipientId(fromHex(recipient.publicKey) as Uint8Array));
  return {
    reported,
    isOfOtherKey: (contact) => contact !== null && sealed(contact).recipient !== current,
  };
}

function queueRow(row: ObjectionRow, today: string, { reported, isOfOtherKey }: Beside): QueueRow {
  const report = reported.find(({ caseNumber }) => caseNumber === row.caseNumber);
  return {
    number: row.number,
    authority: row.authority,
    caseNumber: row.caseNumber,
    codeId: row.codeId,
    disputed: JSON.parse(row.subject) as QueueRow['disputed'],
    state: row.state as QueueRow['state'],
    receivedAt: instant(row.receivedAt),
    due: dueOf(row, today),
    escalated: row.escalatedAt !== null,
    remedy: row.remedy as QueueRow['remedy'],
    remedyReported: (report?.kind.replace('reported-', '') ?? null) as QueueRow['remedyReported'],
    contactOfOtherKey: isOfOtherKey(row.contact),
  };
}
