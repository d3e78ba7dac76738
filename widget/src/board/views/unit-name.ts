import type { Board } from '@chidu/sdk/oversight/board';

export const unitName = (board: Board, authority: string, unit: string | null): string =>
  board.organisation?.units.find(({ id }) => id === unit)?.name ?? authority;

/** Ids of units by the authority that they are; stations are none of their own. */
export const unitsByAuthority = ({ organisation }: Board): ReadonlyMap<string, string> =>
  new Map(
    organisation?.units.flatMap(({ authority, id }) =>
      authority === null ? [] : [[authority, id] as const],
    ),
  );
