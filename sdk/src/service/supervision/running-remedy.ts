import type { RunningRemedy, SupervisionCase } from '../../oversight/supervision/index.ts';
import { remedies } from '../store/records/cases.ts';
import { codes } from '../store/records/codes.ts';
import type { Sql } from '../store/sql/database.ts';

/**
 * 复议、诉讼 that runs, by the word of the supervision body, against a case that supervision is about: the one that it names, and
 * those of its codes. Null: it was looked up, and nothing does (行政执法监督条例 33(3)).
 */
export async function runningRemedy(
  sql: Sql,
  {
    authority,
    case: named,
    codes: ids = [],
  }: Pick<SupervisionCase, 'authority' | 'case' | 'codes'>,
): Promise<RunningRemedy | null> {
  const cases = new Set<string>(named === null ? [] : [named]);
  for (const id of ids) {
    const code = await codes.byId(sql, authority.code, id);
    if (code) cases.add(code.caseNumber);
  }
  for (const caseNumber of cases) {
    const remedy = await remedies.running(sql, authority.code, caseNumber);
    if (remedy) return remedy.kind as RunningRemedy;
  }
  return null;
}
