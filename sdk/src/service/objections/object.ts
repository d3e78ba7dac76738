import type { ObjectionRequest, Receipt } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import { chinaDay } from '../../text/index.ts';
import { conflictsWith } from '../once.ts';
import { type HeldCode, heldCode } from '../party/held-code.ts';
import { hitsSoFar, hitsWith } from '../rate.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import type { Appended } from '../store/log/new-entry.ts';
import { remedies } from '../store/records/cases.ts';
import { type ObjectionRow, objections } from '../store/records/objections.ts';
import { contentKey, objectionNumber } from './content.ts';
import { dueFor, dueOf } from './due.ts';

const DAY_MS = 86_400_000;

/**
 * 提出异议: takes an objection into the queue of the supervision body and answers with a receipt once its entry lies in a
 * signed checkpoint. The same content again gets the first receipt. It stops no clock and is not a 陈述申辩.
 *
 * @throws {ChiduError} `code-refused`, `not-found`, `too-many`, `recipient-unknown`.
 */
export async function object(service: Service, request: ObjectionRequest): Promise<Receipt> {
  const held = await heldCode(service, request.code);
  const { authority, row } = held;
  const key = contentKey(row.codeId, request);
  const [earlier, hits] = await Promise.all([
    objections.byContent(service.database.reader, authority, key),
    hitsSoFar(service, authority, `objection:${row.codeId}`, DAY_MS),
  ]);
  if (earlier) return again(service, earlier);
  await knownRecipient(service, authority, request);
  if (hits >= service.config.limits.objectionsPerDay) throw tooMany();
  const { row: taken, appended } = await enter(service, request, held, key);
  if (appended === null) return again(service, taken);
  return receipt(service, taken, await service.logs.firstReceipt(appended), false);
}

const tooMany = (): ChiduError =>
  new ChiduError('too-many', 'too many objections with this code in a day');

/** A contact sealed to nobody who is known here would reach nobody. */
async function knownRecipient(
  service: Service,
  authority: string,
  { contact }: ObjectionRequest,
): Promise<void> {
  if (contact && (await service.recipientOf(authority)) === null) {
    throw new ChiduError('recipient-unknown', 'no contact can be taken here', { at: '/contact' });
  }
}

/** The entry is null where the same content came first by another way. */
async function enter(
  service: Service,
  request: ObjectionRequest,
  { authority, row: code }: HeldCode,
  key: string,
): Promise<{ row: ObjectionRow; appended: Appended | null }> {
  const { disputed, attachments = [], contact } = request;
  const text = request.text.normalize('NFC');
  for (let turn = 0; ; turn += 1) {
    let row: ObjectionRow | undefined;
    try {
      const { appended } = await record(service, {
        authority,
        type: 'objected',
        codeId: code.codeId,
        refersTo: { year: code.year, index: code.logIndex },
        actor: { role: 'party', kid: null },
        open: { disputed, attachments: attachments.length, contact: contact !== undefined },
        closed: { caseNumber: code.caseNumber, text, attachments },
        within: async (sql, { year, index }, at) => {
          const [hits, open] = await Promise.all([
            hitsWith(sql, service, authority, `objection:${code.codeId}`, DAY_MS),
            remedies.running(sql, authority, code.caseNumber),
          ]);
          if (hits > service.config.limits.objectionsPerDay) throw tooMany();
          const receivedOn = chinaDay(at);
          row = {
            authority,
            number: objectionNumber(key, turn),
            codeId: code.codeId,
            caseNumber: code.caseNumber,
            contentKey: key,
            state: 'received',
            subject: JSON.stringify(disputed),
            text,
            attachments: JSON.stringify(attachments),
            contact: contact ? new TextEncoder().encode(JSON.stringify(contact)) : null,
            receivedAt: at,
            receivedOn,
            year,
            logIndex: index,
            routed: 0,
            routedTo: null,
            handler: code.officer,
            answer: null,
            ...dueFor('received', receivedOn, service.config),
            escalatedAt: null,
            remedy: open?.kind ?? null,
            version: 0,
          };
          await objections.insert(sql, row);
        },
      });
      return { row: row as ObjectionRow, appended };
    } catch (error) {
      const first = await objections.byContent(service.database.reader, authority, key);
      if (first && error instanceof ChiduError) return { row: first, appended: null };
      if (!conflictsWith(error, 'objection_pkey') || turn > 8) throw error;
    }
  }
}

/** An objection that was taken before. */
async function again(service: Service, row: ObjectionRow): Promise<Receipt> {
  const { authority, year, logIndex: index } = row;
  return receipt(service, row, await service.logs.receipt({ authority, year, index }), true);
}

function receipt(service: Service, row: ObjectionRow, proof: string, repeated: boolean): Receipt {
  return {
    number: row.number,
    state: row.state as Receipt['state'],
    receivedAt: instant(row.receivedAt),
    place: { authority: row.authority, year: row.year, index: row.logIndex },
    proof,
    due: dueOf(row, chinaDay(service.now())),
    repeated,
    stopsNoClock: true,
    remedy: row.remedy as Receipt['remedy'],
  };
}
