import type * as z from 'zod/mini';
import type { CodeRow as Listed } from '../../api/index.ts';
import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import { codes } from '../store/records/codes.ts';

/** The codes of a case; an officer sees the own ones. */
export async function listCodes(
  { database }: Service,
  { role, kid }: Caller,
  authority: string,
  caseNumber: string,
): Promise<{ codes: z.infer<typeof Listed>[] }> {
  const rows = await codes.ofCase(database.reader, authority, caseNumber);
  return {
    codes: rows
      .filter(({ officer }) => role !== 'officer' || officer === kid)
      .map((row) => ({
        codeId: row.codeId,
        checkCode: row.checkCode,
        caseNumber: row.caseNumber,
        document: row.document,
        documentKind: row.documentKind,
        issued: row.issuedOn,
        status: row.status as z.infer<typeof Listed>['status'],
        live: row.live === 1,
        kid: row.officer,
        place: { authority, year: row.year, index: row.logIndex },
      })),
  };
}

/** 今日以您名义签发: what an officer whose key is misused would notice. */
export async function digest(
  { database }: Service,
  { kid }: Caller,
  authority: string,
  day: string,
): Promise<{ day: string; issued: number }> {
  return { day, issued: await codes.issuedOn(database.reader, authority, kid, day) };
}
