import type { Statute } from '../../rules/index.ts';
import { halfWidth, within } from '../../text/index.ts';
import type { CaseRecord } from '../record.ts';

/** What is read of a record to settle its violation. */
export type Settling = Pick<CaseRecord, 'statutes' | 'actDate' | 'decisionDate'> & {
  /** 违法行为类型 or 案由, as the source words it. */
  readonly act?: string | undefined;
};

/**
 * The violation of a case, only where it is certain: its name is the entry's own, or what is cited is the basis of exactly
 * one entry that was in force on the day, article, paragraph and item. Undefined otherwise: articles are renumbered, and the
 * nearest entry is not the right one.
 */
export function certainViolation(
  { statutes, actDate, decisionDate, act }: Settling,
  book: readonly Statute[],
): { readonly violation: string; readonly lawVersion?: string } | undefined {
  const day = actDate ?? decisionDate;
  const then = day === undefined ? [] : book.filter(({ from, to }) => within(day, from, to));
  const named =
    act === undefined ? [] : idsOf(book.filter(({ name }) => plain(name.zh) === plain(act)));
  const cited = idsOf(then.filter(({ basis }) => statutes.some((one) => meets(one, basis))));
  // A name and an article that contradict each other settle nothing.
  const both = cited.filter((id) => named.includes(id));
  const found = named.length > 0 && cited.length > 0 ? both : [...named, ...cited];
  const [violation] = found;
  if (found.length !== 1 || violation === undefined) return undefined;
  const entry = then.find((one) => one.violation === violation);
  return { violation, ...(entry === undefined ? {} : { lawVersion: entry.from }) };
}

const idsOf = (entries: readonly Statute[]) => [...new Set(entries.map((one) => one.violation))];

/** A citation that is at least as exact as the basis, and the same as far as that goes. */
function meets(cited: CaseRecord['statutes'][number], basis: Statute['basis']): boolean {
  return (
    cited.law === basis.law &&
    cited.article === basis.article &&
    (basis.paragraph === undefined || cited.paragraph === basis.paragraph) &&
    (basis.item === undefined || cited.item === basis.item)
  );
}

const plain = (text: string) => halfWidth(text).replace(/[\s、，,。."“”'()]/g, '');
