import { type StatutePack, statuteAt } from '../../rules/index.ts';
import type { ListItem, ListPack } from '../../rules/lists/index.ts';
import { addDays, within } from '../../text/index.ts';
import type { Exercise } from './exercise.ts';
import { listUse } from './list-use.ts';

/** 动态管理: an item of a list that somebody should look at again, and why. A proposal; the list's publisher decides. */
export interface ListProposal {
  /** `pack/number`. */
  readonly item: string;
  readonly list: ListItem['list'];
  readonly matter: ListItem['matter'];
  readonly basis: string;
  readonly why: /** Published, in force for the whole time asked about, and never applied in it. */
    | 'never-used'
    /** The text of law in force is younger than the list. */
    | 'law-changed'
    /** No text of law in force knows the violation. */
    | 'law-ended';
  /** Since when: of the text of law, or the start of the time asked about. */
  readonly since: string;
  /** The text of law in force, where one is. */
  readonly version: string | null;
}

/**
 * Items overtaken by a change of law, then items never used in [from, to). Items for matters that are not in the statute book
 * are only judged by their use. A pack that was not in force for all of the time gives no `never-used`.
 */
export function listProposals({
  packs,
  statutes,
  exercises,
  from,
  to,
}: {
  readonly packs: readonly ListPack[];
  readonly statutes: StatutePack;
  readonly exercises: readonly Exercise[];
  readonly from: string;
  readonly to: string;
}): ListProposal[] {
  const proposals: ListProposal[] = [];
  const during = exercises.filter(({ day }) => within(day, from, to));
  for (const pack of packs) {
    const never = new Set(listUse([pack], during).never);
    const judged = pack.from <= from && (pack.to === null || pack.to >= to);
    for (const { number, list, matter, basis, violation } of pack.items) {
      const item = `${pack.id}/${number}`;
      const found = violation === null ? null : lastBefore(statutes, violation, to);
      const told = { item, list, matter, basis };
      if (found !== null && !found.ok) {
        const ended = found.periods.flatMap((one) => one.to ?? []).sort();
        proposals.push({ ...told, why: 'law-ended', since: ended.at(-1) ?? from, version: null });
      } else if (found?.ok && found.statute.from > pack.from) {
        const { from: since, basis } = found.statute;
        proposals.push({ ...told, why: 'law-changed', since, version: basis.version ?? null });
      } else if (judged && never.has(item)) {
        proposals.push({ ...told, why: 'never-used', since: from, version: null });
      }
    }
  }
  const rank = { 'law-ended': 0, 'law-changed': 1, 'never-used': 2 };
  return proposals.sort((a, b) => rank[a.why] - rank[b.why]);
}

/** The text in force on the last day before `to`. */
function lastBefore(statutes: StatutePack, violation: string, to: string) {
  return statuteAt(statutes, violation, addDays(to, -1));
}
