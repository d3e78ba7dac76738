import type { Case } from '@chidu/sdk/discretion';
import { matchLists } from '@chidu/sdk/discretion/lists';
import type { ListPack } from '@chidu/sdk/rules/lists';
import { storedPack } from '../../platform/policy-store.ts';
import type { Draft } from '../draft.ts';

/** The lists of this machine; null where none were brought. Checked against their schema when they were taken in. */
export async function listPack(): Promise<ListPack | null> {
  const stored = await storedPack('lists');
  return stored ? (JSON.parse(stored.text) as ListPack) : null;
}

/** Items that apply as far as the facts and the officer's word go, as `pack/number`: what is counted of a list. */
export async function appliedItems(case_: Case, { confirmed }: Draft): Promise<readonly string[]> {
  const pack = await listPack();
  if (!pack) return [];
  const { inForce, matches } = matchLists(case_, pack, { confirmed: new Set(confirmed) });
  return inForce
    ? matches
        .filter(({ state }) => state === 'applies')
        .map(({ item }) => `${pack.id}/${item.number}`)
        .sort()
    : [];
}
