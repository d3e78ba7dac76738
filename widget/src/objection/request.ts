import type { Client } from '@chidu/sdk/api/client';

/** What is handed in: `ObjectionRequest` of the service's contract. */
export type ObjectionRequest = Parameters<Client['object']>[0]['body'];
export type Disputed = ObjectionRequest['disputed'][number];
export type Attachment = NonNullable<ObjectionRequest['attachments']>[number];
/** The service's answer to one, and what it tells of all objections of a code. */
export type Receipt = Extract<Awaited<ReturnType<Client['object']>>, { ok: true }>['answer'];
export type CodeView = Extract<Awaited<ReturnType<Client['viewCode']>>, { ok: true }>['answer'];

/** Name of the database of drafts and objections. */
export const STORE = 'chidu-objections';

/** Most characters of a text, as the service has it. */
export const LONGEST_TEXT = 4000;

/** One text for one disputed matter, whatever the order of its members. */
export const disputedKey = (disputed: Disputed): string =>
  JSON.stringify(Object.entries(disputed).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * What makes two objections the same one: code, matters, words and files, not the sealed contact, which comes out
 * otherwise each time. The outbox keeps one entry for each; the service derives a key from the same.
 */
export const contentKey = ({ code, disputed, text, attachments = [] }: ObjectionRequest): string =>
  JSON.stringify([
    code,
    disputed.map(disputedKey).sort(),
    text,
    attachments.map(({ sha256 }) => sha256).sort(),
  ]);
