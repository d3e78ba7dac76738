import type { Organisation, OversightEvent } from '@chidu/sdk/oversight';
import type { Person } from '@chidu/sdk/oversight/indicators';
import type { ListPack } from '@chidu/sdk/rules/lists';

/** What an oversight body would see of one place: entries of its logs, its units, its lists. Everybody in it is invented. */
export interface World {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The day it is looked at. */
  readonly today: string;
  readonly events: readonly OversightEvent[];
  readonly organisation: Organisation;
  readonly lists: ListPack | null;
  /** Who works where, by key; null where the world has no register of people. */
  readonly people: readonly Person[] | null;
}
