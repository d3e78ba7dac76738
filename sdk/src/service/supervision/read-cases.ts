import type { SUPERVISION_PAPERS, SupervisionFile, SupervisionPage } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import {
  instrumentPage,
  publicReply,
  publicReplyPage,
  submissionDraft,
} from '../../oversight/supervision/index.ts';
import type { Caller } from '../caller.ts';
import { pageOf } from '../page-of.ts';
import type { Service } from '../service.ts';
import { type SupervisionRow, supervisionOf, supervisions } from '../store/records/supervisions.ts';
import type { Sql } from '../store/sql/database.ts';
import { runningRemedy } from './running-remedy.ts';

/** How many cases a page has where nothing is asked for, and at most. */
const PAGE = 100;

/** A case whole. @throws {ChiduError} `not-found` */
export async function supervisionFile(
  { database: { reader } }: Service,
  authority: string,
  number: string,
): Promise<SupervisionFile> {
  return fileOf(reader, await there(reader, authority, number));
}

/**
 * A page of cases, the oldest entry first. They are about the authority, which reads them too.
 *
 * @throws {ChiduError} `not-found` where there is no case `after`.
 */
export async function listSupervisions(
  { database: { reader } }: Service,
  query: {
    readonly authority: string;
    readonly state?: string | undefined;
    readonly after?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<SupervisionPage> {
  const { authority, state, after } = query;
  const limit = Math.min(Number(query.limit ?? PAGE), PAGE);
  const found = await supervisions.list(reader, authority, {
    state,
    after: after === undefined ? undefined : await there(reader, authority, after, '/after'),
    limit: limit + 1,
  });
  const { rows, next } = pageOf(found, limit);
  return { supervisions: await Promise.all(rows.map((row) => fileOf(reader, row))), next };
}

/**
 * A paper of a case, made of it as it stands. What is drafted for the government is read by the supervision body alone.
 *
 * @throws {ChiduError} `not-found`: no such case, or no such paper of it yet.
 */
export async function supervisionPaper(
  { database: { reader } }: Service,
  { role }: Caller,
  {
    number,
    paper,
  }: { readonly number: string; readonly paper: (typeof SUPERVISION_PAPERS)[number] },
  {
    authority,
    document,
    government,
  }: {
    readonly authority: string;
    readonly document?: string | undefined;
    readonly government?: string | undefined;
  },
): Promise<string> {
  const one = supervisionOf(await there(reader, authority, number));
  const options = { ...(document && { number: document }), ...(government && { government }) };
  if (paper === 'instrument') return instrumentPage(one, options);
  const drafted = one.steps.some(({ step }) => step === 'overdue');
  if (paper === 'submission' && drafted && role === 'supervisor') {
    return submissionDraft(one, options);
  }
  const reply = paper === 'reply' ? publicReply(one) : null;
  if (reply === null) throw new ChiduError('not-found', 'no such paper', { at: '/paper' });
  return publicReplyPage(one, reply);
}

/** @throws {ChiduError} `not-found` */
export async function there(
  sql: Sql,
  authority: string,
  number: string,
  at = '/number',
): Promise<SupervisionRow> {
  const row = await supervisions.byId(sql, authority, number);
  if (row === null) throw new ChiduError('not-found', 'no such supervision case', { at });
  return row;
}

async function fileOf(sql: Sql, row: SupervisionRow): Promise<SupervisionFile> {
  const supervision = supervisionOf(row);
  const { authority, year, logIndex: index } = row;
  return {
    supervision,
    place: { authority, year, index },
    remedy: await runningRemedy(sql, supervision),
  };
}
