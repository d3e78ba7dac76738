import type { Dice } from './dice.ts';

/** Slips of typing and of copying between systems: wrong characters, full-width digits, lost commas, traditional forms. */
export function noisy(text: string, dice: Dice): string {
  const kind = dice.below(20);
  if (kind < 9) return text;
  if (kind < 13) return replaced(text, SLIPS, dice, 1 + dice.below(3));
  if (kind < 15)
    return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (kind < 17) return text.replaceAll('，', ',').replaceAll('。', '.');
  if (kind < 18) return replaced(text, TRADITIONAL, dice, 99);
  if (kind < 19) return text.replace(/、/g, ' ').replace(/；/g, ' ');
  return lost(text, dice);
}

const SLIPS = pairs('的得 账帐 做作 销消 标票 货贷 检捡 营赢 品晶 收受 证征 未末 期其 已己 处外');
const TRADITIONAL = pairs(
  '违違 经經 营營 货貨 销銷 检檢 证證 场場 药藥 广廣 标標 价價 没沒 产產 质質',
);

function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split(' ').map((pair) => [pair[0] as string, pair[1] as string]);
}

function replaced(
  text: string,
  table: readonly (readonly [string, string])[],
  dice: Dice,
  count: number,
): string {
  let changed = text;
  for (const [from, to] of dice.some(table, count)) {
    changed = count > 20 ? changed.replaceAll(from, to) : changed.replace(from, to);
  }
  return changed;
}

function lost(text: string, dice: Dice): string {
  const at = dice.below(Math.max(1, text.length - 4));
  return text.slice(0, at) + text.slice(at + 1 + dice.below(3));
}
