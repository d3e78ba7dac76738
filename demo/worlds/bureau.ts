import type { Unit } from '@chidu/sdk/oversight';
import type { Dice } from '../corpus/dice.ts';

/** An authority with its officers, as its log knows them: by their keys. */
export interface Bureau {
  readonly authority: string;
  /** What its case numbers begin with. */
  readonly sign: string;
  readonly officers: readonly string[];
  readonly supervisor: string;
}

/** A unit that decides in its own name, with a key for everybody in it. */
export function bureauOf({ authority, name, people }: Unit, dice: Dice): Bureau {
  if (authority === null) throw new Error(`${name} decides in the name of another`);
  return {
    authority,
    sign: name.replace('市场监督管理局', '市监').replace('市', ''),
    officers: Array.from({ length: people }, () => hex(dice, 16)),
    supervisor: hex(dice, 16),
  };
}

/** Digits of a key or a hash that nobody has. */
export function hex(dice: Dice, length: number): string {
  let text = '';
  while (text.length < length)
    text += dice
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, length);
}
